#include <doctest/doctest.h>

#include <string>

#include "city/catalogue.h"

using namespace stadttor;
using namespace stadttor::city;

namespace {

const std::string kSmall = R"({
  "language": "ar", "direction": "rtl",
  "city": {"id": "x", "name": "Musterstadt", "claim": "am Fluss", "phone": "115"},
  "languages": [{"tag": "ar", "name": "العربية", "direction": "rtl"}, {"tag": "de", "name": "Deutsch"}],
  "situations": [{"id": "umzug", "name": "Umzug", "lang": "de"}],
  "services": [{"id": "hund-anmelden", "name": "Hund anmelden", "letter": "H", "lang": "de", "situations": ["umzug"]}],
  "popular": ["hund-anmelden"],
  "offices": [{"id": "amt", "name": "Amt", "street": "Markt 1", "town": "12344 Musterstadt", "latitude": 51.5,
    "hours": [{"day": 0, "from": "08:00", "to": "12:00"}, {"day": 0, "from": "13:00", "to": "16:00", "appointment_only": true}],
    "exceptions": [{"from_date": "2026-12-24", "to_date": "2026-12-26", "reason": "Weihnachten"}],
    "accessibility": ["lift"]}],
  "pages": [{"id": "impressum", "title": "Impressum"}],
  "texts": {"hello": "مرحبا"}
})";

std::string with(const std::string& from, const std::string& to) {
  std::string text = kSmall;
  const std::size_t at = text.find(from);
  if (at != std::string::npos) text.replace(at, from.size(), to);
  return text;
}

std::string error_of(const std::string& json) {
  const auto catalogue = read_catalogue(json, "start.json");
  return catalogue.ok() ? std::string() : text_from_error(catalogue.error());
}

}  // namespace

TEST_SUITE("city") {
  TEST_CASE("a catalogue is read with all it says") {
    const auto read = read_catalogue(kSmall, "start.json");
    if (!CHECK_MESSAGE(read.ok(), error_of(kSmall))) return;
    const Catalogue& catalogue = read.value();

    CHECK(catalogue.language == "ar");
    CHECK(catalogue.direction == "rtl");
    CHECK(catalogue.city.name == "Musterstadt");
    CHECK(catalogue.city.time_zone == "Europe/Berlin");
    CHECK(catalogue.texts("hello") == "مرحبا");
    if (!CHECK(catalogue.offices.size() == 1)) return;
    const Office& office = catalogue.offices[0];
    CHECK(office.latitude == 51.5);
    if (!CHECK(office.weekly.days[0].size() == 2)) return;
    CHECK(office.weekly.days[0][1].appointment_only);
    CHECK(office.weekly.days[0][0].to == TimeOfDay{720});
    if (!CHECK(office.exceptions.size() == 1)) return;
    CHECK(office.exceptions[0].hours.empty());
    CHECK(office.exceptions[0].to_date == Date{2026, 12, 26});
  }

  TEST_CASE("entries are found by their id and nothing else") {
    const auto read = read_catalogue(kSmall, "start.json");
    if (!CHECK(read.ok())) return;
    const Catalogue& catalogue = read.value();

    if (!CHECK(catalogue.find_service("hund-anmelden") != nullptr)) return;
    CHECK(catalogue.find_service("hund-anmelden")->language == "de");
    CHECK(catalogue.find_situation("umzug") != nullptr);
    CHECK(catalogue.find_office("amt") != nullptr);
    CHECK(catalogue.find_about_page("impressum") != nullptr);
    CHECK(catalogue.find_service("umzug") == nullptr);
    CHECK(catalogue.find_service("") == nullptr);
    CHECK(catalogue.find_office("../amt") == nullptr);
  }

  TEST_CASE("the direction of a language is known, an unknown one reads from left to right") {
    const auto read = read_catalogue(kSmall, "start.json");
    if (!CHECK(read.ok())) return;

    CHECK(read.value().direction_of("ar") == "rtl");
    CHECK(read.value().direction_of("de") == "ltr");
    CHECK(read.value().direction_of("xx") == "ltr");
  }

  TEST_CASE("what is broken is named by file and pointer") {
    CHECK(error_of(with(R"("language": "ar",)", "")) == "MalformedData at start.json#/language: missing; expected text");
    CHECK(error_of(with(R"("name": "Hund anmelden",)", "")) == "MalformedData at start.json#/services/0/name: missing; expected text");
    CHECK(error_of(with(R"("name": "Hund anmelden")", R"("name": 7)")) == "MalformedData at start.json#/services/0/name: expected text");
    CHECK(error_of(with(R"(["hund-anmelden"])", R"(["hund-anmelden", null])")) == "MalformedData at start.json#/popular/1: expected text");
    CHECK(error_of(with(R"("from": "08:00")", R"("from": "8 Uhr")")) ==
          "MalformedData at start.json#/offices/0/hours/0/from: expected a time of day such as 08:00");
    CHECK(error_of(with(R"("day": 0)", R"("day": "Montag")")) == "MalformedData at start.json#/offices/0/hours/0/day: expected a number");
    CHECK(error_of(with(R"("hello": "مرحبا")", R"("hello": {})")) == "MalformedData at start.json#/texts/hello: expected text");
  }

  TEST_CASE("a date of an exception that is no date is named") {
    CHECK_FALSE(error_of(with("2026-12-24", "24.12.2026")).empty());
    CHECK_FALSE(error_of(with("2026-12-26", "2026-02-30")).empty());
  }

  TEST_CASE("a day that is none of the week is left out") {
    for (const auto* day : {"7", "1e300", "-1"}) {
      const auto read = read_catalogue(with(R"("day": 0, "from": "08:00")", std::string(R"("day": )") + day + R"(, "from": "08:00")"), "start.json");
      if (!read.ok()) continue;
      CHECK(read.value().offices[0].weekly.days[0].size() == 1);
    }
  }

  TEST_CASE("a catalogue cut off anywhere is refused") {
    for (std::size_t size = 0; size < kSmall.size(); size += 13) CHECK_FALSE(read_catalogue(kSmall.substr(0, size), "start.json").ok());
  }

  TEST_CASE("broken UTF-8 and what is no object are refused") {
    CHECK_FALSE(read_catalogue(with("Hund anmelden", "Hund \xff"), "start.json").ok());
    CHECK_FALSE(read_catalogue("[]", "start.json").ok());
    CHECK_FALSE(read_catalogue("null", "start.json").ok());
    CHECK_FALSE(read_catalogue("<!doctype html>", "start.json").ok());
  }
}
