// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/sandbox.h"

#include <functional>

#include <QTest>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/engine/unique_fd.h"
#include "app/reader/self_test.h"
#include "readers/pdf.h"

using namespace synoptic;
using namespace synoptic::reader;

namespace {

constexpr int yes = 10;
constexpr int no = 11;

/// What @p question answers in a child, inside the sandbox or outside; a negative signal number if it died.
int answerInChild(const Sandbox* sandbox, const std::function<bool()>& question)
{
    const int self = ::getpid();
    const pid_t child = ::fork();
    if (child == 0) {
        if (sandbox != nullptr && !sandbox->enter(self))
            ::_exit(1);
        ::_exit(question() ? yes : no);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

} // namespace

class TestSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyForbiddenActIsRefused_data();
    void everyForbiddenActIsRefused();
    void theSelfTestPasses();
    void memoryForCodeIsRefused();
    void openingToWriteIsRefused_data();
    void openingToWriteIsRefused();
    void nothingButTheAnswerStaysOpen();
    void memoryEndsAtTheLimit();
    void anotherParentIsNotObeyed();

private:
    Sandbox m_sandbox;
};

void TestSandbox::initTestCase()
{
    readers::preparePdf(); // as the worker does
    if (!m_sandbox.limitsSystemCalls())
        QSKIP("sanitized: the sandbox is off");
}

void TestSandbox::everyForbiddenActIsRefused_data()
{
    QTest::addColumn<int>("act");
    for (std::size_t i = 0; i < forbiddenActs().size(); ++i)
        QTest::addRow("%s", std::string(forbiddenActs()[i].name).c_str()) << static_cast<int>(i);
}

void TestSandbox::everyForbiddenActIsRefused()
{
    QFETCH(int, act);
    const ForbiddenAct& forbidden = forbiddenActs()[static_cast<std::size_t>(act)];
    if (forbidden.needsPathRules && !m_sandbox.limitsPaths())
        QSKIP("this kernel has no Landlock");
    // Outside it must succeed, or the refusal says nothing. A program that runs ends with a status of its own.
    const int outside = answerInChild(nullptr, forbidden.succeeds);
    QVERIFY(outside == yes || (forbidden.name == "run a program" && outside == 0));
    QCOMPARE(answerInChild(&m_sandbox, forbidden.succeeds), no);
}

void TestSandbox::theSelfTestPasses()
{
    const auto failed = selfTest(m_sandbox);
    QVERIFY2(!failed, failed.value_or("").c_str());
}

void TestSandbox::memoryForCodeIsRefused()
{
    const auto maps = [](int protection) {
        return [protection] {
            return ::mmap(nullptr, 4096, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
        };
    };
    QCOMPARE(answerInChild(&m_sandbox, maps(PROT_READ | PROT_WRITE)), yes);
    QCOMPARE(answerInChild(&m_sandbox, maps(PROT_READ | PROT_EXEC)), no);
}

void TestSandbox::openingToWriteIsRefused_data()
{
    QTest::addColumn<int>("flags");
    QTest::newRow("to write") << O_WRONLY;
    QTest::newRow("to read and write") << O_RDWR;
    QTest::newRow("to cut") << (O_RDONLY | O_TRUNC);
    QTest::newRow("to make") << (O_RDONLY | O_CREAT);
    QTest::newRow("without a name") << (O_WRONLY | O_TMPFILE);
}

void TestSandbox::openingToWriteIsRefused()
{
    QFETCH(int, flags);
    const auto opens = [flags] {
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): the system call is variadic
        return engine::UniqueFd(::open((flags & O_TMPFILE) == O_TMPFILE ? "/tmp" : "/dev/null", flags, 0600)).isOpen();
    };
    QCOMPARE(answerInChild(nullptr, opens), yes);
    QCOMPARE(answerInChild(&m_sandbox, opens), no);
}

void TestSandbox::nothingButTheAnswerStaysOpen()
{
    const auto openFiles = [] {
        for (int fd = 3; fd < 32; ++fd) { // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg)
            if (::fcntl(fd, F_GETFD) >= 0)
                return true;
        }
        return false;
    };
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg)
    const engine::UniqueFd secret(::open("/etc/passwd", O_RDONLY));
    QVERIFY(secret.isOpen());
    QCOMPARE(answerInChild(&m_sandbox, openFiles), no);
}

void TestSandbox::memoryEndsAtTheLimit()
{
    const auto maps = [](std::size_t bytes) {
        return [bytes] {
            return ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
        };
    };
    constexpr std::size_t mebibyte = 1024UL * 1024;
    QCOMPARE(answerInChild(&m_sandbox, maps(256 * mebibyte)), yes);
    QCOMPARE(answerInChild(&m_sandbox, maps(1024 * mebibyte)), no);
}

void TestSandbox::anotherParentIsNotObeyed()
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(m_sandbox.enter(1) ? yes : no);
    int status = 0;
    ::waitpid(child, &status, 0);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), no);
}

QTEST_APPLESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
