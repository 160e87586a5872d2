// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/reader_client.h"

#include <csignal>
#include <thread>

#include <QElapsedTimer>
#include <QTest>

#include <sys/stat.h>

#include "app/engine/skip_reasons.h"
#include "app/reader/article_codec.h"
#include "support/made_files.h"
#include "support/temporary_folder.h"

using namespace synoptic;
using namespace synoptic::engine;
using namespace std::chrono_literals;
using ingest::Format;
using reader::FrameKind;

namespace {

constexpr std::size_t requestBytes = 200'000; // more than a pipe holds
constexpr ReaderTimeouts shortTimeouts{400ms, 600ms};

/// A shell script that says hello and then does as told, in place of the reader program.
class StubReader
{
public:
    explicit StubReader(const std::string& afterHello, bool hello = true)
    {
        std::string script = "#!/bin/sh\n";
        if (hello)
            script += "cat '" + m_folder.write("hello", reader::encodeFrame({0, FrameKind::Hello, 0, 0}, {})) + "'\n";
        m_program = m_folder.write("stub", script + afterHello + "\n");
        ::chmod(m_program.c_str(), 0755);
    }

    /// A script that takes a request of @p size bytes, answers with @p bytes and waits.
    static std::string answering(const TemporaryFolder& folder, const std::string& bytes, std::size_t size)
    {
        return "head -c " + std::to_string(reader::frameHeaderBytes + size) + " > /dev/null; cat '" +
               folder.write("answer", bytes) + "'; exec sleep 20";
    }

    const std::string& program() const { return m_program; }

private:
    TemporaryFolder m_folder;
    std::string m_program;
};

ReaderClient clientOf(const std::string& program, ReaderTimeouts timeouts = shortTimeouts)
{
    return {program, std::make_shared<ReaderStarts>(), timeouts};
}

ingest::RawArticle smallArticle()
{
    ingest::RawArticle article;
    article.format = Format::Html;
    article.text = "Text";
    article.blocks = {{{0, 4}, ingest::BlockRole::Paragraph, true}};
    return article;
}

std::string articleFrame(const ingest::RawArticle& article, std::uint32_t id = 1)
{
    return reader::encodeFrame({id, FrameKind::Article, 0, 0}, reader::encodeArticle(article));
}

std::string repeated(std::string_view piece, int times)
{
    std::string text;
    for (int i = 0; i < times; ++i)
        text += piece;
    return text;
}

} // namespace

class TestReaderClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRealReaderReadsHtmlAndMarkdown();
    void aReasonOfTheReaderArrives();
    void oneProcessReadsManyFiles();
    void aProcessThatDiedIdleCostsNoFile();
    void hostileMarkupIsReadInTime_data();
    void hostileMarkupIsReadInTime();
    void everyFormatIsReadInsideTheSandbox();
    void aFailedSelfTestIsSaidAndNotTriedAgain();
    void aStubThatAnswersWellIsBelieved();
    void aReaderThatMisbehavesCostsOneFile_data();
    void aReaderThatMisbehavesCostsOneFile();
    void aReaderThatNeverStartsIsGivenUpAfterThreeTries_data();
    void aReaderThatNeverStartsIsGivenUpAfterThreeTries();
    void aStopEndsTheWaitingAtOnce();
    void theProcessEndsWithItsClient();
};

void TestReaderClient::theRealReaderReadsHtmlAndMarkdown()
{
    auto client = clientOf(SYNOPTIC_READER_PROGRAM, {});
    const auto html = client.read(Format::Html, "<title>T</title><p>Caf\xC3\xA9 opens.</p>");
    QVERIFY(html.has_value());
    QCOMPARE(html->text, std::string("Café opens."));
    const auto markdown = client.read(Format::Markdown, "# Head\n\nBody *text*.");
    QVERIFY(markdown.has_value());
    QCOMPARE(markdown->text, std::string("Head\n\nBody text."));
}

void TestReaderClient::aReasonOfTheReaderArrives()
{
    auto client = clientOf(SYNOPTIC_READER_PROGRAM, {});
    const auto empty = client.read(Format::Html, "<p> </p><script>nothing</script>");
    QVERIFY(!empty);
    QVERIFY(empty.error().code == ErrorCode::Empty);
    QVERIFY(client.read(Format::PlainText, "text").error().code == ErrorCode::NotAnArticle);
    QVERIFY(client.read(Format::Html, "<p>text</p>").has_value());
}

void TestReaderClient::oneProcessReadsManyFiles()
{
    auto client = clientOf(SYNOPTIC_READER_PROGRAM, {});
    QVERIFY(!client.process());
    QVERIFY(client.read(Format::Html, "<p>one</p>").has_value());
    const auto process = client.process();
    QVERIFY(process.has_value());
    for (int i = 0; i < 20; ++i)
        QVERIFY(client.read(Format::Html, "<p>" + repeated("many words ", 20'000 * (i % 2)) + "end</p>").has_value());
    QVERIFY(client.process() == process);
}

void TestReaderClient::aProcessThatDiedIdleCostsNoFile()
{
    auto client = clientOf(SYNOPTIC_READER_PROGRAM, {});
    QVERIFY(client.read(Format::Html, "<p>one</p>").has_value());
    const pid_t first = *client.process();
    QCOMPARE(::kill(first, SIGKILL), 0);
    std::this_thread::sleep_for(100ms);
    QVERIFY(client.read(Format::Html, "<p>two</p>").has_value());
    QVERIFY(*client.process() != first);
}

void TestReaderClient::hostileMarkupIsReadInTime_data()
{
    QTest::addColumn<QByteArray>("html");
    const auto row = [](const char* name, const std::string& html) {
        QTest::newRow(name) << QByteArray::fromStdString(html + "<p>needle</p>");
    };
    row("deep blocks", repeated("<div>", 200'000));
    row("deep formatting", repeated("<b><i>", 100'000));
    row("deep with slashes", repeated("<div/><span/>", 100'000));
    row("many attributes", "<div " + repeated("a=1 ", 200'000) + ">");
    row("formatting that every paragraph copies", [] {
        std::string html;
        for (int i = 0; i < 3000; ++i)
            html += "<font size=" + std::to_string(i) + "><p>x";
        return html;
    }());
    row("formatting that its parent cuts off", [] {
        std::string html;
        for (int i = 0; i < 3000; ++i)
            html += "<div><font size=" + std::to_string(i) + ">x</div>";
        return html;
    }());
    row("tables in tables", "<table>" + repeated("<tr><td>x", 20'000) + repeated("<table>", 5000));
    row("foreign elements", "<svg>" + repeated("<foreignObject><path/>", 20'000));
    row("markup that never ends", repeated("<!--", 100'000) + repeated("<a b='", 1000));
    row("end tags of nothing", repeated("</b></p>", 100'000));
}

void TestReaderClient::hostileMarkupIsReadInTime()
{
    QFETCH(QByteArray, html);
    auto client = clientOf(SYNOPTIC_READER_PROGRAM, {});
    QElapsedTimer clock;
    clock.start();
    const auto read = client.read(Format::Html, html.toStdString());
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(read.has_value() || read.error().code == ErrorCode::Empty);
}

void TestReaderClient::everyFormatIsReadInsideTheSandbox()
{
    const std::string text = "The harbor closed.";
    auto client = clientOf(SYNOPTIC_READER_PROGRAM, {});
    const auto reads = [&](Format format, const std::string& bytes) {
        const auto read = client.read(format, bytes);
        return read && read->format == format && read->text.find(text) != std::string::npos;
    };
    QVERIFY(reads(Format::Pdf, tests::pdfOf({{{72, 700, text}}})));
    QVERIFY(reads(Format::Docx, tests::docxOf("<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>")));
    QVERIFY(reads(Format::Mail, "Subject: =?iso-8859-2?q?=B1?=\n\n" + text));
    QVERIFY(reads(Format::WebArchive, "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; "
                                      "charset=gb18030\n\n<p>" +
                                          text + "\n--b--"));
}

void TestReaderClient::aFailedSelfTestIsSaidAndNotTriedAgain()
{
    const TemporaryFolder folder;
    const Error failed{ErrorCode::ReaderFailed, std::string(reader::selfTestMark) + "possible in the sandbox: connect"};
    const std::string frame = reader::encodeFrame({0, FrameKind::Failure, 0, 0}, reader::encodeFailure(failed));
    const std::string log = folder.path("starts");
    const StubReader stub("echo >> '" + log + "'; cat '" + folder.write("failure", frame) + "'", false);
    const auto starts = std::make_shared<ReaderStarts>();
    for (int i = 0; i < 2; ++i) {
        ReaderClient client(stub.program(), starts, shortTimeouts);
        const auto read = client.read(Format::Html, "x");
        QVERIFY(!read);
        QCOMPARE(skipReason(read.error()), "the reader failed its " + failed.detail);
    }
    QCOMPARE(TemporaryFolder::read(log), std::string("\n"));
}

void TestReaderClient::aStubThatAnswersWellIsBelieved()
{
    const TemporaryFolder folder;
    const StubReader stub(StubReader::answering(folder, articleFrame(smallArticle()), 1));
    const auto read = clientOf(stub.program()).read(Format::Html, "x");
    QVERIFY(read.has_value());
    QVERIFY(*read == smallArticle());
}

void TestReaderClient::aReaderThatMisbehavesCostsOneFile_data()
{
    QTest::addColumn<QByteArray>("afterHello");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("code");
    const auto script = [](const char* name, const char* afterHello, ErrorCode code = ErrorCode::ReaderFailed) {
        QTest::newRow(name) << QByteArray(afterHello) << QByteArray() << static_cast<int>(code);
    };
    const auto answer = [](const char* name, const std::string& bytes, ErrorCode code = ErrorCode::ReaderFailed) {
        QTest::newRow(name) << QByteArray() << QByteArray::fromStdString(bytes) << static_cast<int>(code);
    };
    script("dies at once", "exit 0");
    script("dies when it is asked", "head -c 20 > /dev/null; exit 3");
    script("never answers", "exec sleep 20", ErrorCode::TimeLimit);
    answer("answers in part", articleFrame(smallArticle()).substr(0, 30), ErrorCode::TimeLimit);
    answer("answers with noise", std::string(100, '#'));
    answer("answers to another file", articleFrame(smallArticle(), 7));
    answer("says hello again", reader::encodeFrame({1, FrameKind::Hello, 0, 0}, {}));
    answer("promises too much", reader::encodeHeader({1, FrameKind::Article, 0, std::uint64_t{1} << 40U}));
    answer("answers with bad spans", articleFrame([] {
               auto article = smallArticle();
               article.blocks[0].span.end = 5;
               return article;
           }()));
    answer("answers in another format", articleFrame([] {
               auto article = smallArticle();
               article.format = Format::Markdown;
               return article;
           }()));
}

void TestReaderClient::aReaderThatMisbehavesCostsOneFile()
{
    QFETCH(QByteArray, afterHello);
    QFETCH(QByteArray, answer);
    QFETCH(int, code);
    const TemporaryFolder folder;
    const StubReader stub(answer.isEmpty() ? afterHello.toStdString()
                                           : StubReader::answering(folder, answer.toStdString(), requestBytes));
    auto client = clientOf(stub.program());
    QElapsedTimer clock;
    clock.start();
    const auto read = client.read(Format::Html, std::string(requestBytes, 'x'));
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), code);
    QVERIFY(clock.elapsed() < 5000);
    QVERIFY(!client.process()); // the next file gets a new one
}

void TestReaderClient::aReaderThatNeverStartsIsGivenUpAfterThreeTries_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::newRow("no such program") << QByteArray("/nowhere/synoptic-reader");
    QTest::newRow("no program") << QByteArray();
    QTest::newRow("says nothing") << QByteArray("exec sleep 20");
    QTest::newRow("ends without a word") << QByteArray("exit 0");
    QTest::newRow("says something else") << QByteArray("echo 0123456789012345678901234567890; exec sleep 20");
}

void TestReaderClient::aReaderThatNeverStartsIsGivenUpAfterThreeTries()
{
    QFETCH(QByteArray, program);
    const bool isPath = program.isEmpty() || program.startsWith('/');
    const TemporaryFolder folder;
    const std::string count = folder.path("count");
    const StubReader stub("echo x >> '" + count + "'\n" + program.toStdString(), false);
    const auto starts = std::make_shared<ReaderStarts>();
    ReaderClient client(isPath ? program.toStdString() : stub.program(), starts, shortTimeouts);
    QVERIFY(client.read(Format::Html, "x").error().code == ErrorCode::ReaderFailed);
    QCOMPARE(starts->failed.load(), 3);
    QElapsedTimer clock;
    clock.start();
    ReaderClient another(isPath ? program.toStdString() : stub.program(), starts, shortTimeouts);
    QVERIFY(another.read(Format::Html, "x").error().code == ErrorCode::ReaderFailed);
    QVERIFY(clock.elapsed() < 100);
    if (!isPath)
        QCOMPARE(TemporaryFolder::read(count), std::string("x\nx\nx\n"));
}

void TestReaderClient::aStopEndsTheWaitingAtOnce()
{
    for (const bool hello : {true, false}) {
        const StubReader stub("exec sleep 20", hello);
        auto client = clientOf(stub.program(), {10s, 10s});
        std::stop_source stop;
        QElapsedTimer clock;
        const std::jthread stopper([&stop, &clock] {
            std::this_thread::sleep_for(200ms);
            clock.start();
            stop.request_stop();
        });
        const auto read = client.read(Format::Html, "x", stop.get_token());
        QVERIFY(!read);
        QVERIFY(read.error().code == ErrorCode::Cancelled);
        QVERIFY2(clock.elapsed() <= 200, qPrintable(QString::number(clock.elapsed())));
    }
}

void TestReaderClient::theProcessEndsWithItsClient()
{
    pid_t process = 0;
    {
        auto client = clientOf(SYNOPTIC_READER_PROGRAM, {});
        QVERIFY(client.read(Format::Html, "<p>x</p>").has_value());
        process = *client.process();
    }
    QCOMPARE(::kill(process, 0), -1);
}

QTEST_APPLESS_MAIN(TestReaderClient)
#include "tst_reader_client.moc"
