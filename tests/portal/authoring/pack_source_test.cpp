#include "portal/authoring/pack_source.h"

#include <doctest/doctest.h>

#include "portal/authoring/pack_folder.h"

using namespace stadttor::portal::authoring;

TEST_SUITE("portal/authoring") {
  TEST_CASE("a sound pack is read without complaint") {
    PackFolder folder;

    const PackSource source = read_pack(folder.pack());

    CHECK(source.problems.empty());
    CHECK(text_of(source.manifest, "name") == "Kleinstadt");
    CHECK(source.services.count("hund-anmelden") == 1);
    CHECK(source.offices.at("steueramt").name == "offices/steueramt.json");
    CHECK(source.whats_on.name == "aktuelles.json");
  }

  TEST_CASE("a pack stands on the one it extends and overrides it") {
    PackFolder folder;
    folder.replace("portal.json", "\"id\": \"kleinstadt\",", "\"id\": \"kleinstadt\", \"extends\": \"../kreis\",");
    folder.replace("portal.json", "\"theme\": \"theme.json\",", "");
    folder.replace("portal.json", "\"time_zone\": \"Europe/Berlin\",", "");
    folder.remove("theme.json");
    folder.write("../kreis/portal.json",
                 R"({"id": "kreis", "name": "Kreis", "time_zone": "Europe/Busingen", "theme": "kreis.json",
                                             "connect": ["https://kreis.example"]})");
    folder.write("../kreis/kreis.json", R"({"name": "Kreis", "light": {}, "dark": {}})");
    folder.write("../kreis/services/hund-anmelden.json",
                 R"({"id": "hund-anmelden", "texts": {"de": {"name": "Vom Kreis"}}})");
    folder.write("../kreis/services/jagdschein.json",
                 R"({"id": "jagdschein", "texts": {"de": {"name": "Jagdschein"}}})");

    const PackSource source = read_pack(folder.pack());

    CHECK(source.problems.empty());
    CHECK(source.folders.size() == 2);
    CHECK(text_of(source.manifest, "name") == "Kleinstadt");
    CHECK(text_of(source.manifest, "time_zone") == "Europe/Busingen");
    CHECK(texts_of(source.manifest, "connect").empty());
    CHECK(source.theme.name == "../kreis/kreis.json");
    CHECK(source.services.at("hund-anmelden").name == "services/hund-anmelden.json");
    CHECK(source.services.at("jagdschein").name == "../kreis/services/jagdschein.json");
  }

  TEST_CASE("what an extended pack lacks is named in the extended pack's files") {
    PackFolder folder;
    folder.replace("portal.json", "\"id\": \"kleinstadt\",", "\"id\": \"kleinstadt\", \"extends\": \"../kreis\",");
    folder.replace("portal.json", "\"time_zone\": \"Europe/Berlin\",", "");
    folder.write("../kreis/portal.json", R"({"time_zone": "Berlin"})");

    CHECK(folder.complaints() == "../kreis/portal.json#/time_zone: „Berlin“ hat nicht die verlangte Form.\n");
  }

  TEST_CASE("a broken file of an own pack leaves the extended pack's") {
    PackFolder folder;
    folder.replace("portal.json", "\"id\": \"kleinstadt\",", "\"id\": \"kleinstadt\", \"extends\": \"../kreis\",");
    folder.write("../kreis/portal.json", "{}");
    folder.write("../kreis/services/hund-anmelden.json", folder.text("services/hund-anmelden.json"));
    folder.write("services/hund-anmelden.json", "{");

    const PackSource source = read_pack(folder.pack());

    CHECK(source.problems.size() == 1);
    CHECK(source.services.at("hund-anmelden").name == "../kreis/services/hund-anmelden.json");
  }

  TEST_CASE("chains that lead nowhere or back are named and end") {
    PackFolder folder;
    folder.replace("portal.json", "\"id\": \"kleinstadt\",", "\"id\": \"kleinstadt\", \"extends\": \"../kreis\",");
    CHECK(folder.complaints().find("portal.json#/extends: Den Ordner „../kreis“ gibt es nicht.") == 0);

    folder.write("../kreis/portal.json", R"({"extends": "../pack"})");
    CHECK(read_pack(folder.pack()).folders.size() == 2);
    CHECK(folder.complaints() ==
          "../kreis/portal.json#/extends: Das Paket „../pack“ baut selbst auf diesem Paket auf.\n");
  }

  TEST_CASE("files that do not belong are named and left out") {
    PackFolder folder;
    folder.write("services/notiz.txt", "x");
    folder.write("services/Hund.json", "{}");

    CHECK(folder.complaints() ==
          "services/Hund.json#: Der Dateiname „Hund“ taugt nicht als Kennung. Die Datei wird übergangen.\n"
          "services/notiz.txt#: Diese Datei gehört nicht hierher und wird übergangen.\n");
  }

  TEST_CASE("a folder without anything is named and read as nothing") {
    PackFolder folder;
    folder.remove("");

    const PackSource source = read_pack(folder.pack());

    if (!CHECK(source.problems.size() == 1)) return;
    CHECK(source.problems[0].file == "portal.json");
    CHECK(source.problems[0].problem.find("Das Manifest portal.json fehlt") == 0);
    CHECK(source.manifest.is_object());
  }

  TEST_CASE("paths stay inside the pack") {
    CHECK(is_pack_path("bilder/wappen.svg"));
    CHECK_FALSE(is_pack_path("../geheim.json"));
    CHECK_FALSE(is_pack_path("a/../../b"));
    CHECK_FALSE(is_pack_path("/etc/passwd"));
    CHECK_FALSE(is_pack_path("c:\\x"));
    CHECK_FALSE(is_pack_path(""));
    CHECK(is_pack_id("hund-2-anmelden"));
    CHECK_FALSE(is_pack_id("hund--anmelden"));
    CHECK_FALSE(is_pack_id("-hund"));
    CHECK_FALSE(is_pack_id("Hund"));
    CHECK_FALSE(is_pack_id("a/b"));
  }
}
