# SPDX-FileCopyrightText: 2026 The Synoptic developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Run as a script: turns the lexicon INPUT into the C++ source OUTPUT that defines synoptic::lexicons::name() in camelCase.
# Comment lines stay in the file and out of the program. One piece a line, so that the source can be read.
file(STRINGS "${INPUT}" lines ENCODING UTF-8)
# snake_case of the file, camelCase of the function
string(REGEX REPLACE "_([a-z])" ";\\1" parts "${NAME}")
set(function "")
foreach(part IN LISTS parts)
  if(function STREQUAL "")
    set(function "${part}")
  else()
    string(SUBSTRING "${part}" 0 1 first)
    string(SUBSTRING "${part}" 1 -1 rest)
    string(TOUPPER "${first}" first)
    string(APPEND function "${first}${rest}")
  endif()
endforeach()
set(body "")
foreach(line IN LISTS lines)
  if(NOT line MATCHES "^#")
    string(APPEND body "\"${line}\\n\"\n")
  endif()
endforeach()
file(WRITE "${OUTPUT}" "// Made from ${NAME}.tsv; do not edit.
#include \"base/lexicons.h\"
namespace synoptic::lexicons {
std::string_view ${function}()
{
static constexpr char bytes[] =
${body};
return {bytes, sizeof bytes - 1};
}
} // namespace synoptic::lexicons
")
