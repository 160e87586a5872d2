#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Synoptic developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The long counts of tests that try at random or in turn: hours. Takes the build directory (build/dev if none is given)
# and, after it, the tests to run; all of them if none is named. Any count can be set by its variable.
set -euo pipefail
build=${1:-build/dev}
shift || true
export SYNOPTIC_KILL_ROUNDS=${SYNOPTIC_KILL_ROUNDS:-50000}        # programs killed while they write
export SYNOPTIC_TRIALS=${SYNOPTIC_TRIALS:-500}                    # of two programs with one project
export SYNOPTIC_DAMAGE_ROUNDS=${SYNOPTIC_DAMAGE_ROUNDS:-100000}   # damaged files, turned bits
export SYNOPTIC_POWER_ROUNDS=${SYNOPTIC_POWER_ROUNDS:-200000}     # disks after a power loss
export SYNOPTIC_ANCHOR_ROUNDS=${SYNOPTIC_ANCHOR_ROUNDS:-1000000}  # edited sources
export SYNOPTIC_COMMANDS=${SYNOPTIC_COMMANDS:-1000000}            # of random sequences, undone and done again
export SYNOPTIC_PAYLOADS=${SYNOPTIC_PAYLOADS:-10000}              # texts that try to be more than text, for each form
export SYNOPTIC_PLACES=${SYNOPTIC_PLACES:-2}                      # 2: twelve zones by six locales
export QTEST_FUNCTION_TIMEOUT=86400000                            # milliseconds: a day
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
tests=("$@")
if [ ${#tests[@]} -eq 0 ]; then
  tests=(tst_project_kill tst_project_damage tst_project_power tst_project_faults tst_anchor tst_event_edits tst_reports
    tst_image_payloads tst_cli)
fi
for test in "${tests[@]}"; do
  "$build/tests/$test"
done
