// The last two steps: whether the citizen wants to be known, and before anything leaves, who receives what.
#include "services/report_defect/report_page_parts.h"

namespace stadttor::services::report_defect {

using city::PageKind;
using semantics::Appearance;
using semantics::State;

namespace {

void show_recipient(const ReportView& view) {
  auto region = view.page.region("recipient", 2, view.screen.text("send.recipient"));
  auto facts = view.page.description_list(Appearance::Facts);
  view.page.term(view.screen.text("send.recipient"));
  view.page.definition(view.screen.city.city.name);
  // The city's own server needs no address: it is where the page comes from.
  const std::string& server = view.screen.city.reports->endpoint;
  if (server.rfind("/", 0) != 0) {
    view.page.term(view.screen.text("report.server"));
    view.page.definition(server);
  }
  view.page.term(view.screen.text("send.purpose"));
  view.page.definition(view.screen.text("report.purpose"));
  view.page.term(view.screen.text("report.public"));
  view.page.definition(view.screen.text("report.public.text"));
}

// Degrees can be checked by nobody.
void show_what_is_near(const ReportView& view) {
  const auto position = position_of(view.entries, view.ground);
  const bool is_said_in_words = view.entries.way == PlaceWay::Address || view.entries.way == PlaceWay::Object;
  if (position && !is_said_in_words) view.page.paragraph(near_words(view, *position));
}

void show_changes(const ReportView& view) {
  auto line = view.page.list(Appearance::LinkList);
  for (const std::string_view step : kSteps) {
    if (step == "pruefen") continue;
    auto item = view.page.item("change-" + std::string(step));
    const std::string name(view.screen.text(step.empty() ? std::string("report.step.ort") : "report.step." + std::string(step)));
    view.page.link("link", view.screen.text("report.change", {{"what", name}}), city::path_of(address_of_part(view.screen, kNewPart, step)));
  }
}

void show_way(const ReportView& view) {
  auto region = view.page.region("way", 2, view.screen.text("report.way"));
  view.page.paragraph(view.screen.text("report.way.text"));
  view.page.paragraph(view.screen.text("report.way.twice"), {.look = Appearance::Small});
  if (view.facts.is_offline) {
    auto message = view.page.message("offline", view.screen.text("report.later.title"), Appearance::Info);
    view.page.paragraph(view.screen.text("report.later.text"));
    view.page.paragraph(view.screen.text("report.later.unchecked"));
  }
  if (view.facts.can_keep) view.page.paragraph(view.screen.text(view.facts.where == outbox::KeptWhere::OnDevice ? "report.kept.device" : "report.kept.visit"));
}

}  // namespace

void show_contact_step(const ReportView& view) {
  ReportEntries& entries = view.entries;
  const Screen& screen = view.screen;
  {
    auto form = view.page.form("contact", screen.text("report.step.kontakt"), {.look = Appearance::Stack});
    {
      auto group = view.page.radio_group("known", screen.text("report.known"), entries.wants_answer ? "known" : "anonymous");
      view.page.radio("anonymous", screen.text("report.known.no"), {.hint = screen.text("report.known.no.hint")});
      view.page.radio("known", screen.text("report.known.yes"), {.hint = screen.text("report.known.yes.hint")});
      if (const std::string* chosen = group->entered()) entries.wants_answer = *chosen == "known";
    }
    if (entries.wants_answer) {
      const EntryProblem problem = view.is_told() ? problem_of_email(entries) : EntryProblem::None;
      auto fields = view.page.block("fields", {.look = Appearance::Stack});
      show_field(view, "email", screen.text("report.email"), entries.email,
                 {.states = semantics::when(problem != EntryProblem::None, State::Invalid), .hint = screen.text("report.email.hint"), .error = problem_words(screen, problem), .type = "email", .input_mode = "email", .autocomplete = screen.autocomplete("email"), .anchor = "email"});
      show_field(view, "phone", optional_label(screen, screen.text("report.phone")), entries.phone, {.type = "tel", .input_mode = "tel", .autocomplete = screen.autocomplete("tel")});
      show_field(view, "first", optional_label(screen, screen.text("report.first_name")), entries.first_name, {.autocomplete = screen.autocomplete("given-name")});
      show_field(view, "last", optional_label(screen, screen.text("report.last_name")), entries.last_name, {.autocomplete = screen.autocomplete("family-name")});
    }
  }
  show_ways_on(view);
}

void show_check_step(const ReportView& view) {
  view.page.paragraph(view.screen.text("report.check.lead"), {.look = Appearance::Lead});
  show_recipient(view);
  {
    auto region = view.page.region("content", 2, view.screen.text("report.content"));
    show_report_facts(view.screen, view.page, report_from(view.entries, view.ground));
    show_what_is_near(view);
    if (view.ground.photo != nullptr && !view.ground.photo->shown.empty()) {
      view.page.picture("photo", "chosen:" + view.ground.photo->shown, view.screen.text("report.photo.preview"), {.look = Appearance::Photo});
      view.page.paragraph(view.screen.text("report.photo.goes"), {.look = Appearance::Small});
    }
    if (!view.entries.wants_answer) view.page.paragraph(view.screen.text("report.anonymous"));
    show_changes(view);
  }
  show_way(view);
  if (view.facts.is_locked) {
    auto message = view.page.message("locked", view.screen.text("send.locked.title"), Appearance::Warning);
    view.page.paragraph(view.screen.text("report.locked"));
    auto line = view.page.running_paragraph();
    view.page.link("unlock", view.screen.text("send.locked.link"), view.screen.path(PageKind::MyData));
  }
  auto ways = view.page.block("ways", {.look = Appearance::Cluster});
  const bool is_whole = first_incomplete(view.entries, view.ground) == "pruefen";
  if (view.facts.can_keep && is_whole) view.wish.send = view.page.button("send", view.screen.text("report.send"), {.look = Appearance::Primary}).pressed();
  view.page.link("back", view.screen.text("form.back"), city::path_of(address_of_part(view.screen, kNewPart, "kontakt")));
}

kept_data::LedgerEntry ledger_entry_of(const Screen& screen, const kept_data::Report& report) {
  kept_data::LedgerEntry entry;
  entry.title = screen.text("report.ledger", {{"kind", report.service_name}});
  entry.language = screen.city.language;
  entry.purpose = screen.text("report.purpose");
  const auto add = [&entry](std::string name, std::string_view label, bool is_there) {
    if (is_there) entry.fields.push_back({std::move(name), std::string(label), {}});
  };
  add("service_code", screen.text("report.kind"), true);
  add("address_string", screen.text("report.place"), !report.address.is_empty());
  add("lat,long", screen.text("report.position"), !report.position.is_empty());
  for (const kept_data::ReportAnswer& answer : report.answers) add("attribute." + answer.code, answer.question, true);
  add("description", screen.text("report.description"), !report.description.is_empty());
  add("email", screen.text("report.email"), !report.email.is_empty());
  add("phone", screen.text("report.phone"), !report.phone.is_empty());
  add("first_name", screen.text("report.first_name"), !report.first_name.is_empty());
  add("last_name", screen.text("report.last_name"), !report.last_name.is_empty());
  return entry;
}

}  // namespace stadttor::services::report_defect
