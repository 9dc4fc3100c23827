#include "kept_data/kept_report.h"

#include <doctest/doctest.h>

using namespace stadttor;
using namespace stadttor::kept_data;

TEST_SUITE("kept_data") {
  TEST_CASE("a report that is kept is read as it was") {
    Report report;
    report.state = ReportState::Posting;
    report.service_code = "ampel";
    report.service_name = "Ampel";
    report.address = Personal<std::string>("Brückenstraße 3");
    report.answers.push_back({"stoerung", "Was ist?", Personal<std::vector<std::string>>({"aus", "blinkt"}), Personal<std::string>("Aus, blinkt")});
    report.news.push_back({"open", "Techniker kommt", 5});
    report.posted_at = 77;
    report.attempts = 3;
    report.post_key = "00ff";
    const auto read = parse_report(json_from_report(report));
    if (!CHECK(read.ok())) return;
    CHECK(read.value().state == ReportState::Posting);
    CHECK(read.value().address.reveal<"a test compares what is kept">() == "Brückenstraße 3");
    CHECK(read.value().answers.at(0).values.reveal<"a test compares what is kept">().size() == 2);
    CHECK(read.value().news.at(0).note == "Techniker kommt");
    CHECK(read.value().posted_at == 77);
    CHECK(read.value().attempts == 3);
    CHECK(read.value().post_key == "00ff");
    CHECK(read.value().email.is_empty());
  }

  TEST_CASE("a report of a later version, or a broken one, is none") {
    CHECK_FALSE(parse_report(Personal<std::string>(R"({"state":"teleported","serviceCode":"a","serviceName":"b"})")).ok());
    CHECK_FALSE(parse_report(Personal<std::string>(R"({"state":"sent"})")).ok());
    CHECK_FALSE(parse_report(Personal<std::string>("{")).ok());
  }
}
