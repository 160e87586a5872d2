// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/search_panel.h"

#include <algorithm>

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include "base/utf8.h"
#include "ui/articles/evidence_cards.h"
#include "ui/event_words.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

namespace {

constexpr int pauseMilliseconds = 120;
constexpr std::size_t wordsBefore = 40; // bytes
constexpr std::size_t wordsAfter = 120;

/// The hit with what stands around it, cut at code points.
QString snippetOf(const std::string& text, TextSpan hit)
{
    const std::size_t begin = codePointCeiling(text, hit.begin - std::min<std::size_t>(hit.begin, wordsBefore));
    const std::size_t end = codePointFloor(text, std::min(text.size(), hit.end + wordsAfter));
    QString words = lineText(std::string_view(text).substr(begin, end - begin)).simplified();
    if (begin > 0)
        words.prepend(u'…');
    if (end < text.size())
        words.append(u'…');
    return words;
}

} // namespace

void SearchModel::setHits(std::shared_ptr<const edits::Timeline> timeline, std::vector<search::Hit> hits)
{
    beginResetModel();
    m_timeline = std::move(timeline);
    if (m_timeline && m_timeline->sharedAnalysis() != m_named) {
        m_named = m_timeline->sharedAnalysis();
        m_sources = SourceTable::of(*m_named);
    }
    m_hits = m_timeline ? std::move(hits) : std::vector<search::Hit>{};
    endResetModel();
}

int SearchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant SearchModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const search::Hit& hit = m_hits[static_cast<std::size_t>(index.row())];
    const corpus::Article& article = m_timeline->analysis()[hit.article].article;
    switch (role) {
    case Qt::DisplayRole:
        return snippetOf(article.text, hit.span);
    case Qt::ToolTipRole:
        return plainToolTip(titleOf(article));
    case Qt::AccessibleTextRole:
        return QString(m_sources.nameOf(hit.article) + u", " + publicationText(article.published) + u": " +
                       snippetOf(article.text, hit.span));
    case EvidenceModel::SourceRole:
        return m_sources.nameOf(hit.article);
    case EvidenceModel::DateRole:
        return publicationText(article.published);
    case EvidenceModel::SourceIndexRole:
        return m_sources.indexOf(hit.article);
    default:
        return {};
    }
}

SearchPanel::SearchPanel(QWidget* parent)
    : QWidget(parent)
    , m_field(new QLineEdit)
    , m_mode(new QComboBox)
    , m_scope(new QComboBox)
    , m_case(new QCheckBox(tr("Match &case")))
    , m_whole(new QCheckBox(tr("&Whole words")))
    , m_status(new PlainLabel)
    , m_model(new SearchModel(this))
    , m_delegate(new EvidenceDelegate(2, this))
    , m_list(new QListView)
{
    setAccessibleName(tr("Search"));
    m_field->setPlaceholderText(tr("Search the articles"));
    m_field->setClearButtonEnabled(true);
    m_field->setAccessibleName(tr("Search the articles"));
    m_mode->addItems({tr("Phrase"), tr("All words"), tr("Pattern")});
    m_mode->setAccessibleName(tr("How to search"));
    m_mode->setItemData(2, plainToolTip(tr("A regular expression in RE2 syntax")), Qt::ToolTipRole);
    m_scope->addItems({tr("All articles"), tr("Open readers")});
    m_scope->setAccessibleName(tr("Where to search"));
    m_status->setWordWrap(true);
    m_status->setForegroundRole(QPalette::PlaceholderText);
    m_status->setAccessibleName(tr("What was found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setAccessibleName(tr("Places found"));
    m_list->viewport()->setBackgroundRole(QPalette::Window);

    auto* how = new QHBoxLayout;
    how->addWidget(m_mode, 1);
    how->addWidget(m_scope, 1);
    auto* checks = new QHBoxLayout;
    checks->addWidget(m_case);
    checks->addWidget(m_whole);
    checks->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 0);
    column->setSpacing(4);
    column->addWidget(m_field);
    column->addLayout(how);
    column->addLayout(checks);
    column->addWidget(m_status);
    column->addWidget(m_list, 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);

    connect(&m_pause, &QTimer::timeout, this, &SearchPanel::ask);
    connect(m_field, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        if (m_pause.isActive()) {
            m_pause.stop();
            ask();
        } else {
            step(1);
        }
    });
    for (QComboBox* box : {m_mode, m_scope})
        connect(box, &QComboBox::activated, this, &SearchPanel::ask);
    for (QCheckBox* box : {m_case, m_whole})
        connect(box, &QCheckBox::toggled, this, &SearchPanel::ask);
    connect(m_list, &QListView::clicked, this, &SearchPanel::activate);
    connect(m_list, &QListView::activated, this, &SearchPanel::activate);
}

void SearchPanel::setTheme(const Theme& theme)
{
    m_delegate->setTheme(theme);
    m_list->viewport()->update();
}

void SearchPanel::setTimeline(std::shared_ptr<const edits::Timeline> timeline)
{
    const bool isSame = m_timeline && timeline && m_timeline->sharedAnalysis() == timeline->sharedAnalysis();
    m_timeline = std::move(timeline);
    if (isSame)
        return;
    m_model->setHits(nullptr, {});
    Q_EMIT hitsChanged({});
    m_status->clear();
    if (m_timeline && !m_field->text().trimmed().isEmpty())
        m_pause.start(); // the same question, to the new texts
}

void SearchPanel::setShown(std::vector<ArticleId> articles)
{
    if (articles == m_shown)
        return;
    m_shown = std::move(articles);
    if (m_scope->currentIndex() == 1 && !m_field->text().trimmed().isEmpty())
        m_pause.start();
}

search::Query SearchPanel::query() const
{
    search::Query asked;
    asked.text = bytesOf(m_field->text().trimmed());
    asked.mode = static_cast<search::Mode>(m_mode->currentIndex());
    asked.matchCase = m_case->isChecked();
    asked.wholeWords = m_whole->isChecked();
    if (m_scope->currentIndex() == 1 && m_timeline) {
        asked.articles.assign(m_timeline->analysis().articles.size(), 0);
        for (const ArticleId article : m_shown)
            if (indexOf(article) < asked.articles.size())
                asked.articles[indexOf(article)] = 1;
    }
    return asked;
}

void SearchPanel::ask()
{
    m_whole->setEnabled(m_mode->currentIndex() != static_cast<int>(search::Mode::Pattern));
    m_asked = query();
    if (m_asked.text.empty()) {
        m_model->setHits(nullptr, {});
        m_status->clear();
        Q_EMIT hitsChanged({});
    }
    Q_EMIT queryChanged(m_asked);
}

void SearchPanel::setResult(const search::Query& query, const Result<search::Found>& found)
{
    if (query != m_asked || !m_timeline)
        return;
    if (!found) {
        if (found.error().code == ErrorCode::Cancelled)
            return;
        m_model->setHits(nullptr, {});
        m_status->setText(tr("This pattern cannot be used: %1").arg(lineText(found.error().detail)));
        Q_EMIT hitsChanged({});
        return;
    }
    const std::size_t count = found->hits.size();
    if (count == 0)
        m_status->setText(tr("Nothing was found."));
    else if (found->isCut)
        m_status->setText(tr("The first %1 places, in %2 articles or more").arg(count).arg(found->articles));
    else if (found->articles == 1)
        m_status->setText(count == 1 ? tr("1 place in 1 article") : tr("%1 places in 1 article").arg(count));
    else
        m_status->setText(tr("%1 places in %2 articles").arg(count).arg(found->articles));
    m_model->setHits(m_timeline, found->hits);
    Q_EMIT hitsChanged(found->hits);
}

void SearchPanel::begin(bool openOnly)
{
    m_scope->setCurrentIndex(openOnly ? 1 : 0);
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    if (!m_field->text().trimmed().isEmpty())
        ask();
}

void SearchPanel::step(int by)
{
    const int rows = m_model->rowCount();
    if (rows == 0)
        return;
    const QModelIndex current = m_list->currentIndex();
    const int row = current.isValid() ? (current.row() + by + rows) % rows : (by > 0 ? 0 : rows - 1);
    m_list->setCurrentIndex(m_model->index(row));
    activate(m_model->index(row));
}

void SearchPanel::activate(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const search::Hit& hit = m_model->hits()[static_cast<std::size_t>(index.row())];
    Q_EMIT hitActivated({hit.article, hit.span});
}

QString SearchPanel::statusText() const
{
    return m_status->text();
}

} // namespace synoptic::ui
