// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/article_codec.h"

#include <random>

#include <QTest>

#include "app/reader/byte_order.h"
#include "app/reader/frame.h"
#include "base/limits.h"
#include "base/utf8.h"

using namespace synoptic;
using namespace synoptic::reader;
using ingest::BlockRole;

namespace {

ingest::RawArticle sampleArticle()
{
    ingest::RawArticle article;
    article.format = ingest::Format::Html;
    article.text = "Harbor closes\n\nThe café stayed open 😀.\n\nRead also";
    article.blocks = {{{0, 13}, BlockRole::Title, true},
                      {{15, 42}, BlockRole::Paragraph, true},
                      {{44, 53}, BlockRole::Related, false}};
    article.metadata = {{"lang", "en"}, {"meta:og:site_name", "Küstenblatt"}};
    article.diagnostics = {{Severity::Warning, DiagnosticCode::LimitReached, {0, 13}, "depth"}};
    return article;
}

/// What a decoded article must be, however its bytes came about.
bool isSound(const ingest::RawArticle& article)
{
    std::uint32_t from = 0;
    for (const auto& block : article.blocks) {
        if (block.span.begin < from || block.span.end < block.span.begin || block.span.end > article.text.size())
            return false;
        if (!isValidUtf8(textOf(article.text, block.span)))
            return false;
        from = block.span.end;
    }
    for (const auto& field : article.metadata) {
        if (!isValidUtf8(field.key) || !isValidUtf8(field.value))
            return false;
    }
    return isValidUtf8(article.text) && article.text.find('\0') == std::string::npos;
}

} // namespace

class TestArticleCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anArticleComesBackAsItWas();
    void anEmptyArticleComesBackAsItWas();
    void everyTruncationIsRefused();
    void aByteTooManyIsRefused();
    void aFlippedBitNeverGivesAnUnsoundArticle();
    void aLyingAnswerIsRefused_data();
    void aLyingAnswerIsRefused();
    void aCountBeyondTheBytesAllocatesNothing();
    void aFailureComesBackAsItWas();
    void aFailureIsNeverACancellation();
    void everyTruncatedFailureIsAReaderFailure();
    void aHeaderComesBackAsItWas();
    void aHeaderIsLittleEndian();
    void everyDamagedHeaderIsRefused();
};

void TestArticleCodec::anArticleComesBackAsItWas()
{
    const auto decoded = decodeArticle(encodeArticle(sampleArticle()));
    QVERIFY(decoded.has_value());
    QVERIFY(*decoded == sampleArticle());
}

void TestArticleCodec::anEmptyArticleComesBackAsItWas()
{
    const auto decoded = decodeArticle(encodeArticle({}));
    QVERIFY(decoded.has_value());
    QVERIFY(*decoded == ingest::RawArticle{});
}

void TestArticleCodec::everyTruncationIsRefused()
{
    const std::string bytes = encodeArticle(sampleArticle());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const auto decoded = decodeArticle(std::string_view(bytes).substr(0, size));
        QVERIFY2(!decoded, qPrintable(QString::number(size)));
        QVERIFY(decoded.error().code == ErrorCode::ReaderFailed);
    }
}

void TestArticleCodec::aByteTooManyIsRefused()
{
    QVERIFY(!decodeArticle(encodeArticle(sampleArticle()) + '\0'));
}

void TestArticleCodec::aFlippedBitNeverGivesAnUnsoundArticle()
{
    const std::string bytes = encodeArticle(sampleArticle());
    int accepted = 0;
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        std::string damaged = bytes;
        damaged[bit / 8] = static_cast<char>(static_cast<unsigned char>(damaged[bit / 8]) ^ (1U << (bit % 8)));
        if (const auto decoded = decodeArticle(damaged)) {
            QVERIFY2(isSound(*decoded), qPrintable(QString::number(bit)));
            ++accepted;
        }
    }
    QVERIFY(accepted > 0); // a changed letter is still an article: the frame has no checksum, the pipe needs none
    std::mt19937 dice(7);
    for (int round = 0; round < 20'000; ++round) {
        std::string damaged = bytes;
        for (int i = 0; i < 4; ++i)
            damaged[dice() % damaged.size()] = static_cast<char>(dice() & 0xFFU);
        if (const auto decoded = decodeArticle(damaged))
            QVERIFY2(isSound(*decoded), qPrintable(QString::number(round)));
    }
}

void TestArticleCodec::aLyingAnswerIsRefused_data()
{
    QTest::addColumn<QByteArray>("payload");
    const auto row = [](const char* name, const ingest::RawArticle& article) {
        QTest::newRow(name) << QByteArray::fromStdString(encodeArticle(article));
    };
    auto article = sampleArticle();
    article.text[3] = '\xFF';
    row("text is not UTF-8", article);
    article = sampleArticle();
    article.text[3] = '\0';
    row("NUL in the text", article);
    article = sampleArticle();
    article.text[13] = '\r';
    row("CR in the text", article);
    article = sampleArticle();
    article.blocks[2].span.end = 54;
    row("block beyond the text", article);
    article = sampleArticle();
    article.blocks[1].span.begin = 12;
    row("blocks overlap", article);
    article = sampleArticle();
    std::swap(article.blocks[0], article.blocks[1]);
    row("blocks out of order", article);
    article = sampleArticle();
    article.blocks[0].span = {13, 0};
    row("block that ends before it begins", article);
    article = sampleArticle();
    article.blocks[1].span.end = 23;
    row("block that cuts a letter", article);
    article = sampleArticle();
    article.blocks[0].role = static_cast<BlockRole>(99);
    row("role that does not exist", article);
    article = sampleArticle();
    article.metadata[1].value = "\xC3";
    row("metadata is not UTF-8", article);
    article = sampleArticle();
    article.diagnostics[0].span.end = 1000;
    row("diagnostic beyond the text", article);
    article = sampleArticle();
    article.diagnostics[0].code = static_cast<DiagnosticCode>(200);
    row("diagnostic that does not exist", article);
    article = sampleArticle();
    article.format = static_cast<ingest::Format>(77);
    row("format that does not exist", article);
    article = {};
    article.text.assign(limits::replyBytes + 1, 'x');
    row("text over the limit", article);
}

void TestArticleCodec::aLyingAnswerIsRefused()
{
    QFETCH(QByteArray, payload);
    const auto decoded = decodeArticle(payload.toStdString());
    QVERIFY(!decoded);
    QVERIFY(decoded.error().code == ErrorCode::ReaderFailed);
    QVERIFY(!decoded.error().detail.empty());
}

void TestArticleCodec::aCountBeyondTheBytesAllocatesNothing()
{
    std::string bytes;
    putLittleEndian(bytes, std::uint32_t{1});
    putLittleEndian(bytes, std::uint8_t{0});
    putLittleEndian(bytes, std::uint32_t{0});
    putLittleEndian(bytes, std::uint32_t{0xFFFFFFFF});
    QVERIFY(!decodeArticle(bytes));
}

void TestArticleCodec::aFailureComesBackAsItWas()
{
    const Error error{ErrorCode::Malformed, "no closing tag"};
    QVERIFY(decodeFailure(encodeFailure(error)) == error);
    const Error longError{ErrorCode::Malformed, std::string(999, 'x') + "é"};
    const Error cut = decodeFailure(encodeFailure(longError));
    QCOMPARE(cut.detail.size(), std::size_t{999});
}

void TestArticleCodec::aFailureIsNeverACancellation()
{
    QVERIFY(decodeFailure(encodeFailure({ErrorCode::Cancelled, ""})).code == ErrorCode::ReaderFailed);
}

void TestArticleCodec::everyTruncatedFailureIsAReaderFailure()
{
    const std::string bytes = encodeFailure({ErrorCode::TooBig, "120 MB"});
    for (std::size_t size = 0; size < bytes.size(); ++size)
        QVERIFY(decodeFailure(std::string_view(bytes).substr(0, size)).code == ErrorCode::ReaderFailed);
}

void TestArticleCodec::aHeaderComesBackAsItWas()
{
    const FrameHeader header{0xDEADBEEF, FrameKind::Failure, 0x1234, 0x0123456789ABCDEF};
    QVERIFY(decodeHeader(encodeHeader(header)) == header);
    const std::string frame = encodeFrame({5, FrameKind::Request, 1, 0}, "abc");
    QCOMPARE(frame.size(), frameHeaderBytes + 3);
    QCOMPARE(decodeHeader(std::string_view(frame).substr(0, frameHeaderBytes))->length, std::uint64_t{3});
}

void TestArticleCodec::aHeaderIsLittleEndian()
{
    const std::string bytes = encodeHeader({1, FrameKind::Request, 0x0203, 0x0405});
    QCOMPARE(QByteArray::fromStdString(bytes), QByteArray::fromHex("53594e3101000000020003020504000000000000"));
}

void TestArticleCodec::everyDamagedHeaderIsRefused()
{
    const std::string bytes = encodeHeader({1, FrameKind::Request, 0, 9});
    for (std::size_t size = 0; size < bytes.size(); ++size)
        QVERIFY(!decodeHeader(std::string_view(bytes).substr(0, size)));
    QVERIFY(!decodeHeader(bytes + "x"));
    for (const std::size_t at : {0U, 1U, 2U, 3U, 9U}) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x40);
        QVERIFY2(!decodeHeader(damaged), qPrintable(QString::number(at)));
    }
}

QTEST_APPLESS_MAIN(TestArticleCodec)
#include "tst_article_codec.moc"
