// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/scene_builder.h"

#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

#include "support/corpus_builder.h"
#include "ui/timeline/timeline_painter.h"

using namespace synoptic;
using namespace synoptic::tests;
using namespace synoptic::ui;

namespace {

CorpusBuilder threeSources()
{
    CorpusBuilder corpus;
    for (const char* name : {"Alpha", "Beta", "Gamma"})
        corpus.article(
            ArticleBuilder(std::string(name) + ".txt", name).published("2021-04-20").text("one\ntwo\nthree\nfour"));
    return corpus;
}

std::shared_ptr<const TimelineIndex> indexOf(const CorpusBuilder& corpus, LaneMode lanes = LaneMode::Source,
                                             const EventFilter& filter = {}, TimeMode time = TimeMode::Event)
{
    auto timeline = corpus.build();
    auto sources = std::make_shared<const SourceTable>(SourceTable::of(timeline->analysis()));
    return std::make_shared<const TimelineIndex>(timeline, sources, filter, Arrangement{lanes, time});
}

TimelineScene sceneOf(const std::shared_ptr<const TimelineIndex>& index, std::optional<EventId> selected = {},
                      QSizeF size = {1200, 420})
{
    SceneBuilder builder(index, QApplication::font());
    SceneRequest request;
    request.size = size;
    request.scale = timeline::TimeScale::fitting(*index->extent(), builder.plotWidth(size.width()), 40.0);
    request.selected = selected;
    return builder.build(request);
}

std::uint32_t drawn(const TimelineScene& scene)
{
    auto count = static_cast<std::uint32_t>(scene.marks.size());
    for (const SceneCluster& cluster : scene.clusters)
        count += cluster.count;
    return count;
}

} // namespace

Q_DECLARE_METATYPE(synoptic::ui::EventFilter)

class TestTimelineScene : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayIsAPointAndAMonthIsAMonthWide();
    void anEventHasAMarkInTheLaneOfEachSource();
    void aDisputedDateIsTwoTiedMarks();
    void factualityIsToldByShape();
    void independentSourcesGiveThreeSizes();
    void whatTheFilterHidesIsCounted();
    void theSelectedIsLabeledFirstAndItsPublicationsAreMarked();
    void headlinesNeverOverlapNorAreCrossed();
    void noHeadlineMovesUnderThePointer();
    void byPublicationAnEventStandsWhereEachSourceToldIt();
    void theSelectedEventIsJoinedToTheDaysOnWhichItWasTold();
    void severalSelectedEventsHaveLettersAndAreMeasured();
    void lanesByCertaintyAndByTag();
    void theFilterLooksAtEverythingThatIsAsked_data();
    void theFilterLooksAtEverythingThatIsAsked();
    void aFilterComesBackFromItsValues();
    void nothingIsLostInACrowd_data();
    void nothingIsLostInACrowd();
    void panningMovesNoMarkToAnotherRow();
    void whatIsOutOfSightIsCountedAtTheEdges();
    void theFirstLookGoesWhereTheEventsAre();
    void aPointAnswersWithItsEvent();
    void theNinthSourceHasAnotherShape();
    void whereNothingHappenedIsSaid();
    void aBandIsNoGap();
    void linesOfReferenceStandAtTheirTimes();
    void articlesThatTellEventsTogetherAreOneTopic();
    void anEventInManyLanesIsCountedOnceInEach();
    void whatIsCopiedLooksAsWhatIsDrawn();
    void aSceneIsTheSameWhateverWasDrawnBefore();
};

void TestTimelineScene::theFirstLookGoesWhereTheEventsAre()
{
    CorpusBuilder corpus = threeSources();
    corpus.event("long before", dateOf("2020-01-05"), {{0, 0}});
    for (const char* day :
         {"2021-03-01", "2021-03-02", "2021-03-03", "2021-03-04", "2021-03-05", "2021-03-06", "2021-03-07"})
        corpus.event(day, dateOf(day), {{0, 1}});
    const auto dense = indexOf(corpus);
    const timeline::TimeRange focus = dense->focus().value();
    QVERIFY(focus.begin > timeline::secondsOf(*dayFromIso("2021-02-01")));
    QVERIFY(focus.end < dense->extent()->end + 2 * 86'400.0);
    QVERIFY(focus.overlaps(
        {timeline::secondsOf(*dayFromIso("2021-03-02")), timeline::secondsOf(*dayFromIso("2021-03-07"))}));

    CorpusBuilder even = threeSources();
    for (const char* day : {"2021-01-01", "2021-02-01", "2021-03-01", "2021-04-01", "2021-05-01", "2021-06-01",
                            "2021-07-01", "2021-08-01"})
        even.event(day, dateOf(day), {{0, 1}});
    QVERIFY(indexOf(even)->focus() == indexOf(even)->extent());
    QVERIFY(!indexOf(threeSources())->focus());
}

void TestTimelineScene::aDayIsAPointAndAMonthIsAMonthWide()
{
    CorpusBuilder corpus = threeSources();
    corpus.event("a day", dateOf("2021-03-20"), {{0, 0}});
    corpus.event("a month", dateOf("2021-04"), {{0, 1}});
    corpus.event("about", dateOf("2021-05-02", temporal::Qualifier::About), {{0, 2}});
    corpus.event("before", dateOf("2021-05-20", temporal::Qualifier::Before), {{0, 3}});
    const auto index = indexOf(corpus);
    SceneBuilder builder(index, QApplication::font());
    const timeline::TimeScale scale(
        {timeline::secondsOf(*dayFromIso("2021-03-01")), timeline::secondsOf(*dayFromIso("2021-06-01"))},
        builder.plotWidth(1200));
    const TimelineScene scene = builder.build({{1200, 400}, scale, {}, {}, {}, 0.0, {}, false});
    const SceneMark* day = scene.markOf(EventId{0});
    const SceneMark* month = scene.markOf(EventId{1});
    QVERIFY(day != nullptr && month != nullptr);
    QVERIFY(!day->isBand);
    QVERIFY(month->isBand);
    QVERIFY(std::abs(month->extent.width() - 30 * 86'400.0 / scale.secondsPerPixel()) < 0.01);
    const double noon = timeline::secondsOf(*dayFromIso("2021-03-20")) + 43'200.0;
    QVERIFY(std::abs(day->center.x() - (scene.plotLeft + scale.x(noon))) < 0.01);
    QVERIFY(scene.markOf(EventId{2})->isAbout);
    QVERIFY(scene.markOf(EventId{3})->fadesLeft);
    QVERIFY(!scene.markOf(EventId{3})->fadesRight);
}

void TestTimelineScene::anEventHasAMarkInTheLaneOfEachSource()
{
    CorpusBuilder corpus = threeSources();
    corpus.event("told by two", dateOf("2021-04-13"), {{0, 0}, {2, 1}});
    const TimelineScene scene = sceneOf(indexOf(corpus));
    QCOMPARE(scene.lanes.size(), 3U);
    QCOMPARE(scene.lanes[0].name, QStringLiteral("Alpha"));
    QCOMPARE(scene.marks.size(), 2U);
    for (const SceneMark& mark : scene.marks)
        QVERIFY(scene.lanes[mark.lane].rect.contains(mark.center));
    QCOMPARE(scene.marks[0].lane, 0);
    QCOMPARE(scene.marks[1].lane, 2);
    QCOMPARE(sceneOf(indexOf(corpus, LaneMode::None)).marks.size(), 1U);
}

void TestTimelineScene::aDisputedDateIsTwoTiedMarks()
{
    CorpusBuilder corpus = threeSources();
    corpus.event("disputed", dateOf("2021-04-13"), {{0, 0}, {1, 0}});
    corpus.last().positions = {dateOf("2021-04-13"), dateOf("2021-04-21")};
    corpus.last().supports[1].date = dateOf("2021-04-21");
    const TimelineScene scene = sceneOf(indexOf(corpus));
    QCOMPARE(scene.marks.size(), 2U);
    QVERIFY(scene.marks[0].position != scene.marks[1].position);
    QCOMPARE(scene.ties.size(), 1U);
    QVERIFY(scene.ties[0].line.dx() != 0.0);
    const double mean = (scene.marks[0].center.x() + scene.marks[1].center.x()) / 2.0;
    for (const SceneMark& mark : scene.marks)
        QVERIFY(std::abs(mark.center.x() - mean) > 20.0);
}

void TestTimelineScene::factualityIsToldByShape()
{
    CorpusBuilder corpus = threeSources();
    int day = 1;
    std::vector<MarkShape> shapes;
    for (const auto factuality : {events::Factuality::Asserted, events::Factuality::Planned,
                                  events::Factuality::Possible, events::Factuality::Denied}) {
        corpus.event("event " + std::to_string(day), dateOf("2021-04-0" + std::to_string(day)), {{0, 0}});
        corpus.last().factuality = factuality;
        day += 2;
    }
    const TimelineScene scene = sceneOf(indexOf(corpus));
    for (const SceneMark& mark : scene.marks)
        shapes.push_back(mark.shape);
    QCOMPARE(shapes, (std::vector{MarkShape::Disc, MarkShape::Triangle, MarkShape::Diamond, MarkShape::Cross}));
}

void TestTimelineScene::independentSourcesGiveThreeSizes()
{
    CorpusBuilder corpus = threeSources();
    for (std::uint32_t i = 1; i <= 4; ++i) {
        corpus.event("event " + std::to_string(i), dateOf("2021-04-0" + std::to_string(2 * i)), {{0, 0}});
        corpus.last().independent = i;
    }
    const auto marks = sceneOf(indexOf(corpus)).marks;
    QCOMPARE(marks.size(), 4U);
    QVERIFY(marks[0].radius < marks[1].radius);
    QVERIFY(marks[1].radius < marks[2].radius);
    QCOMPARE(marks[2].radius, marks[3].radius);
}

void TestTimelineScene::whatTheFilterHidesIsCounted()
{
    CorpusBuilder corpus = threeSources();
    corpus.event("weighty ferry", dateOf("2021-04-01"), {{0, 0}}, 0.9);
    corpus.event("light ferry", dateOf("2021-04-02"), {{0, 1}}, 0.2);
    corpus.event("undated ferry", dateOf(""), {{0, 2}}, 0.9);
    corpus.event("bridge", dateOf("2021-04-03"), {{0, 3}}, 0.9);
    EventFilter filter;
    filter.text = QStringLiteral("FERRY");
    const auto index = indexOf(corpus, LaneMode::Source, filter);
    QCOMPARE(index->order().size(), 1U);
    QCOMPARE(index->belowThreshold(), 1U);
    QCOMPARE(index->filtered(), 1U);
    QCOMPARE(index->undated(), std::vector{EventId{2}});
    filter.exception = EventId{1};
    QCOMPARE(indexOf(corpus, LaneMode::Source, filter)->order(), (std::vector{EventId{0}, EventId{1}}));
}

void TestTimelineScene::theSelectedIsLabeledFirstAndItsPublicationsAreMarked()
{
    CorpusBuilder corpus = threeSources();
    for (int i = 0; i < 40; ++i)
        corpus.event("a rather long headline number " + std::to_string(i), dateOf("2021-04-13"), {{0, 0}}, 0.9);
    corpus.event("the lightest", dateOf("2021-04-13"), {{1, 0}}, 0.5);
    corpus.event("edge", dateOf("2021-05-13"), {{0, 0}}, 0.9);
    const TimelineScene scene = sceneOf(indexOf(corpus), EventId{40});
    QCOMPARE(scene.labels.front().event, EventId{40});
    QVERIFY(scene.labels.front().isSelected);
    QVERIFY(scene.marks.back().isSelected); // drawn over the others
    QCOMPARE(scene.publications.size(), 1U);
    QCOMPARE(scene.publications[0].article, ArticleId{1});
}

void TestTimelineScene::noHeadlineMovesUnderThePointer()
{
    CorpusBuilder corpus = threeSources();
    for (int i = 0; i < 12; ++i)
        corpus.event("An event with a headline of some words, number " + std::to_string(i),
                     dateOf("2021-04-" + std::to_string(10 + i)), {{static_cast<std::uint32_t>(i % 3), 0}},
                     0.5 + 0.04 * i);
    const auto index = indexOf(corpus, LaneMode::None);
    SceneBuilder builder(index, QApplication::font());
    SceneRequest request;
    request.size = {900, 420};
    request.scale = timeline::TimeScale::fitting(*index->extent(), builder.plotWidth(900), 40.0);
    const TimelineScene before = builder.build(request);
    QVERIFY(before.labels.size() > 4);
    for (const SceneLabel& label : before.labels) {
        request.hovered = label.event;
        const TimelineScene hovered = builder.build(request);
        QCOMPARE(hovered.labels.size(), before.labels.size());
        for (std::size_t i = 0; i < before.labels.size(); ++i)
            QCOMPARE(hovered.labels[i].rect, before.labels[i].rect);
        QCOMPARE(hovered.eventAt(label.rect.center()), std::optional(label.event));
    }
}

void TestTimelineScene::byPublicationAnEventStandsWhereEachSourceToldIt()
{
    CorpusBuilder corpus;
    corpus.article(ArticleBuilder("a.txt", "Alpha").published("2021-04-20").text("one\ntwo"));
    corpus.article(ArticleBuilder("b.txt", "Beta").published("2021-05-02").text("one\ntwo"));
    corpus.article(ArticleBuilder("c.txt", "Gamma").text("one\ntwo"));
    corpus.event("told twice", dateOf("2021-01-05", temporal::Qualifier::About), {{0, 0}, {1, 0}});
    corpus.event("told on no known day", dateOf("2021-01-06"), {{2, 0}});
    const auto index = indexOf(corpus, LaneMode::Source, {}, TimeMode::Publication);
    QCOMPARE(index->undated(), std::vector{EventId{1}});
    const auto told = index->rangesOf(EventId{0});
    QCOMPARE(told.size(), 2U);
    QCOMPARE(told[0].begin, timeline::secondsOf(*dayFromIso("2021-04-20")));
    QCOMPARE(told[1].begin, timeline::secondsOf(*dayFromIso("2021-05-02")));
    SceneBuilder builder(index, QApplication::font());
    SceneRequest request;
    request.size = {900, 420};
    request.scale = timeline::TimeScale::fitting(*index->extent(), builder.plotWidth(900), 40.0);
    request.selected = EventId{0};
    const TimelineScene scene = builder.build(request);
    QCOMPARE(scene.marks.size(), 2U);
    QVERIFY(scene.marks[0].lane != scene.marks[1].lane);
    QVERIFY(!scene.marks[0].isAbout); // the day of publication is known, whatever is said of the event
    QCOMPARE(scene.ties.size(), 1U);
    QVERIFY(!scene.ties[0].isDispute);
    QVERIFY(scene.publications.empty());
}

void TestTimelineScene::theSelectedEventIsJoinedToTheDaysOnWhichItWasTold()
{
    CorpusBuilder corpus = threeSources();
    corpus.event("told", dateOf("2021-04-05"), {{0, 0}, {2, 1}});
    const auto index = indexOf(corpus, LaneMode::None);
    SceneBuilder builder(index, QApplication::font());
    SceneRequest request;
    request.size = {900, 420};
    request.scale = {{timeline::secondsOf(*dayFromIso("2021-04-01")), timeline::secondsOf(*dayFromIso("2021-04-30"))},
                     builder.plotWidth(900)};
    request.selected = EventId{0};
    const TimelineScene scene = builder.build(request);
    QCOMPARE(scene.publications.size(), 2U);
    for (const ScenePublication& publication : scene.publications)
        QCOMPARE(publication.from, std::optional(scene.markOf(EventId{0})->center));
    request.selected.reset();
    QVERIFY(builder.build(request).publications.empty());
}

void TestTimelineScene::severalSelectedEventsHaveLettersAndAreMeasured()
{
    CorpusBuilder corpus = threeSources();
    corpus.event("first", dateOf("2021-04-02"), {{0, 0}});
    corpus.event("second", dateOf("2021-04-14"), {{1, 0}});
    corpus.event("month", dateOf("2021-05"), {{1, 1}});
    const auto index = indexOf(corpus, LaneMode::None);
    SceneBuilder builder(index, QApplication::font());
    SceneRequest request;
    request.size = {900, 420};
    request.scale = timeline::TimeScale::fitting(*index->extent(), builder.plotWidth(900), 40.0);
    request.selected = EventId{1};
    request.compared = {EventId{0}, EventId{1}};
    const TimelineScene two = builder.build(request);
    QCOMPARE(two.markOf(EventId{0})->letter, QChar(u'A'));
    QCOMPARE(two.markOf(EventId{1})->letter, QChar(u'B'));
    QVERIFY(two.markOf(EventId{2})->letter.isNull());
    for (const std::uint32_t event : {0U, 1U}) {
        const auto label = std::ranges::find(two.labels, EventId{event}, &SceneLabel::event);
        QVERIFY(label != two.labels.end());
        QCOMPARE(label->letter, two.markOf(EventId{event})->letter);
    }
    QVERIFY(two.measure.has_value());
    QCOMPARE(two.measure->text, QStringLiteral("A – B: 12 days"));
    QCOMPARE(two.measure->line.x1(), two.markOf(EventId{0})->center.x());
    QCOMPARE(two.measure->line.x2(), two.markOf(EventId{1})->center.x());
    request.selected = EventId{2};
    request.compared = {EventId{0}, EventId{2}};
    QCOMPARE(builder.build(request).measure->text, QStringLiteral("A – B: 29 – 59 days"));
    request.compared = {EventId{0}};
    QVERIFY(!builder.build(request).measure);
}

void TestTimelineScene::lanesByCertaintyAndByTag()
{
    CorpusBuilder corpus = threeSources();
    corpus.event("sure", dateOf("2021-04-02"), {{0, 0}});
    corpus.event("planned", dateOf("2021-04-03"), {{0, 1}});
    corpus.last().factuality = events::Factuality::Planned;
    const auto certainty = indexOf(corpus, LaneMode::Certainty);
    QCOMPARE(certainty->lanes().size(), 4U);
    QCOMPARE(certainty->lanes()[0].events, 1U);
    QCOMPARE(certainty->lanes()[1].events, 1U);
    QCOMPARE(certainty->lanes()[3].events, 0U);

    const auto built = corpus.build();
    std::vector<edits::TimelineEvent> tagged = built->events();
    tagged[0].tags = {"harbor", "night"};
    const auto timeline = std::make_shared<const edits::Timeline>(built->sharedAnalysis(), tagged);
    const auto sources = std::make_shared<const SourceTable>(SourceTable::of(timeline->analysis()));
    const TimelineIndex tags(timeline, sources, {}, {LaneMode::Tag, TimeMode::Event});
    QCOMPARE(tags.lanes().size(), 3U); // two tags, and what has none
    QCOMPARE(tags.lanes()[0].name, QStringLiteral("harbor"));
    QCOMPARE(tags.lanes()[0].events, 1U);
    QCOMPARE(tags.lanes()[2].events, 1U);
}

void TestTimelineScene::theFilterLooksAtEverythingThatIsAsked_data()
{
    QTest::addColumn<EventFilter>("filter");
    QTest::addColumn<QList<int>>("shown"); // events of the corpus below
    const auto row = [](const char* name, const QList<int>& shown, auto set) {
        EventFilter filter;
        set(filter);
        QTest::newRow(name) << filter << shown;
    };
    row("nothing asked", {0, 1, 2, 3}, [](EventFilter&) {});
    row("a source", {1, 2}, [](EventFilter& own) { own.sources = QStringList{QStringLiteral("Beta")}; });
    row("words, large and small letters alike", {1}, [](EventFilter& own) { own.text = QStringLiteral(" PLAnn "); });
    row("words that are not ASCII", {3}, [](EventFilter& own) { own.text = QStringLiteral("DISPUTÉ"); });
    row("two sources", {1, 2, 3}, [](EventFilter& own) {
        own.sources = QStringList{QStringLiteral("Beta"), QStringLiteral("Gamma")};
    });
    row("from a day on", {1, 2, 3}, [](EventFilter& own) { own.from = dayFromIso("2021-04-10"); });
    row("a month that touches the day", {2, 3}, [](EventFilter& own) {
        own.from = dayFromIso("2021-05-20");
        own.until = dayFromIso("2021-06-20");
    });
    row("planned", {1}, [](EventFilter& own) { own.certainty = {events::Factuality::Planned}; });
    row("two independent sources", {2}, [](EventFilter& own) { own.leastIndependent = 2; });
    row("disputed", {3}, [](EventFilter& own) { own.disputedOnly = true; });
    row("accepted", {}, [](EventFilter& own) { own.review = {edits::ReviewState::Accepted}; });
    row("a tag that no event has", {}, [](EventFilter& own) { own.tag = QStringLiteral("harbor"); });
}

void TestTimelineScene::theFilterLooksAtEverythingThatIsAsked()
{
    QFETCH(EventFilter, filter);
    QFETCH(QList<int>, shown);
    CorpusBuilder corpus = threeSources();
    corpus.event("day", dateOf("2021-04-02"), {{0, 0}});
    corpus.event("planned", dateOf("2021-04-12"), {{1, 0}});
    corpus.last().factuality = events::Factuality::Planned;
    corpus.event("month", dateOf("2021-05"), {{0, 1}, {1, 1}});
    corpus.event("disputé", dateOf("2021-06-01"), {{2, 0}});
    corpus.last().positions = {dateOf("2021-06-01"), dateOf("2021-06-03")};
    const auto index = indexOf(corpus, LaneMode::None, filter);
    QList<int> order;
    for (const EventId id : index->order())
        order << static_cast<int>(id);
    QCOMPARE(order, shown);
    QCOMPARE(index->filtered(), static_cast<std::size_t>(4 - shown.size()));
}

void TestTimelineScene::aFilterComesBackFromItsValues()
{
    EventFilter filter;
    filter.minimumSalience = 0.25;
    filter.text = QStringLiteral("ferry");
    filter.sources = QStringList{QStringLiteral("The “Post”, Ltd."), QStringLiteral("Beta")};
    filter.from = dayFromIso("2021-04-02");
    filter.until = dayFromIso("2021-05-02");
    filter.certainty = {events::Factuality::Denied, events::Factuality::Possible};
    filter.review = {edits::ReviewState::Rejected};
    filter.leastIndependent = 3;
    filter.disputedOnly = true;
    filter.tag = QStringLiteral("harbor");
    QVERIFY(filterFrom(valuesOf(filter)) == filter);
    QVERIFY(filter.isSet());
    QVERIFY(filter.cleared() != filter);
    QVERIFY(!filter.cleared().isSet());
    QCOMPARE(filter.cleared().minimumSalience, 0.25);
    // What is damaged is as at first
    QVERIFY(filterFrom({{"filter.certainty", "99"}, {"filter.review", "x"}, {"filter.from", "soon"}}) == EventFilter());
}

void TestTimelineScene::headlinesNeverOverlapNorAreCrossed()
{
    CorpusBuilder corpus = threeSources();
    for (int i = 0; i < 150; ++i)
        corpus.event("headline " + std::string(static_cast<std::size_t>(i % 40), 'x'),
                     dateOf(isoDate(*dayFromIso("2021-01-01") + std::chrono::days{(i * 37) % 200})),
                     {{static_cast<std::uint32_t>(i % 3), 0}}, 0.5 + i / 400.0);
    const TimelineScene scene = sceneOf(indexOf(corpus), EventId{3}, {1600, 600});
    QVERIFY(scene.labels.size() > 8);
    for (const SceneLabel& a : scene.labels) {
        QVERIFY(scene.labelArea.contains(a.rect));
        for (const SceneLabel& b : scene.labels) {
            if (&a == &b)
                continue;
            QVERIFY(!a.rect.intersects(b.rect));
            const bool passes = b.rect.top() < a.rect.top();
            QVERIFY(!passes || b.leader.x1() <= a.rect.left() || b.leader.x1() >= a.rect.right());
        }
    }
}

void TestTimelineScene::nothingIsLostInACrowd_data()
{
    QTest::addColumn<int>("events");
    QTest::newRow("a few") << 12;
    QTest::newRow("a crowd") << 3000;
}

void TestTimelineScene::nothingIsLostInACrowd()
{
    QFETCH(int, events);
    CorpusBuilder corpus = threeSources();
    for (int i = 0; i < events; ++i)
        corpus.event(
            "e" + std::to_string(i),
            dateOf(
                isoDate(*dayFromIso("2021-01-01") + std::chrono::days{(i * 37) % 200}).substr(0, i % 10 == 0 ? 7 : 10)),
            {{static_cast<std::uint32_t>(i % 3), 0}});
    for (const LaneMode lanes : {LaneMode::None, LaneMode::Source})
        QCOMPARE(drawn(sceneOf(indexOf(corpus, lanes))), static_cast<std::uint32_t>(events));
}

void TestTimelineScene::panningMovesNoMarkToAnotherRow()
{
    CorpusBuilder corpus = threeSources();
    for (int i = 0; i < 400; ++i)
        corpus.event("e" + std::to_string(i),
                     dateOf(isoDate(*dayFromIso("2021-01-01") + std::chrono::days{(i * 37) % 200})), {{0, 0}},
                     0.5 + (i % 7) / 20.0);
    const auto index = indexOf(corpus);
    SceneBuilder builder(index, QApplication::font());
    const timeline::TimeScale scale(
        {timeline::secondsOf(*dayFromIso("2021-02-01")), timeline::secondsOf(*dayFromIso("2021-03-01"))},
        builder.plotWidth(1000));
    const TimelineScene before = builder.build({{1000, 400}, scale, {}, {}, {}, 0.0, {}, false});
    const TimelineScene after = builder.build({{1000, 400}, scale.pannedBy(-137.0), {}, {}, {}, 0.0, {}, false});
    int compared = 0;
    for (const SceneMark& mark : before.marks)
        if (const SceneMark* same = after.markOf(mark.event)) {
            QCOMPARE(same->center.y(), mark.center.y());
            QVERIFY(std::abs(same->center.x() - (mark.center.x() - 137.0)) < 0.01);
            ++compared;
        }
    QVERIFY(compared > 20);
}

void TestTimelineScene::whatIsOutOfSightIsCountedAtTheEdges()
{
    CorpusBuilder corpus = threeSources();
    for (const char* day : {"2021-01-01", "2021-01-02", "2021-04-15", "2021-09-01"})
        corpus.event(std::string("event of ") + day, dateOf(day), {{0, 0}});
    const auto index = indexOf(corpus);
    SceneBuilder builder(index, QApplication::font());
    const timeline::TimeScale scale(
        {timeline::secondsOf(*dayFromIso("2021-04-01")), timeline::secondsOf(*dayFromIso("2021-05-01"))},
        builder.plotWidth(1000));
    const TimelineScene scene = builder.build({{1000, 400}, scale, {}, {}, {}, 0.0, {}, false});
    QCOMPARE(scene.earlier.count, 2U);
    QCOMPARE(scene.later.count, 1U);
}

void TestTimelineScene::aPointAnswersWithItsEvent()
{
    CorpusBuilder corpus = threeSources();
    corpus.event("month", dateOf("2021-04"), {{0, 0}});
    corpus.event("day", dateOf("2021-04-13"), {{0, 1}});
    const TimelineScene scene = sceneOf(indexOf(corpus));
    for (const SceneMark& mark : scene.marks)
        QCOMPARE(scene.eventAt(mark.center), std::optional(mark.event));
    for (const SceneLabel& label : scene.labels)
        QCOMPARE(scene.eventAt(label.rect.center()), std::optional(label.event));
    QVERIFY(!scene.eventAt(scene.axisArea.center()).has_value());
}

void TestTimelineScene::theNinthSourceHasAnotherShape()
{
    CorpusBuilder corpus;
    for (std::uint32_t i = 0; i < 9; ++i) {
        corpus.article(ArticleBuilder("a" + std::to_string(i), "Source " + std::to_string(i)).text("one"));
        corpus.event("event " + std::to_string(i), dateOf("2021-04-0" + std::to_string(i + 1)), {{i, 0}});
    }
    const auto marks = sceneOf(indexOf(corpus, LaneMode::None)).marks;
    QCOMPARE(marks.front().shape, MarkShape::Disc);
    QCOMPARE(marks.back().shape, MarkShape::Square);
    const auto index = indexOf(corpus, LaneMode::Source);
    QCOMPARE(index->lanes().size(), TimelineIndex::mostLanes);
    QCOMPARE(index->lanes().back().events, 2U);
}

void TestTimelineScene::whereNothingHappenedIsSaid()
{
    CorpusBuilder corpus = threeSources();
    for (const char* day : {"2021-01-01", "2021-01-03", "2021-01-05", "2021-04-15", "2021-04-16"})
        corpus.event(std::string("event of ") + day, dateOf(day), {{0, 0}});
    for (const LaneMode lanes : {LaneMode::None, LaneMode::Source}) {
        const TimelineScene scene = sceneOf(indexOf(corpus, lanes));
        QCOMPARE(scene.gaps.size(), 1U);
        QCOMPARE(scene.gaps[0].text, QStringLiteral("no event for 99 days"));
        QVERIFY(scene.gaps[0].rect.contains(scene.gaps[0].textRect));
        for (const SceneMark& mark : scene.marks)
            QVERIFY(!scene.gaps[0].rect.contains(mark.center));
    }
}

void TestTimelineScene::aBandIsNoGap()
{
    CorpusBuilder corpus = threeSources();
    corpus.event("first", dateOf("2021-01-01"), {{0, 0}});
    corpus.event("in a month", dateOf("2021-02"), {{0, 0}});
    corpus.event("last", dateOf("2021-03-01"), {{0, 0}});
    for (const SceneGap& gap : sceneOf(indexOf(corpus)).gaps) {
        const SceneMark* month = sceneOf(indexOf(corpus)).markOf(EventId{1});
        QVERIFY(!gap.rect.intersects(month->extent));
    }
}

void TestTimelineScene::linesOfReferenceStandAtTheirTimes()
{
    CorpusBuilder corpus = threeSources();
    for (int i = 0; i < 60; ++i)
        corpus.event("a headline, number " + std::to_string(i),
                     dateOf(isoDate(*dayFromIso("2021-04-01") + std::chrono::days{i % 25})), {{0, 0}});
    const auto index = indexOf(corpus);
    SceneBuilder builder(index, QApplication::font());
    SceneRequest request;
    request.size = {900, 420};
    request.scale = timeline::TimeScale::fitting(*index->extent(), builder.plotWidth(900), 40.0);
    const double noon = timeline::secondsOf(*dayFromIso("2021-04-13")) + 43'200.0;
    request.references = {timeline::secondsOf(*dayFromIso("1999-01-01")), noon};
    const TimelineScene scene = builder.build(request);
    QCOMPARE(scene.references.size(), 1U);
    QCOMPARE(scene.references[0].time, noon);
    QCOMPARE(scene.references[0].text, QStringLiteral("13 April 2021"));
    QVERIFY(std::abs(scene.references[0].x - (scene.plotLeft + request.scale.x(noon))) < 0.01);
    for (const SceneLabel& label : scene.labels)
        QVERIFY(!label.rect.intersects(scene.references[0].rect));
    QCOMPARE(scene.referenceAt(scene.references[0].rect.center()), scene.references.data());
}

void TestTimelineScene::articlesThatTellEventsTogetherAreOneTopic()
{
    CorpusBuilder corpus;
    for (const char* name : {"a", "b", "c", "d"})
        corpus.article(ArticleBuilder(std::string(name) + ".txt", name)
                           .title(std::string("Headline ") + name)
                           .text("one\ntwo\nthree\nfour"));
    corpus.event("ferry aground", dateOf("2021-04-01"), {{0, 0}, {1, 0}});
    corpus.event("ferry towed", dateOf("2021-04-02"), {{0, 1}, {1, 1}});
    corpus.event("captain heard", dateOf("2021-04-03"), {{1, 2}});
    corpus.event("budget passed", dateOf("2021-04-04"), {{2, 0}, {3, 0}});
    corpus.event("budget signed", dateOf("2021-04-05"), {{2, 1}, {3, 1}});
    corpus.event("of no article", dateOf("2021-04-06"));
    corpus.last().independent = 1;
    const auto index = indexOf(corpus, LaneMode::Topic);
    QCOMPARE(index->lanes().size(), 3U);
    QCOMPARE(index->lanes()[0].name, QStringLiteral("Headline b")); // tells three of the events
    QCOMPARE(index->lanes()[0].events, 3U);
    QCOMPARE(index->lanes()[1].events, 2U);
    QCOMPARE(index->lanes()[2].events, 1U);
    // One event that was joined by mistake makes no topic of two
    corpus.event("joined by mistake", dateOf("2021-04-07"), {{1, 3}, {2, 2}});
    corpus.event("another", dateOf("2021-04-08"), {{1, 3}});
    corpus.event("and another", dateOf("2021-04-09"), {{2, 3}});
    corpus.event("and one more", dateOf("2021-04-09"), {{2, 3}});
    QCOMPARE(indexOf(corpus, LaneMode::Topic)->lanes().size(), 3U);
}

void TestTimelineScene::anEventInManyLanesIsCountedOnceInEach()
{
    CorpusBuilder corpus = threeSources();
    corpus.event("disputed", dateOf("2021-04-13"), {{0, 0}, {1, 0}, {1, 1}});
    corpus.last().positions = {dateOf("2021-04-13"), dateOf("2021-04-21")};
    corpus.last().supports[1].date = dateOf("2021-04-21");
    const auto index = indexOf(corpus);
    QCOMPARE(index->lanes()[0].events, 1U);
    QCOMPARE(index->lanes()[1].events, 1U);
    QCOMPARE(index->lanes()[2].events, 0U);
    QCOMPARE(index->order(), std::vector{EventId{0}});
}

/// A scene drawn with copies of marks, and the same with each mark drawn anew.
void TestTimelineScene::whatIsCopiedLooksAsWhatIsDrawn()
{
    CorpusBuilder corpus = threeSources();
    int day = 1;
    for (const auto factuality : {events::Factuality::Asserted, events::Factuality::Planned,
                                  events::Factuality::Possible, events::Factuality::Denied}) {
        for (const auto qualifier :
             {temporal::Qualifier::Exact, temporal::Qualifier::About, temporal::Qualifier::Before}) {
            const std::string iso = day < 10 ? "0" + std::to_string(day) : std::to_string(day);
            corpus.event("event " + std::to_string(day), dateOf("2021-04-" + iso, qualifier),
                         {{static_cast<std::uint32_t>(day % 3), 0}});
            corpus.last().factuality = factuality;
            day += 2;
        }
    }
    corpus.event("a month", dateOf("2021-04"), {{1, 0}});
    TimelineScene scene = sceneOf(indexOf(corpus));
    scene.labels.clear();
    scene.gaps.clear();
    scene.earlier = scene.later = {};
    for (SceneMark& mark : scene.marks) { // where copies stand
        mark.center = {std::round(mark.center.x()), std::round(mark.center.y())};
        mark.extent = mark.isBand ? QRectF(mark.extent.toAlignedRect()) : QRectF();
    }
    for (const double scale : {1.0, 1.25, 2.0}) {
        const auto picture = [&](double stretch) {
            QImage image((scene.size * scale).toSize(), QImage::Format_RGB32);
            TimelinePainter artist(Theme::light(), QApplication::font());
            QPainter painter(&image);
            painter.scale(scale, scale * stretch);
            artist.paint(painter, scene);
            return image;
        };
        const QImage copied = picture(1.0);
        const QImage drawn = picture(1.0 + 1e-7); // not square: nothing can be copied, everything is drawn
        const QRectF plot = scene.laneArea.adjusted(scene.plotLeft, 0.0, 0.0, 0.0);
        const QRect lanes = QRectF(plot.topLeft() * scale, plot.size() * scale).toRect();
        int different = 0;
        for (int y = lanes.top(); y < lanes.bottom(); ++y)
            for (int x = lanes.left(); x < lanes.right(); ++x)
                different += std::abs(qGray(drawn.pixel(x, y)) - qGray(copied.pixel(x, y))) > 64 ? 1 : 0;
        // At a scale of one and a quarter a mark moves by half a pixel at most
        const int most = scale == 1.25 ? 400 : 20;
        QVERIFY2(different < most, qPrintable(QString::number(scale) + u' ' + QString::number(different)));
    }
}

void TestTimelineScene::aSceneIsTheSameWhateverWasDrawnBefore()
{
    CorpusBuilder corpus = threeSources();
    for (int i = 0; i < 900; ++i)
        corpus.event(
            "e" + std::to_string(i),
            dateOf(
                isoDate(*dayFromIso("2020-01-01") + std::chrono::days{(i * 37) % 700}).substr(0, i % 9 == 0 ? 7 : 10)),
            {{static_cast<std::uint32_t>(i % 3), 0}}, 0.5 + (i % 11) / 30.0);
    const auto index = indexOf(corpus);
    SceneRequest request;
    request.size = {1000, 400};
    SceneBuilder walked(index, QApplication::font());
    timeline::TimeScale scale = timeline::TimeScale::fitting(*index->extent(), walked.plotWidth(1000), 40.0);
    for (int step = 0; step < 30; ++step) {
        scale = step % 2 == 0 ? scale.zoomedAround(300.0, step < 15 ? 1.6 : 0.7) : scale.pannedBy(-60.0);
        request.scale = scale;
        const TimelineScene there = walked.build(request);
        SceneBuilder anew(index, QApplication::font());
        const TimelineScene once = anew.build(request);
        QCOMPARE(there.marks.size(), once.marks.size());
        for (std::size_t i = 0; i < once.marks.size(); ++i) {
            QCOMPARE(there.marks[i].event, once.marks[i].event);
            QCOMPARE(there.marks[i].center, once.marks[i].center);
        }
        QCOMPARE(there.labels.size(), once.labels.size());
        for (std::size_t i = 0; i < once.labels.size(); ++i)
            QCOMPARE(there.labels[i].rect, once.labels[i].rect);
    }
}

QTEST_MAIN(TestTimelineScene)
#include "tst_timeline_scene.moc"
