// "Das wurde schon gemeldet": what may be the same, with its state, and the way to follow it instead of reporting once more.
#include "services/report_defect/georeport_transport.h"
#include "services/report_defect/report_page_parts.h"
#include "services/report_defect/similar_reports.h"

namespace stadttor::services::report_defect {

using protocols::open311::ServiceRequest;
using semantics::Appearance;

namespace {

kept_data::Report followed(const ServiceRequest& request) {
  kept_data::Report report;
  report.service_code = request.service_code;
  report.service_name = request.service_name;
  report.address = Personal<std::string>(request.address);
  report.description = Personal<std::string>(request.description);
  report.number = request.id;
  report.news.push_back({request.status == protocols::open311::RequestStatus::Closed ? "closed" : "open", request.status_notes, request.updated_at.value_or(request.requested_at.value_or(0))});
  return report;
}

}  // namespace

void show_similar(const ReportView& view) {
  const auto& published = view.facts.directory->published();
  const auto similar = similar_reports(report_from(view.entries, view.ground), published.value);
  // A place that is there from the beginning: what comes later is read out.
  view.page.status("similar-count", similar.empty() ? std::string() : view.screen.city.texts.counted("report.similar", static_cast<long>(similar.size()), view.screen.locale));
  const bool is_unknown = published.progress == Progress::Failed || (view.facts.is_offline && published.progress != Progress::There);
  if (is_unknown) view.page.paragraph(view.screen.text("report.similar.unknown"), {.look = Appearance::Small});
  if (similar.empty()) return;
  auto message = view.page.message("similar", view.screen.text("report.similar.title"), Appearance::Info);
  view.page.paragraph(view.screen.text("report.similar.text"));
  auto list = view.page.list(Appearance::ResultList);
  for (const SimilarReport& one : similar) {
    const ServiceRequest& request = *one.request;
    auto item = view.page.item(request.id);
    view.page.paragraph(request.address.empty() ? request.service_name : request.address, {.look = Appearance::Bold});
    std::string line = request.requested_at ? moment_words(view.screen, *request.requested_at) : std::string();
    if (!request.status_notes.empty()) line.append(line.empty() ? "" : " · ").append(request.status_notes);
    if (!line.empty()) view.page.paragraph(line, {.look = Appearance::Small});
    if (!request.description.empty()) view.page.paragraph(request.description);
    if (!view.facts.can_keep) continue;
    if (view.page.button("follow", view.screen.text("report.follow", {{"number", request.id}}), {.look = Appearance::Secondary}).pressed()) view.wish.follow = followed(request);
  }
}

}  // namespace stadttor::services::report_defect
