// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/articles/article_details.h"

#include <algorithm>

#include <QGridLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "edits/article_edits.h"
#include "edits/places.h"
#include "edits/typed_date.h"
#include "ui/changes/change_offer.h"
#include "ui/event_words.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"
#include "ui/source_table.h"

namespace synoptic::ui {

namespace {

QTreeWidget* makeTable(const QStringList& header, const QString& name)
{
    auto* table = new QTreeWidget;
    table->setHeaderLabels(header);
    table->setRootIsDecorated(false);
    table->setWordWrap(true);
    table->setFrameShape(QFrame::NoFrame);
    table->setAccessibleName(name);
    return table;
}

} // namespace

ArticleDetails::ArticleDetails(QWidget* parent)
    : QWidget(parent)
    , m_pages(new QStackedLayout(this))
    , m_facts(new PlainLabel)
    , m_judgement(new PlainLabel)
    , m_preview(new ChangeOffer(tr("&Take this date"), tr("&Leave it as it is")))
    , m_basis(new PlainLabel)
    , m_evidence(makeTable({tr("Words"), tr("Why")}, tr("What speaks for the publication date, and against others")))
{
    m_pages->addWidget(
        new EmptyText(tr("Click the publication date over an article, or press I in a reader, to see where "
                         "the date comes from and to correct it.")));

    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(8, 8, 8, 4);
    column->setSpacing(6);
    auto* grid = new QGridLayout;
    grid->setSpacing(4);
    m_title = addField(grid, 0, tr("Title"));
    m_source = addField(grid, 1, tr("Source"));
    m_published = addField(grid, 2, tr("Published"));
    m_published.field->setPlaceholderText(tr("2021-04-15, 15 April 2021, 2021-04-20/2021-05-05"));
    column->addLayout(grid);
    for (PlainLabel* label : {m_judgement, m_facts, m_basis}) {
        label->setWordWrap(true);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_facts->setAccessibleName(tr("File, author and link"));
    m_judgement->setAccessibleName(tr("How the date is understood"));
    m_basis->setAccessibleName(tr("Where the publication date comes from"));
    column->addWidget(m_judgement);

    column->addWidget(m_preview, 3);
    column->addWidget(m_basis);
    column->addWidget(m_evidence, 2);
    column->addWidget(m_facts);
    m_pages->addWidget(page);
    closePreview();
    setMinimumWidth(fontMetrics().averageCharWidth() * 26);

    connect(m_title.field, &QLineEdit::returnPressed, this, [this] {
        if (shown() != nullptr && bytesOf(m_title.field->text().trimmed()) != shown()->title)
            Q_EMIT editRequested(edits::SetArticleTitle{m_file, bytesOf(m_title.field->text().trimmed())});
    });
    connect(m_source.field, &QLineEdit::returnPressed, this, [this] {
        if (shown() != nullptr && bytesOf(m_source.field->text().trimmed()) != shown()->source)
            Q_EMIT editRequested(edits::SetArticleSource{m_file, bytesOf(m_source.field->text().trimmed())});
    });
    connect(m_published.field, &QLineEdit::textEdited, this, [this] {
        closePreview();
        judge();
    });
    connect(m_published.field, &QLineEdit::returnPressed, this, &ArticleDetails::askForPreview);
    connect(m_title.reset, &QToolButton::clicked, this, [this] {
        Q_EMIT editRequested(edits::SetArticleTitle{m_file, {}});
    });
    connect(m_source.reset, &QToolButton::clicked, this, [this] {
        Q_EMIT editRequested(edits::SetArticleSource{m_file, {}});
    });
    connect(m_published.reset, &QToolButton::clicked, this, [this] {
        m_asked = edits::SetPublication{m_file, {}};
        Q_EMIT previewRequested(*m_asked);
    });
    connect(m_preview, &ChangeOffer::taken, this, [this] {
        if (!m_asked)
            return;
        const edits::SetPublication edit = *m_asked;
        closePreview();
        Q_EMIT editRequested(edit);
    });
    connect(m_preview, &ChangeOffer::left, this, [this] {
        closePreview();
        fill();
    });
    const auto open = [this](const QTreeWidgetItem* item) {
        const QVariant passage = item->data(0, Qt::UserRole);
        if (passage.isValid())
            Q_EMIT passageActivated(passage.value<ChosenPassage>());
    };
    connect(m_evidence, &QTreeWidget::itemClicked, this, open);
    connect(m_evidence, &QTreeWidget::itemActivated, this, open);
}

ArticleDetails::Field ArticleDetails::addField(QGridLayout* grid, int row, const QString& name)
{
    Field made{new QLineEdit, new QToolButton};
    made.field->setAccessibleName(name);
    made.reset->setText(tr("As found"));
    made.reset->setAutoRaise(true);
    made.reset->setAccessibleName(tr("%1: back to what was found").arg(name));
    auto* label = new PlainLabel(name);
    label->setBuddy(made.field);
    grid->addWidget(label, row, 0);
    grid->addWidget(made.field, row, 1);
    grid->addWidget(made.reset, row, 2);
    return made;
}

const corpus::Article* ArticleDetails::shown() const
{
    return m_timeline && m_article ? &m_timeline->analysis()[*m_article].article : nullptr;
}

const corpus::Article* ArticleDetails::found() const
{
    return m_timeline && m_article ? &(*m_timeline->found())[*m_article].article : nullptr;
}

void ArticleDetails::setTimeline(std::shared_ptr<const edits::Timeline> timeline)
{
    m_timeline = std::move(timeline);
    m_article = m_timeline && !m_file.empty() ? edits::articleOf(m_timeline->analysis(), m_file) : std::nullopt;
    if (!m_timeline)
        m_file.clear();
    fill();
}

void ArticleDetails::show(ArticleId article)
{
    if (!m_timeline || m_article == article)
        return;
    m_article = article;
    m_file = m_timeline->analysis()[article].article.file;
    closePreview();
    fill();
}

void ArticleDetails::beginRedate() const
{
    m_published.field->setFocus(Qt::ShortcutFocusReason);
    m_published.field->selectAll();
}

void ArticleDetails::fill()
{
    const corpus::Article* article = shown();
    m_pages->setCurrentIndex(article == nullptr ? 0 : 1);
    if (article == nullptr)
        return;
    const auto set = [](const Field& field, const std::string& now, const std::string& before, bool isOverruled) {
        if (!field.field->hasFocus() || !field.field->isModified()) // what is typed just now is not taken away
            field.field->setText(QString::fromStdString(now));
        field.reset->setVisible(isOverruled);
        field.reset->setToolTip(
            plainToolTip(before.empty() ? tr("Nothing was found") : tr("Found: %1").arg(lineText(before))));
    };
    set(m_title, article->title, found()->title, article->title != found()->title);
    set(m_source, article->source, found()->source, article->source != found()->source);
    set(m_published, article->published.value, found()->published.value,
        article->published.basis == corpus::PublicationBasis::User);
    QStringList facts{fileText(article->file)};
    for (const std::string& fact : {article->author, article->url})
        if (!fact.empty())
            facts << lineText(fact);
    m_facts->setText(facts.join(u'\n'));
    const corpus::PublicationDate& published = article->published;
    QString basis = publicationText(published) + u" · " + publicationBasisText(published.basis);
    if (published.basis != corpus::PublicationBasis::None && published.basis != corpus::PublicationBasis::User)
        basis += tr(" · confidence %1 %").arg(qRound(published.confidence * 100.0));
    m_basis->setText(basis);
    fillEvidence(*article);
    judge();
}

/// What speaks for the date, then what was looked at and is another.
void ArticleDetails::fillEvidence(const corpus::Article& article)
{
    m_evidence->clear();
    const auto add = [this](const std::optional<ArticleId>& id, TextSpan span, const QString& why) {
        QString words;
        auto* item = new QTreeWidgetItem;
        if (id && !span.empty()) {
            const analysis::ArticleAnalysis& own = m_timeline->analysis()[*id];
            words = u"“" + lineText(own.textOf(span)) + u'”';
            if (*id != m_article)
                words = sourceOf(own.article) + u": " + words;
            item->setData(0, Qt::UserRole, QVariant::fromValue(ChosenPassage{*id, span}));
        }
        item->setText(0, words);
        item->setText(1, why);
        item->setToolTip(0, plainToolTip(words));
        item->setToolTip(1, plainToolTip(why));
        m_evidence->addTopLevelItem(item);
    };
    for (const corpus::PublicationEvidence& own : article.published.evidence)
        add(edits::articleOf(m_timeline->analysis(), own.file), own.span, lineText(own.why));
    for (const corpus::RejectedDate& rejected : article.published.rejected)
        add(m_article, rejected.span, tr("not this: %1").arg(lineText(rejected.why)));
    m_evidence->setVisible(m_evidence->topLevelItemCount() > 0);
}

std::optional<std::string> ArticleDetails::typedDate() const
{
    const std::string typed = bytesOf(m_published.field->text().trimmed());
    if (edits::publicationDays(typed))
        return typed;
    const auto words = edits::dateFromWords(typed);
    return words && edits::publicationDays(words->value) ? std::optional(words->value) : std::nullopt;
}

void ArticleDetails::judge()
{
    const corpus::Article* article = shown();
    const std::string typed = bytesOf(m_published.field->text().trimmed());
    if (article == nullptr || typed == article->published.value || typed.empty()) {
        m_judgement->hide();
        return;
    }
    const auto value = typedDate();
    if (value) {
        corpus::PublicationDate date;
        date.value = *value;
        date.basis = corpus::PublicationBasis::User;
        date.range = edits::publicationDays(*value);
        m_judgement->setText(tr("%1 – press Enter to see what it changes").arg(publicationText(date)));
    } else {
        m_judgement->setText(tr("Not understood. Write 2021-04-15, 15 April 2021 or 2021-04-20/2021-05-05."));
    }
    m_judgement->show();
}

void ArticleDetails::askForPreview()
{
    const auto value = typedDate();
    if (shown() == nullptr || !value || *value == shown()->published.value)
        return;
    m_asked = edits::SetPublication{m_file, *value};
    Q_EMIT previewRequested(*m_asked);
}

void ArticleDetails::setPreview(const edits::SetPublication& edit, const edits::Changes& changes)
{
    if (m_asked != edit)
        return;
    m_preview->offer(
        changes.isEmpty()
            ? tr("No event and no expression of time would move.")
            : tr("%1 and %2 would move.")
                  .arg(changes.events.size() == 1 ? tr("1 event") : tr("%1 events").arg(changes.events.size()),
                       changes.expressions == 1 ? tr("1 expression of time")
                                                : tr("%1 expressions of time").arg(changes.expressions)),
        changes);
    m_judgement->hide();
    m_preview->show();
    m_preview->takeButton().setFocus(Qt::OtherFocusReason);
}

void ArticleDetails::closePreview()
{
    m_asked.reset();
    m_preview->hide();
}

QTreeWidget& ArticleDetails::changes()
{
    return m_preview->list();
}

QPushButton& ArticleDetails::takeButton()
{
    return m_preview->takeButton();
}

QPushButton& ArticleDetails::leaveButton()
{
    return m_preview->leaveButton();
}

QString ArticleDetails::judgement() const
{
    return m_judgement->isVisibleTo(this) ? m_judgement->text() : QString();
}

QString ArticleDetails::previewText() const
{
    return m_preview->isVisibleTo(this) ? m_preview->words() : QString();
}

// Esc is a key of the window too: here it gives up what was typed.
bool ArticleDetails::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ArticleDetails::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    closePreview();
    for (const Field& field : {m_title, m_source, m_published})
        field.field->setModified(false);
    fill();
}

} // namespace synoptic::ui
