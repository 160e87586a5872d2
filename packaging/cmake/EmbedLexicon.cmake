# SPDX-FileCopyrightText: 2026 The Synoptic developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Run as a script: turns the lexicon INPUT into the C++ source OUTPUT that defines synoptic::lexicons::NAME().
# Comment lines stay in the file and out of the program. A string literal has a length limit in some compilers, hence pieces.
file(STRINGS "${INPUT}" lines ENCODING UTF-8)
set(body "")
foreach(line IN LISTS lines)
  if(NOT line MATCHES "^#")
    string(APPEND body "\"${line}\\n\"\n")
  endif()
endforeach()
file(WRITE "${OUTPUT}" "// Made from ${NAME}.tsv; do not edit.
#include \"base/lexicons.h\"
namespace synoptic::lexicons {
std::string_view ${NAME}()
{
static constexpr char bytes[] =
${body};
return {bytes, sizeof bytes - 1};
}
} // namespace synoptic::lexicons
")
