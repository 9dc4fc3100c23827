#include "programs/city/authority/report_requests.h"

#include <algorithm>

#include "programs/city/authority/application_requests.h"
#include "programs/city/authority/pages/report_list_page.h"
#include "programs/city/open311/posted_numbers.h"

namespace stadttor::city_server::authority {

using open311::KeptReport;
using open311::Release;
using open311::ReportPart;
using open311::Stage;

namespace {

constexpr std::string_view kOne = "/behoerde/meldung/";
constexpr std::int64_t kLargestNumber = 1LL << 53;
constexpr std::size_t kLongestNote = 500;
constexpr int kAuditLines = 50;
constexpr int kLines = 50;

// What has just been done, by the name it has in the address.
std::string words_of_done(std::string_view name) {
  if (name == "veroeffentlicht") return "Das ist jetzt öffentlich zu sehen.";
  if (name == "zurueckgenommen") return "Das ist nicht mehr öffentlich zu sehen.";
  if (name == "stand") return "Der Stand ist geändert und öffentlich zu sehen.";
  if (name == "gehoert-zu") return "Die Zugehörigkeit ist geändert.";
  if (name == "zustaendig") return "Die Zuständigkeit ist geändert.";
  return {};
}

std::optional<ReportPart> find_part(std::string_view name) {
  if (name == "description") return ReportPart::Description;
  if (name == "photo") return ReportPart::Photo;
  if (name == "whole") return ReportPart::Whole;
  return std::nullopt;
}

Answer nothing_here(const InboxPage& view) { return notice_answer(view, 404, "Nicht gefunden", "Unter dieser Adresse gibt es im Posteingang nichts."); }

}  // namespace

bool ReportRequests::owns(std::string_view path) { return path == kReportsPath || path.substr(0, kOne.size()) == kOne; }

Answer ReportRequests::answer(const IncomingRequest& request, const PostedFields& posted) {
  const std::string_view path = request.path;
  const bool is_post = request.method == "POST";
  if (path == kReportsPath) return is_post ? nothing_here(view_) : show_list(request.query);
  const std::string_view rest = path.substr(kOne.size());
  const std::string_view name = rest.substr(0, rest.find('/'));
  const std::string_view below = rest.size() > name.size() ? rest.substr(name.size() + 1) : std::string_view();
  const auto number = open311::find_whole_in(name, kLargestNumber);
  const auto found = open311::find_kept_report(reports_, number.value_or(0));
  if (!found.ok()) return unreadable_answer(view_, found.error());
  if (!found.value()) return nothing_here(view_);
  if (is_post) return answer_to_post(*found.value(), below, posted);
  if (below == "foto") return show_photo(*found.value());
  if (!below.empty()) return nothing_here(view_);
  return show(*found.value(), {.done = words_of_done(value_of(request.query, "erledigt"))});
}

Answer ReportRequests::show_list(const NamedValues& query) {
  ReportListPage list{parts_.reports->catalogue};
  list.filter.stage = find_stage(value_of(query, "stand"));
  list.filter.waits_for_release = value_of(query, "stand") == kWaitingState;
  const open311::OfferedService* service = parts_.reports->catalogue.find(value_of(query, "art"));
  if (service != nullptr) list.filter.service_code = service->code;
  list.filter.before = open311::find_whole_in(value_of(query, "vor"), kLargestNumber).value_or(0);
  // One more than is shown says whether there are older ones.
  list.filter.limit = kLines + 1;
  auto reports = open311::read_kept_reports(reports_, list.filter);
  if (!reports.ok()) return unreadable_answer(view_, reports.error());
  list.reports = std::move(reports).value();
  list.has_older = list.reports.size() > static_cast<std::size_t>(kLines);
  if (list.has_older) list.reports.pop_back();
  return report_list_answer(view_, list);
}

Answer ReportRequests::show(const KeptReport& report, ReportStep last) {
  const std::string subject = report_subject(report.number);
  // Who sent it and what is not public stands here: nobody reads that without a line in the audit.
  if (const Outcome noted = note(parts_.connection, {view_.now, view_.session->clerk, Act::Opened, subject}); !noted.ok()) return unreadable_answer(view_, noted.error());
  auto notes = open311::read_all_notes(reports_, report.number);
  auto contact = open311::read_contact(reports_, report.number);
  auto near = open311::read_near_reports(reports_, report);
  auto audit = read_audit(parts_.connection, subject, kAuditLines);
  if (!notes.ok()) return unreadable_answer(view_, notes.error());
  if (!contact.ok()) return unreadable_answer(view_, contact.error());
  if (!near.ok()) return unreadable_answer(view_, near.error());
  if (!audit.ok()) return unreadable_answer(view_, audit.error());
  return report_answer(view_, {report, parts_.reports->catalogue, std::move(contact).value(), std::move(notes).value(), std::move(near).value(), std::move(audit).value(), std::move(last)});
}

Answer ReportRequests::show_photo(const KeptReport& report) {
  const auto photo = open311::find_photo(reports_, report.number);
  if (!photo.ok()) return unreadable_answer(view_, photo.error());
  if (!photo.value()) return nothing_here(view_);
  Answer answer;
  answer.content_type = photo.value()->media_type;
  answer.add_header("Cache-Control", "no-store");
  answer.body = photo.value()->bytes;
  return answer;
}

Answer ReportRequests::answer_to_post(const KeptReport& report, std::string_view below, const PostedFields& posted) {
  if (below == "freigeben") return release(report, posted);
  if (below == "stand") return tell_state(report, posted);
  if (below == "gehoert-zu") return mark_same(report, posted);
  if (below == "zustaendig") return hand_on(report, posted);
  return nothing_here(view_);
}

Answer ReportRequests::do_it(const KeptReport& report, Act act, const char* done, const std::function<Outcome()>& work) {
  if (const Outcome noted = note(parts_.connection, {view_.now, view_.session->clerk, act, report_subject(report.number)}); !noted.ok()) return unreadable_answer(view_, noted.error());
  if (const Outcome outcome = work(); !outcome.ok()) return unreadable_answer(view_, outcome.error());
  return redirect_answer(report_path(report.number) + "?erledigt=" + done);
}

Answer ReportRequests::release(const KeptReport& report, const PostedFields& posted) {
  const auto part = find_part(posted.value("part"));
  if (!part) return nothing_here(view_);
  const bool is_public = posted.value("release") == "public";
  return do_it(report, is_public ? Act::Released : Act::Withheld, is_public ? "veroeffentlicht" : "zurueckgenommen",
               [&] { return open311::release(reports_, report.number, *part, is_public ? Release::Public : Release::Withheld, view_.now); });
}

Answer ReportRequests::tell_state(const KeptReport& report, const PostedFields& posted) {
  const auto stage = find_stage(posted.value("stage"));
  const std::string said = posted.value("note");
  if (!stage) return show(report, {.problem = "Bitte wählen Sie einen Stand.", .note = said, .status = 422});
  if (said.size() > kLongestNote) return show(report, {.problem = "Der Hinweis ist zu lang; erlaubt sind etwa 500 Zeichen.", .note = said, .status = 422});
  // Whoever reported it and gets no answer reports it again.
  if (*stage == Stage::Rejected && said.empty()) return show(report, {.problem = "Bitte schreiben Sie, warum daraus nichts wird.", .status = 422});
  return do_it(report, Act::ToldState, "stand", [&] { return open311::change_stage(reports_, report.number, *stage, said, view_.now); });
}

Answer ReportRequests::mark_same(const KeptReport& report, const PostedFields& posted) {
  const std::string entered = posted.value("original");
  const auto original = entered.empty() ? std::optional<std::int64_t>(0) : open311::find_whole_in(entered, kLargestNumber);
  const auto other = open311::find_kept_report(reports_, original.value_or(0));
  if (!other.ok()) return unreadable_answer(view_, other.error());
  const bool is_none = original && *original == 0;
  if (!is_none && !other.value()) return show(report, {.problem = "Eine Meldung mit dieser Nummer gibt es nicht.", .original = entered, .status = 422});
  if (!is_none && (*original == report.number || other.value()->duplicate_of != 0)) {
    return show(report, {.problem = "Bitte nennen Sie eine andere Meldung, die nicht selbst zu einer gehört.", .original = entered, .status = 422});
  }
  return do_it(report, Act::MarkedSame, "gehoert-zu", [&] { return open311::mark_duplicate(reports_, report.number, *original, view_.now); });
}

Answer ReportRequests::hand_on(const KeptReport& report, const PostedFields& posted) {
  const std::string agency = posted.value("agency");
  const std::vector<std::string> agencies = agencies_of(parts_.reports->catalogue);
  if (std::find(agencies.begin(), agencies.end(), agency) == agencies.end()) return show(report, {.problem = "Bitte wählen Sie ein Amt.", .status = 422});
  return do_it(report, Act::HandedOn, "zustaendig", [&] { return open311::assign_agency(reports_, report.number, agency, view_.now); });
}

}  // namespace stadttor::city_server::authority
