// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/run.h"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <iterator>
#include <mutex>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "analysis/analyze_article.h"
#include "analysis/link_corpus.h"
#include "app/engine/file_reader.h"
#include "app/engine/read_articles.h"
#include "app/engine/reader_client.h"
#include "app/engine/skip_reasons.h"
#include "base/digest.h"
#include "base/limits.h"
#include "corpus/folder_scanner.h"
#include "ingest/ingest.h"
#include "ingest/metadata_csv.h"

namespace synoptic::engine {
namespace {

using ArticlePointer = std::shared_ptr<const analysis::ArticleAnalysis>;

constexpr unsigned threadsAtMost = 64;

unsigned threadCount(unsigned asked, std::size_t files)
{
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t wanted = std::min(asked == 0 ? cores : asked, threadsAtMost);
    return static_cast<unsigned>(std::clamp<std::size_t>(wanted, 1, std::max<std::size_t>(files, 1)));
}

/// All that the threads of one run share. What is mutable is atomic, guarded, or written by one thread alone.
class Run
{
public:
    Run(const FileReader& files, const corpus::FolderScan& scan, const ingest::MetadataTable& metadata,
        const RunOptions& options, RunObserver& observer, const std::stop_token& stop)
        : m_files(files)
        , m_scan(scan)
        , m_metadata(metadata)
        , m_options(options)
        , m_observer(observer)
        , m_stop(stop)
        , m_outcomes(scan.files.size())
    {}

    /// Reads and analyzes every file; returns when all threads are done.
    void readAll()
    {
        const std::string program = m_options.readerProgram.empty() ? findReaderProgram() : m_options.readerProgram;
        const auto starts = std::make_shared<ReaderStarts>();
        std::vector<std::jthread> threads;
        const unsigned count = threadCount(m_options.threads, m_scan.files.size());
        threads.reserve(count);
        for (unsigned i = 0; i < count; ++i) {
            threads.emplace_back([this, program, starts] {
                ReaderClient reader(program, starts);
                work(reader);
            });
        }
    }

    std::vector<ArticlePointer> takeArticles()
    {
        std::vector<ArticlePointer> articles;
        for (Outcome& outcome : m_outcomes)
            std::ranges::move(outcome.articles, std::back_inserter(articles));
        // Articles of one file are numbered, and the numbered names of two files may mingle.
        std::ranges::sort(articles, {},
                          [](const ArticlePointer& one) -> const std::string& { return one->article.file; });
        return articles;
    }

    /// In the order of the scan, after what the scan itself skipped.
    std::vector<corpus::SkippedFile> skipped() const
    {
        std::vector<corpus::SkippedFile> skipped = m_scan.skipped;
        for (std::size_t i = 0; i < m_outcomes.size(); ++i) {
            if (!m_outcomes[i].reason.empty())
                skipped.push_back({m_scan.files[i].file, m_outcomes[i].reason});
        }
        return skipped;
    }

private:
    struct Outcome
    {
        std::vector<ArticlePointer> articles;
        std::string reason; // why there is none
    };

    void work(ReaderClient& reader)
    {
        for (std::size_t i = m_next++; i < m_scan.files.size() && !m_stop.stop_requested(); i = m_next++) {
            auto articles = readFile(m_scan.files[i], reader);
            if (m_stop.stop_requested())
                return;
            if (articles)
                m_outcomes[i].articles = std::move(*articles);
            else
                m_outcomes[i].reason = skipReason(articles.error());
            const std::scoped_lock lock(m_observing);
            ++m_done;
            if (!articles)
                m_observer.fileDone(nullptr, m_done);
            for (const ArticlePointer& article : m_outcomes[i].articles)
                m_observer.fileDone(article, m_done);
        }
    }

    Result<std::vector<ArticlePointer>> readFile(const corpus::ScannedFile& scanned, ReaderClient& reader)
    {
        const std::size_t limit = fileLimit(scanned.file);
        if (scanned.bytes > limit)
            return failure(ErrorCode::TooBig, std::to_string(scanned.bytes));
        const auto bytes = m_files.read(scanned.file, limit, m_stop);
        if (!bytes)
            return tl::unexpected<Error>(bytes.error());
        auto named = readArticles(*bytes, scanned.file, reader, m_stop);
        if (!named)
            return tl::unexpected<Error>(named.error());
        std::vector<ArticlePointer> articles;
        for (NamedArticle& one : *named) {
            auto article = ingest::ingestArticle(std::move(one.raw), contextOf(one.name, *bytes));
            if (const auto said = m_options.boilerplate.find(article.file); said != m_options.boilerplate.end())
                edits::overruleBoilerplate(article, said->second);
            auto analyzed = analysis::analyzeArticle(std::move(article), m_stop);
            articles.push_back(std::make_shared<const analysis::ArticleAnalysis>(std::move(analyzed)));
        }
        return articles;
    }

    ingest::FileContext contextOf(const std::string& file, std::string_view bytes) const
    {
        ingest::FileContext context;
        context.file = file;
        context.sha256 = sha256Hex(bytes);
        if (const auto row = m_metadata.rows.find(file); row != m_metadata.rows.end())
            context.metadata = row->second;
        if (const auto typed = m_options.published.find(file); typed != m_options.published.end())
            context.publishedByUser = typed->second;
        return context;
    }

    const FileReader& m_files; // Not owned, like all up to m_stop: they live around the run.
    const corpus::FolderScan& m_scan;
    const ingest::MetadataTable& m_metadata;
    const RunOptions& m_options;
    RunObserver& m_observer;
    const std::stop_token& m_stop;
    std::vector<Outcome> m_outcomes; // one for each file; an element is written by the thread that took the file
    std::atomic<std::size_t> m_next = 0;
    std::mutex m_observing;
    std::size_t m_done = 0; // guarded by m_observing
};

/// metadata.csv as a table. One that cannot be read is skipped like any other file, with its reason.
ingest::MetadataTable readMetadata(const FileReader& files, corpus::FolderScan& scan, RunObserver& observer,
                                   const std::stop_token& stop)
{
    if (!scan.metadataCsv)
        return {};
    const std::string& file = scan.metadataCsv->file;
    const auto bytes = files.read(file, limits::metadataCsvBytes, stop);
    auto table = bytes ? ingest::readMetadataCsv(*bytes) : tl::unexpected<Error>(bytes.error());
    if (!table) {
        scan.skipped.push_back({file, skipReason(table.error())});
        return {};
    }
    std::vector<std::string> names;
    names.reserve(scan.files.size());
    for (const auto& scanned : scan.files)
        names.push_back(scanned.file);
    for (const Diagnostic& diagnostic : table->diagnostics)
        observer.noticed(file, diagnostic);
    for (const Diagnostic& diagnostic : ingest::unusedRows(*table, names))
        observer.noticed(file, diagnostic);
    return std::move(*table);
}

/// A date that was typed for a file that is not there is a mistake of whoever typed it.
std::optional<Error> strayDate(const RunOptions& options, const corpus::FolderScan& scan)
{
    for (const auto& [file, date] : options.published) {
        const auto isThere = [&](const std::string& name) {
            return std::ranges::binary_search(scan.files, name, {}, &corpus::ScannedFile::file);
        };
        if (!isThere(file) && !isThere(fileOfArticle(file)))
            return Error{ErrorCode::InvalidArgument, file};
    }
    return std::nullopt;
}

} // namespace

Result<std::shared_ptr<const analysis::Analysis>> runAnalysis(const RunOptions& options, RunObserver& observer,
                                                              const std::stop_token& stop)
{
    const auto files = FileReader::open(options.folder);
    if (!files)
        return tl::unexpected<Error>(files.error());
    auto scan = corpus::scanFolder(options.folder, stop);
    if (!scan)
        return tl::unexpected<Error>(scan.error());
    if (auto stray = strayDate(options, *scan))
        return tl::unexpected<Error>(std::move(*stray));
    observer.listed(std::make_shared<const corpus::FolderScan>(*scan));
    observer.scanned(scan->files.size());
    const auto metadata = readMetadata(*files, *scan, observer, stop);

    Run run(*files, *scan, metadata, options, observer, stop);
    run.readAll();
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);
    observer.linking();
    auto analysis = analysis::linkCorpus(options.folder, run.takeArticles(), run.skipped(), stop);
    if (!analysis)
        return failure(ErrorCode::Cancelled);
    return analysis;
}

} // namespace synoptic::engine
