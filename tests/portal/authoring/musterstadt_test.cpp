// The demo city's own pack, as a municipality would check it.
#include <doctest/doctest.h>

#include <filesystem>

#include "portal/authoring/pack_check.h"

using namespace stadttor::portal::authoring;

namespace {

const std::filesystem::path kAssets = std::filesystem::path(STADTTOR_SOURCE) / "assets";

std::string complaints_about(const PackSource& source) {
  std::string lines;
  for (const Problem& problem :
       check_pack(source, {kAssets / "schemas", kAssets / "languages", kAssets / "contrast_pairs.json"})) {
    lines += text_from_problem(problem) + "\n";
  }
  return lines;
}

}  // namespace

TEST_SUITE("portal/authoring") {
  TEST_CASE("Musterstadt's data pack has no problems") {
    const PackSource source = read_pack(kAssets / "musterstadt");

    CHECK(source.services.size() >= 160);
    CHECK(complaints_about(source) == "");
  }

  TEST_CASE("cities that share Musterstadt's pack and change name, look and pictures are sound, too") {
    for (const char* city : {"hafenstadt", "kern-beispiel"}) {
      const PackSource source = read_pack(kAssets / city);

      CHECK(source.folders.size() == 2);
      CHECK(source.services.size() >= 160);
      CHECK(complaints_about(source) == "");
    }
  }
}
