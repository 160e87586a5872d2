// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <QByteArray>

#include "base/result.h"

namespace synoptic::app {

/// What is kept from one start to the next. Widgets receive values of it, never the store.
struct Settings
{
    QByteArray layout;                      ///< ui::MainWindow::saveLayout(): geometry, panes, colors
    std::vector<std::string> recentFolders; ///< absolute paths, bytes; the newest first

    friend bool operator==(const Settings&, const Settings&) = default;
};

inline constexpr std::size_t maxRecentFolders = 10;

/// Puts @p folder at the front of the recent folders; drops an older mention and what is over the limit.
void rememberFolder(Settings& settings, const std::string& folder);

/// Reads and writes the settings, window.json in the state directory; the only file that knows their form.
///
/// The form is JSON of our own, not QSettings: its file is replaced by engine::writeFileAtomically like every other,
/// which QSettings does not do and does not report. Thread-safe as far as no two threads write.
class SettingsStore
{
public:
    explicit SettingsStore(std::string stateDirectory);

    const std::string& stateDirectory() const { return m_stateDirectory; }
    /// Never fails: what is missing, damaged or too big is the default.
    Settings load() const;
    /// Errors: as writeFileAtomically. The file that was there stays.
    Result<> save(const Settings& settings) const;

private:
    std::string m_stateDirectory;
};

} // namespace synoptic::app
