// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/analysis_cache.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <filesystem>
#include <span>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>

#include "app/engine/atomic_file.h"
#include "app/engine/unique_fd.h"
#include "base/digest.h"
#include "base/limits.h"
#include "cache/bytes.h"
#include "exchange/edit_codec.h"

namespace fs = std::filesystem;

namespace synoptic::engine {

/// Made when the program is built, from its sources.
std::string_view sourcesDigest();

namespace {

constexpr std::string_view magic = "SYNOPTIC ANALYSIS\n";
constexpr std::string_view suffix = ".analysis";
constexpr std::size_t firstArticles = 16; // there before one can look
constexpr std::size_t articlesPerPart = 256;
constexpr std::size_t keptAtMost = 20; // folders
constexpr std::size_t nameDigits = 16;

/// What stands before the parts.
struct Header
{
    std::uint32_t version = 0;
    std::string program;
    std::string declined;
    std::string folder;
    std::string marks; // digest
    std::string scan;
    std::vector<std::uint64_t> sizes;  // of the parts: articles, then the rest
    std::vector<std::uint64_t> checks; // one for each part
};

template <class Visitor, class Value>
void visitHeader(Visitor& visit, Value& header)
{
    visit(header.version);
    visit(header.program);
    visit(header.declined);
    visit(header.folder);
    visit(header.marks);
    visit(header.scan);
    visit(header.sizes);
    visit(header.checks);
}

std::string digestOf(const edits::BoilerplateMarks& marks)
{
    edits::Edits said;
    for (const auto& [file, own] : marks)
        said.insert(said.end(), own.begin(), own.end());
    return sha256Hex(exchange::editsToJson(said));
}

std::string number(std::uint64_t value)
{
    std::string bytes;
    for (unsigned shift = 0; shift < 64; shift += 8)
        bytes += static_cast<char>(static_cast<unsigned char>(value >> shift));
    return bytes;
}

std::uint64_t numberAt(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = sizeof value; i-- > 0;)
        value = (value << 8U) | static_cast<unsigned char>(bytes[i]);
    return value;
}

/// The whole of a file; nothing if there is none that may be read.
std::optional<std::string> bytesOf(const std::string& path)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): the system call is variadic
    const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat status = {};
    if (!fd.isOpen() || ::fstat(fd.get(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_size < 0 ||
        static_cast<std::uint64_t>(status.st_size) > limits::keptAnalysisBytes)
        return std::nullopt;
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t got = ::read(fd.get(), bytes.data() + at, bytes.size() - at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return std::nullopt;
        at += static_cast<std::size_t>(got);
    }
    return bytes;
}

/// Takes the header off the front of a file; nothing if it is not ours, or not whole.
std::optional<Header> takeHeader(std::string_view& file)
{
    constexpr std::size_t numbers = 2 * sizeof(std::uint64_t); // size and check
    if (!file.starts_with(magic) || file.size() < magic.size() + numbers)
        return std::nullopt;
    file.remove_prefix(magic.size());
    const std::uint64_t size = numberAt(file);
    const std::uint64_t check = numberAt(file.substr(sizeof size));
    file.remove_prefix(numbers);
    if (size > file.size() || cache::checkOf(file.substr(0, size)) != check)
        return std::nullopt;
    Header header;
    cache::ByteReader reader(file.substr(0, size));
    reader(header.version);
    if (!reader.isSound() || header.version != cache::formatVersion)
        return std::nullopt;
    cache::ByteReader again(file.substr(0, size));
    visitHeader(again, header);
    file.remove_prefix(size);
    std::uint64_t all = 0;
    for (const std::uint64_t part : header.sizes) {
        if (part > file.size() - all)
            return std::nullopt;
        all += part;
    }
    const bool isWhole =
        again.isAtEnd() && all == file.size() && !header.sizes.empty() && header.sizes.size() == header.checks.size();
    return isWhole ? std::optional(std::move(header)) : std::nullopt;
}

bool isSame(const corpus::ScannedFile& one, const corpus::ScannedFile& other)
{
    return one.file == other.file && one.bytes == other.bytes && one.modifiedNs == other.modifiedNs &&
           one.changedNs == other.changedNs;
}

bool isSame(const corpus::FolderScan& one, const corpus::FolderScan& other)
{
    return one.metadataCsv.has_value() == other.metadataCsv.has_value() &&
           (!one.metadataCsv || isSame(*one.metadataCsv, *other.metadataCsv)) && one.skipped == other.skipped &&
           std::ranges::equal(one.files, other.files, [](const auto& a, const auto& b) { return isSame(a, b); });
}

/// Reads the parts of articles, the first by this thread and before the others.
std::optional<cache::Articles> readArticles(std::span<const std::string_view> parts,
                                            std::span<const std::uint64_t> checks,
                                            const std::function<void(const cache::Articles&)>& first,
                                            const std::stop_token& stop)
{
    std::vector<cache::Articles> read(parts.size());
    std::atomic<bool> isSound = true;
    const auto take = [&](std::size_t part) {
        auto articles = cache::checkOf(parts[part]) == checks[part] ? cache::decodeArticles(parts[part])
                                                                    : failure(ErrorCode::Malformed, "damaged");
        if (articles)
            read[part] = *std::move(articles);
        else
            isSound = false;
    };
    if (!parts.empty()) {
        take(0);
        if (isSound && first)
            first(read.front());
    }
    {
        std::atomic<std::size_t> next = 1;
        const auto work = [&] {
            for (std::size_t part = next++; part < parts.size() && isSound && !stop.stop_requested(); part = next++)
                take(part);
        };
        std::vector<std::jthread> others;
        const unsigned cores = std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
        for (unsigned i = 1; i < cores && i + 1 < parts.size(); ++i)
            others.emplace_back(work);
        work();
    }
    if (!isSound || stop.stop_requested())
        return std::nullopt;
    cache::Articles all;
    for (cache::Articles& part : read)
        std::ranges::move(part, std::back_inserter(all));
    return all;
}

/// Of many kept analyses, and of files that a killed program left, the oldest go.
void removeOldest(const std::string& directory)
{
    std::vector<std::pair<fs::file_time_type, fs::path>> files;
    std::error_code ignored;
    for (fs::directory_iterator at(directory, ignored), end; !ignored && at != end; at.increment(ignored)) {
        const auto name = at->path().filename().native();
        if (name.ends_with(suffix) || name.ends_with(".tmp"))
            files.emplace_back(at->last_write_time(ignored), at->path());
    }
    std::ranges::sort(files, std::ranges::greater{});
    for (std::size_t i = keptAtMost; i < files.size(); ++i)
        fs::remove(files[i].second, ignored);
}

} // namespace

std::string programKey()
{
    return std::string(sourcesDigest());
}

std::string keptAnalysisPath(const std::string& cacheDirectory, const std::string& folder)
{
    return cacheDirectory + "/analyses/" + sha256Hex(folder).substr(0, nameDigits) + std::string(suffix);
}

Result<> keepAnalysis(const std::string& path, const KeptAnalysis& kept)
{
    Header header;
    header.version = cache::formatVersion;
    header.program = kept.program;
    header.declined = kept.declined;
    header.folder = kept.analysis->folder;
    header.marks = digestOf(kept.boilerplate);
    header.scan = cache::encodeScan(*kept.scan);
    std::string parts;
    const auto add = [&](const std::string& part) {
        header.sizes.push_back(part.size());
        header.checks.push_back(cache::checkOf(part));
        parts += part;
        return parts.size() <= limits::keptAnalysisBytes;
    };
    const std::span articles(kept.analysis->articles);
    for (std::size_t at = 0; at < articles.size();) {
        const std::size_t count = std::min(at == 0 ? firstArticles : articlesPerPart, articles.size() - at);
        if (!add(cache::encodeArticles(articles.subspan(at, count))))
            return failure(ErrorCode::TooBig, "an analysis of more than the limit");
        at += count;
    }
    add(cache::encodeLinks(*kept.analysis));
    cache::ByteWriter writer;
    visitHeader(writer, std::as_const(header));
    std::string front(magic);
    front += number(writer.bytes.size());
    front += number(cache::checkOf(writer.bytes));
    front += writer.bytes;
    if (front.size() + parts.size() > limits::keptAnalysisBytes)
        return failure(ErrorCode::TooBig, "an analysis of more than the limit");
    parts.insert(0, front);

    const std::string directory = path.substr(0, path.rfind('/'));
    std::error_code problem;
    fs::create_directories(directory, problem);
    fs::permissions(directory, fs::perms::owner_all, problem); // texts of others, perhaps not for all to see
    auto written = writeFileAtomically(path, parts);
    removeOldest(directory);
    return written;
}

std::optional<KeptAnalysis> keptAnalysis(const std::string& path, const std::string& folder,
                                         const corpus::FolderScan& now, const edits::BoilerplateMarks& boilerplate,
                                         const std::function<void(const cache::Articles&)>& first,
                                         const std::stop_token& stop)
{
    const auto bytes = bytesOf(path);
    if (!bytes)
        return std::nullopt;
    std::string_view rest = *bytes;
    const auto header = takeHeader(rest);
    if (!header || header->folder != folder || header->marks != digestOf(boilerplate))
        return std::nullopt;
    auto scan = cache::decodeScan(header->scan);
    if (!scan || !isSame(*scan, now))
        return std::nullopt;
    std::vector<std::string_view> parts;
    for (const std::uint64_t size : header->sizes) {
        parts.push_back(rest.substr(0, size));
        rest.remove_prefix(size);
    }
    if (cache::checkOf(parts.back()) != header->checks.back())
        return std::nullopt;
    auto articles = readArticles(std::span(parts).first(parts.size() - 1), header->checks, first, stop);
    if (!articles)
        return std::nullopt;
    auto analysis = cache::decodeLinks(parts.back(), *std::move(articles));
    if (!analysis || (*analysis)->folder != folder)
        return std::nullopt;
    return KeptAnalysis{*std::move(analysis), std::make_shared<const corpus::FolderScan>(*std::move(scan)), boilerplate,
                        header->program, header->declined};
}

} // namespace synoptic::engine
