// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/article_generator.h"

#include <QTest>

using namespace synoptic::tests;

class TestArticleGenerator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameNumbersGiveTheSameBytes();
    void anotherSeedGivesOtherArticles();
    void everyFormatIsThere();
};

void TestArticleGenerator::theSameNumbersGiveTheSameBytes()
{
    const auto once = generateArticles(50, 7);
    const auto again = generateArticles(50, 7);
    QCOMPARE(once.size(), std::size_t(50));
    for (std::size_t i = 0; i < once.size(); ++i) {
        QCOMPARE(once[i].name, again[i].name);
        QCOMPARE(once[i].bytes, again[i].bytes);
    }
}

void TestArticleGenerator::anotherSeedGivesOtherArticles()
{
    QVERIFY(generateArticles(1, 1)[0].bytes != generateArticles(1, 2)[0].bytes);
}

void TestArticleGenerator::everyFormatIsThere()
{
    int texts = 0;
    int pages = 0;
    int markdown = 0;
    for (const GeneratedFile& file : generateArticles(100, 1)) {
        texts += file.name.ends_with(".txt") ? 1 : 0;
        pages += file.name.ends_with(".html") ? 1 : 0;
        markdown += file.name.ends_with(".md") ? 1 : 0;
        QVERIFY(file.bytes.size() > 400);
    }
    QCOMPARE(pages, 10);
    QCOMPARE(markdown, 5);
    QCOMPARE(texts, 85);
}

QTEST_APPLESS_MAIN(TestArticleGenerator)
#include "tst_article_generator.moc"
