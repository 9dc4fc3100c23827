// What has been reported in the city, on a map and as a list that is the map's equal: filtered, and a page at a time, because there may be ten
// thousand.
#include <algorithm>
#include <span>

#include "services/explore_city/map_extent.h"
#include "services/report_defect/report_page_parts.h"

namespace stadttor::services::report_defect {

using city::PageKind;
using protocols::open311::RequestStatus;
using protocols::open311::ServiceRequest;
using semantics::Appearance;

namespace {

constexpr std::size_t kPerPage = 25;
constexpr platform::Instant kDay = platform::Instant{24} * 60 * 60'000;

// Ages count from the newest report: so a page needs no clock, and a town where nothing was reported today has a list all the same.
std::vector<const ServiceRequest*> chosen_reports(const std::vector<ServiceRequest>& published, const PublishedChoice& choice) {
  std::vector<const ServiceRequest*> chosen;
  const platform::Instant newest = published.empty() ? 0 : published.front().requested_at.value_or(0);
  for (const ServiceRequest& request : published) {
    const bool is_of_kind = choice.service_code.empty() || request.service_code == choice.service_code;
    const bool is_of_status = choice.status.empty() || (choice.status == "closed") == (request.status == RequestStatus::Closed);
    const bool is_young = choice.days == 0 || !request.requested_at || newest - *request.requested_at <= choice.days * kDay;
    if (is_of_kind && is_of_status && is_young) chosen.push_back(&request);
  }
  return chosen;
}

void show_filter(const ReportView& view, PublishedChoice& choice) {
  const Screen& screen = view.screen;
  const PublishedChoice before = choice;
  auto form = view.page.form("filter", screen.text("report.filter"), {.look = Appearance::Filter});
  auto row = view.page.block("row", {.look = Appearance::Cluster});
  {
    auto select = view.page.select("kind", screen.text("report.kind"), choice.service_code);
    view.page.option("", screen.text("report.filter.all"));
    for (const auto& type : view.facts.directory->types().value) view.page.option(type.code, type.name);
    if (const std::string* code = select->entered()) choice.service_code = *code;
  }
  {
    auto select = view.page.select("status", screen.text("report.filter.status"), choice.status);
    view.page.option("", screen.text("report.filter.all"));
    view.page.option("open", screen.text("report.status.open"));
    view.page.option("closed", screen.text("report.status.closed"));
    if (const std::string* status = select->entered()) choice.status = *status;
  }
  auto select = view.page.select("age", screen.text("report.filter.age"), choice.days == 0 ? std::string() : std::to_string(choice.days));
  view.page.option("", screen.text("report.filter.all"));
  for (const int days : {7, 30}) view.page.option(std::to_string(days), screen.text("report.filter.days", {{"count", screen.locale.number(days)}}));
  if (const std::string* days = select->entered()) choice.days = std::atoi(days->c_str());
  const bool is_other = before.service_code != choice.service_code || before.status != choice.status || before.days != choice.days;
  if (is_other) choice.page = 0;
}

void show_request(const ReportView& view, const ServiceRequest& request) {
  auto item = view.page.item(request.id);
  const bool is_closed = request.status == RequestStatus::Closed;
  const std::string position = request.position ? city::text_from_position({request.position->latitude, request.position->longitude}) : std::string();
  std::string line = std::string(view.screen.text(is_closed ? "report.status.closed" : "report.status.open"));
  if (request.requested_at) line.append(" · ").append(moment_words(view.screen, *request.requested_at));
  view.page.paragraph(line, {.look = Appearance::Eyebrow});
  const std::string name = (request.title.empty() ? request.service_name : request.title) + " (" + request.id + ")";
  view.page.paragraph(name, {.look = Appearance::Bold, .position = position});
  if (!request.address.empty()) view.page.paragraph(request.address);
  if (!request.description.empty()) view.page.paragraph(request.description, in_unknown_language());
  if (!request.status_notes.empty()) view.page.paragraph(request.status_notes, in_unknown_language(Appearance::Small));
}

/** One page of them: the list, and on the map the same. */
void show_map_and_list(const ReportView& view, std::span<const ServiceRequest* const> requests) {
  std::vector<std::string> positions;
  for (const ServiceRequest* request : requests) {
    if (request->position) positions.push_back(city::text_from_position({request->position->latitude, request->position->longitude}));
  }
  const std::string tiles = explore_city::map_tiles_path(view.screen);
  const std::string extent = explore_city::extent_of_positions({positions.begin(), positions.end()});
  std::optional<semantics::Scope> scene;
  if (!tiles.empty() && !positions.empty()) scene.emplace(view.page.scene("map", view.screen.text("report.map"), {.kind = "map", .source = tiles, .extent = extent}));
  auto list = view.page.list(Appearance::ResultList);
  for (const ServiceRequest* request : requests) show_request(view, *request);
}

void show_ways(const ReportView& view) {
  auto ways = view.page.block("ways", {.look = Appearance::Cluster});
  view.page.link("new", view.screen.text("report.new"), view.screen.path(PageKind::Reports, kNewPart), {.look = Appearance::Primary});
  view.page.link("own", view.screen.text("report.own"), view.screen.path(PageKind::Reports, kOwnPart), {.look = Appearance::Secondary});
}

void show_pages(const ReportView& view, PublishedChoice& choice, std::size_t pages) {
  if (pages < 2) return;
  auto navigation = view.page.navigation("pages", view.screen.text("report.pages"));
  auto row = view.page.block("row", {.look = Appearance::Cluster});
  view.page.text(view.screen.text("report.page", {{"page", view.screen.locale.number(static_cast<long>(choice.page + 1))}, {"count", view.screen.locale.number(static_cast<long>(pages))}}));
  if (choice.page > 0 && view.page.button("newer", view.screen.text("report.newer"), {.look = Appearance::Secondary}).pressed()) --choice.page;
  if (choice.page + 1 < pages && view.page.button("older", view.screen.text("report.older"), {.look = Appearance::Secondary}).pressed()) ++choice.page;
}

}  // namespace

void show_published(const ReportView& view, PublishedChoice& choice) {
  show_ways(view);
  if (view.facts.directory == nullptr) return;
  auto region = view.page.region("published", 2, view.screen.text("report.published"));
  const auto& published = view.facts.directory->published();
  if (!show_progress_of(view, published.progress)) return;
  show_filter(view, choice);
  const auto chosen = chosen_reports(published.value, choice);
  view.page.status("count", view.screen.city.texts.counted("report.count", static_cast<long>(chosen.size()), view.screen.locale));
  const std::size_t pages = (chosen.size() + kPerPage - 1) / kPerPage;
  choice.page = std::min(choice.page, pages == 0 ? 0 : pages - 1);
  const std::size_t first = choice.page * kPerPage;
  show_map_and_list(view, std::span(chosen).subspan(first, std::min(kPerPage, chosen.size() - first)));
  show_pages(view, choice, pages);
}

}  // namespace stadttor::services::report_defect
