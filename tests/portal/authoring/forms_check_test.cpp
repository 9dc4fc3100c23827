// Forms in a pack: what is said about broken ones, and what the client reads of sound ones.
#include <doctest/doctest.h>

#include "city/catalogue.h"
#include "city/streets.h"
#include "forms/definition.h"
#include "portal/authoring/pack_folder.h"

using namespace stadttor;
using namespace stadttor::portal::authoring;

namespace {

constexpr const char* kForm = "forms/hund-anmelden.json";

class FormsFolder : public PackFolder {
 public:
  FormsFolder() {
    write(kForm, R"({"id": "hund-anmelden", "service": "hund-anmelden", "office": "steueramt",
      "steps": [{"id": "hund", "texts": {"de": {"title": "Ihr Hund"}, "en": {"title": "Your dog"}}, "questions": [
        {"id": "name", "kind": "name", "required": true, "texts": {"de": {"label": "Name", "help": "Wie rufen Sie ihn?"}, "en": {"label": "Name of the dog"}}},
        {"id": "born", "kind": "date", "latest": "today", "when": {"var": "name"}, "texts": {"de": {"label": "Wurftag"}, "en": {"label": "Born"}}}]}],
      "texts": {"de": {"title": "Hund anmelden"}, "en": {"title": "Register a dog"}}})");
  }
};

std::string file_of(const CompiledPack& compiled, const std::string& path) {
  const auto found = compiled.files.find("daten/" + compiled.version + "/" + path);
  return found == compiled.files.end() ? std::string() : found->second;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// What is said once this text of the form is another.
std::string complaints_after(const std::string& before, const std::string& after) {
  FormsFolder folder;
  folder.replace(kForm, before, after);
  return folder.complaints();
}

}  // namespace

TEST_SUITE("portal/authoring") {
  TEST_CASE("a sound form has no problems") { CHECK(FormsFolder().complaints() == ""); }

  TEST_CASE("the client reads a form in its language, and German where that lacks a text") {
    const CompiledPack compiled = FormsFolder().compiled();
    const auto form = forms::read_definition(file_of(compiled, "en/antraege/hund-anmelden.json"), "form");
    if (!CHECK(form.ok())) return;

    CHECK(form.value().title == "Register a dog");
    CHECK(form.value().language.empty());
    CHECK(form.value().questions[0].label == "Name of the dog");
    CHECK(form.value().questions[0].help == "Wie rufen Sie ihn?");
    const auto city = city::read_catalogue(file_of(compiled, "de/start.json"), "start");
    if (!CHECK(city.ok())) return;
    const city::ServiceEntry* service = city.value().find_service("hund-anmelden");
    if (CHECK(service != nullptr)) CHECK(service->form == "hund-anmelden");
  }

  TEST_CASE("where options stand is compiled as scenes name it, with the plan they stand on") {
    FormsFolder folder;
    folder.write("plans/friedhof.json", R"({"width": 90, "height": 60, "shapes": [{"kind": "green", "points": [[0, 0], [90, 0], [90, 60]]}]})");
    folder.replace(kForm, R"({"id": "born", "kind": "date", "latest": "today", "when": {"var": "name"}, "texts")", R"(
        {"id": "section", "kind": "choice", "scene": {"kind": "plan", "background": "plans/friedhof.json"}, "texts": {"de": {"label": "Feld"}},
         "options": [{"value": "a", "shape": [[1, 1], [9, 1], [9, 9]], "abbreviation": "A", "texts": {"de": {"label": "Feld A"}}}]},
        {"id": "site", "kind": "choice", "scene": {"kind": "map"}, "texts": {"de": {"label": "Ort"}},
         "options": [{"value": "m", "position": {"latitude": 51.43, "longitude": 9.87}, "texts": {"de": {"label": "Markt"}}}]},
        {"id": "born", "kind": "date", "latest": "today", "when": {"var": "name"}, "texts")");
    CHECK(folder.complaints() == "");

    const CompiledPack compiled = folder.compiled();
    const auto form = forms::read_definition(file_of(compiled, "de/antraege/hund-anmelden.json"), "form");
    if (!CHECK(form.ok())) return;
    const forms::Question& section = form.value().questions[form.value().find_question("section")];
    CHECK(section.scene.source == "plan/formular-friedhof.json");
    CHECK(section.scene.extent == "0,0,90,60");
    CHECK(section.options[0].shape == "1,1 9,1 9,9");
    CHECK(has(file_of(compiled, "plan/formular-friedhof.json"), "\"green\""));
    const forms::Question& site = form.value().questions[form.value().find_question("site")];
    CHECK(site.scene.kind == "map");
    CHECK(site.options[0].position == "51.43000,9.87000");
  }

  TEST_CASE("a plan that is not there is named, and its options stay a list") {
    FormsFolder folder;
    folder.replace(kForm, R"({"id": "born", "kind": "date", "latest": "today", "when": {"var": "name"}, "texts")", R"(
        {"id": "section", "kind": "choice", "scene": {"kind": "plan", "background": "plans/fehlt.json"}, "texts": {"de": {"label": "Feld"}},
         "options": [{"value": "a", "shape": [[1, 1], [9, 1], [9, 9]], "texts": {"de": {"label": "Feld A"}}}]},
        {"id": "born", "kind": "date", "latest": "today", "when": {"var": "name"}, "texts")");
    CHECK(has(folder.complaints(), "plans/fehlt.json"));
    const auto form = forms::read_definition(file_of(folder.compiled(), "de/antraege/hund-anmelden.json"), "form");
    if (!CHECK(form.ok())) return;
    CHECK(form.value().questions[form.value().find_question("section")].scene.kind.empty());
  }

  TEST_CASE("the streets of a city are in its pack, in one file for all languages") {
    FormsFolder folder;
    folder.write("streets.json", R"({"town": "Musterstadt", "streets": [{"name": "Münzgasse", "postcodes": ["12344"]}]})");
    CHECK(folder.complaints() == "");
    const auto streets = city::read_streets(file_of(folder.compiled(), "strassen.json"), "streets");
    if (!CHECK(streets.ok())) return;
    CHECK(streets.value().streets.size() == 1);

    folder.write("streets.json", R"({"town": "Musterstadt", "streets": [{"name": "Münzgasse", "postcodes": ["123"]}]})");
    CHECK(has(folder.complaints(), "streets.json"));
  }

  TEST_CASE("a form without a language says so, and its schema is made from the questions") {
    FormsFolder folder;
    folder.replace(kForm, R"(, "en": {"title": "Register a dog"})", "");
    const auto form = forms::read_definition(file_of(folder.compiled(), "en/antraege/hund-anmelden.json"), "form");
    if (!CHECK(form.ok())) return;

    CHECK(form.value().language == "de");
    CHECK(text_from_json(form.value().schema).find(R"("required":["name"])") != std::string::npos);
    CHECK(text_from_json(form.value().schema).find(R"("born":{"format":"date")") != std::string::npos);
  }

  TEST_CASE("a form with a fault is named with its place, and not offered") {
    CHECK(has(complaints_after(R"({"var": "name"})", R"({"var": "nam"})"), "forms/hund-anmelden.json#/steps/0/questions/1/when: Eine Frage „nam“ hat das Formular nicht."));
    CHECK(has(complaints_after(R"({"var": "name"})", R"({"var": "born"})"), "#/steps/0/questions/1/when: Diese Fragen hängen im Kreis voneinander ab: born."));
    CHECK(has(complaints_after(R"({"var": "name"})", R"({"is": "name"})"), "#/steps/0/questions/1/when/is: Die Regel ist kein JsonLogic"));
    CHECK(has(complaints_after("\"kind\": \"name\"", "\"kind\": \"nam\""), "#/steps/0/questions/0/kind:"));
    CHECK(has(complaints_after("\"service\": \"hund-anmelden\"", "\"service\": \"katze\""), "#/service: Eine Leistung „katze“ gibt es nicht."));
    CHECK(has(complaints_after("\"office\": \"steueramt\"", "\"office\": \"katzenamt\""), "#/office: Ein Amt „katzenamt“ gibt es nicht."));
    CHECK(has(complaints_after("{\"label\": \"Wurftag\"}", "{}"), "#/steps/0/questions/1/texts: Der Frage fehlt auf Deutsch die Beschriftung"));
    CHECK(has(complaints_after("\"office\": ", "\"schema\": \"schemas/hund.json\", \"office\": "), "#/schema: Die Datei „schemas/hund.json“ gibt es im Datenpaket nicht"));

    FormsFolder folder;
    folder.replace(kForm, R"({"var": "name"})", R"({"var": "nam"})");
    CHECK(file_of(folder.compiled(), "de/antraege/hund-anmelden.json").empty());
    CHECK_FALSE(has(file_of(folder.compiled(), "de/leistungen/hund-anmelden.json"), "\"form\""));
  }

  TEST_CASE("the authority's own schema goes with the form") {
    FormsFolder folder;
    folder.replace(kForm, "\"office\": ", "\"schema\": \"schemas/hund.json\", \"office\": ");
    folder.write("schemas/hund.json", R"({"type": "object", "properties": {"texts": {"texts": {"de": 1}}}})");

    CHECK(folder.complaints() == "");
    CHECK(has(file_of(folder.compiled(), "de/antraege/hund-anmelden.json"), R"("schema":{"properties":{"texts":{"texts":{"de":1}}},"type":"object"})"));
  }

  TEST_CASE("a schema that cannot be used is named with its place") {
    FormsFolder folder;
    folder.replace(kForm, "\"office\": ", "\"schema\": \"schemas/hund.json\", \"office\": ");
    folder.write("schemas/hund.json", R"({"properties": {"name": {"type": "text"}}})");

    CHECK(has(folder.complaints(), "#/schema: Das JSON Schema lässt sich nicht verwenden: #/properties/name/type: there is no such type."));
  }

  TEST_CASE("two forms for one service are one too many") {
    FormsFolder folder;
    folder.write("forms/hund.json", folder.text(kForm));
    folder.replace("forms/hund.json", "\"id\": \"hund-anmelden\"", "\"id\": \"hund\"");

    CHECK(has(folder.complaints(), "#/service: Zur Leistung „hund-anmelden“ gibt es schon ein Formular."));
  }
}
