// The published test suite of JSON Schema, draft-07 and 2020-12, with its remote documents from the folder beside the tests.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "forms/schema/schema.h"
#include "support/vectors.h"

using namespace stadttor;
using namespace stadttor::forms;
namespace fs = std::filesystem;

namespace {

constexpr const char* kSuite = "json-schema-test-suite";

// What is left out, each with its reason: a whole file, a group of one, or a single test.
const std::map<std::string, std::string>& left_out() {
  static const std::string kAnnotation = "an annotation here: no form asks for it, and its rules are larger than all others together";
  static const std::string kProperties = "Unicode properties need tables larger than this validator; the pattern is refused by name";
  static const std::string kRefused = "cannot be matched in bounded time; the pattern is refused by name";
  static const std::string kAddress = "IPv6 addresses are not looked into";
  static const std::map<std::string, std::string> kLeftOut = {
      {"optional/format/hostname.json", kAnnotation},
      {"optional/format/idn-hostname.json", kAnnotation},
      {"optional/format/idn-email.json", kAnnotation},
      {"optional/format/ipv6.json", kAnnotation},
      {"optional/format/iri.json", kAnnotation},
      {"optional/format/iri-reference.json", kAnnotation},
      {"optional/format/uri-template.json", kAnnotation},
      {"optional/content.json", "an annotation since 2019-09; what a text contains is not looked into"},
      {"optional/cross-draft.json: refs to historic drafts are processed as historic drafts", "2019-09 is not supported"},
      {"optional/ecmascript-regex.json: pattern with non-ASCII digits", kProperties},
      {"optional/ecmascript-regex.json: patternProperties with non-ASCII digits", kProperties},
      {"optional/ecmascript-regex.json: patterns always use unicode semantics with pattern", kProperties},
      {"optional/ecmascript-regex.json: patterns always use unicode semantics with patternProperties", kProperties},
      {"pattern.json: pattern with Unicode property escape requires unicode mode", kProperties},
      {"patternProperties.json: patternProperties with Unicode property escape", kProperties},
      {"optional/format/ecmascript-regex.json: ECMA 262 lookbehind is valid, including variable width", kRefused},
      {"optional/format/ecmascript-regex.json: ECMA 262 named groups and backreferences are valid", kRefused},
      {"optional/format/uri-reference.json: validation of URI References / a leading zero in the IPv4 part of an IPv6 literal", kAddress},
      {"optional/format/uri.json: validation of URIs / leading zero in an embedded IPv4 address is invalid", kAddress},
  };
  return kLeftOut;
}

std::optional<JsonValue> remote_document(const std::string& uri) {
  constexpr std::string_view kHost = "http://localhost:1234/";
  if (uri.compare(0, kHost.size(), kHost) != 0) return {};
  const fs::path file = testing::vectors_folder() / kSuite / "remotes" / uri.substr(kHost.size());
  if (!fs::is_regular_file(file)) return {};
  return testing::json_of_file(file);
}

struct Tally {
  int tests = 0;
  int left_out = 0;
};

void run_file(const fs::path& file, const std::string& name, SchemaOptions options, Tally& tally) {
  const JsonValue groups = testing::json_of_file(file);
  for (const JsonValue& group : groups.items()) {
    const std::string title = name + ": " + group.find("description")->as_text();
    const auto count = static_cast<int>(group.find("tests")->items().size());
    if (left_out().count(title) > 0 || left_out().count(name) > 0) {
      tally.left_out += count;
      continue;
    }
    const auto schema = Schema::compile(*group.find("schema"), options, title);
    if (!CHECK_MESSAGE(schema.ok(), title, " ", (schema.ok() ? "" : text_from_error(schema.error())))) continue;
    for (const JsonValue& test : group.find("tests")->items()) {
      if (left_out().count(title + " / " + test.find("description")->as_text()) > 0) {
        ++tally.left_out;
        continue;
      }
      ++tally.tests;
      const JsonValue& data = *test.find("data");
      const bool is_valid = test.find("valid")->as_boolean();
      CHECK_MESSAGE(schema.value().accepts(data) == is_valid, title, " / ", test.find("description")->as_text());
      CHECK_MESSAGE(schema.value().problems_of(data).empty() == is_valid, title, " / ", test.find("description")->as_text());
    }
  }
}

Tally run_folder(const std::string& draft, const std::string& folder, const SchemaOptions& options) {
  Tally tally;
  std::set<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(testing::vectors_folder() / kSuite / "tests" / draft / folder, error)) {
    if (entry.path().extension() == ".json") files.insert(entry.path());
  }
  for (const fs::path& file : files) run_file(file, (folder.empty() ? "" : folder + "/") + file.filename().string(), options, tally);
  return tally;
}

SchemaOptions options_of(SchemaDialect dialect) {
  SchemaOptions options;
  options.dialect = dialect;
  options.find_document = remote_document;
  return options;
}

}  // namespace

TEST_SUITE("forms") {
  TEST_CASE("draft-07 is what the published tests say it is") {
    if (testing::is_without_vectors(kSuite)) return;

    CHECK(run_folder("draft7", "", options_of(SchemaDialect::Draft7)).tests > 900);
    CHECK(run_folder("draft7", "optional", options_of(SchemaDialect::Draft7)).tests > 50);
  }

  TEST_CASE("draft 2020-12 is what the published tests say it is") {
    if (testing::is_without_vectors(kSuite)) return;

    CHECK(run_folder("draft2020-12", "", options_of(SchemaDialect::Draft202012)).tests > 1200);
    CHECK(run_folder("draft2020-12", "optional", options_of(SchemaDialect::Draft202012)).tests > 50);
  }

  TEST_CASE("formats are checked where that is asked for") {
    if (testing::is_without_vectors(kSuite)) return;
    for (const auto& draft : {std::pair("draft7", SchemaDialect::Draft7), std::pair("draft2020-12", SchemaDialect::Draft202012)}) {
      SchemaOptions options = options_of(draft.second);
      options.checks_formats = true;
      CHECK(run_folder(draft.first, "optional/format", options).tests > 200);
    }
  }
}
