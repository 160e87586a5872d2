// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_dialog.h"

#include <array>

#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QPixmap>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/plain_label.h"
#include "ui/qt_conversions.h"
#include "ui_export_dialog.h"

namespace synoptic::ui {

namespace {

constexpr int previewWidth = 520;
constexpr int previewHeight = 400;

enum Stretch
{
    Whole,
    Shown,
    Selected,
    Chosen
};

} // namespace

ExportDialog::ExportDialog(std::shared_ptr<const edits::Timeline> timeline, TimelineImageOptions options,
                           const Stretches& stretches, QWidget* parent)
    : QDialog(parent)
    , m_form(std::make_unique<Ui::ExportDialog>())
    , m_timeline(std::move(timeline))
    , m_options(std::move(options))
    , m_stretches(stretches)
    , m_preview(new PlainLabel)
    , m_size(new PlainLabel)
{
    m_form->setupUi(this);
    fillChoices();
    m_form->buttons->button(QDialogButtonBox::Save)->setText(tr("&Export…"));
    QPushButton* copyButton = m_form->buttons->addButton(tr("Cop&y"), QDialogButtonBox::ActionRole);
    copyButton->setToolTip(tr("Put the picture on the clipboard"));
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->setFixedSize(previewWidth, previewHeight);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setFrameShape(QFrame::StyledPanel);
    m_preview->setWordWrap(true);
    m_size->setForegroundRole(QPalette::PlaceholderText);
    m_size->setAccessibleName(tr("Size of the image"));
    auto* column = new QVBoxLayout;
    column->addWidget(m_preview);
    column->addWidget(m_size);
    column->addStretch(1);
    m_form->row->addLayout(column);

    m_wait.setSingleShot(true);
    m_wait.setInterval(150);
    connect(&m_wait, &QTimer::timeout, this, &ExportDialog::preview);
    const auto changed = [this] {
        updateAvailability();
        m_wait.start();
    };
    for (const QComboBox* box : {m_form->format, m_form->stretch, m_form->paper})
        connect(box, &QComboBox::currentIndexChanged, this, changed);
    for (const QSpinBox* box : {m_form->width, m_form->dpi})
        connect(box, &QSpinBox::valueChanged, this, changed);
    for (const QLineEdit* field : {m_form->title, m_form->note, m_form->from, m_form->until})
        connect(field, &QLineEdit::textChanged, this, changed);
    for (const QCheckBox* box : {m_form->dark, m_form->whole, m_form->legend, m_form->footer, m_form->tiled})
        connect(box, &QCheckBox::toggled, this, changed);
    connect(copyButton, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(m_form->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    changed();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::fillChoices()
{
    m_form->format->addItems({tr("PNG picture"), tr("SVG drawing"), tr("PDF")});
    m_form->format->setCurrentIndex(static_cast<int>(m_options.format));
    m_form->stretch->addItem(tr("from the first to the last event"), Whole);
    if (m_stretches.shown)
        m_form->stretch->addItem(tr("what the timeline shows now"), Shown);
    if (m_stretches.selected)
        m_form->stretch->addItem(tr("around the selected events"), Selected);
    m_form->stretch->addItem(tr("from … until …"), Chosen);
    m_form->paper->addItems({tr("as large as the picture"), tr("A4"), tr("A3"), tr("Letter")});
    m_form->paper->setCurrentIndex(static_cast<int>(m_options.paper));
    m_form->tiled->setChecked(m_options.tiled);
    m_form->width->setValue(m_options.width);
    m_form->dpi->setValue(qRound(m_options.dpi));
    m_form->dark->setChecked(m_options.dark);
    m_form->legend->setChecked(m_options.legend);
    m_form->footer->setChecked(m_options.footer);
    m_form->whole->setChecked(m_options.filter.minimumSalience <= 0.0);
    m_form->title->setText(m_options.title);
    m_form->title->setPlaceholderText(tr("the folder’s name"));
    m_form->note->setText(m_options.note);
}

void ExportDialog::updateAvailability()
{
    const auto format = static_cast<ImageFormat>(m_form->format->currentIndex());
    m_form->dpi->setEnabled(format == ImageFormat::Png);
    m_form->paper->setEnabled(format == ImageFormat::Pdf);
    m_form->tiled->setEnabled(format == ImageFormat::Pdf && m_form->paper->currentIndex() > 0);
    const bool isChosen = m_form->stretch->currentData().toInt() == Chosen;
    m_form->from->setEnabled(isChosen);
    m_form->until->setEnabled(isChosen);
}

/// Half a date is none: the picture goes from the first event, or to the last.
std::optional<timeline::TimeRange> ExportDialog::stretch() const
{
    switch (m_form->stretch->currentData().toInt()) {
    case Shown:
        return m_stretches.shown;
    case Selected:
        return m_stretches.selected;
    case Chosen: {
        const auto days = [](const QLineEdit* field) { return daysFromIso(bytesOf(field->text().trimmed())); };
        const auto from = days(m_form->from);
        const auto until = days(m_form->until);
        if (!from || !until || until->last < from->first)
            return std::nullopt;
        return timeline::rangeOf(temporal::intervalOf({from->first, until->last}, temporal::Granularity::Day));
    }
    default:
        return std::nullopt;
    }
}

TimelineImageOptions ExportDialog::options() const
{
    TimelineImageOptions options = m_options;
    options.format = static_cast<ImageFormat>(m_form->format->currentIndex());
    options.range = stretch();
    options.width = m_form->width->value();
    options.dpi = m_form->dpi->value();
    options.paper = static_cast<Paper>(m_form->paper->currentIndex());
    options.tiled = m_form->tiled->isChecked();
    options.dark = m_form->dark->isChecked();
    options.legend = m_form->legend->isChecked();
    options.footer = m_form->footer->isChecked();
    const double least = m_options.filter.minimumSalience;
    options.filter.minimumSalience =
        m_form->whole->isChecked() ? 0.0 : (least > 0.0 ? least : EventFilter().minimumSalience);
    options.title = m_form->title->text();
    options.note = m_form->note->text();
    return options;
}

QString ExportDialog::suffix() const
{
    static const std::array suffixes = {QStringLiteral(".png"), QStringLiteral(".svg"), QStringLiteral(".pdf")};
    return suffixes[static_cast<std::size_t>(m_form->format->currentIndex())];
}

void ExportDialog::copy()
{
    TimelineImageOptions whole = options();
    whole.format = ImageFormat::Png;
    const auto bytes = renderTimelineImage(*m_timeline, whole);
    QImage image;
    if (!bytes || !image.loadFromData(*bytes, "PNG")) {
        m_size->setText(tr("This size cannot be drawn. Choose a smaller one."));
        return;
    }
    QApplication::clipboard()->setImage(image);
    m_size->setText(tr("Copied: %1 × %2 pixels").arg(image.width()).arg(image.height()));
}

/// The preview is the output, drawn with fewer pixels.
void ExportDialog::preview()
{
    TimelineImageOptions small = options();
    small.format = ImageFormat::Png;
    small.dpi = std::max(10.0, 96.0 * previewWidth * 2.0 / small.width);
    const auto bytes = renderTimelineImage(*m_timeline, small);
    QImage image;
    if (!bytes || !image.loadFromData(*bytes, "PNG")) {
        m_preview->setText(tr("This size cannot be drawn. Choose a smaller one."));
        m_size->clear();
        return;
    }
    const double height = image.height() * 96.0 / small.dpi;
    const double factor = options().format == ImageFormat::Png ? options().dpi / 96.0 : 1.0;
    m_size->setText(tr("%1 × %2 pixels").arg(qRound(small.width * factor)).arg(qRound(height * factor)));
    m_preview->setPixmap(QPixmap::fromImage(
        image.scaled(previewWidth - 4, previewHeight - 4, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
}

} // namespace synoptic::ui
