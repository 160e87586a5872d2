#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Synoptic developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The linters: the style gate, then clang-tidy on what the clang preset compiles. Lists every finding and exits 1 if there
# is one.
#
# clang-tidy takes 5 to 15 s a file. A file it found nothing in is therefore not read again until it, a header it includes
# or .clang-tidy changes: the objects are compiled first (which is a check by itself), and one older than the last clean
# reading says so. What was said of a file stays in build/clang/lint.
set -uo pipefail
top=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
build=build/clang
logs=$build/lint

usage() {
  cat <<'TEXT'
usage: tests/lint.sh [--jobs N] [--since REVISION | FILE…]

Lints every .cpp of ours; with --since those changed since this branch left REVISION, committed or not; with files just
these. A header is linted through the .cpp of its name or else through all that include it.
TEXT
}

fail() {
  printf '%s\n' "$1" >&2
  exit 3
}

# A .cpp stands for itself, a header for the .cpp of its name or else for all that name it in an #include.
sources_of() { # sources_of FILE
  local file=$1 sibling=${1%.h}.cpp
  case $file in
    *.cpp) [ -f "$file" ] && printf '%s\n' "$file" ;;
    *.h)
      if [ -f "$sibling" ]; then
        printf '%s\n' "$sibling"
      else
        grep -rlF --include='*.cpp' -- "${file##*/}\"" src ui app tests
      fi
      ;;
  esac
}

lint() { # lint FILE OBJECT : reads one file unless it was clean and nothing it is made of has changed since
  local file=$1 object=$2 log=$logs/$1.log stamp=$logs/$1.clean
  if [ "$stamp" -nt "$object" ] && [ "$stamp" -nt .clang-tidy ] && [ "$stamp" -nt tests/.clang-tidy ]; then
    return 0
  fi
  mkdir -p -- "${log%/*}"
  # Dated before the reading: what changes meanwhile is read again.
  touch -- "$stamp.started"
  if clang-tidy -p "$build" --quiet "$file" >"$log" 2>"$log.errors"; then
    mv -- "$stamp.started" "$stamp"
  else
    rm -f -- "$stamp.started" "$stamp"
    cat -- "$log"
    # A file that cannot be read at all says so here, and without findings.
    [ -s "$log" ] || cat -- "$log.errors"
    printf '%s: has findings\n' "$file"
    return 1
  fi
}

if [ "${1-}" = --one ]; then # how the script calls itself, several at a time
  cd -- "$top" || exit 3
  lint "$2" "$3"
  exit
fi

jobs=$(nproc) since='' files=()
while [ $# -gt 0 ]; do
  case $1 in
    --jobs) jobs=${2:?} && shift ;;
    --since) since=${2:?} && shift ;;
    --help | -h) usage && exit 0 ;;
    -*) usage >&2 && exit 2 ;;
    *) files+=("$(realpath --relative-to="$top" -- "$1")") ;;
  esac
  shift
done
cd -- "$top" || exit 3

if [ -n "$since" ]; then
  changed=$(git diff --merge-base --name-only --diff-filter=d "$since" -- && git ls-files --others --exclude-standard) || exit 3
  mapfile -t files <<<"$changed"
elif [ "${#files[@]}" -eq 0 ]; then
  mapfile -t files < <(find src ui app tests -name '*.cpp' -not -path 'tests/data/*')
fi

# What is neither .cpp nor .h drops out here.
mapfile -t sources < <(for file in ${files[@]+"${files[@]}"}; do sources_of "$file"; done | sort -u)

layout=0
bash tests/check_style.sh || layout=1
[ "${#sources[@]}" -gt 0 ] || { echo 'lint: no .cpp to read' && exit "$layout"; }

cmake --preset clang --log-level=WARNING >/dev/null || fail 'lint: cannot configure'

# The object of each source, from the rules of the build.
declare -A objects
while IFS=$'\t' read -r object source; do
  objects[$source]=$object
done < <(sed -nE 's|^  "command": ".* -o ([^ ]+) -c '"$top"'/([^ ]+)",$|\1\t\2|p' "$build/compile_commands.json")

unknown=0 targets=() pairs=()
for source in "${sources[@]}"; do
  object=${objects[$source]-}
  if [ -z "$object" ]; then
    printf '%s: not built by the clang preset\n' "$source"
    unknown=1
  else
    targets+=("$object")
    pairs+=("$source" "$build/$object")
  fi
done

findings=0
if [ "${#pairs[@]}" -gt 0 ]; then
  cmake --build --preset clang --parallel "$jobs" --target "${targets[@]}" || fail 'lint: not everything compiles'
  printf '%s\0' "${pairs[@]}" | xargs -0 -n 2 -P "$jobs" "$BASH" "$top/tests/lint.sh" --one || findings=1
fi
[ $((layout + unknown + findings)) -eq 0 ] || exit 1
printf 'lint: nothing found in %d files\n' "${#sources[@]}"
