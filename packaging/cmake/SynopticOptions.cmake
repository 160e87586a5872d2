# SPDX-FileCopyrightText: 2026 The Synoptic developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One interface target carries the language level, the warnings and the sanitizers for all that is ours.
add_library(synoptic_options INTERFACE)
add_library(Synoptic::Options ALIAS synoptic_options)

target_compile_features(synoptic_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
target_compile_options(synoptic_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wcast-align -Wformat=2 -Wimplicit-fallthrough -Wextra-semi
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wduplicated-branches;-Wlogical-op;-Wsuggest-override>
  $<$<BOOL:${SYNOPTIC_WERROR}>:-Werror>)

if(SYNOPTIC_SANITIZE)
  target_compile_options(synoptic_options INTERFACE -fsanitize=${SYNOPTIC_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(synoptic_options INTERFACE -fsanitize=${SYNOPTIC_SANITIZE})
endif()

# The fuzzer needs to see which branches of our code an input takes.
if(SYNOPTIC_FUZZERS)
  target_compile_options(synoptic_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# The Qt rules of the house; linked by everything that may name Qt.
add_library(synoptic_qt_options INTERFACE)
target_link_libraries(synoptic_qt_options INTERFACE synoptic_options)
target_compile_definitions(synoptic_qt_options INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400)
# moc 6.4 cannot read <concepts>, <compare>, <ranges>; this macro keeps it out of them.
set(CMAKE_AUTOMOC_MOC_OPTIONS -D_GLIBCXX_CONCEPTS)
