// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <random>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "edits/merge_work.h"
#include "exchange/contradiction_table.h"
#include "exchange/csv_row.h"
#include "exchange/work_document.h"
#include "exchange/work_table.h"
#include "support/payloads.h"
#include "support/random_edits.h"

using namespace synoptic;
using namespace synoptic::exchange;

namespace {

edits::Edits randomEdits(const std::shared_ptr<const analysis::Analysis>& found, std::uint32_t seed, int count)
{
    tests::RandomEdits random(seed);
    edits::Edits all;
    for (int i = 0; i < count; ++i)
        all.push_back(random.next(*edits::applyEdits(found, all)));
    return all;
}

} // namespace

class TestWorkDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWorkComesBackWithoutLoss();
    void otherProgramsFindEventsAndContradictions();
    void otherDocumentsAreRefused_data();
    void otherDocumentsAreRefused();
    void changedBytesNeverCrash();
    void tablesReadBackTheSame();
    void tablesOfOthersAreReadOrRefused_data();
    void tablesOfOthersAreReadOrRefused();
    void contradictionsComeBackFromTheirTable();
    void eventsEvidenceAndNotesComeBackFromTheirTable();
    void flawedTablesOfTheWorkAreRefused();
    void aNewProjectFromTheDocumentIsTheSame();
    void flawedTablesOfContradictionsAreRefused();
};

void TestWorkDocument::theWorkComesBackWithoutLoss()
{
    for (std::uint32_t seed = 0; seed < 30; ++seed) {
        const auto found = tests::randomCorpus(6, 9, seed);
        const edits::Edits all = randomEdits(found, seed, 40);
        const auto timeline = edits::applyEdits(found, all);
        const std::string json = workToJson(*timeline, all, "test");
        const auto back = workFromJson(json);
        QVERIFY2(back.has_value(), back ? "" : back.error().detail.c_str());
        QVERIFY(*back == all);
        const auto again = edits::applyEdits(found, *back);
        QVERIFY(again->sameAs(*timeline));
        QCOMPARE(workToJson(*again, *back, "test"), json);
    }
}

void TestWorkDocument::otherProgramsFindEventsAndContradictions()
{
    const auto found = tests::randomCorpus(4, 5, 1);
    tests::RandomEdits random(3);
    const auto plain = edits::applyEdits(found, {});
    edits::Contradiction contradiction = random.contradiction(*plain);
    contradiction.number = 14;
    contradiction.question = "How many, </script> and \u2028when?";
    const edits::Edits all = {edits::ReviewEvent{found->events[0].key, edits::ReviewState::Rejected},
                              edits::SetEventTags{found->events[1].key, {"ferry"}},
                              edits::PutContradiction{contradiction}};
    const auto timeline = edits::applyEdits(found, all);
    QJsonParseError error;
    const auto document =
        QJsonDocument::fromJson(QByteArray::fromStdString(workToJson(*timeline, all, "synoptic x")), &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    const QJsonObject root = document.object();
    QCOMPARE(root[QStringLiteral("format")].toString(), QStringLiteral("synoptic-work"));
    QCOMPARE(root[QStringLiteral("events")].toArray().size(), 4); // the rejected one is left out
    const QJsonObject record = root[QStringLiteral("contradictions")].toArray()[0].toObject();
    QCOMPARE(record[QStringLiteral("id")].toString(), QStringLiteral("C-014"));
    QCOMPARE(record[QStringLiteral("question")].toString(), QString::fromStdString(contradiction.question));
    const QJsonObject place = record[QStringLiteral("places")].toArray()[0].toObject();
    QCOMPARE(place[QStringLiteral("anchor_state")].toString(), QStringLiteral("exact"));
    QCOMPARE(place[QStringLiteral("file")].toString(), QString::fromStdString(contradiction.parties[0].anchor.file));
    bool tagged = false;
    for (const QJsonValue event : root[QStringLiteral("events")].toArray())
        tagged = tagged || event.toObject()[QStringLiteral("tags")].toArray().contains(QStringLiteral("ferry"));
    QVERIFY(tagged);
}

void TestWorkDocument::otherDocumentsAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("an analysis") << QByteArray(R"({"format":"synoptic-analysis","version":1,"edits":[]})");
    QTest::newRow("a later version") << QByteArray(R"({"format":"synoptic-work","version":2,"edits":[]})");
    QTest::newRow("without edits") << QByteArray(R"({"format":"synoptic-work","version":1})");
    QTest::newRow("edits that are none") << QByteArray(R"({"format":"synoptic-work","version":1,"edits":[{}]})");
    QTest::newRow("a version in words") << QByteArray(R"({"format":"synoptic-work","version":"1","edits":[]})");
}

void TestWorkDocument::otherDocumentsAreRefused()
{
    QFETCH(QByteArray, json);
    const auto edits = workFromJson(json.toStdString());
    QVERIFY(!edits.has_value());
    QVERIFY(edits.error().code == ErrorCode::Malformed);
}

void TestWorkDocument::changedBytesNeverCrash()
{
    const auto found = tests::randomCorpus(3, 4, 1);
    const edits::Edits all = randomEdits(found, 2, 20);
    const std::string sound = workToJson(*edits::applyEdits(found, all), all, "test");
    std::mt19937 random(4);
    int refused = 0;
    for (int i = 0; i < 500; ++i) {
        std::string json = sound;
        for (int change = 0; change < 3; ++change)
            json[random() % json.size()] = static_cast<char>(random() % 256);
        refused += workFromJson(json).has_value() ? 0 : 1;
    }
    QVERIFY(refused > 0);
}

void TestWorkDocument::tablesReadBackTheSame()
{
    for (const std::string& payload : tests::payloads(1000, 7)) {
        if (payload.find('\xff') != std::string::npos)
            continue; // bytes that are no UTF-8 are replaced, for which file names have a column
        for (const char* before : {"", "'", "''", "\""}) {
            const std::string cell = std::string(before).append(payload);
            CsvRow row;
            row.text(cell).number("7").text("");
            const std::string line = row.take();
            QVERIFY(std::string_view("=+-@\t\r\n").find(line[1]) == std::string_view::npos); // no formula
            const auto back = readCsv(line + line);
            QVERIFY2(back.has_value(), line.c_str());
            QCOMPARE(back->size(), std::size_t{2});
            QVERIFY2((back->at(1) == std::vector<std::string>{cell, "7", ""}), line.c_str());
        }
    }
}

void TestWorkDocument::tablesOfOthersAreReadOrRefused_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<int>("rows");
    QTest::newRow("nothing") << QByteArray() << 0;
    QTest::newRow("semicolons and a mark") << QByteArray("\xEF\xBB\xBF"
                                                         "a;b\n\"x;y\";z\n")
                                           << 2;
    QTest::newRow("tabs, no last line end") << QByteArray("a\tb\r\n1\t2") << 2;
    QTest::newRow("a quote never closed") << QByteArray("a,b\n\"x,y\n") << -1;
    QTest::newRow("words after a quote") << QByteArray("a,b\n\"x\"y,z\n") << -1;
    QTest::newRow("a short row") << QByteArray("a,b\nx\n") << -1;
    QTest::newRow("no UTF-8") << QByteArray("a,b\n\xff,c\n") << -1;
}

void TestWorkDocument::tablesOfOthersAreReadOrRefused()
{
    QFETCH(QByteArray, table);
    const auto rows = readCsv(table.toStdString());
    QTEST(rows ? static_cast<int>(rows->size()) : -1, "rows");
}

void TestWorkDocument::contradictionsComeBackFromTheirTable()
{
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        const auto found = tests::randomCorpus(5, 6, seed);
        tests::RandomEdits random(seed);
        edits::Edits all;
        for (std::uint32_t number = 1; number <= 5; ++number) {
            edits::Contradiction record = random.contradiction(*edits::applyEdits(found, {}));
            record.number = number;
            record.events = {"e1", "e2"};
            if (number == 3)
                record.parties[0].anchor.file = "caf\xe9.txt";
            all.push_back(edits::PutContradiction{record});
        }
        const auto timeline = edits::applyEdits(found, all);
        const std::string table = contradictionsToCsv(*timeline);
        const auto back = contradictionsFromCsv(table);
        QVERIFY2(back.has_value(), back ? "" : (back.error().detail + "\n" + table).c_str());
        QCOMPARE(back->size(), std::size_t{5});
        for (std::size_t i = 0; i < back->size(); ++i)
            QVERIFY2(back->at(i) == timeline->contradictions()[i].record, table.c_str());
    }
}

void TestWorkDocument::eventsEvidenceAndNotesComeBackFromTheirTable()
{
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const auto found = tests::randomCorpus(6, 9, seed);
        edits::Edits all = randomEdits(found, seed, 40);
        // Articles and contradictions have tables of their own
        std::erase_if(all, [](const edits::Edit& edit) {
            return std::holds_alternative<edits::SetPublication>(edit) ||
                   std::holds_alternative<edits::SetArticleTitle>(edit) ||
                   std::holds_alternative<edits::SetArticleSource>(edit) ||
                   std::holds_alternative<edits::SetBoilerplate>(edit) ||
                   std::holds_alternative<edits::PutContradiction>(edit);
        });
        const auto timeline = edits::applyEdits(found, all);
        const std::string table = workToTable(*timeline);
        QVERIFY(isWorkTable(table));
        const auto back = workFromTable(table);
        QVERIFY2(back.has_value(), back ? "" : (back.error().detail + "\n" + table).c_str());
        const auto again = edits::applyEdits(found, *back);
        const std::string same = workToTable(*again);
        if (same != table) { // where
            const auto at = std::ranges::mismatch(same, table);
            const auto shown = [](const std::string& text, auto place) {
                const auto from = std::max<std::ptrdiff_t>(place - text.begin() - 400, 0);
                return text.substr(static_cast<std::size_t>(from), 800);
            };
            QFAIL((std::to_string(seed) + "\n" + shown(table, at.in2) + "\n-----\n" + shown(same, at.in1)).c_str());
        }
        QCOMPARE(again->events().size(), timeline->events().size());
        for (std::size_t e = 0; e < again->events().size(); ++e) {
            const edits::TimelineEvent& one = timeline->events()[e];
            const edits::TimelineEvent& other = again->events()[e];
            QCOMPARE(other.event.key, one.event.key);
            QVERIFY(other.event.date == one.event.date && other.event.title == one.event.title);
            QVERIFY(other.tags == one.tags && other.note == one.note && other.review == one.review);
            QVERIFY(other.event.participants == one.event.participants);
            QCOMPARE(other.event.salience, one.event.salience);
            QCOMPARE(other.event.supports.size(), one.event.supports.size());
            for (std::size_t s = 0; s < one.event.supports.size(); ++s)
                QVERIFY(other.event.supports[s].stance == one.event.supports[s].stance);
        }
        QVERIFY(again->notes() == timeline->notes());
        QVERIFY(again->highlights() == timeline->highlights());
    }
}

void TestWorkDocument::flawedTablesOfTheWorkAreRefused()
{
    const auto found = tests::randomCorpus(3, 4, 1);
    const std::string table = workToTable(*edits::applyEdits(found, {}));
    QVERIFY(workFromTable(table).has_value());
    const auto refused = [&table](const std::string& what, const std::string& by) {
        std::string changed = table;
        const auto at = changed.find(what, what.starts_with("\"record") ? 0 : changed.find('\n'));
        if (at == std::string::npos)
            return false;
        changed.replace(at, what.size(), by);
        const auto read = workFromTable(changed);
        return !read && read.error().code == ErrorCode::Malformed;
    };
    QVERIFY(refused("\"record\"", "\"kind\""));
    QVERIFY(refused("\"event\"", "\"happening\""));
    QVERIFY(refused("\"supports\"", "\"tells\""));
    QVERIFY(refused("\"candidate\"", "\"perhaps\""));
    QVERIFY(refused("\"exact\"", "\"nearly\""));
    QVERIFY(!workFromTable("").has_value());
    std::mt19937 random(6);
    for (int i = 0; i < 500; ++i) {
        std::string changed = table;
        for (int change = 0; change < 3; ++change)
            changed[random() % changed.size()] = static_cast<char>(random() % 128);
        if (const auto read = workFromTable(changed))
            QVERIFY(edits::applyEdits(found, *read) != nullptr); // what is read can be carried out
    }
}

/// What a new project made from the exported document shows is what the old one showed.
void TestWorkDocument::aNewProjectFromTheDocumentIsTheSame()
{
    for (std::uint32_t seed = 100; seed < 120; ++seed) {
        const auto found = tests::randomCorpus(6, 9, seed);
        const edits::Edits all = randomEdits(found, seed, 40);
        const auto timeline = edits::applyEdits(found, all);
        const auto back = workFromJson(workToJson(*timeline, all, "test"));
        QVERIFY(back.has_value());
        const edits::MergedWork joined = edits::mergeWork({}, *back);
        QVERIFY(joined.conflicts.empty());
        const auto again = edits::applyEdits(found, joined.added);
        QCOMPARE(workToTable(*again), workToTable(*timeline));
        QCOMPARE(contradictionsToCsv(*again), contradictionsToCsv(*timeline));
    }
}

void TestWorkDocument::flawedTablesOfContradictionsAreRefused()
{
    const auto found = tests::randomCorpus(5, 6, 1);
    tests::RandomEdits random(1);
    edits::Contradiction record = random.contradiction(*edits::applyEdits(found, {}));
    record.type = edits::ContradictionType::Number;
    const std::string table = contradictionsToCsv(*edits::applyEdits(found, {edits::PutContradiction{record}}));
    QVERIFY(contradictionsFromCsv(table).has_value());
    const auto with = [&table](std::string_view what, std::string_view by) {
        std::string changed = table;
        const auto at = changed.find(what);
        return at == std::string::npos ? std::string() : changed.replace(at, what.size(), by);
    };
    QVERIFY(!contradictionsFromCsv(with("\"question\"", "\"query\"")).has_value());
    QVERIFY(!contradictionsFromCsv(with("\"number\"", "\"amount\"")).has_value());
    QVERIFY(!contradictionsFromCsv(with("\"C-00", "\"D-00")).has_value());
    QVERIFY(!contradictionsFromCsv("").has_value());
    const std::string oneParty = table.substr(0, table.rfind("\"C-00"));
    QVERIFY(record.parties.size() > 2 || !contradictionsFromCsv(oneParty).has_value());
}

QTEST_APPLESS_MAIN(TestWorkDocument)
#include "tst_work_document.moc"
