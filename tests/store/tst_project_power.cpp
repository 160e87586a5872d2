// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <random>
#include <string>
#include <vector>

#include <QTest>

#include "exchange/edit_codec.h"
#include "store/project_store.h"
#include "support/long_count.h"
#include "support/recording_vfs.h"
#include "support/temporary_folder.h"

using namespace synoptic;
using namespace synoptic::store;
using synoptic::tests::DiskOperation;
using synoptic::tests::RecordingVfs;

namespace {

constexpr std::size_t sectorBytes = 512;

/// How many disks are made.
int rounds()
{
    return tests::longCount("SYNOPTIC_POWER_ROUNDS", 2000);
}

/// A file as the disk has it, and what was asked of it since it was last synchronized.
struct DiskFile
{
    std::string bytes;
    std::vector<DiskOperation> pending;
    bool named = true;    // its name is on the disk
    bool removed = false; // its removal may be
};

using Disk = std::map<std::string, DiskFile>;

void put(std::string& bytes, std::size_t at, std::string_view piece)
{
    if (bytes.size() < at + piece.size())
        bytes.resize(at + piece.size(), '\0');
    bytes.replace(at, piece.size(), piece);
}

void apply(std::string& bytes, const DiskOperation& operation)
{
    if (operation.kind == DiskOperation::Kind::Write)
        put(bytes, static_cast<std::size_t>(operation.position), operation.bytes);
    else
        bytes.resize(static_cast<std::size_t>(operation.position), '\0');
}

/// Carries out what is certain once the operation has returned.
void step(Disk& disk, const DiskOperation& operation)
{
    DiskFile& file = disk[operation.name];
    switch (operation.kind) {
    case DiskOperation::Kind::Create:
        file = {};
        file.named = false;
        break;
    case DiskOperation::Kind::Write:
    case DiskOperation::Kind::Truncate:
        file.pending.push_back(operation);
        break;
    case DiskOperation::Kind::Synchronize:
        for (const DiskOperation& pending : file.pending)
            apply(file.bytes, pending);
        file.pending.clear();
        file.named = true; // SQLite synchronizes the folder of a new journal with it
        break;
    case DiskOperation::Kind::Remove:
        if (operation.folderToo)
            disk.erase(operation.name);
        else
            file.removed = true;
        break;
    case DiskOperation::Kind::Acknowledge:
        disk.erase(operation.name);
        break;
    }
}

/// What lies there after the power went: of each unsynchronized write any of its sectors, of each name any.
std::map<std::string, std::string> afterPowerLoss(const Disk& disk, std::mt19937& random)
{
    const auto happens = [&random] { return random() % 10 < 6; };
    std::map<std::string, std::string> files;
    for (const auto& [name, file] : disk) {
        if ((!file.named && !happens()) || (file.removed && happens()))
            continue;
        std::string bytes = file.bytes;
        for (const DiskOperation& operation : file.pending) {
            if (operation.kind == DiskOperation::Kind::Truncate) {
                if (happens())
                    apply(bytes, operation);
                continue;
            }
            for (std::size_t at = 0; at < operation.bytes.size(); at += sectorBytes) {
                if (happens())
                    put(bytes, static_cast<std::size_t>(operation.position) + at,
                        std::string_view(operation.bytes).substr(at, sectorBytes));
            }
        }
        files[name] = bytes;
    }
    return files;
}

} // namespace

class TestProjectPower : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLostWhenThePowerGoes();
};

void TestProjectPower::nothingAcknowledgedIsLostWhenThePowerGoes()
{
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    ProjectContent content;
    content.folder = "/articles";
    QVERIFY(ProjectStore::create(path, content).has_value());

    Disk disk;
    disk[path].bytes = TemporaryFolder::read(path);
    RecordingVfs::install();
    std::mt19937 random(12);
    {
        auto store = ProjectStore::open(path);
        RecordingVfs::log().clear();
        for (int i = 0; i < 60; ++i) {
            if (random() % 5 == 0) {
                QVERIFY(store->setView({{"zoom", std::string(random() % 9000, 'z')}}).has_value());
                continue;
            }
            std::vector<HistoryEntry> entries(1 + random() % 3);
            for (HistoryEntry& entry : entries) {
                entry.name = "rename event";
                entry.edits = exchange::editsToJson({edits::RenameEvent{"k", std::string(random() % 6000, 'x')}});
            }
            QVERIFY(store->append(entries).has_value());
            RecordingVfs::log().push_back({DiskOperation::Kind::Acknowledge,
                                           "acknowledged",
                                           static_cast<std::int64_t>(store->content().history.size()),
                                           {},
                                           false});
        }
    }
    const std::vector<DiskOperation> log = RecordingVfs::log();
    QVERIFY(log.size() > 500);

    // Every moment in turn, then again with other sectors.
    const TemporaryFolder images;
    int made = 0;
    std::size_t half = 0; // images in which something was under way
    while (made < rounds()) {
        Disk now = disk;
        std::int64_t acknowledged = 0;
        for (const DiskOperation& operation : log) {
            step(now, operation);
            if (operation.kind == DiskOperation::Kind::Acknowledge)
                acknowledged = operation.position;
            if (random() % 3 != 0)
                continue;
            if (made++ == rounds())
                break;
            const std::string image = images.path("p.synoptic");
            ::unlink(image.c_str());
            ::unlink((image + "-journal").c_str());
            for (const auto& [name, bytes] : afterPowerLoss(now, random))
                images.write("p.synoptic" + name.substr(path.size()), bytes);
            half += now.size() > 1 ? std::size_t{1} : std::size_t{0};
            const auto store = ProjectStore::open(image);
            QVERIFY2(store.has_value(), store ? "" : store.error().detail.c_str());
            QVERIFY2(store->damage().empty(), store->damage().empty() ? "" : store->damage().front().what.c_str());
            QVERIFY(store->mode() == Mode::ReadWrite);
            QVERIFY(static_cast<std::int64_t>(store->content().history.size()) >= acknowledged);
            QVERIFY(replay(store->content().history).has_value());
        }
    }
    qInfo("%d disks, %zu of them in the middle of a change: nothing lost, nothing damaged", rounds(), half);
    QVERIFY(half > static_cast<std::size_t>(rounds()) / 4);
}

QTEST_GUILESS_MAIN(TestProjectPower)
#include "tst_project_power.moc"
