#include "programs/city/open311/open311_set_up.h"

#include "foundation/json_reader.h"
#include "programs/city/event_log.h"
#include "programs/city/open311/posted_report.h"
#include "programs/city/open311/report_schema.h"
#include "programs/city/open311/sample_reports.h"
#include "programs/city/site/file_text.h"

namespace stadttor::city_server::open311 {
namespace {

constexpr std::size_t kFieldsBesidePhoto = 256 * 1024;  // bytes

struct PackPlace {
  std::filesystem::path folder;
  std::vector<std::string> languages;
};

// Where the packs of the present version lie; without a manifest nowhere, which its own reading has said.
PackPlace pack_place_of(const std::filesystem::path& site) {
  PackPlace place;
  const std::filesystem::path data = site / "daten";
  Result<JsonDocument> document = JsonDocument::parse(find_file_text(data / "portal.json").value_or(""), "daten/portal.json");
  if (!document.ok()) return place;
  JsonReader root = document.value().root();
  place.folder = data / root.optional_text("version");
  root.each("languages", [&place](JsonReader language) { place.languages.push_back(language.optional_text("tag")); });
  return place;
}

}  // namespace

std::filesystem::path report_database(const std::filesystem::path& city_database) { return city_database.parent_path() / "reports.sqlite"; }

Result<std::shared_ptr<ReportOffice>> open_report_office(const std::filesystem::path& site, const std::filesystem::path& database, std::int64_t now) {
  const PackPlace place = pack_place_of(site);
  const auto text = find_file_text(place.folder / "meldungen.json");
  if (!text) return std::shared_ptr<ReportOffice>();
  Result<ServiceCatalogue> catalogue = parse_catalogue(*text, "meldungen.json");
  if (!catalogue.ok()) {
    // The rest of the city works without; `stadttor check` names every fault.
    log_event(LogLevel::Warning, "reports_left_out", {{"problem", text_from_error(catalogue.error())}});
    return std::shared_ptr<ReportOffice>();
  }
  catalogue.value().languages = place.languages;
  TRY_ASSIGN(Connection connection, Connection::open(database, report_schema()));
  const auto office = std::make_shared<ReportOffice>(ReportOffice{std::move(catalogue).value(), std::move(connection)});
  TRY(forget_what_is_over(office->connection, now));
  if (const auto samples = find_file_text(place.folder / "meldungen-beispiele.json")) {
    TRY(import_sample_reports(office->connection, office->catalogue, *samples, now));
  }
  return office;
}

ServerPart georeport_part(std::shared_ptr<ReportOffice> office, GeoReportSettings settings, UnixClock now) {
  const auto server = std::make_shared<GeoReport>(office->connection, office->catalogue, std::move(settings), std::move(now));
  // The office, too: the server works with its database.
  return {&GeoReport::owns, [office, server](const IncomingRequest& request) { return server->answer(request); }, kLargestPhoto + kFieldsBesidePhoto, FormFiles::Taken};
}

}  // namespace stadttor::city_server::open311
