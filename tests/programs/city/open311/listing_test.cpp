#include <chrono>

#include "programs/city/database/statement.h"
#include "programs/city/open311/report_world.h"
#include "programs/city/open311/sample_reports.h"

namespace stadttor::city_server::open311 {
namespace {

constexpr std::int64_t kDay = 24 * 60 * 60;

std::int64_t reported(ReportWorld& world, const std::string& kind, std::int64_t at) {
  NewReport report;
  report.service_code = kind;
  report.position = Position{51.43, 9.87};
  report.requested_at = at;
  return keep_report(world.connection, report, {}).value().number;
}

}  // namespace

TEST_SUITE("city/open311") {
  TEST_CASE("reports are asked for by kind, state, number and time, the newest first") {
    ReportWorld world;
    const std::int64_t old = reported(world, "muell", world.now - 100 * kDay);
    const std::int64_t first = reported(world, "laterne", world.now - 20 * kDay);
    const std::int64_t second = reported(world, "muell", world.now - 10 * kDay);
    CHECK(change_stage(world.connection, second, Stage::Rejected, "", world.now).ok());
    const Answer all = world.get("/requests.json");
    CHECK(ReportWorld::count_in(all) == 2);
    CHECK(ReportWorld::text_in(all, "service_request_id") == std::to_string(second));
    CHECK(ReportWorld::text_in(world.get("/requests.json?service_code=laterne,tiere"), "service_request_id") == std::to_string(first));
    CHECK(ReportWorld::text_in(world.get("/requests.json?status=closed"), "service_request_id") == std::to_string(second));
    CHECK(ReportWorld::count_in(world.get("/requests.json?service_request_id=" + std::to_string(old) + "," + std::to_string(first) + ",77,x&status=closed")) == 2);
    CHECK(ReportWorld::count_in(world.get("/requests.json?start_date=2026-08-01T00:00:00Z&end_date=2026-09-01")) == 1);
    CHECK(ReportWorld::count_in(world.get("/requests.json?start_date=2026-11-10T00:00:00%2B01:00")) == 1);
    CHECK(ReportWorld::count_in(world.get("/requests.json?updated_after=2026-11-26T08:00:00Z")) == 1);
    CHECK(ReportWorld::count_in(world.get("/requests.json?page=2&page_size=1")) == 1);
    CHECK(ReportWorld::count_in(world.get("/requests.json?page=3&page_size=1")) == 0);
  }

  TEST_CASE("a question that makes no sense is refused with the remedy") {
    ReportWorld world;
    CHECK(contains(world.get("/requests.json?start_date=2026-01-01&end_date=2026-11-01").body, "höchstens 90 Tage"));
    CHECK(contains(world.get("/requests.json?start_date=gestern").body, "2026-11-26T00:00:00Z"));
    CHECK(world.get("/requests.json?status=offen").status == 400);
    CHECK(world.get("/requests.json?service_code=schnee").status == 404);
    CHECK(world.get("/requests.json?page=0").status == 400);
    CHECK(world.get("/requests.json?page_size=1001").status == 400);
    CHECK(world.get("/requests/77.json").status == 404);
    CHECK(world.get("/requests/1%20OR%201.json").status == 404);
    CHECK(world.get("/requests.json?agency_responsible=x'%20OR%20'1'='1").body == "[]");
  }

  TEST_CASE("of 10,000 reports a thousand are listed, and found by an index") {
    ReportWorld world;
    CHECK(world.connection.transact([&]() -> Outcome {
      for (int at = 0; at < 10'000; ++at) {
        TRY(world.connection.execute("INSERT INTO report (token, service_code, stage, is_published, agency, description, address, address_id, latitude, longitude, attributes, requested_at, updated_at, expected_at) VALUES ('t" +
                                     std::to_string(at) + "', 'muell', " + std::to_string(at % 4) + ", 1, '', 'Sofa', '', '', 51430000, 9870000, '[]', " + std::to_string(world.now - at * 600) + ", 0, 0)"));
      }
      return Done{};
    }).ok());
    const auto begin = std::chrono::steady_clock::now();
    const Answer answer = world.get("/requests.json?service_code=muell&status=open");
    const auto taken = std::chrono::steady_clock::now() - begin;
    CHECK(ReportWorld::count_in(answer) == 1000);
    // Generous, because machines of tests are slow; a question for each single report would take far longer.
    CHECK(std::chrono::duration_cast<std::chrono::milliseconds>(taken).count() < 1000);
    Result<Statement> plan = Statement::prepare(world.connection.handle(), "EXPLAIN QUERY PLAN SELECT number FROM public_report WHERE requested_at >= 1 ORDER BY requested_at DESC, number DESC LIMIT 1000");
    if (!CHECK((plan.ok() && plan.value().step().ok()))) return;
    CHECK(contains(plan.value().text(3), "USING INDEX report_by_time"));
  }

  TEST_CASE("samples are as old as they say, come once, and are the public's as any report") {
    ReportWorld world;
    const char* samples = R"({"reports": [
      {"service": "muell", "position": {"latitude": 51.43, "longitude": 9.87}, "address": "Gasse 1", "description": "Sofa", "days_ago": 10, "history": [{"days_ago": 8.5, "status": "processed", "note": "Abgeholt."}]},
      {"service": "muell", "position": {"latitude": 51.43, "longitude": 9.87}, "address": "Gasse 1", "description": "Nachbar", "days_ago": 9, "released": false, "duplicate_of": 1}]})";
    CHECK(import_sample_reports(world.connection, world.catalogue, samples, world.now).ok());
    CHECK(import_sample_reports(world.connection, world.catalogue, samples, world.now).ok());
    CHECK(ReportWorld::count_in(world.get("/requests.json")) == 2);
    const Answer first = world.get("/requests/1.json");
    CHECK(ReportWorld::text_in(first, "requested_datetime") == "2026-11-16T08:00:00Z");
    CHECK(ReportWorld::text_in(first, "updated_datetime") == "2026-11-17T20:00:00Z");
    CHECK(ReportWorld::text_in(first, "description") == "Sofa");
    CHECK(contains(world.get("/requests/2.json?extensions=true").body, R"("duplicate_of":"1")"));
    CHECK_FALSE(contains(world.get("/requests.json").body, "Nachbar"));

    ReportWorld other;
    CHECK(import_sample_reports(other.connection, other.catalogue, R"({"reports": [{"service": "schnee"}]})", other.now).ok());
    CHECK(ReportWorld::count_in(other.get("/requests.json")) == 0);
  }
}
}  // namespace stadttor::city_server::open311
