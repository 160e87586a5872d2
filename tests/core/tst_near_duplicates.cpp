// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/near_duplicates.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <random>
#include <string>

using namespace synoptic::ingest;

class TestNearDuplicates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameTextIsOneCluster();
    void aReprintWithChangesIsFound();
    void anExcerptIsIncluded();
    void differentTextsStayApart();
    void textsTooShortToTellAreAlone_data();
    void textsTooShortToTellAreAlone();
    void clustersDoNotChain();
    void manyCopiesAreOneCluster();
    void clustersAreThoseOfAnExactComparison();

private:
    /// Words drawn from a vocabulary so large that two texts share hardly a shingle.
    static std::vector<std::string> words(std::uint32_t seed, std::size_t count)
    {
        std::mt19937 random(seed);
        std::vector<std::string> result;
        for (std::size_t i = 0; i < count; ++i)
            result.push_back("w" + std::to_string(random() % 5000));
        return result;
    }
    static std::string joined(const std::vector<std::string>& parts)
    {
        std::string text;
        for (const std::string& part : parts)
            text += part + ' ';
        return text;
    }
    static std::vector<std::uint32_t> clusters(const std::vector<std::string>& texts)
    {
        const std::vector<std::string_view> views(texts.begin(), texts.end());
        return reprintClusters(views);
    }
};

using Numbers = std::vector<std::uint32_t>;

void TestNearDuplicates::theSameTextIsOneCluster()
{
    const std::string text = joined(words(1, 200));
    std::string shouted = text;
    std::ranges::replace(shouted, ' ', '\n');
    std::ranges::replace(shouted, 'w', 'W');
    QCOMPARE(clusters({text, joined(words(2, 200)), shouted}), (Numbers{0, 1, 0}));
    QCOMPARE(clusters({}), Numbers{});
}

void TestNearDuplicates::aReprintWithChangesIsFound()
{
    auto changed = words(1, 400);
    for (std::size_t i = 30; i < changed.size(); i += 60)
        changed[i] = "edited";
    QCOMPARE(clusters({joined(words(1, 400)), joined(changed)}), (Numbers{0, 0}));
}

void TestNearDuplicates::anExcerptIsIncluded()
{
    const auto whole = words(1, 600);
    const std::vector<std::string> part(whole.begin() + 100, whole.begin() + 220);
    QCOMPARE(clusters({joined(part), joined(words(3, 300)), joined(whole)}), (Numbers{0, 1, 0}));
}

void TestNearDuplicates::differentTextsStayApart()
{
    // Half of one text is in the other: related, and no reprint.
    auto half = words(1, 300);
    const auto other = words(2, 300);
    std::copy(other.begin(), other.begin() + 150, half.begin());
    QCOMPARE(clusters({joined(words(1, 300)), joined(other), joined(half)}), (Numbers{0, 1, 2}));
}

void TestNearDuplicates::textsTooShortToTellAreAlone_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("nothing twice") << ""
                                   << "" << false;
    QTest::newRow("marks only") << "..."
                                << "!" << false;
    QTest::newRow("a line twice") << "Harbor closed until Monday"
                                  << "harbor closed, until Monday!" << true;
    QTest::newRow("two lines") << "Harbor closed until Monday"
                               << "Harbor closed until Sunday" << false;
    QTest::newRow("one word twice") << "Harbor"
                                    << "harbor" << true;
}

void TestNearDuplicates::textsTooShortToTellAreAlone()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, same);
    QCOMPARE(clusters({one.toStdString(), other.toStdString()}), same ? (Numbers{0, 0}) : (Numbers{0, 1}));
}

void TestNearDuplicates::clustersDoNotChain()
{
    // A slides into E by steps that are each a reprint of the last; the ends have nothing in common.
    const auto whole = words(1, 2000);
    std::vector<std::string> texts;
    for (std::size_t step = 0; step < 10; ++step)
        texts.push_back(joined({whole.begin() + static_cast<std::ptrdiff_t>(step * 60),
                                whole.begin() + static_cast<std::ptrdiff_t>(step * 60 + 400)}));
    const Numbers found = clusters(texts);
    QCOMPARE(found[0], found[1]);
    QVERIFY(found.front() != found.back());
}

void TestNearDuplicates::manyCopiesAreOneCluster()
{
    std::vector<std::string> texts(5000, joined(words(1, 100)));
    texts.emplace_back(joined(words(2, 100)));
    QElapsedTimer timer;
    timer.start();
    const Numbers found = clusters(texts);
    QVERIFY(timer.elapsed() < 20'000); // a comparison of all pairs takes minutes
    QCOMPARE(std::ranges::count(found, 0U), 5000);
    QCOMPARE(found.back(), 1U);
}

void TestNearDuplicates::clustersAreThoseOfAnExactComparison()
{
    // Planted copies with every seventh to fortieth word changed, among texts of their own.
    std::vector<std::string> texts;
    std::vector<std::uint32_t> original;
    std::mt19937 random(9);
    for (std::uint32_t story = 0; story < 60; ++story) {
        const auto base = words(100 + story, 150 + story * 5);
        for (std::uint32_t copy = 0; copy <= story % 4; ++copy) {
            auto text = base;
            for (std::size_t i = random() % 40; i < text.size(); i += 40)
                text[i] = "edit" + std::to_string(random() % 100);
            texts.push_back(copy == 0 ? joined(base) : joined(text));
            original.push_back(story);
        }
    }
    const Numbers found = clusters(texts);
    QCOMPARE(found, original);
}

QTEST_APPLESS_MAIN(TestNearDuplicates)
#include "tst_near_duplicates.moc"
