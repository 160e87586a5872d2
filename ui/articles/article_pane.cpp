// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/articles/article_pane.h"

#include <algorithm>
#include <map>

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/articles/reader_text.h"
#include "ui/event_words.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

namespace {

QString publicationReason(const corpus::PublicationDate& published)
{
    QStringList lines{
        ArticlePane::tr("Published %1 (%2)").arg(publicationText(published), publicationBasisText(published.basis))};
    if (published.basis != corpus::PublicationBasis::None)
        lines << ArticlePane::tr("Confidence %1 %").arg(qRound(published.confidence * 100.0));
    for (const corpus::PublicationEvidence& evidence : published.evidence)
        lines << ArticlePane::tr("Because: %1 (%2)").arg(lineText(evidence.why), fileText(evidence.file));
    for (const corpus::RejectedDate& rejected : published.rejected)
        lines << ArticlePane::tr("Not %1: %2").arg(lineText(rejected.value), lineText(rejected.why));
    return lines.join(u'\n');
}

} // namespace

ArticlePane::ArticlePane(QWidget* parent)
    : QFrame(parent)
    , m_theme(Theme::light())
    , m_swatch(new QWidget)
    , m_title(new ElidedLabel)
    , m_sourceName(new ElidedLabel)
    , m_published(new QToolButton)
    , m_pin(new QToolButton)
    , m_text(new ReaderText)
    , m_footer(new PlainLabel)
{
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    QFont strong = m_title->font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_title->setAccessibleName(tr("Title"));
    m_sourceName->setAccessibleName(tr("Source"));
    m_sourceName->setForegroundRole(QPalette::PlaceholderText);
    m_swatch->setFixedWidth(4);
    m_swatch->setAutoFillBackground(true);
    m_published->setAccessibleName(tr("Publication date"));
    m_published->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_pin->setObjectName(QStringLiteral("pin"));
    m_pin->setText(tr("Pin"));
    m_pin->setAccessibleName(tr("Pin this article to its column"));
    m_pin->setCheckable(true);
    m_pin->setAutoRaise(true);
    m_pin->setToolTip(tr("Keep this article in its column"));
    m_footer->setAccessibleName(tr("What this article says of the selected event"));
    m_footer->setForegroundRole(QPalette::PlaceholderText);
    m_footer->setContentsMargins(14, 3, 8, 4);
    m_text->setAccessibleName(tr("Article text"));
    m_text->installEventFilter(this);

    auto* second = new QHBoxLayout;
    second->setSpacing(6);
    second->addWidget(m_sourceName, 1);
    second->addWidget(m_published);
    second->addWidget(m_pin);
    auto* lines = new QVBoxLayout;
    lines->setContentsMargins(8, 6, 6, 5);
    lines->setSpacing(2);
    lines->addWidget(m_title);
    lines->addLayout(second);
    auto* header = new QHBoxLayout;
    header->setSpacing(0);
    header->addWidget(m_swatch);
    header->addLayout(lines, 1);
    auto* rule = new QFrame;
    rule->setFrameShape(QFrame::HLine);
    rule->setForegroundRole(QPalette::Mid);
    auto* ruleBelow = new QFrame;
    ruleBelow->setFrameShape(QFrame::HLine);
    ruleBelow->setForegroundRole(QPalette::Mid);
    for (QFrame* line : {rule, ruleBelow}) {
        line->setFrameShadow(QFrame::Plain);
        line->setFixedHeight(1);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(header);
    column->addWidget(rule);
    column->addWidget(m_text, 1);
    column->addWidget(ruleBelow);
    column->addWidget(m_footer);

    m_text->setClickable([this](std::uint32_t sentence) {
        return m_timeline && !m_timeline->eventsOf({m_article, sentence}).empty();
    });
    connect(m_text, &ReaderText::sentenceActivated, this, [this](std::uint32_t sentence) {
        Q_EMIT sentenceActivated({m_article, sentence});
    });
    connect(m_published, &QToolButton::clicked, this, &ArticlePane::detailsRequested);
    clearArticle();
}

void ArticlePane::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_text->setTheme(theme);
    QPalette colors = m_swatch->palette();
    colors.setColor(QPalette::Window, hasArticle() ? theme.seriesColor(m_source) : theme.border);
    m_swatch->setPalette(colors);
}

void ArticlePane::setArticle(std::shared_ptr<const edits::Timeline> timeline, ArticleId article,
                             const SourceTable& sources)
{
    const std::string& file = timeline->analysis()[article].article.file;
    if (!m_timeline || file != m_file)
        m_eventKey.clear();
    m_timeline = std::move(timeline);
    m_article = article;
    m_source = sources.indexOf(article);
    const auto& shown = m_timeline->analysis().articles[indexOf(article)];
    m_file = shown->article.file;
    if (m_text->article() != shown.get())
        m_text->setArticle(shown);
    m_event.reset();
    showHeader(sources);
    setTheme(m_theme);
}

void ArticlePane::clearArticle()
{
    m_timeline.reset();
    m_file.clear();
    m_event.reset();
    m_eventKey.clear();
    m_text->setArticle(nullptr);
    m_text->clear();
    m_title->setFullText({});
    m_sourceName->setFullText({});
    m_published->hide();
    m_pin->setChecked(false);
    m_footer->clear();
    setAccessibleName(tr("Empty column"));
}

void ArticlePane::showHeader(const SourceTable& sources)
{
    const corpus::Article& article = m_timeline->analysis()[m_article].article;
    m_title->setFullText(titleOf(article));
    m_sourceName->setFullText(sources.nameOf(m_article));
    setAccessibleName(titleOf(article));
    const corpus::PublicationDate& published = article.published;
    const QString basis = published.basis == corpus::PublicationBasis::None
                              ? QString()
                              : QString(u" · " + publicationBasisText(published.basis));
    m_published->setText(withoutMnemonic(publicationText(published) + basis));
    m_published->setToolTip(plainToolTip(publicationReason(published)));
    m_published->setAccessibleDescription(publicationReason(published));
    m_published->show();
}

/// Sentences of this article in text order; of several events that a sentence tells, all letters.
std::vector<Evidence> ArticlePane::evidenceOf(EventId current, const std::vector<EventId>& compared) const
{
    const analysis::ArticleAnalysis& article = m_timeline->analysis()[m_article];
    std::map<std::uint32_t, Evidence> bySentence;
    const auto add = [&](EventId event, const QString& letter) {
        for (const analysis::Support& support : (*m_timeline)[event].event.supports) {
            if (support.article != m_article || support.sentence >= article.sentences.size())
                continue;
            const TextSpan span = article.sentences[support.sentence].span;
            Evidence& own =
                bySentence.try_emplace(support.sentence, Evidence{support.sentence, span, {}, {}, false}).first->second;
            own.triggers.push_back(support.trigger);
            own.isCurrent = own.isCurrent || event == current;
            if (!own.letters.contains(letter))
                own.letters += letter;
        }
    };
    if (compared.size() < 2)
        add(current, {});
    for (std::size_t i = 0; compared.size() > 1 && i < compared.size(); ++i)
        add(compared[i], QChar(u'A' + static_cast<char16_t>(i)));
    std::vector<Evidence> evidence;
    evidence.reserve(bySentence.size());
    for (auto& [sentence, own] : bySentence)
        evidence.push_back(std::move(own));
    return evidence;
}

void ArticlePane::setEvent(std::optional<EventId> event, const std::vector<EventId>& compared)
{
    if (!m_timeline)
        return;
    // Numbers of events change with the snapshot, keys do not: the text one reads must not jump
    const std::string key = event ? (*m_timeline)[*event].event.key : std::string();
    const bool isOther = key != m_eventKey;
    m_eventKey = key;
    m_event = event;
    if (!event) {
        m_text->setEvidence({});
        m_footer->clear();
        return;
    }
    std::vector<Evidence> evidence = evidenceOf(*event, compared);
    std::vector<edits::SentenceRef> sentences;
    for (const analysis::Support& support : (*m_timeline)[*event].event.supports)
        sentences.push_back({support.article, support.sentence});
    std::ranges::sort(sentences);
    const auto rest = std::unique(sentences.begin(), sentences.end()); // clang 14 cannot parse ranges::unique
    const auto all = static_cast<std::size_t>(rest - sentences.begin());
    const auto own = static_cast<std::size_t>(std::ranges::count_if(evidence, &Evidence::isCurrent));
    const bool isSilent = own == 0;
    m_footer->setText(isSilent
                          ? tr("does not mention this event")
                          : (all == 1 ? tr("%1 of 1 sentence").arg(own) : tr("%1 of %2 sentences").arg(own).arg(all)));
    QFont font = m_footer->font();
    font.setItalic(isSilent);
    font.setWeight(isSilent ? QFont::Normal : QFont::DemiBold);
    m_footer->setFont(font);
    m_footer->setForegroundRole(isSilent ? QPalette::PlaceholderText : QPalette::WindowText);
    m_text->setEvidence(std::move(evidence));
    if (!isOther || isSilent || m_text->isEvidenceVisible())
        return;
    m_text->scrollTo(std::ranges::find_if(m_text->evidence(), &Evidence::isCurrent)->span);
}

void ArticlePane::showSentence(std::uint32_t sentence)
{
    if (!m_timeline || sentence >= m_timeline->analysis()[m_article].sentences.size())
        return;
    m_text->scrollTo(m_timeline->analysis()[m_article].sentences[sentence].span);
}

bool ArticlePane::isPinned() const
{
    return m_pin->isChecked();
}

QString ArticlePane::footerText() const
{
    return m_footer->text();
}

bool ArticlePane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT focused();
    return QFrame::eventFilter(watched, event);
}

} // namespace synoptic::ui
