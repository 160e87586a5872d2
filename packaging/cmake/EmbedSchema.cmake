# SPDX-FileCopyrightText: 2026 The Synoptic developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Run as a script: turns the SQL INPUT into the C++ source OUTPUT that defines synoptic::store::initialSchema(). Comment
# lines stay in the file and out of the program: they are no part of what a project's schema is compared with.
file(READ "${INPUT}" text)
string(REGEX REPLACE "(^|\n)--[^\n]*" "\\1" text "${text}")
string(REGEX REPLACE "\n\n+" "\n" text "${text}")
file(WRITE "${OUTPUT}" "// Made from ${INPUT}; do not edit.
#include \"store/connection.h\"
namespace synoptic::store {
std::string_view initialSchema()
{
return R\"sql(${text})sql\";
}
} // namespace synoptic::store
")
