// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "readers/pdf.h"
#include "support/corpus_builder.h"
#include "ui/exchange/report_pdf.h"

using namespace synoptic;
using namespace synoptic::tests;

namespace {

/// What another program reads in the report of a timeline, on one line.
QString printed(const edits::Timeline& timeline)
{
    const QByteArray pdf = ui::reportPdf(timeline, "harbor");
    const auto raw = readers::readPdf(pdf.toStdString());
    return raw ? QString::fromStdString(raw->text).simplified() : QStringLiteral("unreadable");
}

} // namespace

class TestReportPdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLongSentenceIsPrintedToItsEnd();
    void manyPagesAreNumbered();
    void textOfOthersIsNoMarkup();
    void theSameWorkIsTheSameBytes();
};

void TestReportPdf::aLongSentenceIsPrintedToItsEnd()
{
    std::string words = "The pier";
    for (int i = 0; i < 60; ++i)
        words += " opened again";
    CorpusBuilder corpus;
    corpus.article(ArticleBuilder("a.txt", "Alpha").published("2021-04-20").text(words + " lastword."));
    corpus.event("Pier opens", dateOf("2021-04-16"), {{0, 0}});
    const QString text = printed(*corpus.build());
    QVERIFY2(text.contains(QStringLiteral("lastword.")), qPrintable(text));
    QCOMPARE(text.count(QStringLiteral("again")), 60);
}

void TestReportPdf::manyPagesAreNumbered()
{
    CorpusBuilder corpus;
    corpus.article(ArticleBuilder("a.txt", "Alpha").published("2021-04-20").text("The pier opened."));
    for (int i = 0; i < 60; ++i)
        corpus.event("event number " + std::to_string(i), dateOf("2021-04-16"), {{0, 0}});
    const QString text = printed(*corpus.build());
    for (int i = 0; i < 60; ++i)
        QVERIFY2(text.contains(QStringLiteral("event number %1").arg(i)), qPrintable(QString::number(i)));
    QVERIFY(text.contains(QStringLiteral("1 / ")) && text.contains(QStringLiteral("2 / ")));
}

void TestReportPdf::textOfOthersIsNoMarkup()
{
    CorpusBuilder corpus;
    corpus.article(
        ArticleBuilder("a.txt", "<b>Alpha</b>").published("2021-04-20").text("The <i>pier</i> &amp; opened."));
    corpus.event("<script>x</script>", dateOf("2021-04-16"), {{0, 0}});
    const QString text = printed(*corpus.build());
    QVERIFY2(text.contains(QStringLiteral("The <i>pier</i> &amp; opened.")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("<script>x</script>")));
}

void TestReportPdf::theSameWorkIsTheSameBytes()
{
    CorpusBuilder corpus;
    corpus.article(ArticleBuilder("a.txt", "Alpha").published("2021-04-20").text("The pier opened."));
    corpus.event("Pier opens", dateOf("2021-04-16"), {{0, 0}});
    const auto timeline = corpus.build();
    const QByteArray first = ui::reportPdf(*timeline, "harbor");
    QTest::qWait(1100); // another second on the clock
    QCOMPARE(ui::reportPdf(*timeline, "harbor"), first);
}

QTEST_MAIN(TestReportPdf)
#include "tst_report_pdf.moc"
