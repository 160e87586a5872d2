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


if __name__ == "__main__":
    main()
