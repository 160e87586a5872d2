// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace synoptic::tests {

/// Texts that try to be more than text, in one format or another: @p count of them, the same for the same seed.
inline std::vector<std::string> payloads(std::size_t count, std::uint32_t seed)
{
    static const std::vector<std::string> pieces = {"<script>alert(1)</script>",
                                                    "</script><img src=x onerror=alert(1)>",
                                                    "<b>bold</b>",
                                                    "&lt;i&gt;",
                                                    "\" onmouseover=\"x",
                                                    "' style='x",
                                                    "<!--",
                                                    "-->",
                                                    "]]>",
                                                    "</bdi></p></body>",
                                                    "<style>*{display:none}</style>",
                                                    "javascript:alert(1)",
                                                    "http://example.org/a",
                                                    "www.example.org",
                                                    "a@example.org",
                                                    "[link](http://example.org)",
                                                    "![image](x.png)",
                                                    "`code`",
                                                    "**strong** __too__ *em* _too_",
                                                    "~~struck~~",
                                                    "# heading",
                                                    "1. list",
                                                    "2) list",
                                                    "- list",
                                                    "+ list",
                                                    "> quote",
                                                    "===",
                                                    "---",
                                                    "|a|b|",
                                                    "\\",
                                                    "$x$",
                                                    "&amp;",
                                                    "&#60;script&#62;",
                                                    "<http://example.org>",
                                                    "[ref]: http://example.org",
                                                    "\nEND:VEVENT\nBEGIN:VEVENT",
                                                    "\r\nATTENDEE:mailto:x",
                                                    ";PARAM=1:",
                                                    "a;b,c\\n",
                                                    "=1+1",
                                                    "\t",
                                                    "\x01\x1b[31m",
                                                    "\xff\xfe",
                                                    "\u202Egnp.exe", // NOLINT(misc-misleading-bidirectional)
                                                    "\u2028",
                                                    "北京 Brücke 😀",
                                                    "{{x}} ${x} %s",
                                                    "word",
                                                    " "};
    std::mt19937 random(seed);
    std::vector<std::string> all;
    while (all.size() < count) {
        std::string payload;
        for (std::size_t i = 1 + random() % 4; i > 0; --i)
            payload += pieces[random() % pieces.size()];
        all.push_back(std::move(payload));
    }
    return all;
}

} // namespace synoptic::tests
