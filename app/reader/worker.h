// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace synoptic::reader {

/// Answers requests on @p input until it ends: one child process a file, which alone meets the file's bytes; an answer
/// is forwarded when it is complete, and a child that dies, hangs or stammers becomes a Failure frame here.
///
/// Returns the exit status of the program: 0 if the input ended between two requests, 1 if it made no sense.
int serveRequests(int input, int output);

} // namespace synoptic::reader
