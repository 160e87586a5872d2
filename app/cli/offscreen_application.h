// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

class QApplication;

namespace synoptic::cli {

/// What Qt needs to draw on a machine without a desktop. Made after the threads of a run have ended: the environment is
/// theirs too.
class OffscreenApplication
{
public:
    OffscreenApplication();
    ~OffscreenApplication();
    OffscreenApplication(const OffscreenApplication&) = delete;
    OffscreenApplication& operator=(const OffscreenApplication&) = delete;

private:
    std::unique_ptr<QApplication> m_application;
};

} // namespace synoptic::cli
