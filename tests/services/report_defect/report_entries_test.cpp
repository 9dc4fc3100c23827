#include "services/report_defect/report_entries.h"

#include <doctest/doctest.h>

#include "services/report_defect/report_draft.h"

using namespace stadttor;
using namespace stadttor::services::report_defect;

namespace {

Personal<std::string> personal(const char* text) { return Personal<std::string>(text); }
const std::string& opened(const Personal<std::string>& text) { return text.reveal<"a test compares what was entered">(); }

const std::vector<city::Position> kTown = {{51, 9}, {51, 10}, {52, 10}, {52, 9}};

}  // namespace

TEST_SUITE("services/report_defect") {
  TEST_CASE("a point of the map is a place, and so is where the device was, each without the other") {
    ReportEntries entries;
    EntryGround ground;
    ground.area = &kTown;
    entries.way = PlaceWay::Point;
    CHECK_FALSE(has_place(entries, ground));
    entries.point = personal("51.4308, 9.8712");
    CHECK(has_place(entries, ground));
    CHECK(opened(report_from(entries, ground).position) == "51.43080,9.87120");
    entries.way = PlaceWay::Here;
    CHECK_FALSE(has_place(entries, ground));
    entries.here = personal("51.50000,9.50000");
    CHECK(opened(report_from(entries, ground).position) == "51.50000,9.50000");
  }

  TEST_CASE("beyond the city's limits there is no place to report, and without known limits everywhere is") {
    ReportEntries entries;
    EntryGround ground;
    ground.area = &kTown;
    entries.way = PlaceWay::Point;
    entries.point = personal("52.5,13.4");
    CHECK(is_beyond_the_city(entries, ground));
    CHECK_FALSE(has_place(entries, ground));
    CHECK(first_incomplete(entries, ground).empty());
    ground.area = nullptr;
    CHECK_FALSE(is_beyond_the_city(entries, ground));
    CHECK(has_place(entries, ground));
  }

  TEST_CASE("what is no position is no place, and stays as it was typed") {
    ReportEntries entries;
    entries.way = PlaceWay::Point;
    entries.point = personal("hinten links");
    CHECK_FALSE(has_place(entries, {}));
    CHECK(opened(entries.point) == "hinten links");
    CHECK_FALSE(entries.empty());
  }

  TEST_CASE("a report with a position is written anew at the same point") {
    kept_data::Report report;
    report.position = personal("51.43080,9.87120");
    report.address = personal("dritte Laterne");
    const ReportEntries entries = entries_from(report);
    CHECK(opened(report_from(entries, {}).position) == "51.43080,9.87120");
    CHECK(opened(report_from(entries, {}).address) == "dritte Laterne");
  }

  TEST_CASE("a draft has everything that was entered, as typed") {
    ReportEntries entries;
    entries.way = PlaceWay::Here;
    entries.street = personal("Münzgasse");
    entries.house_number = personal("15 a");
    entries.place_note = personal("gegenüber");
    entries.object = personal("spielplatz-uferpark");
    entries.object_kind = "playground";
    entries.here = personal("51.43080,9.87120");
    entries.point = personal("hinten links");
    entries.words = personal("Laterne \"dunkel\"");
    entries.service_code = "strassenbeleuchtung";
    entries.values["stoerung"] = Personal<std::vector<std::string>>({"dunkel", "flackert"});
    entries.description = personal("Seit Montag\nfrißt sie Strom");
    entries.wants_answer = true;
    entries.first_name = personal("Änne");
    entries.last_name = personal("Özdemir");
    entries.email = personal("aenne@example.org");
    entries.phone = personal("0123");
    entries.replaced = "ab12";
    const auto read = read_report_draft(draft_from(entries));
    if (!CHECK(read.ok())) return;
    CHECK(opened(draft_from(read.value())) == opened(draft_from(entries)));
    const ReportEntries& again = read.value();
    CHECK(again.way == PlaceWay::Here);
    CHECK(again.wants_answer);
    CHECK(opened(again.description) == "Seit Montag\nfrißt sie Strom");
    CHECK(opened(again.point) == "hinten links");
    CHECK(again.values.at("stoerung").reveal<"a test compares what was entered">() == std::vector<std::string>{"dunkel", "flackert"});
  }

  TEST_CASE("a draft of a later version is read as far as it is known, and broken bytes are none") {
    const auto read = read_report_draft(personal(R"({"way": "by-satellite", "street": "Markt", "colour": "red"})"));
    if (!CHECK(read.ok())) return;
    CHECK(read.value().way == PlaceWay::Address);
    CHECK(opened(read.value().street) == "Markt");
    CHECK_FALSE(read_report_draft(personal("{\"street\": ")).ok());
  }
}
