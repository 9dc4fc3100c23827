// Each key the forms name has words; that no language lacks one is the check of the interface's texts.
#include <doctest/doctest.h>

#include <set>

#include "support/vectors.h"

using namespace stadttor;

namespace {

// The literals in the sources that begin with "form.part." or "form.problem.".
std::set<std::string> keys_in_sources() {
  std::set<std::string> keys;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(testing::repository() / "src/forms")) {
    const std::string text = testing::text_of_file(entry.path());
    for (const std::string begin : {"\"form.part.", "\"form.problem."}) {
      for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at + 1)) keys.insert(text.substr(at + 1, text.find('"', at + 1) - at - 1));
    }
  }
  return keys;
}

}  // namespace

TEST_SUITE("forms") {
  TEST_CASE("every problem and every part of an address or person has its words") {
    const JsonValue german = testing::json_of_file(testing::repository() / "assets/languages/de.json");
    const auto keys = keys_in_sources();

    CHECK(keys.size() > 45);
    for (const std::string& key : keys) CHECK_MESSAGE(german.find("texts")->find(key) != nullptr, key);
  }
}
