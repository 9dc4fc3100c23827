// The citizen's own reports and those that are followed: all in a list, and each with its course and its receipt.
#include <algorithm>

#include "services/report_defect/report_page_parts.h"
#include "services/report_defect/report_trouble.h"

namespace stadttor::services::report_defect {

using city::PageKind;
using kept_data::Report;
using kept_data::ReportState;
using semantics::Appearance;

namespace {

// Why there is nothing to show yet; false where there is.
bool show_unread(const ReportView& view) {
  if (view.facts.is_locked) {
    auto message = view.page.message("locked", view.screen.text("case.locked.title"), Appearance::Info);
    view.page.paragraph(view.screen.text("report.own.locked"));
    auto line = view.page.running_paragraph();
    view.page.link("unlock", view.screen.text("send.locked.link"), view.screen.path(PageKind::MyData));
    return true;
  }
  if (view.facts.own != nullptr) return false;
  if (view.screen.now) view.page.status("reading", view.screen.text("report.own.reading"));
  return true;
}

Appearance look_of(const Report& report) {
  switch (report.state) {
    case ReportState::Sent: return Appearance::Success;
    case ReportState::Unclear: return Appearance::Warning;
    case ReportState::Stopped: return Appearance::Danger;
    case ReportState::Draft:
    case ReportState::Ready:
    case ReportState::Posting:
    case ReportState::Followed: break;
  }
  return Appearance::Info;
}

std::string_view meaning_of(const ReportView& view, const OwnReport& own) {
  const bool may_close = view.facts.where == outbox::KeptWhere::OnDevice;
  if (!own.is_kept) return view.screen.text("report.told.keeping");
  switch (own.report.state) {
    case ReportState::Draft:
    case ReportState::Ready:
    case ReportState::Posting: return view.screen.text(may_close ? "report.told.sending.device" : "report.told.sending.visit");
    case ReportState::Sent: return view.screen.text(own.report.number.empty() && !own.report.token.empty() ? "report.told.token" : "report.told.sent");
    case ReportState::Unclear: return view.screen.text("report.told.unclear");
    case ReportState::Stopped: return view.screen.text("report.told.stopped");
    case ReportState::Followed: break;
  }
  return view.screen.text("report.told.followed");
}

void show_wishes(const ReportView& view, const OwnReport& own) {
  const ReportState state = own.report.state;
  const bool is_refused_for_change = state == ReportState::Stopped && own.report.trouble == kQuestionsChanged;
  const bool can_be_tried = !own.is_kept || (state == ReportState::Stopped && !is_refused_for_change) || (is_under_way(state) && !own.report.trouble.empty() && !is_refused_for_change && state != ReportState::Unclear);
  if (!can_be_tried && state != ReportState::Unclear && state != ReportState::Stopped) return;
  auto buttons = view.page.block("buttons", {.look = Appearance::Cluster});
  if (state == ReportState::Unclear) {
    if (view.page.button("there", view.screen.text("report.it_is_there"), {.look = Appearance::Primary}).pressed()) view.wish.it_is_there = own.id;
    if (view.page.button("anew", view.screen.text("report.send_again")).pressed()) view.wish.try_again = own.id;
  }
  if (can_be_tried && view.page.button("again", view.screen.text("case.try_again"), {.look = Appearance::Primary}).pressed()) view.wish.try_again = own.id;
  if (state == ReportState::Stopped && view.page.button("change", view.screen.text("report.write_anew")).pressed()) view.wish.write_anew = own.id;
}

// Below everything else: it is not what one comes for.
void show_forgetting(const ReportView& view, const OwnReport& own) {
  const ReportState state = own.report.state;
  const bool can_be_forgotten = own.is_kept && state != ReportState::Posting && state != ReportState::Ready;
  const auto words = view.screen.text(state == ReportState::Followed ? "report.unfollow" : "report.forget");
  if (can_be_forgotten && view.page.button("forget", words, {.look = Appearance::Tertiary}).pressed()) view.wish.forget = own.id;
}

void show_state(const ReportView& view, const OwnReport& own) {
  auto message = view.page.message("progress", status_words(view.screen, own.report), look_of(own.report));
  view.page.status("meaning", meaning_of(view, own));
  // Without a network nothing has been tried yet, so nothing has failed; what it waits for is told all the same.
  const bool waits_for_network = view.facts.is_offline && own.is_kept && is_under_way(own.report.state);
  const std::string trouble = waits_for_network && own.report.trouble.empty() ? std::string(kNoNetwork) : own.report.trouble;
  if (!trouble.empty()) {
    view.page.paragraph(view.screen.text("report.trouble." + trouble));
    const bool is_for_experts = own.report.state == ReportState::Stopped && !own.report.detail.empty();
    if (is_for_experts) view.page.paragraph(view.screen.text("case.detail", {{"detail", own.report.detail}}), {.look = Appearance::Small});
  }
  if (!own.report.notice.empty()) view.page.paragraph(own.report.notice, in_unknown_language());
  show_wishes(view, own);
}

void show_course(const ReportView& view, const Report& report) {
  auto region = view.page.region("course", 2, view.screen.text("case.course"));
  auto list = view.page.ordered_list(Appearance::Agenda);
  if (report.state != ReportState::Followed) {
    auto item = view.page.item("handed-over");
    view.page.paragraph(moment_words(view.screen, report.begun_at), {.look = Appearance::Small});
    view.page.paragraph(view.screen.text("report.event.sent"));
  }
  std::size_t number = 0;
  for (const kept_data::ReportNews& news : report.news) {
    auto item = view.page.item("news" + std::to_string(number++));
    if (news.when > 0) view.page.paragraph(moment_words(view.screen, news.when), {.look = Appearance::Small});
    view.page.paragraph(view.screen.text(news.status == "closed" ? "report.status.closed" : "report.status.open"));
    if (!news.note.empty()) view.page.paragraph(news.note, in_unknown_language());
  }
}

}  // namespace

void show_own_reports(const ReportView& view) {
  view.page.paragraph(view.screen.text("report.own.lead"), {.look = Appearance::Lead});
  if (!show_unread(view)) {
    if (view.facts.own->empty()) view.page.paragraph(view.screen.text("report.own.none"));
    auto list = view.page.list(Appearance::ResultList);
    for (const OwnReport& own : *view.facts.own) {
      auto item = view.page.item(own.id);
      {
        auto line = view.page.running_paragraph();
        view.page.link("link", own.report.service_name, city::path_of(address_of_report(view.screen, own.id)));
        view.page.text(" ");
        view.page.text(status_words(view.screen, own.report), {.look = Appearance::Badge});
      }
      const std::string& address = own.report.address.reveal<"shown to the citizen whose report it is">();
      view.page.paragraph(moment_words(view.screen, own.report.begun_at) + (address.empty() ? "" : " · " + address), {.look = Appearance::Small});
    }
  }
  auto ways = view.page.block("ways", {.look = Appearance::Cluster});
  view.page.link("new", view.screen.text("report.new"), view.screen.path(PageKind::Reports, kNewPart), {.look = Appearance::Primary});
  view.page.link("all", view.screen.text("report.published"), view.screen.path(PageKind::Reports));
}

void show_own_report(const ReportView& view) {
  const OwnReport* own = find_own_report(view.facts.own, view.address.query);
  if (own == nullptr) {
    if (show_unread(view)) return;
    auto message = view.page.message("unknown", view.screen.text("report.unknown.title"), Appearance::Info);
    view.page.paragraph(view.screen.text("report.unknown.text"));
    return;
  }
  view.page.paragraph(own->report.service_name, {.look = Appearance::Eyebrow});
  if (view.facts.waits_for_turn && is_under_way(own->report.state)) {
    auto message = view.page.message("elsewhere", view.screen.text("case.elsewhere.title"), Appearance::Info);
    view.page.paragraph(view.screen.text("case.elsewhere.text"));
  }
  show_state(view, *own);
  show_course(view, own->report);
  {
    auto region = view.page.region("receipt", 2, view.screen.text("case.receipt"));
    show_report_facts(view.screen, view.page, own->report);
    view.wish.print = view.page.button("print", view.screen.text("case.receipt.print"), {.icon = "print"}).pressed();
  }
  show_forgetting(view, *own);
  auto line = view.page.running_paragraph();
  view.page.link("all", view.screen.text("report.own"), view.screen.path(PageKind::Reports, kOwnPart));
}

}  // namespace stadttor::services::report_defect
