#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Synoptic developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# From a clean clone to the test summary: installs what is missing, builds the dev preset and runs every test.
# Arguments go to ctest: tests/run.sh -L core, tests/run.sh -R tst_calendar.
set -euo pipefail

top=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
bash "$top/packaging/install-deps.sh" --tests
cd -- "$top"
cmake --preset dev --log-level=WARNING
cmake --build --preset dev --parallel "$(nproc)"
ctest --preset dev "$@"
