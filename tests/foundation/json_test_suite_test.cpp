// The JSON parsing test suite of Nicolas Seriot, where it lies beside the repository.
#include <doctest/doctest.h>

#include <string>

#include "foundation/json_reader.h"
#include "support/text_file.h"

using namespace stadttor;
namespace fs = std::filesystem;

namespace {

fs::path suite_folder() { return testing::repository().parent_path() / "shared/vectors/JSONTestSuite/test_parsing"; }

struct Tally {
  int files = 0;
  int accepted = 0;
};

// Reads every file whose name begins with `kind`; `check` sees whether it was accepted.
template <class Check>
Tally read_files(const std::string& kind, Check check) {
  Tally tally;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(suite_folder(), error)) {
    const std::string name = entry.path().filename().string();
    if (name.compare(0, kind.size(), kind) != 0) continue;
    const bool is_accepted = JsonDocument::parse(testing::text_of_file(entry.path()), name).ok();
    ++tally.files;
    tally.accepted += is_accepted ? 1 : 0;
    check(name, is_accepted);
  }
  return tally;
}

bool is_skipped() {
  if (fs::is_directory(suite_folder())) return false;
  MESSAGE("skipped: no JSONTestSuite at " << suite_folder().string());
  return true;
}

}  // namespace

TEST_SUITE("foundation") {
  TEST_CASE("every text that is JSON is read (JSONTestSuite y_)") {
    if (is_skipped()) return;

    const Tally tally = read_files("y_", [](const std::string& name, bool is_accepted) { CHECK_MESSAGE(is_accepted, name); });

    CHECK(tally.files > 90);
  }

  TEST_CASE("every text that is not JSON is refused (JSONTestSuite n_)") {
    if (is_skipped()) return;

    const Tally tally = read_files("n_", [](const std::string& name, bool is_accepted) { CHECK_MESSAGE(!is_accepted, name); });

    CHECK(tally.files > 180);
  }

  TEST_CASE("texts that parsers may read or refuse do no harm (JSONTestSuite i_)") {
    if (is_skipped()) return;

    const Tally tally = read_files("i_", [](const std::string& name, bool is_accepted) {
      const bool is_broken_utf8 = name.find("invalid_utf-8") != std::string::npos || name.find("not_in_unicode_range") != std::string::npos;
      if (is_broken_utf8) CHECK_MESSAGE(!is_accepted, name);
    });

    CHECK(tally.files > 30);
    CHECK(tally.accepted < tally.files);
  }
}
