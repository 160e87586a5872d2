// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QTest>
#include <QXmlStreamReader>

#include "support/corpus_builder.h"
#include "support/long_count.h"
#include "support/payloads.h"
#include "ui/timeline/timeline_image.h"

using namespace synoptic;
using namespace synoptic::tests;
using namespace synoptic::ui;

namespace {

constexpr int eventsPerImage = 10;

/// What an SVG holds beside text, as Qt's XML reader sees it: elements and attributes.
struct Drawing
{
    std::set<QString> elements;
    std::set<QString> attributes;
    QString values; ///< of the attributes
    QString error;
};

Drawing parse(const QByteArray& svg)
{
    Drawing drawing;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            drawing.elements.insert(reader.name().toString());
            for (const QXmlStreamAttribute& attribute : reader.attributes()) {
                drawing.attributes.insert(attribute.qualifiedName().toString());
                drawing.values += attribute.value() + u'\n';
            }
        }
        if (reader.isDTD() || reader.isEntityReference() || reader.isProcessingInstruction() || reader.isComment())
            drawing.elements.insert(QStringLiteral("beside elements and text: %1").arg(reader.tokenString()));
    }
    drawing.error = reader.hasError() ? reader.errorString() : QString();
    return drawing;
}

/// An image in which every text that others write is one of @p words.
QByteArray imageOf(const std::vector<std::string>& words)
{
    CorpusBuilder corpus("/folder/" + words[0].substr(0, words[0].find('\0')));
    for (std::size_t i = 0; i < words.size(); ++i)
        corpus.article(ArticleBuilder("a" + std::to_string(i), words[i]).title(words[i]).text("One sentence.\n"));
    for (std::size_t i = 0; i < words.size(); ++i) {
        corpus.event(words[i], dateOf(isoDate(*dayFromIso("2021-01-01") + std::chrono::days{20 * i})),
                     {{static_cast<std::uint32_t>(i), 0}});
        corpus.last().participants = {words[i]};
    }
    TimelineImageOptions options;
    options.format = ImageFormat::Svg;
    options.title = QString::fromStdString(words[0]);
    options.note = QString::fromStdString(words.back());
    options.lanes = LaneMode::Source;
    const auto image = renderTimelineImage(*corpus.build(), options);
    return image ? *image : QByteArray();
}

} // namespace

/// Titles and names that try to be more than text, in pictures.
class TestImagePayloads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void payloadsStayTextInPictures();
};

void TestImagePayloads::payloadsStayTextInPictures()
{
    const Drawing plain = parse(imageOf(std::vector<std::string>(eventsPerImage, "word")));
    QCOMPARE(plain.error, QString());
    QVERIFY(plain.elements.contains(QStringLiteral("text")));
    const auto all = payloads(static_cast<std::size_t>(longCount("SYNOPTIC_PAYLOADS", 1000)), 8);
    for (std::size_t at = 0; at + eventsPerImage <= all.size(); at += eventsPerImage) {
        const std::vector<std::string> words(all.begin() + static_cast<std::ptrdiff_t>(at),
                                             all.begin() + static_cast<std::ptrdiff_t>(at + eventsPerImage));
        const QByteArray svg = imageOf(words);
        const Drawing drawing = parse(svg);
        QVERIFY2(drawing.error.isEmpty(), qPrintable(drawing.error));
        for (const QString& element : drawing.elements)
            QVERIFY2(plain.elements.contains(element), qPrintable(element));
        for (const QString& attribute : drawing.attributes)
            QVERIFY2(plain.attributes.contains(attribute), qPrintable(attribute));
        QVERIFY(!drawing.values.contains(QStringLiteral("javascript:")));
        QVERIFY(!drawing.values.contains(QStringLiteral("example.org")));
    }
}

QTEST_MAIN(TestImagePayloads)
#include "tst_image_payloads.moc"
