// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

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
    ExportDialog(std::shared_ptr<const edits::Timeline> timeline, const TimelineImageOptions& options,
                 QWidget* parent = nullptr);
    ~ExportDialog() override;

    TimelineImageOptions options() const;
    /// ".png", ".svg" or ".pdf".
    QString suffix() const;

private:
    void preview();

    std::unique_ptr<Ui::ExportDialog> m_form;
    std::shared_ptr<const edits::Timeline> m_timeline;
    double m_minimumSalience;
    PlainLabel* m_preview;
    PlainLabel* m_size;
    QTimer m_wait;
};

} // namespace synoptic::ui
