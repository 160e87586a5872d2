// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QDialog>
#include <QTimer>

#include "ui/timeline/timeline_image.h"

namespace Ui {
class ExportDialog;
}

namespace synoptic::ui {

class PlainLabel;

/// What the image of the timeline shall be like, with the image itself, small, beside the questions.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Stretches of time one may choose beside the whole.
    struct Stretches
    {
        std::optional<timeline::TimeRange> shown;    ///< by the timeline
        std::optional<timeline::TimeRange> selected; ///< of the events that are selected
    };

    ExportDialog(std::shared_ptr<const edits::Timeline> timeline, TimelineImageOptions options,
                 const Stretches& stretches, QWidget* parent = nullptr);
    ~ExportDialog() override;

    TimelineImageOptions options() const;
    /// ".png", ".svg" or ".pdf".
    QString suffix() const;

    /// Draws the picture at its full size and puts it on the clipboard.
    void copy();

private:
    void preview();
    void fillChoices();
    void updateAvailability();
    std::optional<timeline::TimeRange> stretch() const;

    std::unique_ptr<Ui::ExportDialog> m_form;
    std::shared_ptr<const edits::Timeline> m_timeline;
    TimelineImageOptions m_options; // as they came: what is not asked here stays
    Stretches m_stretches;
    PlainLabel* m_preview;
    PlainLabel* m_size;
    QTimer m_wait;
};

} // namespace synoptic::ui
