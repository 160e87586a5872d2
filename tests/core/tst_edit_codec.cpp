// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>
#include <string>
#include <variant>
#include <vector>

#include <QTest>

#include "base/limits.h"
#include "exchange/edit_codec.h"
#include "exchange/edit_names.h"
#include "exchange/json_reader.h"
#include "support/random_edits.h"

using namespace synoptic;
using namespace synoptic::exchange;

namespace {

std::string replaced(std::string text, std::string_view what, std::string_view by)
{
    const auto at = text.find(what);
    return at == std::string::npos ? std::string() : text.replace(at, what.size(), by);
}

const std::string accept = R"({"type":"review event","event":"k","state":"accepted"})";

} // namespace

class TestEditCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEditReadsBackTheSame();
    void actionsReadBackTheSame();
    void aFileNameThatIsNotUtf8ReadsBackTheSame();
    void theFormatIsStable();
    void wrongEditsAreRefused_data();
    void wrongEditsAreRefused();
    void changedBytesNeverCrash();
    void everyNameNamesItsValue();
    void jsonOfOthersIsBounded_data();
    void jsonOfOthersIsBounded();
};

void TestEditCodec::everyEditReadsBackTheSame()
{
    const auto timeline = edits::applyEdits(tests::randomCorpus(8, 12, 3), {});
    tests::RandomEdits random(11);
    std::vector<int> seen(std::variant_size_v<edits::Edit>, 0);
    auto shown = timeline;
    edits::Edits some;
    for (int i = 0; i < 3000; ++i) {
        const edits::Edit edit = random.next(*shown);
        ++seen[edit.index()];
        const std::string json = editToJson(edit);
        QVERIFY(json.find('\n') == std::string::npos);
        const auto back = editFromJson(json);
        QVERIFY2(back.has_value(), back ? "" : (json + back.error().detail).c_str());
        QVERIFY2(*back == edit, json.c_str());
        QCOMPARE(editToJson(*back), json);
        if (i % 100 == 0) {
            some.push_back(edit);
            shown = edits::applyEdits(timeline->found(), some); // so that notes and highlights are there to change
        }
    }
    QVERIFY(std::ranges::find(seen, 0) == seen.end());
}

void TestEditCodec::actionsReadBackTheSame()
{
    const auto timeline = edits::applyEdits(tests::randomCorpus(8, 12, 3), {});
    tests::RandomEdits random(12);
    edits::Edits action;
    for (int i = 0; i < 100; ++i) {
        const auto back = editsFromJson(editsToJson(action));
        QVERIFY(back.has_value());
        QVERIFY(*back == action);
        action.push_back(random.next(*timeline));
    }
    QVERIFY(!editsFromJson("{}").has_value());
    QVERIFY(!editsFromJson("[1]").has_value());
}

void TestEditCodec::aFileNameThatIsNotUtf8ReadsBackTheSame()
{
    const edits::Edit edit = edits::SetArticleTitle{"caf\xe9.txt", "Café"};
    const std::string json = editToJson(edit);
    QVERIFY(json.find("\"file_bytes\":\"636166e92e747874\"") != std::string::npos);
    QVERIFY(editFromJson(json).value() == edit);
    // One name, one spelling.
    QVERIFY(!editFromJson(R"({"type":"set article title","file_bytes":"612e747874","title":""})").has_value());
    QVERIFY(!editFromJson(R"({"type":"set article title","file_bytes":"6","title":""})").has_value());
}

void TestEditCodec::theFormatIsStable()
{
    QCOMPARE(editToJson(edits::ReviewEvent{"k", edits::ReviewState::Accepted}), accept);
    QCOMPARE(editToJson(edits::RedateEvent{"k", {}}),
             std::string(R"({"type":"redate event","event":"k","date":{"words":"","value":"","interval":null,)"
                         R"("qualifier":"unknown","basis":"none","confidence":0,"how":""}})"));
    QCOMPARE(editToJson(edits::SetEventSignificance{"k", 1.0 / 3.0}),
             std::string(R"({"type":"set significance","event":"k","salience":0.3333333333333333})"));
}

void TestEditCodec::wrongEditsAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char* name, const std::string& json) {
        QTest::newRow(name) << QByteArray::fromStdString(json);
    };
    row("nothing", "");
    row("no object", "[]");
    row("no type", R"({"event":"k","state":"accepted"})");
    row("another type", replaced(accept, "review event", "delete everything"));
    row("a field missing", R"({"type":"review event","event":"k"})");
    row("a field too many", replaced(accept, "}", R"(,"x":1})"));
    row("a field twice", replaced(accept, "}", R"(,"state":"accepted"})"));
    row("a number for a text", replaced(accept, "\"k\"", "1"));
    row("another state", replaced(accept, "accepted", "approved"));
    row("a comma too many", replaced(accept, "}", ",}"));
    row("something after it", accept + "x");
    row("not UTF-8", replaced(accept, "k", "\xff"));
    row("half a surrogate", replaced(accept, "k", "\\ud800"));
    row("a significance over one", R"({"type":"set significance","event":"k","salience":1.5})");
    row("a significance that is no number", R"({"type":"set significance","event":"k","salience":null})");
    row("a color that does not fit",
        replaced(editToJson(edits::PutHighlight{{}, 7, ""}), "\"color\":7", "\"color\":256"));
    row("a negative position", replaced(editToJson(edits::RemoveHighlight{}), "\"position\":0", "\"position\":-1"));
    row("an end before its beginning",
        R"({"type":"redate event","event":"k","date":{"words":"","value":"","interval":{"begin":10,"end":0,)"
        R"("granularity":"day"},"qualifier":"exact","basis":"none","confidence":0,"how":""}})");
    row("a time that no calendar holds",
        R"({"type":"redate event","event":"k","date":{"words":"","value":"","interval":{"begin":0,)"
        R"("end":9223372036854775807,"granularity":"day"},"qualifier":"exact","basis":"none","confidence":0,"how":""}})");
    edits::Contradiction contradiction;
    contradiction.number = 1;
    contradiction.parties.resize(1);
    const std::string record = editToJson(edits::PutContradiction{contradiction});
    row("a contradiction without a number", replaced(record, "\"number\":1", "\"number\":0"));
    row("a side that is no letter", replaced(record, R"("side":"A")", R"("side":"AB")"));
    row("a grade that there is not", replaced(record, R"("source_grade":"F")", R"("source_grade":"G")"));
    row("another grade", replaced(record, "\"information_grade\":6", "\"information_grade\":7"));
    row("too deep", std::string(100'000, '['));
    row("an object too deep", [] {
        std::string json;
        for (int i = 0; i < 100; ++i)
            json += R"({"a":)";
        return json;
    }());
}

void TestEditCodec::wrongEditsAreRefused()
{
    QFETCH(QByteArray, json);
    const auto edit = editFromJson(json.toStdString());
    QVERIFY(!edit.has_value());
    QVERIFY(!edit.error().detail.empty());
}

void TestEditCodec::changedBytesNeverCrash()
{
    const auto timeline = edits::applyEdits(tests::randomCorpus(4, 6, 3), {});
    tests::RandomEdits source(5);
    std::mt19937 random(6);
    int accepted = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string json = editToJson(source.next(*timeline));
        for (std::size_t changes = 1 + random() % 3; changes > 0; --changes) {
            const std::size_t at = random() % json.size();
            switch (random() % 3) {
            case 0:
                json[at] = static_cast<char>(random() % 256);
                break;
            case 1:
                json.erase(at, 1 + random() % 8);
                break;
            default:
                json.insert(at, json.substr(random() % json.size(), random() % 20));
                break;
            }
            if (json.empty())
                json = "{";
        }
        if (const auto edit = editFromJson(json)) {
            ++accepted;
            QVERIFY(editFromJson(editToJson(*edit)).value() == *edit); // what is taken is sound
        }
    }
    QVERIFY(accepted < 20'000);
}

void TestEditCodec::everyNameNamesItsValue()
{
    for (int value = 0; value <= static_cast<int>(lastOf<edits::ContradictionType>); ++value) {
        const auto type = static_cast<edits::ContradictionType>(value);
        QVERIFY(valueNamed<edits::ContradictionType>(nameOf(type)) == type);
    }
    for (int value = 0; value <= static_cast<int>(lastOf<edits::ResolutionMethod>); ++value) {
        const auto method = static_cast<edits::ResolutionMethod>(value);
        QVERIFY(valueNamed<edits::ResolutionMethod>(nameOf(method)) == method);
    }
    QVERIFY(!valueNamed<edits::Severity>("Minor"));
    QVERIFY(!valueNamed<edits::Severity>(""));
}

void TestEditCodec::jsonOfOthersIsBounded_data()
{
    QTest::addColumn<int>("depth");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("one less than the limit") << int{limits::jsonDepth} - 1 << true;
    QTest::newRow("the limit") << int{limits::jsonDepth} << true;
    QTest::newRow("one more") << int{limits::jsonDepth} + 1 << false;
}

void TestEditCodec::jsonOfOthersIsBounded()
{
    QFETCH(int, depth);
    const auto size = static_cast<std::size_t>(depth);
    const auto value = readJson(std::string(size, '[') + std::string(size, ']'));
    QTEST(value.has_value(), "isRead");
    QVERIFY(readJson("[1,2,3]", 4).has_value());
    QVERIFY(readJson("[1,2,3]", 3).error().code == ErrorCode::TooBig);
}

QTEST_APPLESS_MAIN(TestEditCodec)
#include "tst_edit_codec.moc"
