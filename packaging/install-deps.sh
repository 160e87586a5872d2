#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Synoptic developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The one list of packages, for Debian 12 as root or through sudo. Asks dpkg first: with everything in place it changes
# nothing and needs no network.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: packaging/install-deps.sh [--tests | --dev]

Installs what Synoptic needs on Debian 12.
  (no option)  what builds and runs the programs
  --tests      also what tests/run.sh needs
  --dev        also linters, the other compiler and a virtual display
TEXT
}

# Builds and runs the programs.
packages=(
  ccache
  cmake
  fonts-dejavu-core # a bare machine has no font at all
  g++
  libarchive-dev
  libcli11-dev
  libexpat1-dev
  libexpected-dev
  libgumbo-dev
  libicu-dev
  libmd4c-dev
  libpoppler-cpp-dev
  libqt6opengl6-dev # Qt Charts asks for it when configuring
  libre2-dev
  libseccomp-dev
  libsqlitecpp-dev
  libstemmer-dev
  nettle-dev
  ninja-build
  nlohmann-json3-dev
  pkg-config
  poppler-data # without it, texts in some Asian encodings are empty
  qt6-base-dev
  qt6-charts-dev
  qt6-svg-dev
)
# Run by the tests: the style gate, and locales in which careless code goes wrong.
test_packages=(
  clang-format
  locales
)
test_locales=(tr_TR de_DE)
# Run by hand; see CONTRIBUTING.md.
dev_packages=(
  appstream
  clang
  clang-tidy
  debootstrap
  desktop-file-utils
  git
  imagemagick
  libclang-rt-14-dev
  lld
  llvm
  openbox
  strace
  xdotool
  xvfb
)

locales=()
case "${1-}" in
  '') ;;
  --tests)
    packages+=("${test_packages[@]}")
    locales=("${test_locales[@]}")
    ;;
  --dev)
    packages+=("${test_packages[@]}" "${dev_packages[@]}")
    locales=("${test_locales[@]}")
    ;;
  --help | -h)
    usage
    exit 0
    ;;
  *)
    usage >&2
    exit 2
    ;;
esac

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    printf 'Installing packages takes root, and there is no sudo. Run as root:\n  bash %s %s\n' "$0" "${arguments[*]-}" >&2
    exit 3
  fi
}
arguments=("$@")

if ! command -v dpkg-query >/dev/null; then
  printf 'This is no Debian: install what corresponds to these packages:\n  %s\n' "${packages[*]}" >&2
  exit 3
fi

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
  printf 'Installing: %s\n' "${missing[*]}"
  options=(-o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
  as_root env DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" -qq update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" -qq -o Dpkg::Use-Pty=0 install --yes --no-install-recommends "${missing[@]}"
fi

for name in ${locales[@]+"${locales[@]}"}; do
  if ! locale -a | grep -qix "$name\.utf-\?8"; then
    as_root localedef -i "$name" -f UTF-8 "$name.UTF-8"
  fi
done
