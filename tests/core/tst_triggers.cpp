// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include <QTest>

#include "events/factuality.h"
#include "events/participants.h"
#include "events/trigger_finder.h"

using namespace synoptic;
using namespace synoptic::events;

namespace {

SentenceWords sentence(const std::string& text)
{
    return wordsOf(text, spanOf(0, text.size()));
}

/// "word:key word:key" of the triggers at least @p least likely.
QString triggersIn(const std::string& text, double least)
{
    const SentenceWords words = sentence(text);
    QStringList found;
    for (const Trigger& trigger : findTriggers(words, TriggerLexicon::standard())) {
        if (trigger.score >= least)
            found << QString::fromStdString(words.lower[trigger.token] + ":" + trigger.key);
    }
    return found.join(QLatin1Char(' '));
}

} // namespace

class TestTriggers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formsLeadToTheirLemma_data();
    void formsLeadToTheirLemma();
    void aSentenceHasItsTriggers_data();
    void aSentenceHasItsTriggers();
    void namesAreNoTriggers();
    void unknownVerbsShareAKeyToo();
    void namesAreFound_data();
    void namesAreFound();
    void spellingsOfANameShareAKey();
    void factualityIsRead_data();
    void factualityIsRead();
};

void TestTriggers::formsLeadToTheirLemma_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("lemma");
    for (const auto& [form, lemma] : std::initializer_list<std::pair<const char*, const char*>>{{"resigned", "resign"},
                                                                                                {"resigns", "resign"},
                                                                                                {"stopped", "stop"},
                                                                                                {"visited", "visit"},
                                                                                                {"denied", "deny"},
                                                                                                {"went", "go"},
                                                                                                {"said", "say"},
                                                                                                {"met", "meet"},
                                                                                                {"dying", "die"},
                                                                                                {"agreeing", "agree"},
                                                                                                {"held", "hold"},
                                                                                                {"pushes", "push"},
                                                                                                {"carries", "carry"}})
        QTest::newRow(form) << QString::fromLatin1(form) << QString::fromLatin1(lemma);
}

void TestTriggers::formsLeadToTheirLemma()
{
    QFETCH(QString, form);
    QFETCH(QString, lemma);
    const VerbEntry* entry = TriggerLexicon::standard().verb(form.toStdString());
    QVERIFY(entry != nullptr);
    QCOMPARE(QString::fromStdString(entry->lemma), lemma);
}

void TestTriggers::aSentenceHasItsTriggers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("triggers");
    const auto row = [](const char* name, const char* text, const char* triggers) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(triggers);
    };
    row("a past verb", "The mayor resigned on Monday.", "resigned:resign");
    row("a nominalization has its verb's key", "His resignation surprised the council.",
        "resignation:resign surprised:surprise");
    row("a light verb passes the event on", "The ministers held talks in Talen.", "talks:talk");
    row("no auxiliaries, no states", "The bridge was old and had belonged to the town.", "");
    row("a participle before its noun is no event", "The proposed bridge is long.", "");
    row("an infinitive", "They agreed to close the port.", "agreed:agree close:close");
    row("a name is no event", "The Strike Committee of Talen left.", "left:leave");
    row("a name that is given", "The mayor called it “a wonder” and left.", "wonder:wonder left:leave");
    row("prepositions in -ing", "Three people, including a child, drowned.", "drowned:drown");
}

void TestTriggers::aSentenceHasItsTriggers()
{
    QFETCH(QString, text);
    QFETCH(QString, triggers);
    QCOMPARE(triggersIn(text.toStdString(), 0.45), triggers);
}

void TestTriggers::namesAreNoTriggers()
{
    const QString found = triggersIn("On Sunday the ferry Alma hit Varnholm and captain Dahl resigned.", 0.0);
    QVERIFY2(!found.contains(QStringLiteral("dahl")) && !found.contains(QStringLiteral("varnholm")), qPrintable(found));
    QVERIFY2(found.contains(QStringLiteral("resigned:resign")), qPrintable(found));
}

void TestTriggers::unknownVerbsShareAKeyToo()
{
    for (const char* form : {"blorped", "blorping", "blorps", "blorpped"}) {
        const QString found = triggersIn(std::string("The council ") + form + " the harbor.", 0.0);
        QVERIFY2(found.contains(QLatin1String(form) + QStringLiteral(":blorp")), qPrintable(found));
    }
    // The rest of these is no word.
    QVERIFY(triggersIn("They heard a zring and a bleed.", 0.0).contains(QStringLiteral("zring:zring")));
}

void TestTriggers::namesAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("names");
    const auto row = [](const char* name, const char* text, const char* names) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(names);
    };
    row("a full name", "On Monday Maria Okafor met Ruiz.", "Maria Okafor|Ruiz");
    row("a title is cut", "Talks with Prime Minister Anna Berg failed.", "Anna Berg");
    row("particles", "The Bank of Talen and Pieter van der Meer agreed.", "Bank of Talen|Pieter van der Meer");
    row("an opener before a weekday", "Last Tuesday, Okafor left.", "Okafor");
    row("an ordinary opener", "Officials said nothing.", "");
    row("weekdays and months", "They left in April on a Friday.", "");
    row("a headline in capitals", "Mayor Quits After Long Night Of Talks", "");
}

void TestTriggers::namesAreFound()
{
    QFETCH(QString, text);
    QFETCH(QString, names);
    const std::string bytes = text.toStdString();
    QStringList found;
    for (const NameMention& name : findNames(bytes, sentence(bytes)))
        found << QString::fromStdString(name.name);
    QCOMPARE(found.join(QLatin1Char('|')), names);
}

void TestTriggers::spellingsOfANameShareAKey()
{
    QCOMPARE(nameKey("Maria Okafor"), nameKey("Okafor"));
    QCOMPARE(nameKey("U.S."), nameKey("US"));
    QVERIFY(nameKey("Okafor") != nameKey("Ruiz"));
}

void TestTriggers::factualityIsRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("trigger");
    QTest::addColumn<int>("expected");
    const auto row = [](const char* name, const char* text, const char* trigger, Factuality expected) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(trigger) << static_cast<int>(expected);
    };
    row("plain past", "The mayor resigned.", "resigned", Factuality::Asserted);
    row("will", "The mayor will resign in May.", "resign", Factuality::Planned);
    row("plans to", "The firm plans to close the mine.", "close", Factuality::Planned);
    row("is expected to", "The court is expected to rule.", "rule", Factuality::Planned);
    row("may", "The mayor may resign.", "resign", Factuality::Possible);
    row("allegedly", "He allegedly attacked a guard.", "attacked", Factuality::Possible);
    row("did not", "The mayor did not resign.", "resign", Factuality::Denied);
    row("denied the noun", "The firm denied the theft.", "theft", Factuality::Denied);
    row("the denial itself", "The firm denied the theft.", "denied", Factuality::Asserted);
    row("another verb's negation", "They could not agree, and the mayor resigned.", "resigned", Factuality::Asserted);
    row("a purpose", "They met to discuss the bridge.", "discuss", Factuality::Asserted);
}

void TestTriggers::factualityIsRead()
{
    QFETCH(QString, text);
    QFETCH(QString, trigger);
    QFETCH(int, expected);
    const SentenceWords words = sentence(text.toStdString());
    for (const Trigger& candidate : findTriggers(words, TriggerLexicon::standard())) {
        if (words.lower[candidate.token] == trigger.toStdString()) {
            QCOMPARE(static_cast<int>(factualityOf(words, candidate, false)), expected);
            return;
        }
    }
    QFAIL("the trigger was not found");
}

QTEST_APPLESS_MAIN(TestTriggers)
#include "tst_triggers.moc"
