// The demo city's own pack, as a municipality would check it.
#include <doctest/doctest.h>

#include <filesystem>

#include "portal/authoring/json_file.h"
#include "portal/authoring/pack_check.h"

using namespace stadttor::portal::authoring;

namespace {

const std::filesystem::path kAssets = std::filesystem::path(STADTTOR_SOURCE) / "assets";

std::string complaints_about(const PackSource& source) {
  std::string lines;
  for (const Problem& problem :
       check_pack(source, {kAssets / "schemas", kAssets / "languages", kAssets / "themes/contrast_pairs.json"})) {
    lines += text_from_problem(problem) + "\n";
  }
  return lines;
}

PackSource musterstadt_with_theme(const std::string& theme) {
  PackSource source = read_pack(kAssets / "musterstadt");
  source.theme.name = "themes/" + theme;
  source.theme.content =
      read_json_file(kAssets / "themes" / theme, ProblemLog(source.problems, theme)).value_or(nullptr);
  return source;
}

}  // namespace

TEST_SUITE("portal/authoring") {
  TEST_CASE("Musterstadt's data pack has no problems") {
    const PackSource source = read_pack(kAssets / "musterstadt");

    CHECK(source.services.size() >= 160);
    CHECK(complaints_about(source) == "");
  }

  TEST_CASE("the other themes are sound, too") {
    CHECK(complaints_about(musterstadt_with_theme("hafenstadt.json")) == "");
    CHECK(complaints_about(musterstadt_with_theme("kern-beispiel.json")) == "");
  }
}
