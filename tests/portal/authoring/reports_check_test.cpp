#include <doctest/doctest.h>

#include <algorithm>

#include "portal/authoring/pack_folder.h"
#include "portal/authoring/reports_json.h"

using namespace stadttor;
using namespace stadttor::portal::authoring;

namespace {

constexpr const char* kServices = R"({"texts": {"de": {"received": "Danke für alles.", "withheld": "Wird noch geprüft."}}, "services": [
  {"code": "muell", "office": "steueramt", "texts": {
     "de": {"name": "Müll", "description": "Da liegt etwas.", "group": "Sauberkeit"}, "en": {"name": "Rubbish", "description": "Something lies there.", "group": "Cleanliness"}},
   "attributes": [{"code": "art", "datatype": "singlevaluelist", "required": true, "texts": {"de": {"question": "Was ist es?"}}, "values": [{"key": "sofa", "texts": {"de": {"name": "Ein Sofa"}}}]}]}]})";
constexpr const char* kSamples = R"({"reports": [{"service": "muell", "position": {"latitude": 51.4, "longitude": 9.8}, "address": "Markt 1", "attributes": {"art": ["sofa"]}, "days_ago": 3}]})";

// The one problem that is found in a file of reports/, or what else there is.
std::string problem_after(const char* file, const std::string& before, const std::string& after) {
  PackFolder folder;
  folder.write("reports/services.json", kServices);
  folder.write("reports/samples.json", kSamples);
  if (!before.empty()) folder.replace(file, before, after);
  std::string told;
  for (const Problem& problem : folder.problems()) {
    if (problem.file.rfind("reports/", 0) == 0) told.append(told.empty() ? "" : " | ").append(text_from_problem(problem));
  }
  return told;
}

bool begins_with(const std::string& text, const std::string& start) { return text.rfind(start, 0) == 0; }

}  // namespace

TEST_SUITE("portal/authoring") {
  TEST_CASE("sound reports have no problem; broken ones are named with place and remedy") {
    constexpr const char* kFile = "reports/services.json";
    CHECK(problem_after(kFile, "", "") == "");
    CHECK(begins_with(problem_after(kFile, "\"office\": \"steueramt\"", "\"office\": \"muellamt\""), "reports/services.json#/services/0/office: Fehler: Das Amt „muellamt“"));
    CHECK(begins_with(problem_after(kFile, R"("values": [{"key": "sofa", "texts": {"de": {"name": "Ein Sofa"}}}])", R"("values": [])"), "reports/samples.json#/reports/0/attributes/art"));
    CHECK(begins_with(problem_after(kFile, "\"singlevaluelist\"", "\"text\""), "reports/services.json#/services/0/attributes/0/values: Fehler: Diese Frage ist keine Auswahl"));
    CHECK(begins_with(problem_after(kFile, "[{\"key\"", "[{\"key\": \"sofa\", \"texts\": {\"de\": {\"name\": \"Zweimal\"}}}, {\"key\""), "reports/services.json#/services/0/attributes/0/values/1/key: Fehler: „sofa“ steht zweimal"));
    CHECK(begins_with(problem_after(kFile, "\"en\": {\"name\"", "\"xx\": {\"name\""), "reports/services.json#/services/0/texts: Hinweis: Die Übersetzung in „en“ fehlt"));
  }

  TEST_CASE("samples could have been sent: kinds, required answers and earlier numbers there are") {
    constexpr const char* kFile = "reports/samples.json";
    CHECK(begins_with(problem_after(kFile, "\"muell\"", "\"schnee\""), "reports/samples.json#/reports/0/service: Fehler:"));
    CHECK(begins_with(problem_after(kFile, "\"sofa\"", "\"bett\""), "reports/samples.json#/reports/0/attributes/art: Fehler:"));
    CHECK(begins_with(problem_after(kFile, R"("attributes": {"art": ["sofa"]}, )", ""), "reports/samples.json#/reports/0/attributes: Fehler: Die Pflichtfrage"));
    CHECK(begins_with(problem_after(kFile, "\"days_ago\"", "\"duplicate_of\": 1, \"days_ago\""), "reports/samples.json#/reports/0/duplicate_of: Fehler:"));
  }

  TEST_CASE("the server's list of what can be reported has the offices' names; samples are a demonstration's alone") {
    PackFolder folder;
    folder.write("reports/services.json", kServices);
    folder.write("reports/samples.json", kSamples);
    const CompiledPack plain = folder.compiled();
    const std::string base = "daten/" + plain.version + "/";
    if (!CHECK(plain.files.count(base + "meldungen.json") == 1)) return;
    CHECK(plain.files.at(base + "meldungen.json").find("\"agency\":\"Steueramt\"") != std::string::npos);
    CHECK(plain.files.at(base + "meldungen.json").find("\"jurisdiction\":\"kleinstadt\"") != std::string::npos);
    CHECK(plain.files.count(base + "meldungen-beispiele.json") == 0);
    CHECK(plain.files.at("daten/portal.json").find("demonstration") == std::string::npos);
    folder.replace("portal.json", "\"ars\"", "\"demonstration\": true, \"ars\"");
    const CompiledPack demo = folder.compiled();
    CHECK(demo.files.count("daten/" + demo.version + "/meldungen-beispiele.json") == 1);
    CHECK(demo.files.at("daten/portal.json").find("\"demonstration\":true") != std::string::npos);
  }

  TEST_CASE("the device has the words and the city's limits, its own where the words name some") {
    PackSource source;
    CHECK(report_words_json_from(source).is_null());
    source.reports.content = Json::parse(R"({"area": [1, 2, 3]})");
    CHECK(report_words_json_from(source) == Json::parse(R"({"kinds": [], "area": [1, 2, 3]})"));
    source.report_words.content = Json::parse(R"({"$schema": "x", "kinds": ["a"]})");
    CHECK(report_words_json_from(source) == Json::parse(R"({"kinds": ["a"], "area": [1, 2, 3]})"));
    source.report_words.content["area"] = Json::parse("[4, 5, 6]");
    CHECK(report_words_json_from(source)["area"] == Json::parse("[4, 5, 6]"));
  }
}
