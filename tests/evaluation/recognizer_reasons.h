// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>

#include <nlohmann/json.hpp>

/// Why the temporal tagger does not meet a case of Recognizers-Text, as far as the case's own words tell.
namespace synoptic::evaluation {

/// Whether one of @p words stands anywhere in @p text.
bool contains(const std::string& text, std::initializer_list<const char*> words);

/// The first reason that fits. What is outside of the product is none of its expressions of time: it reads articles,
/// which have a day of publication and no clock, and are written in prose.
struct Reason
{
    const char* words;
    bool outside = false;
};

/// @p type: "daterange"; @p words: those of the expected expression in @p text; @p result: all that is expected of it.
Reason reasonFor(const std::string& text, const std::string& type, const std::string& words,
                 const nlohmann::json& result);

/// Why something is found in @p text, where nothing is expected.
Reason reasonForNothing(const std::string& text);

} // namespace synoptic::evaluation
