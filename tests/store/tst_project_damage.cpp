// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>
#include <string>

#include <QElapsedTimer>
#include <QTest>

#include "exchange/edit_codec.h"
#include "store/backups.h"
#include "store/project_store.h"
#include "support/long_count.h"
#include "support/random_edits.h"
#include "support/temporary_folder.h"

using namespace synoptic;
using namespace synoptic::store;

namespace {

/// How many files are damaged.
int rounds()
{
    return tests::longCount("SYNOPTIC_DAMAGE_ROUNDS", 1000);
}

ProjectContent randomContent(std::uint32_t seed)
{
    const auto timeline = edits::applyEdits(tests::randomCorpus(6, 8, seed), {});
    tests::RandomEdits random(seed);
    ProjectContent content;
    content.folder = "/articles";
    for (int i = 0; i < 40; ++i) {
        HistoryEntry entry;
        entry.number = entry.target = content.history.size() + 1;
        entry.at = 1'700'000'000'000 + i;
        entry.name = "action " + random.words();
        entry.edits = exchange::editsToJson({random.next(*timeline)});
        content.history.push_back(std::move(entry));
    }
    for (int i = 0; i < 20; ++i) {
        content.view["setting " + std::to_string(i)] = std::string(static_cast<std::size_t>(i * 10 + 1), 'v');
        content.sources["file " + std::to_string(i)] = std::string(64, 'a');
    }
    return content;
}

} // namespace

class TestProjectDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noDamageGoesUnnoticed();
    void turnedBitsThatChangeAnythingAreNoticed();
    void damagedProjectsAreRestored();
};

// A page overwritten, a piece cut off, bytes changed: what is read is what was written, or it is said that it is not.
void TestProjectDamage::noDamageGoesUnnoticed()
{
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    const ProjectContent content = randomContent(1);
    QVERIFY(ProjectStore::create(path, content).has_value());
    const std::string sound = TemporaryFolder::read(path);
    std::mt19937 random(2);
    int noticed = 0;
    int harmless = 0;
    for (int round = 0; round < rounds(); ++round) {
        std::string bytes = sound;
        switch (random() % 4) {
        case 0: // a page of another place
            bytes.replace(random() % (bytes.size() / 4096) * 4096, 4096,
                          sound.substr(random() % (bytes.size() / 4096) * 4096, 4096));
            break;
        case 1: // cut short
            bytes.resize(random() % bytes.size());
            break;
        case 2: { // a page of noise
            const std::size_t at = random() % (bytes.size() / 512) * 512;
            for (std::size_t i = at; i < at + 512; ++i)
                bytes[i] = static_cast<char>(random() % 256);
            break;
        }
        default: // some bytes
            for (std::size_t i = 1 + random() % 8; i > 0; --i)
                bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
            break;
        }
        folder.write("p.synoptic", bytes);
        const auto store = ProjectStore::open(path);
        if (!store || !store->damage().empty()) {
            ++noticed;
            QVERIFY(!verifyProject(path)->empty());
        } else {
            ++harmless;
            QVERIFY(store->content() == content);
        }
    }
    qInfo("%d files damaged: %d noticed, %d where nothing that was written had changed", rounds(), noticed, harmless);
    QCOMPARE(noticed + harmless, rounds());
}

void TestProjectDamage::turnedBitsThatChangeAnythingAreNoticed()
{
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    const ProjectContent content = randomContent(3);
    QVERIFY(ProjectStore::create(path, content).has_value());
    const std::string sound = TemporaryFolder::read(path);
    std::mt19937 random(4);
    int noticed = 0;
    for (int round = 0; round < rounds(); ++round) {
        std::string bytes = sound;
        char& byte = bytes[random() % bytes.size()];
        byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << (random() % 8)));
        folder.write("p.synoptic", bytes);
        const auto damage = verifyProject(path);
        QVERIFY(damage.has_value());
        if (!damage->empty()) {
            ++noticed;
            QVERIFY(!damage->front().where.empty() && !damage->front().what.empty());
            continue;
        }
        const auto store = ProjectStore::open(path);
        QVERIFY(store.has_value());
        QVERIFY(store->content() == content); // a bit of an empty place
    }
    qInfo("%d bits turned, one a file: %d noticed, the others changed nothing", rounds(), noticed);
    QVERIFY(noticed > rounds() / 4);
}

void TestProjectDamage::damagedProjectsAreRestored()
{
    constexpr int drills = 100;
    const TemporaryFolder folder;
    const TemporaryFolder backups;
    const std::string path = folder.path("p.synoptic");
    const ProjectContent content = randomContent(5);
    {
        auto store = ProjectStore::create(path, content);
        QVERIFY(backUp(*store, backups.path()).has_value());
    }
    const std::string sound = TemporaryFolder::read(path);
    std::mt19937 random(6);
    qint64 slowest = 0;
    for (int drill = 0; drill < drills; ++drill) {
        std::string bytes = sound;
        for (std::size_t i = 0; i < 2000; ++i)
            bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
        folder.write("p.synoptic", bytes);
        QElapsedTimer timer;
        timer.start();
        const auto restored = restoreFromBackup(path, backups.path());
        slowest = std::max(slowest, timer.elapsed());
        QVERIFY2(restored.has_value(), restored ? "" : restored.error().detail.c_str());
        const auto store = ProjectStore::open(path);
        QVERIFY(store.has_value());
        QVERIFY(store->damage().empty());
        QVERIFY(store->content() == content);
        QCOMPARE(::unlink(restored->damagedCopy.c_str()), 0);
    }
    qInfo("%d of %d restored, the slowest in %lld ms", drills, drills, static_cast<long long>(slowest));
    QVERIFY(slowest < 5000);
}

QTEST_GUILESS_MAIN(TestProjectDamage)
#include "tst_project_damage.moc"
