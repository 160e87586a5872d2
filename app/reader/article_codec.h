// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "ingest/raw_article.h"

namespace synoptic::reader {

/// An article as the payload of an Article frame.
std::string encodeArticle(const ingest::RawArticle& article);

/// Reads an answer as what it is: input from a process that has just met a stranger's file.
///
/// Checked: every length and count before anything is allocated for it, the text's size (limits::replyBytes), valid
/// UTF-8 everywhere, no NUL or CR in the text, block spans in order, disjoint and inside, diagnostics inside, no
/// unknown role, code or format, nothing left over.
/// Errors: ReaderFailed with what is wrong.
Result<ingest::RawArticle> decodeArticle(std::string_view payload);

/// Why there is no article, as the payload of a Failure frame.
std::string encodeFailure(const Error& error);

/// The error a Failure frame holds; its detail has at most 1,000 bytes. A payload that is none gives ReaderFailed.
Error decodeFailure(std::string_view payload);

} // namespace synoptic::reader
