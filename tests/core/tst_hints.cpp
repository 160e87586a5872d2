// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>
#include <string>

#include <QTest>

#include "analysis/analyze_article.h"
#include "analysis/link_corpus.h"
#include "base/digest.h"

using namespace synoptic;
using analysis::Analysis;
using analysis::ArticleAnalysis;
using analysis::Hint;

namespace {

constexpr double certain = 0.5;

std::shared_ptr<const ArticleAnalysis> article(const std::string& file, const std::string& published,
                                               const std::string& text)
{
    corpus::Article article;
    article.file = file;
    article.sha256 = sha256Hex(text);
    article.source = "Paper " + file;
    article.title = text.substr(0, text.find('\n'));
    article.text = text;
    if (const auto days = daysFromIso(published)) {
        article.published.value = published;
        article.published.range = *days;
        article.published.basis = corpus::PublicationBasis::Metadata;
        article.published.confidence = 1.0;
    }
    return std::make_shared<const ArticleAnalysis>(analysis::analyzeArticle(std::move(article)));
}

std::shared_ptr<const Analysis> linkTwo(const std::string& first, const std::string& second)
{
    return analysis::linkCorpus("folder",
                                {article("a.txt", "2022-06-08", first), article("b.txt", "2022-06-10", second)}, {});
}

std::vector<Hint> certainHints(const Analysis& analysis)
{
    std::vector<Hint> hints;
    std::ranges::copy_if(analysis.hints, std::back_inserter(hints),
                         [](const Hint& hint) { return hint.score >= certain; });
    return hints;
}

} // namespace

class TestHints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oppositeAnswersAreHints_data();
    void oppositeAnswersAreHints();
    void whatAgreesIsNoHint_data();
    void whatAgreesIsNoHint();
    void aHeadlineAgainstItsOwnText();
    void theReasonsAreToldApartAtTheirBeginning();
    void aNumberIsComparedWhereNoEventJoinsTheSentences();
};

void TestHints::oppositeAnswersAreHints_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("why");
    QTest::newRow("negated") << "Harbor master Elin Dahl resigned on Monday over the crane contract in Brel."
                             << "Harbor master Elin Dahl did not resign on Monday over the crane contract in Brel."
                             << "occurrence"
                             << "direct"
                             << "Did it happen or not (resign)?";
    QTest::newRow("nobody and somebody")
        << "Nobody was injured when a tram hit a truck in the center of Orsk on Monday."
        << "Four riders were injured when a tram hit a truck in the center of Orsk on Monday."
        << "occurrence"
        << "direct"
        << "Did it happen or not (injure)?";
    QTest::newRow("opposite verbs") << "The council of Brel approved the plan for a new harbor bridge on Monday."
                                    << "The council of Brel rejected the plan for a new harbor bridge on Monday."
                                    << "other"
                                    << "direct"
                                    << "Does it approve or reject?";
    QTest::newRow("planned and cancelled") << "The regatta of the northern islands in Varnholm will start on June 18."
                                           << "The regatta of the northern islands in Varnholm has been cancelled."
                                           << "occurrence"
                                           << "update"
                                           << "Planned or cancelled (regatta)?";
    QTest::newRow("two places") << "A balloon with six tourists made an emergency landing in Orsk on Monday."
                                << "A balloon with six tourists made an emergency landing in Brel on Monday."
                                << "place"
                                << "direct"
                                << "In Orsk or in Brel?";
    QTest::newRow("welcomed elsewhere")
        << "Mayor Holm rejects a merger with Brel\n\nMayor Holm of Orsk rejected a merger "
           "with Brel at a meeting with Mayor Dahl on Monday."
        << "Mayor Dahl of Brel met Mayor Holm of Orsk on Monday. The merger with Brel has "
           "been received positively in Orsk, Mayor Dahl said after the meeting."
        << "other"
        << "direct"
        << "Rejected or welcomed (merger)?";
}

void TestHints::oppositeAnswersAreHints()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(QString, type);
    QFETCH(QString, kind);
    QFETCH(QString, why);
    const auto analysis = linkTwo(first.toStdString(), second.toStdString());
    const auto hints = certainHints(*analysis);
    const auto found =
        std::ranges::find_if(hints, [&](const Hint& hint) { return QString::fromStdString(hint.why).startsWith(why); });
    QVERIFY2(found != hints.end(), hints.empty() ? "none" : hints.front().why.c_str());
    QCOMPARE(QString::fromStdString(found->type), type);
    QCOMPARE(QString::fromStdString(found->kind), kind);
    QVERIFY(found->why.find("published 2022-06-08 and 2022-06-10") != std::string::npos);
}

void TestHints::whatAgreesIsNoHint_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("another verb is negated")
        << "Mayor Holm, who did not see the parade, opened the fair of Orsk on Monday."
        << "Mayor Holm opened the fair of Orsk on Monday.";
    QTest::newRow("a possibility, later a fact") << "The fire at the Orsk sawmill may have been arson."
                                                 << "The fire at the Orsk sawmill was arson.";
    QTest::newRow("a spokesman speaks for him")
        << "President Irsa announced a new ferry tax on Monday."
        << "A spokesman for President Irsa announced a new ferry tax on Monday.";
    QTest::newRow("a place inside the other")
        << "The painter Ada Kol was arrested in Varn on Monday."
        << "The painter Ada Kol was arrested in Orsk, the capital of Varn, on Monday.";
    QTest::newRow("the same day") << "Orsk and Brel signed the fishing treaty on Monday."
                                  << "Orsk and Brel signed the fishing treaty on June 6.";
}

void TestHints::whatAgreesIsNoHint()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    const auto analysis = linkTwo(first.toStdString(), second.toStdString());
    const auto hints = certainHints(*analysis);
    QVERIFY2(hints.empty(), hints.empty() ? "" : hints.front().why.c_str());
}

void TestHints::aHeadlineAgainstItsOwnText()
{
    const auto analysis =
        linkTwo("Orsk and Brel will hold a regatta in Varnholm\n\nOrsk and Brel held a sailing regatta in "
                "Varnholm on Monday. Forty boats took part.",
                "Cheese is dear\n\nThe price of cheese rose in May.");
    const auto hints = certainHints(*analysis);
    QCOMPARE(hints.size(), std::size_t{1});
    QCOMPARE(hints.front().type, std::string("certainty"));
    QVERIFY(hints.front().why.starts_with("To come or done (hold)?"));
    QCOMPARE(hints.front().articleA, hints.front().articleB);
}

void TestHints::theReasonsAreToldApartAtTheirBeginning()
{
    const auto analysis =
        linkTwo("The ferry Alma sank off Varnholm in a storm and nine people were killed. The harbor of "
                "Varnholm stayed closed for 30 boats after the storm.",
                "The ferry Alma sank off Varnholm in a storm and five people were killed. The harbor of "
                "Varnholm stayed closed for 70 boats after the storm. Tugs searched all night.");
    std::set<std::string> beginnings;
    for (const Hint& hint : analysis->hints)
        beginnings.insert(hint.why.substr(0, 8));
    QVERIFY(analysis->hints.size() >= 2);
    QCOMPARE(beginnings.size(), analysis->hints.size());
}

void TestHints::aNumberIsComparedWhereNoEventJoinsTheSentences()
{
    const auto analysis = linkTwo(
        "The ferry Alma sank off Varnholm on Monday. Two sea cables off Varnholm and Orsk had snapped, divers said.",
        "The ferry Alma sank off Varnholm on Monday. Divers off Varnholm and Orsk repair three sea cables.");
    QVERIFY(std::ranges::any_of(analysis->hints, [](const Hint& hint) {
        return hint.type == "number" && hint.why.starts_with("Two or three (cables)?");
    }));
}

QTEST_APPLESS_MAIN(TestHints)
#include "tst_hints.moc"
