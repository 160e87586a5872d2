// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "exchange/work_document.h"
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

QTEST_APPLESS_MAIN(TestWorkDocument)
#include "tst_work_document.moc"
