#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Synoptic developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The long counts of the tests of project files: hours. Takes the build directory; build/dev if none is given.
set -euo pipefail
build=${1:-build/dev}
export SYNOPTIC_KILL_ROUNDS=${SYNOPTIC_KILL_ROUNDS:-50000}
export SYNOPTIC_DAMAGE_ROUNDS=${SYNOPTIC_DAMAGE_ROUNDS:-100000}
export SYNOPTIC_POWER_ROUNDS=${SYNOPTIC_POWER_ROUNDS:-200000}
export QTEST_FUNCTION_TIMEOUT=86400000 # milliseconds: a day
for test in tst_project_kill tst_project_damage tst_project_power; do
  "$build/tests/$test"
done
