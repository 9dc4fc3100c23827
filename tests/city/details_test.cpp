#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "city/details.h"

using namespace stadttor;
using namespace stadttor::city;

namespace {

template <class Details>
std::string error_of(const Result<Details>& result) {
  return result.ok() ? std::string() : text_from_error(result.error());
}

}  // namespace

TEST_SUITE("city") {
  TEST_CASE("a service is read with all it says") {
    const auto read = read_service_details(R"({"id":"hund","lang":"de","description":[{"p":["Text"]}],"prerequisites":["a","b"],"documents":["c"],"steps":["d"],
      "costs":[{"label":"Erster Hund","amount":"96 Euro"}],"deadline":"zwei Wochen","legal_basis":[{"name":"Satzung","url":"https://x.example/"},{"name":"Gesetz"}],
      "offices":["amt"],"related":["katze"]})", "x");
    if (!CHECK_MESSAGE(read.ok(), error_of(read))) return;
    const ServiceDetails& service = read.value();

    CHECK(service.id == "hund");
    CHECK(service.language == "de");
    CHECK(plain_text(service.description) == "Text\n");
    CHECK(service.prerequisites.size() == 2);
    CHECK(service.costs[0].amount == "96 Euro");
    CHECK(service.legal_basis[0].url == "https://x.example/");
    CHECK(service.legal_basis[1].url.empty());
    CHECK(service.offices == std::vector<std::string>{"amt"});
    CHECK(service.duration.empty());
  }

  TEST_CASE("only the id of a service, an office or a page must be there") {
    CHECK(read_service_details(R"({"id":"x"})", "x").ok());
    CHECK(read_office_details(R"({"id":"x"})", "x").ok());
    CHECK(read_about_details(R"({"id":"x"})", "x").ok());
    CHECK(read_whats_on("{}", "x").ok());
    CHECK(error_of(read_service_details("{}", "x")) == "MalformedData at x#/id: missing; expected text");
    CHECK(error_of(read_office_details("{}", "x")) == "MalformedData at x#/id: missing; expected text");
    CHECK(error_of(read_about_details("{}", "x")) == "MalformedData at x#/id: missing; expected text");
  }

  TEST_CASE("broken details are named by file and pointer") {
    CHECK(error_of(read_service_details(R"({"id":"x","steps":"one"})", "x.json")) == "MalformedData at x.json#/steps: expected a list");
    CHECK(error_of(read_service_details(R"({"id":"x","costs":[{"label":"a"}]})", "x.json")) == "MalformedData at x.json#/costs/0/amount: missing; expected text");
    CHECK(error_of(read_service_details(R"({"id":"x","description":[{"p":[7]}]})", "x.json")) == "MalformedData at x.json#/description/0/p/0/a: missing; expected text");
    CHECK(error_of(read_office_details(R"({"id":"x","services":[{}]})", "x.json")) == "MalformedData at x.json#/services/0: expected text");
    CHECK(error_of(read_about_details(R"({"id":"x","body":"text"})", "x.json")) == "MalformedData at x.json#/body: expected an object");
    CHECK(error_of(read_about_details(R"({"id":7})", "x.json")) == "MalformedData at x.json#/id: expected text");
  }

  TEST_CASE("events and notices have dates of the calendar") {
    const auto read = read_whats_on(R"({"events":[{"id":"a","title":"Markt","date":"2026-11-26","from":"16:00"}],"notices":[{"id":"b","title":"Winterdienst","date":"2026-11-01"}]})", "x");
    if (!CHECK_MESSAGE(read.ok(), error_of(read))) return;

    CHECK(read.value().events[0].date == Date{2026, 11, 26});
    CHECK(read.value().events[0].from == "16:00");
    CHECK(read.value().notices[0].title == "Winterdienst");
    CHECK(error_of(read_whats_on(R"({"events":[{"id":"a","title":"Markt","date":"26.11.2026"}]})", "x")) ==
          "MalformedData at x#/events/0/date: expected a date such as 2026-12-24");
    CHECK(error_of(read_whats_on(R"({"notices":[{"id":"a","title":"Markt","date":"2026-02-30"}]})", "x")) ==
          "MalformedData at x#/notices/0/date: expected a date such as 2026-12-24");
  }

  TEST_CASE("details that are no JSON are refused with where they came from") {
    for (const auto* text : {"", "{", "<!doctype html>", "{\"id\":\"\xff\"}"}) {
      const auto read = read_service_details(text, "daten/x.json");
      if (!CHECK_MESSAGE(!read.ok(), text)) continue;
      CHECK(read.error().where == "daten/x.json");
    }
  }
}
