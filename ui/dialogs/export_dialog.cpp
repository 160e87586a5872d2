// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_dialog.h"

#include <QImage>
#include <QPixmap>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/plain_label.h"
#include "ui_export_dialog.h"

namespace synoptic::ui {

namespace {
constexpr int previewWidth = 460;
constexpr int previewHeight = 320;
} // namespace

ExportDialog::ExportDialog(std::shared_ptr<const edits::Timeline> timeline, const TimelineImageOptions& options,
                           QWidget* parent)
    : QDialog(parent)
    , m_form(std::make_unique<Ui::ExportDialog>())
    , m_timeline(std::move(timeline))
    , m_minimumSalience(options.minimumSalience)
    , m_preview(new PlainLabel)
    , m_size(new PlainLabel)
{
    m_form->setupUi(this);
    m_form->format->addItems({tr("PNG picture"), tr("SVG drawing"), tr("PDF page")});
    m_form->format->setCurrentIndex(static_cast<int>(options.format));
    m_form->width->setValue(options.width);
    m_form->dpi->setValue(qRound(options.dpi));
    m_form->dark->setChecked(options.dark);
    m_form->whole->setChecked(options.minimumSalience <= 0.0);
    m_form->title->setText(options.title);
    m_form->title->setPlaceholderText(tr("the folder’s name"));
    m_form->buttons->button(QDialogButtonBox::Save)->setText(tr("&Export…"));
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->setFixedSize(previewWidth, previewHeight);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setFrameShape(QFrame::StyledPanel);
    m_size->setForegroundRole(QPalette::PlaceholderText);
    m_size->setAccessibleName(tr("Size of the image"));
    auto* column = new QVBoxLayout;
    column->addWidget(m_preview);
    column->addWidget(m_size);
    m_form->row->addLayout(column);

    m_wait.setSingleShot(true);
    m_wait.setInterval(150);
    connect(&m_wait, &QTimer::timeout, this, &ExportDialog::preview);
    const auto changed = [this] {
        m_form->dpi->setEnabled(this->options().format == ImageFormat::Png);
        m_wait.start();
    };
    connect(m_form->format, &QComboBox::currentIndexChanged, this, changed);
    connect(m_form->width, &QSpinBox::valueChanged, this, changed);
    connect(m_form->dpi, &QSpinBox::valueChanged, this, changed);
    connect(m_form->title, &QLineEdit::textChanged, this, changed);
    connect(m_form->dark, &QCheckBox::toggled, this, changed);
    connect(m_form->whole, &QCheckBox::toggled, this, changed);
    connect(m_form->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    changed();
}

ExportDialog::~ExportDialog() = default;

TimelineImageOptions ExportDialog::options() const
{
    TimelineImageOptions options;
    options.format = static_cast<ImageFormat>(m_form->format->currentIndex());
    options.width = m_form->width->value();
    options.dpi = m_form->dpi->value();
    options.dark = m_form->dark->isChecked();
    options.minimumSalience = m_form->whole->isChecked() ? 0.0 : (m_minimumSalience > 0.0 ? m_minimumSalience : 0.5);
    options.title = m_form->title->text();
    return options;
}

QString ExportDialog::suffix() const
{
    static const std::array suffixes = {QStringLiteral(".png"), QStringLiteral(".svg"), QStringLiteral(".pdf")};
    return suffixes[static_cast<std::size_t>(m_form->format->currentIndex())];
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
