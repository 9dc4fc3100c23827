// Forms from XDatenfelder: the published messages, sound and malformed, and what becomes of groups, fields and counts.
#include <doctest/doctest.h>

#include "portal/authoring/pack_folder.h"
#include "portal/authoring/xdf/xdf_form.h"
#include "portal/authoring/xdf/xml_tree.h"
#include "support/vectors.h"

using namespace stadttor;
using namespace stadttor::portal::authoring;

namespace {

constexpr const char* kVectors = "fim-xdatenfelder";

Result<XdfElement> read_vector(const std::string& name) {
  return read_xdf(testing::text_of_file(testing::vectors_folder() / kVectors / name), name);
}

std::string field(const std::string& id, const std::string& name, const std::string& type, const std::string& more = {}, const std::string& kind = "input") {
  return "<x:datenfeld><x:identifikation><x:id>" + id + "</x:id><x:version>1.0.0</x:version></x:identifikation><x:name>" + name + "</x:name><x:feldart><code>" + kind +
         "</code></x:feldart><x:datentyp><code>" + type + "</code></x:datentyp>" + more + "</x:datenfeld>";
}

std::string structure(const std::string& counts, const std::string& content) {
  return "<x:struktur><x:anzahl>" + counts + "</x:anzahl><x:enthaelt>" + content + "</x:enthaelt></x:struktur>";
}

std::string group(const std::string& id, const std::string& name, const std::string& content) {
  return "<x:datenfeldgruppe><x:identifikation><x:id>" + id + "</x:id><x:version>1.0.0</x:version></x:identifikation><x:name>" + name + "</x:name>" + content + "</x:datenfeldgruppe>";
}

std::string message(const std::string& content) {
  return R"(<x:xdatenfelder.stammdatenschema.0102 xmlns:x="urn:xoev-de:fim:standard:xdatenfelder_3.0.0"><x:stammdatenschema><x:identifikation><x:id>S60000000001</x:id>)"
         "<x:version>1.0.0</x:version></x:identifikation><x:name>Hund anmelden</x:name>" + content + "</x:stammdatenschema></x:xdatenfelder.stammdatenschema.0102>";
}

XdfForm imported(const std::string& content) {
  const auto read = read_xdf(message(content), "m.xml");
  if (!CHECK_MESSAGE(read.ok(), (read.ok() ? "" : text_from_error(read.error())))) return {};
  return form_from_xdf(read.value(), {"", "hund-anmelden", "steueramt"});
}

// The question at this place of the first step.
Json question_of(const XdfForm& form, const std::string& pointer) {
  const Json::json_pointer place("/steps" + pointer);
  return form.form.contains(place) ? form.form[place] : Json();
}

bool has_note(const XdfForm& form, const std::string& words) {
  for (const std::string& note : form.notes) {
    if (note.find(words) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_SUITE("portal/authoring") {
  TEST_CASE("sound messages of XDatenfelder 2 and 3 are read") {
    if (testing::is_without_vectors(kVectors)) return;
    for (const auto* name : {"v2-data/simple.xml", "v2-data/minimal.xml", "v2-data/label.xml", "v2-data/select.xml", "v2-data/rule.xml", "v2-data/data-field-rule.xml",
                             "v2-data/data-group-rule.xml", "v3-data/simple.xml", "v3-data/input.xml"}) {
      const auto read = read_vector(name);
      CHECK_MESSAGE(read.ok(), (read.ok() ? "" : text_from_error(read.error())));
    }
  }

  TEST_CASE("malformed messages are refused with the line and the reason") {
    if (testing::is_without_vectors(kVectors)) return;
    const std::pair<const char*, const char*> kReasons[] = {
        {"v2-data/duplicate-optional-value.xml", "<beschreibung> stands here twice"}, {"v2-data/duplicate-required-value.xml", "<name> stands here twice"},
        {"v2-data/unknown-namespace.xml", "neither XDatenfelder 2 nor 3"},            {"v3-data/unknown-namespace.xml", "neither XDatenfelder 2 nor 3"},
        {"v3-data/duplicate-id-node.xml", "<id> stands here twice"},                  {"v3-data/empty-id-node.xml", "<id> is missing or empty"},
        {"v3-data/missing-id-node.xml", "<id> is missing or empty"},                  {"v3-data/invalid-freigabestatus.xml", "freigabestatus is a code from 1 to 8"},
        {"v3-data/unexpected-node.xml", "<unknown> does not belong here"}};
    for (const auto& malformed : kReasons) {
      const auto name = malformed.first;
      const auto reason = malformed.second;
      const auto read = read_vector(name);
      if (!CHECK_MESSAGE(!read.ok(), std::string(name))) continue;
      CHECK_MESSAGE(read.error().detail.find(reason) != std::string::npos, read.error().detail);
      CHECK(read.error().where.find(std::string(name) + ":") == 0);
    }
  }

  TEST_CASE("XML that is none, has a document type or is nested without end is refused") {
    CHECK_FALSE(parse_xml("<a><b></a>", "x").ok());
    CHECK_FALSE(parse_xml("", "x").ok());
    CHECK_FALSE(parse_xml("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", "x").ok());
    std::string deep;
    for (int i = 0; i < 200; ++i) deep += "<a>";
    CHECK_FALSE(parse_xml(deep, "x").ok());
    const auto read = parse_xml("<a b='1'> x <c/></a>", "x");
    if (!CHECK(read.ok())) return;
    CHECK(read.value().text == "x");
    CHECK(read.value().attributes.at("b") == "1");
  }

  TEST_CASE("groups become steps, fields questions, with FIM's ids as the names of what is sent") {
    const XdfForm form = imported(structure("1:1", group("G60000000001", "Über den Hund", structure("1:1", field("F60000000901", "Rufname des Hundes", "text", "<x:praezisierung minLength=\"1\" maxLength=\"40\"/>")) +
                                                                                             structure("0:1", field("F60000000902", "Wurftag", "date")))) +
                                  structure("1:1", field("F60000000227", "Familienname", "text")));

    CHECK(form.form["id"] == "hund-anmelden");
    CHECK(form.form["steps"].size() == 2);
    CHECK(question_of(form, "/0/questions/0/kind") == "group");
    CHECK(question_of(form, "/0/questions/0/fim") == "G60000000001");
    const Json name = question_of(form, "/0/questions/0/questions/0");
    CHECK(name == Json::parse(R"({"id": "rufname_des_hundes", "fim": "F60000000901", "kind": "text", "required": true, "min_length": 1, "max_length": 40, "texts": {"de": {"label": "Rufname des Hundes"}}})"));
    CHECK_FALSE(question_of(form, "/0/questions/0/questions/1").contains("required"));
    CHECK(question_of(form, "/1/questions/0/autocomplete") == "family-name");
    CHECK(question_of(form, "/1/questions/0/kind") == "name");
  }

  TEST_CASE("choices, counts and files are carried over, and what cannot be is listed") {
    const XdfForm form = imported(
        structure("1:1", field("F1", "Farbe", "text", "<x:werte><x:wert><x:code>s</x:code><x:name>Schwarz</x:name></x:wert></x:werte>", "select")) +
        structure("1:1", field("F2", "Staat", "text", "<x:codelisteReferenz><x:canonicalIdentification>urn:de:staat</x:canonicalIdentification></x:codelisteReferenz>", "select")) +
        structure("0:3", field("F3", "Chip", "text")) + structure("1:1", field("F4", "Nachweis", "file", "<x:maxSize>2097152</x:maxSize><x:mediaType>application/pdf</x:mediaType>")) +
        structure("1:1", field("F5", "Geheim", "text", "", "hidden")) + structure("0:*", group("G60000000002", "Vorige Hunde", structure("1:1", field("F6", "Rasse", "text")))));

    CHECK(question_of(form, "/0/questions/0/options/0/value") == "s");
    CHECK(has_note(form, "Codeliste urn:de:staat"));
    CHECK(question_of(form, "/0/questions/2/repeat/most") == 3);
    CHECK(question_of(form, "/0/questions/2/questions/0/id") == "chip");
    CHECK(question_of(form, "/0/questions/3/files/largest_mb") == 2);
    CHECK(has_note(form, "Das Feld ist verborgen"));
    CHECK(question_of(form, "/1/questions/0/repeat/fewest") == 0);
  }

  TEST_CASE("an imported form stands in a pack without problems") {
    const auto read = read_xdf(message(structure("1:1", group("G60000000088", "Anschrift", structure("1:1", field("F60000000246", "Postleitzahl", "text"))))), "m.xml");
    if (!CHECK(read.ok())) return;
    PackFolder folder;
    folder.write("forms/hund-anmelden.json", form_from_xdf(read.value(), {"", "hund-anmelden", "steueramt"}).form.dump());

    CHECK(folder.complaints() == "");
  }
}
