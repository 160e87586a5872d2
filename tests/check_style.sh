#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Synoptic developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The style gate: layout, licence lines, and what no file may contain. Lists every finding and exits 1 if there is one.
# With --fix it lays the C++ out anew instead of complaining about the layout.
set -uo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." || exit 3
export LC_ALL=C

findings=$(mktemp)
trap 'rm -f -- "$findings"' EXIT

find_files() { # find_files PATTERN… : our files with such names
  local names=()
  for pattern in "$@"; do
    names+=(-o -name "$pattern")
  done
  find src ui app tests resources packaging .ci CMakeLists.txt -type f \( "${names[@]:1}" \) -not -path 'tests/data/*' -print0 2>/dev/null | sort -z
}

forbid() { # forbid REASON REGEX PATH… : no line of C++ that is no comment may match
  local reason=$1 regex=$2
  shift 2
  grep -rnE --include='*.cpp' --include='*.h' --include='*.ui' -- "$regex" "$@" |
    grep -vE '^[^:]+:[0-9]+:[[:space:]]*//' |
    sed "s|\$|    <- $reason|" >>"$findings"
}

# --- layout
if [ "${1-}" = --fix ]; then
  find_files '*.cpp' '*.h' | xargs -0 -r clang-format -i
elif ! find_files '*.cpp' '*.h' | xargs -0 -r -n 8 -P 2 clang-format --dry-run -Werror 2>>"$findings"; then
  echo 'layout differs: run tests/check_style.sh --fix' >>"$findings"
fi

# --- licence lines in the first five lines
while IFS= read -r -d '' file; do
  for tag in 'SPDX-FileCopyrightText: ' 'SPDX-License-Identifier: GPL-3.0-or-later'; do
    head -n 5 -- "$file" | grep -q "$tag" || echo "$file: no line with $tag" >>"$findings"
  done
done < <(find_files '*.cpp' '*.h' '*.sh' '*.py' '*.cmake' 'CMakeLists.txt' '*.qrc' '*.svg' 'run')

# --- layers
forbid 'the core knows no Qt' '#[[:space:]]*include[[:space:]]*[<"]Q' src
forbid 'the engine knows no Qt' '#[[:space:]]*include[[:space:]]*[<"]Q' $([ -d app/engine ] && echo app/engine)
forbid 'the core does not know ui or app' '#[[:space:]]*include[[:space:]]*"(ui|app)/' src
forbid 'ui does not know app' '#[[:space:]]*include[[:space:]]*"app/' ui
# --- text of others is never rich text
forbid 'text of others is plain text' 'setHtml|insertHtml|appendHtml|setMarkdown|QTextBrowser|Qt::(RichText|AutoText|MarkdownText)' ui app
# --- threads
forbid 'std::jthread and a mailbox instead' 'QtConcurrent|QFuture|QThread\b|processEvents' src ui app
# --- the same output on any day, anywhere
forbid 'the core has no clock, no zone, no locale and no dice' '(system|steady|high_resolution)_clock::now|std::time\(|\b(localtime|mktime|gettimeofday|clock_gettime|setlocale|getenv)(_r)?\(|std::locale\b|random_device|std::rand\(' src
# --- unbounded or unsafe
forbid 'no backtracking expressions on untrusted text' 'std::(basic_)?regex|#[[:space:]]*include[[:space:]]*<regex>' src ui app
forbid 'no network' '#[[:space:]]*include[[:space:]]*[<"](QtNetwork|QNetwork|QTcp|QUdp|QLocal)' src ui app

if [ -s "$findings" ]; then
  cat -- "$findings"
  printf '%s findings\n' "$(wc -l <"$findings")"
  exit 1
fi
echo 'style: nothing found'
