#include "programs/city/site/portal_manifest.h"

#include <doctest/doctest.h>

#include "programs/city/site/pack_inventory.h"
#include "programs/city/site/pack_problems.h"
#include "programs/city/temporary_folder.h"

namespace stadttor::city_server {
TEST_SUITE("programs/city") {
  TEST_CASE("languages and origins come from the manifest") {
    const PortalManifest manifest = portal_manifest_from_text(
        R"({"version":"7","languages":[{"tag":"de"},{"tag":"de-x-leicht"}],"connect":["https://api.example"],
            "embed_origins":["https://www.example"]})");

    CHECK(manifest.complaints.empty());
    CHECK(manifest.embed_origins == std::vector<std::string>{"https://www.example"});
    CHECK(manifest.languages == std::vector<std::string>{"de", "de-x-leicht"});
    CHECK(manifest.connect_origins == std::vector<std::string>{"https://api.example"});
    CHECK(manifest.version == "7");
    CHECK_FALSE(manifest.is_demonstration);
    CHECK(portal_manifest_from_text(R"({"version":"7","languages":[{"tag":"de"}],"demonstration":true})").is_demonstration);
  }

  TEST_CASE("a broken entry is left out and named, the rest is used") {
    const PortalManifest manifest = portal_manifest_from_text(
        R"({"languages":[{"tag":"en"},{"tag":"../x"},{},"de"],"connect":["https://a.example; script-src *", 7]})");

    CHECK(manifest.languages == std::vector<std::string>{"en"});
    CHECK(manifest.connect_origins.empty());
    CHECK(manifest.complaints.size() == 5);
    CHECK(manifest.complaints.front().find("/languages/1/tag") != std::string::npos);
  }

  TEST_CASE("without a readable manifest German alone is assumed") {
    for (const char* text : {"", "[]", "{", "{\"languages\":{}}", "\xff\xfe"}) {
      CAPTURE(text);
      const PortalManifest manifest = portal_manifest_from_text(text);
      CHECK(manifest.languages == std::vector<std::string>{"de"});
      CHECK_FALSE(manifest.complaints.empty());
    }
  }

  TEST_CASE("the packs of a site are the entries of its version folders") {
    const TemporaryFolder site;
    site.write("daten/portal.json", "{}");
    site.write("daten/3/services.json", "{}");
    site.write("daten/3/services.json.br", "x");
    site.write("daten/3/offices/a.json", "{}");

    const std::vector<ServedPack> packs = served_packs_from_site(site.path());

    if (!CHECK(packs.size() == 2)) return;
    CHECK(packs[0].pack_id == "offices");
    CHECK(packs[1].pack_id == "services");
    CHECK(packs[1].version == "3");
  }

  TEST_CASE("problems of the packs are read from beside the site") {
    const TemporaryFolder build;
    build.write("problems.json", R"([{"file":"services/a.json","pointer":"/id","problem":"missing","remedy":"add it"}])");

    const Result<std::vector<PackProblem>> problems = read_pack_problems(build.path() / "site");

    if (!CHECK(problems.ok())) return;
    if (!CHECK(problems.value().size() == 1)) return;
    CHECK(problems.value()[0].remedy == "add it");
    CHECK(pack_id_from_file(problems.value()[0].file) == "services");
    CHECK(pack_id_from_file("offices.json") == "offices");
  }

  TEST_CASE("a problem list that cannot be read is an error, a missing one is none") {
    const TemporaryFolder build;
    CHECK(read_pack_problems(build.path() / "site").value().empty());
    CHECK_FALSE(parse_pack_problems("{}").ok());
    CHECK_FALSE(parse_pack_problems("[{\"problem\":1}]").ok());
  }
}
}  // namespace stadttor::city_server
