// SPDX-License-Identifier: GPL-3.0-or-later
// The commands and their options; CLI11 prints --help from the same table.
#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <map>
#include <string>
#include <vector>

#include "cli/build_command.h"
#include "cli/check_command.h"
#include "cli/codebook_command.h"
#include "cli/extract_command.h"
#include "cli/inspect_command.h"
#include "cli/merge_command.h"
#include "cli/messages.h"
#include "cli/option_table.h"
#include "cli/option_table_of.h"
#include "cli/option_text.h"
#include "cli/review_command.h"
#include "cli/validate_command.h"
#include "cli/versions.h"
#include "model/diagnostic.h"

namespace prongsai {
namespace {

// How whole documents are read.
void add_reading_options(CLI::App& app, PipelineOptions& options) {
  static const std::map<std::string, extract::OcrMode> kModes = {
      {"auto", extract::OcrMode::kAuto},
      {"never", extract::OcrMode::kNever},
      {"always", extract::OcrMode::kAlways}};
  app.add_option("--ocr", options.extract.ocr,
                 "Read pages by OCR: auto (where the text layer is not usable), never, always")
      ->transform(CLI::CheckedTransformer(kModes))
      ->type_name("auto|never|always");
  app.add_option("--tessdata", options.extract.tessdata, "Folder of the OCR models")
      ->type_name("DIR");
  app.add_option("--year", options.year, "Codebook to use where the document is silent")
      ->check(CLI::Range(2562, 2569))
      ->type_name("YEAR");
}

void add_pipeline_options(CLI::App& app, PipelineOptions& options) {
  add_reading_options(app, options);
  const auto set_pages = [&options](const std::string& text) {
    const auto pages = parse_pages(text);
    if (!pages) throw CLI::ValidationError("--pages", "'" + text + "' names no pages like 2-5,9");
    options.extract.wanted_pages = *pages;
  };
  app.add_option_function<std::string>("--pages", set_pages, "Pages to read, such as 2-5,9")
      ->type_name("PAGES");
}

void add_export_options(CLI::App& app, DatasetOptions& options) {
  app.add_flag("--excel", options.exported.excel,
               "CSV for spreadsheets: byte order mark, CRLF, no formulas");
  app.add_flag("--xlsx", options.exported.xlsx, "A workbook, dataset.xlsx, as well");
  app.add_option("--agencies", options.agencies,
                 "CSV of the agencies that should have documents: missing.csv says which have none")
      ->type_name("LIST");
  app.add_flag("--check-ckan", options.check_ckan,
               "Name what ckan-package.json needs from publisher.json in the dataset");
}

struct CommandLine {
  CLI::App app{
      "prongsai reads the ITA reports that Thai public agencies publish, number by number.",
      "prongsai"};
  ExtractCommand extract;
  InspectCommand inspect;
  BuildCommand build;
  MergeCommand merge;
  CheckCommand check;
  ValidateCommand validate;
  ReviewCommand review;
  CodebookCommand codebook;
  CLI::App* extract_app = nullptr;
  CLI::App* inspect_app = nullptr;
  CLI::App* build_app = nullptr;
  CLI::App* merge_app = nullptr;
  CLI::App* check_app = nullptr;
  CLI::App* validate_app = nullptr;
  CLI::App* review_app = nullptr;
  CLI::App* codebook_app = nullptr;

  CommandLine() {
    add_version();
    app.require_subcommand(1);
    add_extract();
    add_inspect();
    add_check();
    add_build();
    add_merge();
    add_validate();
    add_review();
    add_codebook();
    hide_values(app);
  }

  void add_version() {
    const std::string help =
        "With --version: as JSON, with the versions of libraries and the digests of models";
    CLI::Option* as_json = app.add_flag("--json", help);
    CLI::Option* version = app.set_version_flag(
        "--version",
        [as_json] {
          return as_json->count() > 0 ? versions_json() : std::string("prongsai " PRONGSAI_VERSION);
        },
        "Print the version and exit");
    as_json->needs(version);
  }

  // Help names the words of a choice, not the values that they stand for.
  static void hide_values(CLI::App& app) {
    for (CLI::Option* option : app.get_options()) {
      if (!is_choice(*option)) continue;
      option->get_validator(0)->description("");
    }
    for (CLI::App* command : app.get_subcommands({})) hide_values(*command);
  }

  void add_extract() {
    static const std::map<std::string, OutputFormat> kFormats = {{"json", OutputFormat::kJson},
                                                                 {"ndjson", OutputFormat::kNdjson},
                                                                 {"csv", OutputFormat::kCsv}};
    extract_app = app.add_subcommand("extract", "Print one record per input");
    extract_app->add_option("INPUT", extract.inputs, "Files, directories, or - for standard input")
        ->required();
    extract_app
        ->add_option("--format", extract.format,
                     "json (one input), ndjson (several), csv (the scores)")
        ->transform(CLI::CheckedTransformer(kFormats))
        ->type_name("json|ndjson|csv");
    extract_app->add_option("-o,--output", extract.output, "File to write; - is standard output")
        ->type_name("FILE");
    extract_app->add_option("--jobs", extract.jobs, "Documents read at once (default: the cores)")
        ->check(CLI::Range(1, 1024))
        ->type_name("N");
    add_limits(*extract_app, extract.timeout, extract.memory_mib);
    add_pipeline_options(*extract_app, extract.pipeline);
  }

  void add_inspect() {
    static const std::map<std::string, InspectStage> kStages = {
        {"pages", InspectStage::kPages},
        {"lines", InspectStage::kLines},
        {"tables", InspectStage::kTables},
        {"segments", InspectStage::kSegments}};
    inspect_app = app.add_subcommand("inspect", "Show what a stage saw of a document");
    inspect_app->add_option("INPUT", inspect.input, "A file, or - for standard input")->required();
    inspect_app
        ->add_option("--stage", inspect.stage,
                     "pages (words and rulings), lines, tables, segments (all, repaired)")
        ->transform(CLI::CheckedTransformer(kStages))
        ->type_name("pages|lines|tables|segments");
    inspect_app->add_option("--page", inspect.page, "Show this page only")
        ->check(CLI::Range(1, kMostPages))
        ->type_name("N");
    add_pipeline_options(*inspect_app, inspect.pipeline);
  }

  // Limits of what is read in a process of its own.
  static void add_limits(CLI::App& app, int& timeout, int& memory_mib) {
    app.add_option("--timeout", timeout, "Seconds for each input")
        ->check(CLI::Range(1, 86400))
        ->capture_default_str()
        ->type_name("SECONDS");
    app.add_option("--memory", memory_mib, "MiB of memory for each input")
        ->check(CLI::Range(64, 1048576))
        ->capture_default_str()
        ->type_name("MIB");
  }

  void add_validate() {
    validate_app = app.add_subcommand("validate", "Compare typed scores with what documents say");
    validate_app
        ->add_option("TYPED", validate.typed, "CSV: agency,year,code,score or a row an agency")
        ->required();
    validate_app
        ->add_option("AGAINST", validate.against, "Documents or records, or directories of them")
        ->required();
    add_limits(*validate_app, validate.timeout, validate.memory_mib);
    add_pipeline_options(*validate_app, validate.pipeline);
  }

  void add_check() {
    static const std::map<std::string, Language> kLanguages = {{"th", Language::kThai},
                                                               {"en", Language::kEnglish}};
    check_app = app.add_subcommand("check", "Print what documents contradict in themselves");
    check_app
        ->add_option("INPUT", check.inputs,
                     "Documents or records, directories, or - for standard input")
        ->required();
    check_app->add_option("--lang", check.language, "Language of the findings (default: th)")
        ->transform(CLI::CheckedTransformer(kLanguages))
        ->type_name("th|en");
    add_limits(*check_app, check.timeout, check.memory_mib);
    add_pipeline_options(*check_app, check.pipeline);
  }

  void add_build() {
    build_app = app.add_subcommand("build", "Build or extend a dataset");
    build_app
        ->add_option("INPUT", build.inputs,
                     "Files, directories, zip archives, or - for a list on standard input")
        ->required();
    build_app->add_option("-o,--output", build.dataset, "Folder of the dataset")
        ->required()
        ->type_name("DATASET");
    add_export_options(*build_app, build.written);
    build_app
        ->add_option("--corrections", build.corrections,
                     "corrections.csv of a reviewer, added to the dataset's; may be given again")
        ->allow_extra_args(false)
        ->type_name("FILE");
    const auto set_shard = [this](const std::string& text) {
      const auto shard = parse_shard(text);
      if (!shard) throw CLI::ValidationError("--shard", "'" + text + "' is no part like 2/7");
      build.shard = shard->number;
      build.shards = shard->count;
    };
    build_app
        ->add_option_function<std::string>("--shard", set_shard,
                                           "Read the K-th of N parts of the inputs only")
        ->type_name("K/N");
    build_app->add_flag("--wait", build.wait,
                        "Wait for another run that works on the dataset, rather than stop");
    build_app->add_option("--jobs", build.jobs, "Documents read at once (default: the cores)")
        ->check(CLI::Range(1, 1024))
        ->type_name("N");
    add_limits(*build_app, build.timeout, build.memory_mib);
    add_pipeline_options(*build_app, build.pipeline);
  }

  void add_merge() {
    merge_app = app.add_subcommand("merge", "Join datasets that were built apart");
    merge_app->add_option("DATASET", merge.parts, "Folders of datasets")->required();
    merge_app->add_option("-o,--output", merge.dataset, "Folder of the dataset; not one of theirs")
        ->required()
        ->type_name("DATASET");
    add_export_options(*merge_app, merge.written);
  }

  void add_review() {
    review_app = app.add_subcommand(
        "review", "Write pages on which a person decides doubtful values, each beside its picture");
    review_app
        ->add_option("DATASET|INPUT", review.inputs,
                     "A dataset, or documents, directories and zip archives, or records")
        ->required();
    review_app->add_option("-o,--output", review.folder, "Folder of the pages: open its index.html")
        ->required()
        ->type_name("DIR");
    review_app->add_option("--size", review.size_mib, "MiB that the folder may have")
        ->check(CLI::Range(1, 1048576))
        ->capture_default_str()
        ->type_name("MIB");
    review_app->add_option("--jobs", review.jobs, "Documents read at once (default: the cores)")
        ->check(CLI::Range(1, 1024))
        ->type_name("N");
    add_limits(*review_app, review.timeout, review.memory_mib);
    add_reading_options(*review_app, review.pipeline);
  }

  void add_codebook() {
    static const std::map<std::string, CodebookFormat> kFormats = {{"json", CodebookFormat::kJson},
                                                                   {"csv", CodebookFormat::kCsv}};
    codebook_app =
        app.add_subcommand("codebook", "Print the codebook: indicators, items, issues, levels");
    codebook_app->add_option("YEAR", codebook.year, "Fiscal year (Buddhist era); all without it");
    codebook_app->add_option("--format", codebook.format, "json (all of it), csv (the items)")
        ->transform(CLI::CheckedTransformer(kFormats))
        ->type_name("json|csv");
  }

  ExitCode run() {
    if (extract_app->parsed()) return run_extract(extract);
    if (inspect_app->parsed()) return run_inspect(inspect);
    if (build_app->parsed()) return run_build(build);
    if (merge_app->parsed()) return run_merge(merge);
    if (check_app->parsed()) return run_check(check);
    if (validate_app->parsed()) return run_validate(validate);
    if (review_app->parsed()) return run_review(review);
    return run_codebook(codebook);
  }
};

}  // namespace

std::vector<CommandEntry> option_table() {
  const CommandLine line;
  return option_table_of(line.app);
}

ExitCode run_command_line(int argc, const char* const* argv) {
  CommandLine line;
  try {
    line.app.parse(argc, argv);
    return line.run();
  } catch (const CLI::Success& success) {  // --help, --version
    line.app.exit(success);
    return ExitCode::kDone;
  } catch (const CLI::ParseError& error) {
    print_message("", 0, error.what());
    print_message("", 0, "run prongsai --help, or prongsai COMMAND --help");
    return ExitCode::kUsage;
  } catch (const Error& error) {
    print_message(error.file(), error.page(), error.what());
    return error.code() == ErrorCode::kMissingModel ? ExitCode::kUsage : ExitCode::kIncomplete;
  }
}

}  // namespace prongsai
