#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Synoptic developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# From a clean clone to an open window: installs what is missing, builds, and opens FOLDER or the sample.
# Without a display it does the same work headless and says where the results lie.
set -euo pipefail

usage='usage: packaging/run.sh [FOLDER]

Installs what is missing, builds Synoptic and opens FOLDER, or the sample folder if none is named.
Without a display it writes the analysis and an image of the timeline instead.'

case "${1-}" in
  --help | -h)
    printf '%s\n' "$usage"
    exit 0
    ;;
  --) shift ;;
esac
if [ $# -gt 1 ]; then
  printf '%s\n' "$usage" >&2
  exit 2
fi

top=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
folder=${1-}
case "$folder" in
  '') folder=$top/resources/sample ;;
  /*) ;;
  *) folder=$PWD/$folder ;;
esac
if [ ! -d "$folder" ]; then
  printf 'There is no folder %q.\n' "$folder" >&2
  exit 2
fi

bash "$top/packaging/install-deps.sh"
cd -- "$top"

# One compiler for each processor, but no more than there is memory for (about 1 GB each).
jobs=$(nproc)
memory_gb=$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo)
if [ "$jobs" -gt "${memory_gb:-1}" ]; then
  jobs=$((memory_gb > 1 ? memory_gb : 1))
fi
cmake --preset release --log-level=WARNING
cmake --build --preset release --parallel "$jobs" --target synoptic synoptic-cli synoptic-reader

programs=$top/build/release/bin
if [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
  exec "$programs/synoptic" -- "$folder"
fi

output=$top/build/output
mkdir -p -- "$output"
printf 'There is no display: writing the results to files instead.\n'
# 1 says: done, but some files were skipped (they are listed above).
finish() {
  local code=0
  "$@" || code=$?
  [ "$code" -le 1 ] || exit "$code"
}
finish "$programs/synoptic-cli" analyze --format json --output "$output/analysis.json" -- "$folder"
finish "$programs/synoptic-cli" image --output "$output/timeline.png" -- "$folder"
printf 'Folder:   %s\nAnalysis: %s\nTimeline: %s\n' "$folder" "$output/analysis.json" "$output/timeline.png"
