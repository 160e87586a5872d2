// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <string>

#include <CLI/CLI.hpp>

#include "app/cli/commands.h"
#include "app/cli/exit_codes.h"
#include "app/cli/terminal.h"

namespace {

using namespace synoptic::cli;

constexpr unsigned threadsAtMost = 64;
constexpr int widthAtMost = 100'000;
constexpr double dpiAtMost = 2400.0;

/// Makes the process the same everywhere, before any thread or library looks.
void settleEnvironment()
{
    // NOLINTBEGIN(concurrency-mt-unsafe): there is one thread
    ::setenv("TZ", "UTC", 1);
    ::tzset();
    ::setenv("LC_ALL", "C.UTF-8", 1);
    ::unsetenv("LANGUAGE");
    // NOLINTEND(concurrency-mt-unsafe)
    std::signal(SIGPIPE, SIG_IGN); // seen by write(), with a message
    std::signal(SIGXFSZ, SIG_IGN);
}

void addFolderOptions(CLI::App& command, FolderOptions& options)
{
    command.add_option("folder", options.folder, "Folder that holds the articles, or a project (.synoptic)")
        ->required()
        ->type_name("FOLDER|PROJECT");
    command
        .add_option("--published", options.published,
                    "Publication date of one file, as FILE=DATE (a.txt=2024-05-03); may be repeated")
        ->type_name("FILE=DATE")
        ->allow_extra_args(false);
    command.add_option("--threads", options.threads, "Threads that read; 0: one for each processor")
        ->type_name("N")
        ->check(CLI::Range(0U, threadsAtMost).description(""));
}

} // namespace

int main(int argc, char** argv)
try {
    settleEnvironment();
    CLI::App app("Reads a folder of articles and says what they say happened, and when.", "synoptic-cli");
    app.set_version_flag("--version", "synoptic-cli " SYNOPTIC_VERSION, "Print the version and end");
    app.set_help_flag("-h,--help", "Print this help and end");
    app.require_subcommand(1);
    app.footer("Exit codes: 0 done; 1 done, but files were skipped (listed on stderr); 2 usage; 3 failed.\n"
               "Put -- before a name that begins with '-'.");

    AnalyzeOptions analyzeOptions;
    auto* analyzeCommand =
        app.add_subcommand("analyze", "Write the articles, expressions of time and events of a folder");
    addFolderOptions(*analyzeCommand, analyzeOptions.folder);
    analyzeCommand
        ->add_option(
            "--format", analyzeOptions.format,
            "json (everything that was found; if not given), csv (events), timelinejs, ics, annotations (W3C), "
            "contradictions (CSV), "
            "work (what was decided) or table (the same, events, evidence and notes as they stand, as CSV)")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"json", "csv", "timelinejs", "ics", "annotations", "contradictions", "work", "table"})
                    .description(""));
    analyzeCommand->add_option("--output", analyzeOptions.output, "File to write; standard output if not given")
        ->type_name("FILE");

    ImageOptions imageOptions;
    auto* imageCommand = app.add_subcommand("image", "Draw the timeline of a folder; needs no display");
    addFolderOptions(*imageCommand, imageOptions.folder);
    imageCommand->add_option("--output", imageOptions.output, "File to write: .png, .svg or .pdf")
        ->type_name("FILE")
        ->required();
    imageCommand->add_option("--width", imageOptions.width, "Width in pixels of 1/96 inch; 1600 if not given")
        ->type_name("N")
        ->check(CLI::Range(1, widthAtMost).description(""));
    imageCommand->add_option("--dpi", imageOptions.dpi, "Dots per inch of a .png; 96 if not given")
        ->type_name("N")
        ->check(CLI::Range(1.0, dpiAtMost).description(""));
    imageCommand->add_flag("--dark", imageOptions.dark, "Light on dark");
    imageCommand->add_flag("--all", imageOptions.all, "Every event, not only the important ones");

    imageCommand->add_option("--from", imageOptions.from, "First day: 2021, 2021-04 or 2021-04-15")->type_name("DATE");
    imageCommand->add_option("--until", imageOptions.until, "Last day")->type_name("DATE");
    imageCommand->add_option("--words", imageOptions.words, "Only events with these words")->type_name("TEXT");
    imageCommand->add_option("--source", imageOptions.sources, "Only events that this source tells; may be repeated")
        ->type_name("NAME")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    imageCommand->add_option("--independent", imageOptions.independent, "Only events of so many independent sources")
        ->type_name("N")
        ->check(CLI::Range(1U, 100U).description(""));
    imageCommand->add_flag("--disputed", imageOptions.disputed, "Only events with several dates or a contradiction");
    imageCommand->add_flag("--by-publication", imageOptions.byPublication,
                           "Places events where they were told instead of where they happened");
    imageCommand->add_option("--lanes", imageOptions.lanes, "none, source, certainty or tag; as fits if not given")
        ->type_name("KIND")
        ->check(CLI::IsMember({"none", "source", "certainty", "tag"}).description(""));
    imageCommand->add_option("--title", imageOptions.title, "Title; the folder's name if not given")->type_name("TEXT");
    imageCommand->add_option("--note", imageOptions.note, "A line of your own in the foot")->type_name("TEXT");
    imageCommand->add_flag("--no-legend", imageOptions.noLegend, "Without the legend");
    imageCommand->add_flag("--no-footer", imageOptions.noFooter, "Without counts, filter and sources");
    imageCommand->add_option("--paper", imageOptions.paper, "a4, a3 or letter, for a .pdf; made to fit one sheet")
        ->type_name("SIZE")
        ->check(CLI::IsMember({"a4", "a3", "letter"}).description(""));
    imageCommand->add_flag("--tiled", imageOptions.tiled, "With --paper: at full size, over several sheets");

    TimexOptions timexOptions;
    bool narrative = false;
    auto* timexCommand =
        app.add_subcommand("timex", "Find the expressions of time in standard input, one JSON line each");
    timexCommand->add_option("--published", timexOptions.published, "Date that 'today' is counted from")
        ->type_name("DATE");
    auto* kind =
        timexCommand->add_option("--kind", timexOptions.kind, "news, narrative or message; from the text if not given")
            ->type_name("KIND")
            ->check(CLI::IsMember({"news", "narrative", "message"}).description(""));
    timexCommand->add_flag("--narrative", narrative, "The same as --kind narrative")->excludes(kind);

    ReportOptions reportOptions;
    auto* reportCommand = app.add_subcommand("report", "Write the chronology and the contradictions, quoted and cited");
    addFolderOptions(*reportCommand, reportOptions.folder);
    reportCommand->add_option("--output", reportOptions.output, "File to write: .html, .md or .pdf")
        ->type_name("FILE")
        ->required();

    VerifyOptions verifyOptions;
    auto* verifyCommand = app.add_subcommand(
        "verify", "Check a project: that it is as it was written and, with a folder, that its quotations are found");
    verifyCommand->add_option("project", verifyOptions.project, "Project to check; it is not changed")
        ->required()
        ->type_name("PROJECT");
    verifyCommand->add_option("--folder", verifyOptions.folder, "Folder of its articles")->type_name("FOLDER");
    verifyCommand->add_option("--threads", verifyOptions.threads, "Threads that read; 0: one for each processor")
        ->type_name("N")
        ->check(CLI::Range(0U, threadsAtMost).description(""));

    std::string about;
    auto* helpCommand = app.add_subcommand("help", "Print the help of a command");
    helpCommand->add_option("command", about, "analyze, image, report, timex or verify")->type_name("COMMAND");

    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked) {
        return app.exit(asked); // --help, --version
    } catch (const CLI::ParseError& error) {
        complain(shown(error.what()) + "\nTry 'synoptic-cli --help'.");
        return ExitUsage;
    }

    if (*helpCommand) {
        const CLI::App* command = &app;
        for (const CLI::App* known : {analyzeCommand, imageCommand, reportCommand, timexCommand, verifyCommand}) {
            if (known->get_name() == about)
                command = known;
        }
        if (command == &app && !about.empty()) {
            complain("there is no command '" + shown(about) + "'; try 'synoptic-cli --help'");
            return ExitUsage;
        }
        return print(command->help()) ? ExitDone : ExitFailed;
    }
    if (narrative)
        timexOptions.kind = "narrative";
    if (*analyzeCommand)
        return runAnalyze(analyzeOptions);
    if (*imageCommand)
        return runImage(imageOptions);
    if (*reportCommand)
        return runReport(reportOptions);
    if (*verifyCommand)
        return runVerify(verifyOptions);
    return runTimex(timexOptions);
} catch (const std::exception& error) {
    complain("failed: " + shown(error.what())); // memory, above all
    return ExitFailed;
}
