# SPDX-FileCopyrightText: 2026 The Synoptic developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Run as a script: writes the C++ source OUTPUT, which defines synoptic::engine::sourcesDigest(), a digest of all that
# decides what the program finds: below ROOT the stages up to the analysis, the engine, the readers and the word lists.
# OUTPUT is not touched if it stays the same.
set(patterns "${ROOT}/app/engine/*" "${ROOT}/app/reader/*" "${ROOT}/resources/lexicons/*.tsv")
foreach(folder base corpus ingest readers text temporal events links analysis)
  list(APPEND patterns "${ROOT}/src/${folder}/*.cpp" "${ROOT}/src/${folder}/*.h")
endforeach()
file(GLOB_RECURSE files RELATIVE "${ROOT}" ${patterns})
list(SORT files)
set(all "")
foreach(file IN LISTS files)
  file(SHA256 "${ROOT}/${file}" hash)
  string(APPEND all "${file} ${hash}\n")
endforeach()
string(SHA256 digest "${all}")
set(text "// Made from the sources; do not edit.
#include <string_view>
namespace synoptic::engine {
std::string_view sourcesDigest();
std::string_view sourcesDigest()
{
    return \"${digest}\";
}
} // namespace synoptic::engine
")
set(before "")
if(EXISTS "${OUTPUT}")
  file(READ "${OUTPUT}" before)
endif()
if(NOT before STREQUAL text)
  file(WRITE "${OUTPUT}" "${text}")
endif()
