#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Synoptic developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the tables of verbs, event nouns and irregular forms from WordNet 3.0.

Usage: make_wordnet_tables.py [WORDNET_DIR] [OUTPUT_DIR]

WORDNET_DIR holds data.noun, index.verb … (Debian: package wordnet-base, /usr/share/wordnet). The tables are made once and
kept in the repository; nothing else of WordNet is read at run time. Same input, same bytes.

  verbs.tsv        lemma, tagged uses as a verb, tagged uses as a noun (cntlist, SemCor)
  event_nouns.tsv  noun, weight (2: its first sense is an act or event; 1: its second), the verb it derives from or "-",
                   tagged uses as a noun
  irregular.tsv    inflected form, lemma (verb.exc)
  concepts.tsv     verb or event noun, its concepts, broader ones (numbers of synsets that two lemmas share)
"""
import os
import re
import sys
from collections import defaultdict

SOURCE = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet"
TARGET = sys.argv[2] if len(sys.argv) > 2 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "en")
NOTICE = ("# Made from WordNet 3.0 by make_wordnet_tables.py. WordNet 3.0 Copyright 2006 by Princeton University. All rights\n"
          "# reserved. THIS SOFTWARE AND DATABASE IS PROVIDED \"AS IS\" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR\n"
          "# WARRANTIES, EXPRESS OR IMPLIED. License: https://wordnet.princeton.edu/license-and-commercial-use\n")
PLAIN = re.compile(r"[a-z]{2,}$")
EVENT_FILES = {"04", "11", "19"}  # noun.act, noun.event, noun.phenomenon


def lines(name):
    with open(os.path.join(SOURCE, name), encoding="latin-1") as file:
        return [line.rstrip("\n") for line in file if not line.startswith("  ")]


def senses(index):
    """lemma -> its synset offsets, commonest sense first."""
    table = {}
    for line in lines(index):
        fields = line.split()
        if PLAIN.match(fields[0]):
            table[fields[0]] = fields[-int(fields[2]):]
    return table


def synsets(data):
    """offset -> (lexicographer file, words, pointers as (symbol, offset, part, source/target))."""
    table = {}
    for line in lines(data):
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        words = [fields[4 + 2 * i].lower() for i in range(count)]
        at = 4 + 2 * count
        pointers = [tuple(fields[at + 1 + 4 * i:at + 5 + 4 * i]) for i in range(int(fields[at]))]
        table[fields[0]] = (fields[1], words, pointers)
    return table


def main():
    uses = defaultdict(lambda: [0, 0])  # lemma -> [noun, verb]
    for line in lines("cntlist.rev"):
        key, _, count = line.split()
        lemma, rest = key.split("%")
        if rest[0] in "12":
            uses[lemma][int(rest[0]) - 1] += int(count)

    verb_senses, noun_senses = senses("index.verb"), senses("index.noun")
    verbs, nouns = synsets("data.verb"), synsets("data.noun")

    def write(name, rows):
        with open(os.path.join(TARGET, name), "w", encoding="utf-8", newline="\n") as file:
            file.write(NOTICE)
            for row in sorted(rows):
                file.write("\t".join(map(str, row)) + "\n")
        print(f"{name}: {len(rows)} rows")

    write("verbs.tsv", [(lemma, uses[lemma][1], uses[lemma][0]) for lemma in verb_senses
                        if uses[lemma][1] > 0 or uses[lemma][0] == 0])

    rows = []
    for noun, offsets in noun_senses.items():
        weight = next((2 - i for i, offset in enumerate(offsets[:2]) if nouns[offset][0] in EVENT_FILES), 0)
        derived = set()
        for offset in offsets[:2]:
            _, words, pointers = nouns[offset]
            for symbol, target, part, which in pointers:
                if symbol == "+" and part == "v" and int(which[:2], 16) in (0, words.index(noun) + 1):
                    number = int(which[2:], 16)
                    candidates = verbs[target][1] if number == 0 else [verbs[target][1][number - 1]]
                    derived.update(v for v in candidates if PLAIN.match(v) and v[:3] == noun[:3])
        if weight == 0 or (not derived and uses[noun][0] == 0):
            continue
        best = min(derived, key=lambda v: (-uses[v][1], len(v), v)) if derived else "-"
        rows.append((noun, weight, best, uses[noun][0]))
    write("event_nouns.tsv", rows)

    irregular = {}
    for line in lines("verb.exc"):
        form, lemma = line.split()[:2]
        if PLAIN.match(form) and PLAIN.match(lemma) and lemma in verb_senses:
            irregular[form] = lemma
    write("irregular.tsv", list(irregular.items()))

    write("concepts.tsv", concept_rows(verb_senses, noun_senses, verbs, nouns, [row for row in rows if row[2] == "-"]))


def concept_rows(verb_senses, noun_senses, verbs, nouns, bare_nouns):
    """lemma, own concepts, broader ones: two words for one happening share some ("hit" and "strike", "heist" and "rob")."""
    verb_limit, noun_limit, most_hyponyms = 4, 2, 60

    def linked(part, offset, symbols, kind):
        _, _, pointers = (verbs if part == "v" else nouns)[offset]
        return [target for symbol, target, other, _ in pointers if symbol in symbols and other == kind]

    hyponyms = defaultdict(int)
    for part, table in (("v", verbs), ("n", nouns)):
        for offset in table:
            for broader in linked(part, offset, "@", part):
                hyponyms[part, broader] += 1

    def related(senses):
        own = set(senses)
        for part, offset in senses:
            own.update(("v", target) for target in linked(part, offset, "+", "v"))
            if part == "v":
                own.update(("v", target) for target in linked("v", offset, "$", "v"))
        broader = {(part, target) for part, offset in own for target in linked(part, offset, "@", part)}
        broader.update(("v", target) for part, offset in set(broader) if part == "n" for target in linked("n", offset, "+", "v"))
        return own, {concept for concept in broader if hyponyms[concept] <= most_hyponyms} - own

    found = {}
    for lemma, offsets in verb_senses.items():
        found[lemma] = related([("v", offset) for offset in offsets[:verb_limit]])
    for lemma, *_ in bare_nouns:
        own, broader = related([("n", offset) for offset in noun_senses[lemma][:noun_limit]])
        known = found.get(lemma, (set(), set()))
        found[lemma] = (known[0] | own, (known[1] | broader) - own)
    uses = defaultdict(int)
    for own, broader in found.values():
        for concept in own | broader:
            uses[concept] += 1
    shared = sorted((concept for concept, count in uses.items() if count > 1), key=lambda c: (-uses[c], c))
    numbers = {concept: number for number, concept in enumerate(shared)}
    listed = lambda concepts: ",".join(map(str, sorted(numbers[c] for c in concepts if c in numbers))) or "-"
    return [(lemma, listed(own), listed(broader)) for lemma, (own, broader) in found.items()
            if any(c in numbers for c in own | broader)]


if __name__ == "__main__":
    main()
