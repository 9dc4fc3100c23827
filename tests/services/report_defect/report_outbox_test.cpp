// Reports through the outbox of a citizen: with and without a network, answers that are lost, and other tabs.
#include "services/report_defect/report_outbox.h"

#include <doctest/doctest.h>

#include "services/report_defect/reporting_world.h"
#include "services/outbox/record_ids.h"

using namespace stadttor;
using namespace stadttor::services::report_defect;
using namespace stadttor::testing;
using kept_data::ReportState;

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;

GeoReportServer::Fault fault(std::function<GeoReportServer::Answer()> answer, bool happens_before, int times = 1) { return {std::move(answer), happens_before, times}; }
GeoReportServer::Answer lost() { return Error{ErrorKind::NetworkUnreachable, "server", "lost", NextStep::TryAgain}; }

const std::string kPhoto("\xff\xd8\xff\0 a photo\r\n--", 17);

PhotoBytes photo_bytes() { return std::make_shared<const Personal<std::string>>(Personal<std::string>(kPhoto)); }

kept_data::Report photographed_lamp() {
  kept_data::Report report = dark_lamp();
  report.photo_type = "image/jpeg";
  report.photo_bytes = kPhoto.size();
  return report;
}

}  // namespace

TEST_SUITE("services") {
  TEST_CASE("a report is in the ledger before its first byte leaves, arrives once, and has its number") {
    ReportingWorld world;
    const auto tab = world.new_tab();
    const auto id = tab->outbox.send(dark_lamp(), entry_of_lamp());
    if (!CHECK(id.ok())) return;
    CHECK(world.http.requests.empty());
    world.pass();
    CHECK(tab->only().state == ReportState::Sent);
    CHECK(tab->only().number == "2026-1");
    CHECK(tab->only().notice == "Danke für Ihre Meldung.");
    if (!CHECK(world.server.posted.size() == 1)) return;
    CHECK(world.server.posted[0]["attribute[stoerung]"] == "dunkel");
    CHECK(world.server.posted[0]["address_string"] == "Münzgasse 15");
    CHECK(world.server.posted[0].count("email") == 0);
    CHECK(world.server.keys[0].size() == 32);
    const auto ledger = world.ledger(*tab);
    if (!CHECK(ledger.entries.size() == 1)) return;
    CHECK(ledger.entries[0].receipt == id.value());
    CHECK(ledger.entries[0].destination == "/open311/v2");
    CHECK_FALSE(ledger.broken_at);
    CHECK_FALSE(world.timer.next_due());
  }

  TEST_CASE("without a network a report waits in the vault, also after the window was closed, and goes when there is one") {
    ReportingWorld world;
    world.server.is_offline = true;
    auto tab = world.new_tab();
    CHECK(tab->outbox.send(dark_lamp(), entry_of_lamp()).ok());
    world.pass(kHour);
    CHECK(tab->only().state == ReportState::Ready);
    CHECK(tab->only().trouble == "no_network");
    tab.reset();
    tab = world.other_tab();
    CHECK(tab->only().state == ReportState::Ready);
    world.server.is_offline = false;
    tab->outbox.set_offline(false);
    world.pass();
    CHECK(tab->only().state == ReportState::Sent);
    CHECK(world.server.posted.size() == 1);
  }

  TEST_CASE("while the device knows that it is offline nothing is begun") {
    ReportingWorld world;
    const auto tab = world.new_tab();
    tab->outbox.set_offline(true);
    CHECK(tab->outbox.send(dark_lamp(), entry_of_lamp()).ok());
    world.pass(kHour);
    CHECK(world.http.requests.empty());
    tab->outbox.set_offline(false);
    world.pass();
    CHECK(world.server.posted.size() == 1);
  }

  TEST_CASE("an answer that is lost on its way is asked for, and the report is not sent again") {
    ReportingWorld world;
    world.server.faults[ReportCall::Post] = fault(lost, false);
    const auto tab = world.new_tab();
    CHECK(tab->outbox.send(dark_lamp(), entry_of_lamp()).ok());
    world.pass(kHour);
    CHECK(tab->only().state == ReportState::Sent);
    CHECK(tab->only().number == "2026-1");
    CHECK(world.server.posted.size() == 1);
  }

  TEST_CASE("a post that was lost on its way is sent again with the same key") {
    ReportingWorld world;
    world.server.faults[ReportCall::Post] = fault(lost, true);
    const auto tab = world.new_tab();
    CHECK(tab->outbox.send(dark_lamp(), entry_of_lamp()).ok());
    world.pass(kHour);
    CHECK(tab->only().state == ReportState::Sent);
    CHECK(world.server.posted.size() == 1);
  }

  TEST_CASE("an attempt that arrives hours after the first is found as well") {
    ReportingWorld world;
    world.server.faults[ReportCall::Post] = fault(lost, true);
    const auto tab = world.new_tab();
    CHECK(tab->outbox.send(dark_lamp(), entry_of_lamp()).ok());
    world.server.faults[ReportCall::Published] = fault(lost, true, 30);
    world.pass();
    CHECK(tab->only().state == ReportState::Posting);
    world.server.faults[ReportCall::Post] = fault(lost, false);
    world.pass(5 * kHour);
    world.server.faults[ReportCall::Published].times = 0;
    world.pass(2 * kHour);
    CHECK(tab->only().state == ReportState::Sent);
    CHECK(world.server.posted.size() == 1);
  }

  TEST_CASE("where another report could be this one the citizen decides, and is not asked again") {
    ReportingWorld world;
    world.server.faults[ReportCall::Post] = fault(lost, true);
    world.server.published = {{{"service_request_id", "77"}, {"status", "open"}, {"service_code", "strassenbeleuchtung"}, {"lat", 51.4322}, {"long", 9.8715}, {"requested_datetime", world.server.requested}}};
    const auto tab = world.new_tab();
    const auto id = tab->outbox.send(dark_lamp(), entry_of_lamp());
    world.pass(kHour);
    CHECK(tab->only().state == ReportState::Unclear);
    CHECK(world.server.posted.empty());
    SUBCASE("it has arrived") {
      tab->outbox.note_it_is_there(id.value());
      world.pass();
      CHECK(tab->only().state == ReportState::Sent);
      CHECK(world.server.posted.empty());
    }
    SUBCASE("it is sent again") {
      tab->outbox.try_again(id.value());
      world.pass();
      CHECK(tab->only().state == ReportState::Sent);
      CHECK(world.server.posted.size() == 1);
    }
  }

  TEST_CASE("a photo goes with its report under a name that says nothing, and the ledger says so before") {
    ReportingWorld world;
    const auto tab = world.new_tab();
    const auto id = tab->outbox.send(photographed_lamp(), entry_of_lamp(), {}, photo_bytes());
    world.pass();
    CHECK(tab->only().state == ReportState::Sent);
    if (!CHECK(world.server.posted.size() == 1)) return;
    auto& posted = world.server.posted[0];
    CHECK(posted["media"] == kPhoto);
    CHECK(posted["media.name"] == "foto.jpg");
    CHECK(posted["media.type"] == "image/jpeg");
    CHECK(posted["address_string"] == "Münzgasse 15");
    CHECK(posted["attribute[stoerung]"] == "dunkel");
    const auto ledger = world.ledger(*tab);
    if (!CHECK(ledger.entries.size() == 1)) return;
    if (!CHECK(ledger.entries[0].files.size() == 1)) return;
    CHECK(ledger.entries[0].files[0].media_type == "image/jpeg");
    CHECK(ledger.entries[0].files[0].bytes == kPhoto.size());
    SUBCASE("it is kept with the report, and forgotten with it") {
      std::string read;
      tab->outbox.read_photo(id.value(), [&read](Result<Personal<std::string>> photo) { read = photo.ok() ? photo.value().reveal<"a test looks at it">() : "none"; });
      world.pass();
      CHECK(read == kPhoto);
      tab->outbox.forget(id.value());
      world.pass();
      // The ledger's entry stays.
      CHECK(tab->vault.records().size() == 1);
    }
    SUBCASE("it goes from the device with the report that is written anew in its place") {
      CHECK(tab->outbox.send(dark_lamp(), entry_of_lamp(), id.value()).ok());
      world.pass();
      CHECK(tab->outbox.reports().size() == 1);
      CHECK(tab->vault.records().size() == 3);
    }
  }

  TEST_CASE("a photo whose post was lost is sent again as the same bytes, also after the window was closed") {
    ReportingWorld world;
    world.server.faults[ReportCall::Post] = fault([] { return platform::HttpResponse{500, "", {}}; }, false);
    auto tab = world.new_tab();
    CHECK(tab->outbox.send(photographed_lamp(), entry_of_lamp(), {}, photo_bytes()).ok());
    // It has arrived, and the server does not say so.
    world.server.faults[ReportCall::Published] = fault([] { return platform::HttpResponse{200, "[]", {}}; }, true, 1);
    world.pass();
    tab.reset();
    tab = world.other_tab();
    world.pass(kHour);
    CHECK(tab->only().state == ReportState::Sent);
    if (!CHECK(world.server.bodies.size() == 2)) return;
    CHECK(world.server.bodies[0] == world.server.bodies[1]);
  }

  TEST_CASE("a report whose photo cannot be read any more is not sent without it") {
    ReportingWorld world;
    world.server.is_offline = true;
    const auto tab = world.new_tab();
    const auto id = tab->outbox.send(photographed_lamp(), entry_of_lamp(), {}, photo_bytes());
    world.pass();
    const auto photo = services::outbox::parse_id(tab->only().photo);
    if (!CHECK(photo)) return;
    CHECK(world.answer<Done>([&](auto callback) { tab->vault.change({{}, {*photo}}, platform::Durability::Strict, callback); }).ok());
    world.server.is_offline = false;
    tab->outbox.set_offline(false);
    world.pass(kHour);
    CHECK(tab->only().state == ReportState::Stopped);
    CHECK(tab->only().trouble == "photo_unreadable");
    CHECK(world.server.posted.empty());
  }

  TEST_CASE("questions that have changed meanwhile stop a report before anything leaves, and its answers are kept") {
    ReportingWorld world;
    const auto tab = world.new_tab();
    kept_data::Report report = dark_lamp();
    report.answers.push_back({"farbe", "Farbe", Personal<std::vector<std::string>>({"rot"}), {}});
    const auto id = tab->outbox.send(report, entry_of_lamp());
    world.pass();
    CHECK(tab->only().state == ReportState::Stopped);
    CHECK(tab->only().trouble == "questions_changed");
    CHECK(tab->only().answers.size() == 2);
    CHECK(world.server.posted.empty());
    // Written anew, it takes the old one's place.
    CHECK(tab->outbox.send(dark_lamp(), entry_of_lamp(), id.value()).ok());
    world.pass();
    CHECK(tab->only().state == ReportState::Sent);
    CHECK(world.ledger(*tab).entries.size() == 2);
  }

  TEST_CASE("a report of a batch server has its number once a clerk has read it") {
    ReportingWorld world;
    world.server.gives_tokens = true;
    world.server.faults[ReportCall::Token] = fault([] { return platform::HttpResponse{200, R"([{"token":"t1"}])", {}}; }, true, 2);
    const auto tab = world.new_tab();
    CHECK(tab->outbox.send(dark_lamp(), entry_of_lamp()).ok());
    world.pass();
    CHECK(tab->only().state == ReportState::Sent);
    CHECK(tab->only().token == "t1");
    world.pass(kHour);
    CHECK(tab->only().number == "2026-1");
  }

  TEST_CASE("what the city says of a report is asked for when it is looked at, and kept") {
    ReportingWorld world;
    const auto tab = world.new_tab();
    CHECK(tab->outbox.send(dark_lamp(), entry_of_lamp()).ok());
    world.pass();
    world.server.published[0]["status"] = "closed";
    world.server.published[0]["status_notes"] = "Leuchtmittel getauscht";
    tab->outbox.ask_for_news();
    world.pass();
    if (!CHECK(tab->only().news.size() == 1)) return;
    CHECK(tab->only().news[0].status == "closed");
    CHECK(tab->only().news[0].note == "Leuchtmittel getauscht");
    const std::size_t asked = world.http.requests.size();
    tab->outbox.ask_for_news();
    world.pass();
    CHECK(world.http.requests.size() == asked);
  }

  TEST_CASE("another's report is followed once, without telling anybody, and forgotten when it is wished") {
    ReportingWorld world;
    const auto tab = world.new_tab();
    kept_data::Report other;
    other.service_code = "wilder-muell";
    other.service_name = "Wilder Müll";
    other.number = "77";
    const auto id = tab->outbox.follow(other);
    world.pass();
    CHECK(tab->outbox.follow(other).value() == id.value());
    world.pass();
    CHECK(tab->only().state == ReportState::Followed);
    CHECK(world.http.requests.empty());
    CHECK(world.ledger(*tab).entries.empty());
    tab->outbox.forget(id.value());
    world.pass();
    CHECK(tab->outbox.reports().empty());
    CHECK(tab->vault.records().empty());
  }

  TEST_CASE("two windows send a report once, one after the other") {
    ReportingWorld world;
    auto first = world.new_tab();
    const auto second = world.other_tab();
    CHECK(second->outbox.waits_for_turn());
    CHECK(second->outbox.send(dark_lamp(), entry_of_lamp()).ok());
    world.pass();
    CHECK(world.server.posted.empty());
    first.reset();
    world.pass();
    CHECK(second->only().state == ReportState::Sent);
    CHECK(world.server.posted.size() == 1);
  }

  TEST_CASE("no fault of any call loses a report or sends it twice, and none is shown as arrived that is not") {
    const std::vector<std::function<GeoReportServer::Answer()>> answers = {
        lost,
        [] { return Error{ErrorKind::TimedOut, "server", "late", NextStep::TryAgain}; },
        [] { return platform::HttpResponse{500, "", {}}; },
        [] { return platform::HttpResponse{502, "<html>", {}}; },
        [] { return platform::HttpResponse{503, "", "120"}; },
        [] { return platform::HttpResponse{429, "", "5"}; },
        [] { return platform::HttpResponse{400, R"([{"code":400,"description":"x"}])", {}}; },
        [] { return platform::HttpResponse{403, "", {}}; },
        [] { return platform::HttpResponse{404, "", {}}; },
        [] { return platform::HttpResponse{302, "", {}}; },
        [] { return platform::HttpResponse{200, "", {}}; },
        [] { return platform::HttpResponse{200, "<html>Anmelden</html>", {}}; },
        [] { return platform::HttpResponse{200, "[{", {}}; },
        [] { return platform::HttpResponse{200, "null", {}}; },
        [] { return platform::HttpResponse{204, "", {}}; },
    };
    for (int call = 0; call < kReportCalls; ++call) {
      for (std::size_t at = 0; at < 2 * answers.size(); ++at) {
        ReportingWorld world;
        const bool is_before = at < answers.size();
        world.server.faults[static_cast<ReportCall>(call)] = fault(answers[at % answers.size()], is_before, 2);
        // So that the server is asked whether it has arrived at all.
        if (static_cast<ReportCall>(call) == ReportCall::Published) world.server.faults[ReportCall::Post] = fault(lost, false);
        world.server.gives_tokens = static_cast<ReportCall>(call) == ReportCall::Token;
        const auto tab = world.new_tab();
        CHECK(tab->outbox.send(dark_lamp(), entry_of_lamp()).ok());
        world.pass(kHour);
        const kept_data::Report report = tab->only();
        CAPTURE(call);
        CAPTURE(at);
        CHECK(report.service_code == "strassenbeleuchtung");
        // "null" is how servers say that there is nothing: one that says so of a report it has gets it twice. Its key is the same.
        const bool says_it_has_none = static_cast<ReportCall>(call) == ReportCall::Published && answers[at % answers.size()]().ok() && answers[at % answers.size()]().value().body == "null";
        CHECK(world.server.posted.size() <= (says_it_has_none ? 2U : 1U));
        if (says_it_has_none && world.server.keys.size() == 2) CHECK(world.server.keys[0] == world.server.keys[1]);
        if (report.state == ReportState::Sent) CHECK_FALSE(world.server.posted.empty());
        const bool is_settled = report.state == ReportState::Sent || report.state == ReportState::Stopped || report.state == ReportState::Unclear;
        CHECK(is_settled);
        if (report.state != ReportState::Sent) CHECK_FALSE(report.trouble.empty());
      }
    }
  }
}
