// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "edits/edit.h"

namespace synoptic::exchange {

struct JsonValue;
class JsonWriter;

/// The name of a kind of edit in documents and project files: "rename event".
std::string_view kindOf(const edits::Edit& edit);

/// An edit as one line of JSON, which editFromJson reads back as the same value. Fields of a version are never renamed.
std::string editToJson(const edits::Edit& edit);

/// Reads an edit from others: every field must be there, of its type and in its range, and no other.
/// Errors: TooBig, Malformed with the field.
/// Cost: linear; at most limits::editBytes are read.
Result<edits::Edit> editFromJson(std::string_view json);

/// An action, that is edits that are done and undone together: a JSON array of them.
std::string editsToJson(const edits::Edits& edits);
Result<edits::Edits> editsFromJson(std::string_view json);

/// The same as part of a larger document.
void writeEdits(JsonWriter& json, const edits::Edits& edits);
Result<edits::Edits> editsFrom(const JsonValue& json);
/// The fields of a contradiction, as in its edit, into an object that is open.
void writeFields(JsonWriter& json, const edits::Contradiction& contradiction);

} // namespace synoptic::exchange
