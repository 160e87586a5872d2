// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_image.h"

#include <QImage>
#include <QTest>
#include <QXmlStreamReader>

#include "edits/timeline.h"
#include "support/corpus_builder.h"

using namespace synoptic;
using namespace synoptic::tests;
using namespace synoptic::ui;

namespace {

CorpusBuilder corpusOf(int events)
{
    CorpusBuilder corpus("/folder/harbor");
    corpus.article(ArticleBuilder("a.txt", "Alpha").published("2021-04-20").text("one"));
    corpus.article(ArticleBuilder("b.txt", "Beta & <sons>").published("2021-04-20").text("one"));
    for (int i = 0; i < events; ++i)
        corpus.event("headline " + std::to_string(i),
                     dateOf(isoDate(*dayFromIso("2021-01-01") + std::chrono::days{30 * i})),
                     {{static_cast<std::uint32_t>(i % 2), 0}});
    return corpus;
}

QString textOfSvg(const QByteArray& bytes, QString* error)
{
    QXmlStreamReader reader(bytes);
    QString text;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isCharacters())
            text += reader.text() + u'\n';
    }
    *error = reader.hasError() ? reader.errorString() : QString();
    return text;
}

} // namespace

class TestTimelineImage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPngHasTheSizeThatWasAsked();
    void anSvgIsWellFormedAndItsTitlesAreText();
    void hostileTitlesStayText();
    void theSameTimelineIsTheSameBytes_data();
    void theSameTimelineIsTheSameBytes();
    void darkIsDark();
    void theWholeTimelineIsDrawnAndCounted();
    void anEmptyTimelineIsAnImageToo();
    void aStretchOfTimeIsDrawnAndCounted();
    void theFilterIsNamedInTheFoot();
    void legendAndFootCanBeLeftOut();
    void theLegendNamesThePennantOfContradictions();
    void aPdfOnPaperTakesTheSheetsItNeeds_data();
    void aPdfOnPaperTakesTheSheetsItNeeds();
    void impossibleSizesAreRefused_data();
    void impossibleSizesAreRefused();
};

void TestTimelineImage::aPngHasTheSizeThatWasAsked()
{
    TimelineImageOptions options;
    options.width = 900;
    options.dpi = 192;
    const auto bytes = renderTimelineImage(*corpusOf(5).build(), options);
    QVERIFY(bytes.has_value());
    const QImage image = QImage::fromData(*bytes, "PNG");
    QCOMPARE(image.width(), 1800);
    QVERIFY(image.height() > 300);
    QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 192);
}

void TestTimelineImage::anSvgIsWellFormedAndItsTitlesAreText()
{
    TimelineImageOptions options;
    options.format = ImageFormat::Svg;
    const auto bytes = renderTimelineImage(*corpusOf(6).build(), options);
    QVERIFY(bytes.has_value());
    QString error;
    const QString text = textOfSvg(*bytes, &error);
    QCOMPARE(error, QString());
    for (int i = 0; i < 6; ++i)
        QVERIFY2(text.contains(QStringLiteral("headline %1").arg(i)), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("harbor")));
    QVERIFY(text.contains(QStringLiteral("Beta & <sons>")));
    QVERIFY(text.contains(QStringLiteral("2021")));
}

void TestTimelineImage::hostileTitlesStayText()
{
    CorpusBuilder corpus = corpusOf(1);
    corpus.last().title = std::string("a\x01\x0b ") + "\xEF\xBF\xBE <script>alert(1)</script> ]]> &amp;\n";
    TimelineImageOptions options;
    options.format = ImageFormat::Svg;
    options.title = QStringLiteral("</svg><script/>");
    const auto bytes = renderTimelineImage(*corpus.build(), options);
    QVERIFY(bytes.has_value());
    QString error;
    const QString text = textOfSvg(*bytes, &error);
    QCOMPARE(error, QString());
    QVERIFY(!bytes->contains("<script"));
    QVERIFY(text.contains(QStringLiteral("<script>alert")));
}

void TestTimelineImage::theSameTimelineIsTheSameBytes_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("PNG") << static_cast<int>(ImageFormat::Png);
    QTest::newRow("SVG") << static_cast<int>(ImageFormat::Svg);
    QTest::newRow("PDF") << static_cast<int>(ImageFormat::Pdf);
}

void TestTimelineImage::theSameTimelineIsTheSameBytes()
{
    QFETCH(int, format);
    TimelineImageOptions options;
    options.format = static_cast<ImageFormat>(format);
    const auto first = renderTimelineImage(*corpusOf(8).build(), options);
    QTest::qWait(1100); // a clock inside would show
    const auto second = renderTimelineImage(*corpusOf(8).build(), options);
    QVERIFY(first.has_value() && second.has_value());
    QCOMPARE(*first, *second);
    if (options.format == ImageFormat::Pdf)
        QVERIFY(first->startsWith("%PDF-") && first->trimmed().endsWith("%%EOF"));
}

void TestTimelineImage::darkIsDark()
{
    TimelineImageOptions options;
    options.dark = true;
    const QImage image = QImage::fromData(*renderTimelineImage(*corpusOf(2).build(), options), "PNG");
    QVERIFY(image.pixelColor(2, 2).lightness() < 80);
    options.dark = false;
    QVERIFY(QImage::fromData(*renderTimelineImage(*corpusOf(2).build(), options), "PNG").pixelColor(2, 2).lightness() >
            200);
}

void TestTimelineImage::theWholeTimelineIsDrawnAndCounted()
{
    CorpusBuilder corpus = corpusOf(20);
    corpus.event("light", dateOf("2021-05-05"), {{0, 0}}, 0.1);
    corpus.event("someday", dateOf(""), {{0, 0}});
    TimelineImageOptions options;
    options.format = ImageFormat::Svg;
    QString error;
    QString text = textOfSvg(*renderTimelineImage(*corpus.build(), options), &error);
    QVERIFY2(text.contains(QStringLiteral("20 events shown · 1 below the threshold · 1 undated")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("someday")));
    options.filter.minimumSalience = 0.0;
    text = textOfSvg(*renderTimelineImage(*corpus.build(), options), &error);
    QVERIFY(text.contains(QStringLiteral("21 events shown · 1 undated")));
}

void TestTimelineImage::anEmptyTimelineIsAnImageToo()
{
    const auto bytes = renderTimelineImage(*CorpusBuilder("/empty").build(), {});
    QVERIFY(bytes.has_value());
    QVERIFY(!QImage::fromData(*bytes, "PNG").isNull());
}

void TestTimelineImage::aStretchOfTimeIsDrawnAndCounted()
{
    TimelineImageOptions options;
    options.format = ImageFormat::Svg;
    // Of six events, a month apart from 1 January on, two
    options.range = timeline::TimeRange{timeline::secondsOf(*dayFromIso("2021-01-20")) + 5000.0,
                                        timeline::secondsOf(*dayFromIso("2021-03-15"))};
    const auto bytes = renderTimelineImage(*corpusOf(6).build(), options);
    QVERIFY(bytes.has_value());
    QString error;
    const QString text = textOfSvg(*bytes, &error);
    QVERIFY(text.contains(QStringLiteral("2 events shown · 4 filtered")));
    QVERIFY(text.contains(QStringLiteral("headline 1")));
    QVERIFY(text.contains(QStringLiteral("headline 2")));
    QVERIFY(!text.contains(QStringLiteral("headline 0")));
    QVERIFY(!text.contains(QStringLiteral("headline 3")));
    options.range = timeline::TimeRange{10.0, 5.0};
    QVERIFY(!renderTimelineImage(*corpusOf(6).build(), options));
}

void TestTimelineImage::theFilterIsNamedInTheFoot()
{
    TimelineImageOptions options;
    options.format = ImageFormat::Svg;
    options.filter.sources = QStringList{QStringLiteral("Alpha")};
    options.note = QStringLiteral("Draft for the desk");
    const auto bytes = renderTimelineImage(*corpusOf(6).build(), options);
    QString error;
    const QString text = textOfSvg(bytes.value(), &error);
    QVERIFY(text.contains(QStringLiteral("3 events shown · 3 filtered")));
    QVERIFY(text.contains(QStringLiteral("Filter: told by Alpha")));
    QVERIFY(text.contains(QStringLiteral("Draft for the desk")));
}

void TestTimelineImage::legendAndFootCanBeLeftOut()
{
    TimelineImageOptions options;
    options.format = ImageFormat::Svg;
    options.legend = false;
    options.footer = false;
    const auto bytes = renderTimelineImage(*corpusOf(6).build(), options);
    QString error;
    const QString text = textOfSvg(bytes.value(), &error);
    QVERIFY(!text.contains(QStringLiteral("asserted")));
    QVERIFY(!text.contains(QStringLiteral("events shown")));
    QVERIFY(text.contains(QStringLiteral("headline 5")));
}

void TestTimelineImage::theLegendNamesThePennantOfContradictions()
{
    TimelineImageOptions options;
    options.format = ImageFormat::Svg;
    const auto textWith = [&](const edits::Edits& edits) {
        QString error;
        const auto timeline = edits::applyEdits(corpusOf(6).build()->sharedAnalysis(), edits);
        return textOfSvg(renderTimelineImage(*timeline, options).value(), &error);
    };
    edits::Contradiction record;
    record.number = 1;
    record.parties.resize(2);
    record.events = {corpusOf(6).build()->events().at(0).event.key};
    QVERIFY(!textWith({}).contains(QStringLiteral("contradiction on record")));
    QVERIFY(textWith({edits::PutContradiction{record}}).contains(QStringLiteral("contradiction on record")));
}

void TestTimelineImage::aPdfOnPaperTakesTheSheetsItNeeds_data()
{
    QTest::addColumn<int>("paper");
    QTest::addColumn<bool>("tiled");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("sheets");
    QTest::newRow("one sheet of its own size") << int(Paper::AsDrawn) << true << 4000 << 1;
    QTest::newRow("fitted to A4") << int(Paper::A4) << false << 4000 << 1;
    QTest::newRow("over A4") << int(Paper::A4) << true << 4000 << 4; // 277 mm are 1047 px, 24 of them shared
    QTest::newRow("over A3") << int(Paper::A3) << true << 4000 << 3; // 400 mm are 1512 px
    QTest::newRow("small enough for one") << int(Paper::A3) << true << 1200 << 1;
}

void TestTimelineImage::aPdfOnPaperTakesTheSheetsItNeeds()
{
    QFETCH(int, paper);
    QFETCH(bool, tiled);
    QFETCH(int, width);
    QFETCH(int, sheets);
    TimelineImageOptions options;
    options.format = ImageFormat::Pdf;
    options.paper = static_cast<Paper>(paper);
    options.tiled = tiled;
    options.width = width;
    const auto bytes = renderTimelineImage(*corpusOf(6).build(), options);
    QVERIFY(bytes.has_value());
    QCOMPARE(bytes->count("/Type /Page\n"), sheets);
}

void TestTimelineImage::impossibleSizesAreRefused_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<double>("dpi");
    QTest::newRow("zero") << 0 << 96.0;
    QTest::newRow("negative") << -5 << 96.0;
    QTest::newRow("over a gigabyte") << 40'000 << 2400.0;
    QTest::newRow("no resolution") << 1600 << 0.0;
    QTest::newRow("not a number") << 1600 << std::numeric_limits<double>::quiet_NaN();
}

void TestTimelineImage::impossibleSizesAreRefused()
{
    QFETCH(int, width);
    QFETCH(double, dpi);
    TimelineImageOptions options;
    options.width = width;
    options.dpi = dpi;
    const auto bytes = renderTimelineImage(*corpusOf(2).build(), options);
    QVERIFY(!bytes.has_value());
    QCOMPARE(bytes.error().code, ErrorCode::InvalidArgument);
}

QTEST_MAIN(TestTimelineImage)
#include "tst_timeline_image.moc"
