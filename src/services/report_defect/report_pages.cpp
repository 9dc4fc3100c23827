#include "services/report_defect/report_pages.h"

#include <algorithm>

#include "services/report_defect/report_page_parts.h"

namespace stadttor::services::report_defect {

using city::Address;
using city::PageKind;
using semantics::Appearance;
using semantics::FieldTraits;
using semantics::Page;

namespace {

bool is_step(std::string_view step) { return std::find(std::begin(kSteps), std::end(kSteps), step) != std::end(kSteps); }

std::string title_key_of(const Address& address) {
  if (address.id == kOwnPart) return address.query.empty() ? "report.own" : "report.one";
  if (address.id != kNewPart) return "report.title";
  return address.step.empty() ? "report.step.ort" : "report.step." + address.step;
}

void show_crumbs(const ReportView& view) {
  std::vector<Crumb> crumbs;
  if (!view.address.id.empty()) crumbs.push_back({std::string(view.screen.text("report.title")), view.screen.path(PageKind::Reports), {}});
  if (view.address.id == kOwnPart && !view.address.query.empty()) {
    crumbs.push_back({std::string(view.screen.text("report.own")), view.screen.path(PageKind::Reports, kOwnPart), {}});
  }
  if (view.address.id == kNewPart) crumbs.push_back({std::string(view.screen.text("report.new")), {}, {}});
  if (view.address.id != kNewPart) crumbs.push_back({report_page_title(view.screen, view.address), {}, {}});
  show_breadcrumb(view.screen, view.page, crumbs);
}

// What can be done without the engine, or where the city has no server for reports: the telephone, and the way there.
void show_without_engine(const ReportView& view) {
  const bool is_possible = view.screen.city.reports.has_value();
  const auto show = [&view](std::string_view title, std::string_view text) {
    auto message = view.page.message("message", view.screen.text(title), Appearance::Warning);
    view.page.paragraph(view.screen.text(text, {{"phone", view.screen.city.city.phone}, {"address", view.screen.city.city.address_lines}}));
    view.page.link("call", view.screen.text("help.call", {{"phone", view.screen.city.city.phone}}), "tel:" + view.screen.city.city.phone);
  };
  if (!is_possible) return show("report.none.title", "report.none.text");
  auto block = view.page.block("without-engine", {.look = Appearance::WithoutEngine});
  if (!view.screen.now) show("report.without_engine.title", "report.without_engine.text");
}

bool waits_for_questions(const ReportView& view) {
  const bool has_questions = view.ground.type != nullptr && view.ground.type->has_definition;
  return has_questions && view.facts.directory->definition(view.entries.service_code).progress == Progress::Asking;
}

void show_step(const ReportView& view) {
  const std::string_view step = view.address.step;
  const std::string_view open = first_incomplete(view.entries, view.ground);
  const auto number_of = [](std::string_view one) { return std::find(std::begin(kSteps), std::end(kSteps), one) - std::begin(kSteps); };
  // A later step than can be shown, after the page was loaded anew: the first that is open. Until the kinds are known nobody is sent away.
  if (view.facts.directory != nullptr) view.facts.directory->ask_all_definitions();
  const bool is_known = view.facts.directory != nullptr && view.facts.directory->types().progress != Progress::Asking && !waits_for_questions(view);
  if (is_known && number_of(step) > number_of(open)) view.wish.instead = address_of_part(view.screen, kNewPart, open);
  const std::string number = std::to_string(number_of(step) + 1);
  const std::string count = std::to_string(std::size(kSteps));
  view.page.progress("way", view.screen.text("form.step", {{"step", number}, {"count", count}}), number, count);
  show_changed_elsewhere(view);
  show_problems(view);
  if (step.empty()) {
    show_place_step(view);
    return show_where_entries_stay(view);
  }
  if (step == "art") return show_kind_step(view);
  if (step == "angaben") return show_questions_step(view);
  if (step == "foto") return show_photo_step(view);
  if (step == "kontakt") return show_contact_step(view);
  show_check_step(view);
}

}  // namespace

EntryGround ground_of(const ReportFacts& facts, const ReportEntries& entries) {
  EntryGround ground{facts.streets, facts.places, facts.words == nullptr ? nullptr : &facts.words->area, nullptr, nullptr,
                     facts.photos == nullptr ? nullptr : &facts.photos->photo()};
  if (facts.directory == nullptr) return ground;
  (void)facts.directory->types();
  ground.type = facts.directory->find_type(entries.service_code);
  if (ground.type == nullptr || !ground.type->has_definition) return ground;
  const auto& asked = facts.directory->definition(entries.service_code);
  if (asked.progress == Progress::There) ground.definition = &asked.value;
  return ground;
}

Address address_of_part(const Screen& screen, std::string_view part, std::string_view step) {
  Address address;
  address.language = screen.city.language;
  address.page = PageKind::Reports;
  address.id = part;
  address.step = step;
  return address;
}

Address address_of_report(const Screen& screen, const std::string& id) {
  Address address = address_of_part(screen, kOwnPart);
  address.query = id;
  return address;
}

semantics::Interaction show_field(const ReportView& view, std::string_view key, std::string_view label, Personal<std::string>& value, const FieldTraits& traits) {
  const auto field = view.page.text_field(key, label, value.reveal<"shown to the citizen who enters it">(), traits);
  if (const std::string* typed = field.entered()) value = Personal<std::string>(*typed);
  take_focus_if_wanted(view, traits.anchor, field.key());
  return field;
}

bool show_progress_of(const ReportView& view, Progress progress) {
  if (progress == Progress::There) return true;
  if (progress != Progress::Failed) {
    view.page.status("asking", view.screen.text("report.asking"));
    return false;
  }
  auto message = view.page.message("failed", view.screen.text("report.failed.title"), Appearance::Warning);
  view.page.paragraph(view.screen.text(view.facts.is_offline ? "report.failed.offline" : "report.failed.text", {{"phone", view.screen.city.city.phone}}));
  if (view.page.button("again", view.screen.text("report.ask_again")).pressed()) view.wish.ask_again = true;
  return false;
}

void show_ways_on(const ReportView& view) {
  const std::string_view step = view.address.step;
  const auto* const at = std::find(std::begin(kSteps), std::end(kSteps), step);
  const auto errors = view.page.key_of("errors");
  auto ways = view.page.block("ways", {.look = Appearance::Cluster});
  const bool is_without_photo = step == "foto" && (view.ground.photo == nullptr || !view.ground.photo->is_there);
  if (view.page.button("next", view.screen.text(is_without_photo ? "report.photo.without" : "report.next"), {.look = Appearance::Primary}).pressed()) {
    view.entries.told_steps.insert(std::string(step));
    // With what has just been chosen, too: a choice and the way on may come in one frame.
    if (is_complete(view.entries, ground_of(view.facts, view.entries), step)) {
      view.wish.next = address_of_part(view.screen, kNewPart, *(at + 1));
    } else {
      view.page.focus(errors);
    }
  }
  if (at != std::begin(kSteps)) view.page.link("back", view.screen.text("form.back"), city::path_of(address_of_part(view.screen, kNewPart, *(at - 1))));
}

bool is_report_page(std::string_view part, std::string_view step) {
  const bool is_part = std::find(std::begin(kReportParts), std::end(kReportParts), part) != std::end(kReportParts);
  return is_part && (step.empty() || (part == kNewPart && is_step(step)));
}

std::string report_page_title(const Screen& screen, const Address& address) { return std::string(screen.text(title_key_of(address))); }

ReportWish show_report_page(const Screen& screen, Page& page, const Address& address, const ReportFacts& facts, ReportEntries& entries, PublishedChoice& choice) {
  ReportWish wish;
  const ReportView view{screen, page, address, facts, entries, wish, ground_of(facts, entries)};
  show_crumbs(view);
  page.heading(1, report_page_title(screen, address));
  if (address.id.empty()) page.paragraph(screen.text("report.lead"), {.look = Appearance::Lead});
  show_without_engine(view);
  if (!screen.city.reports) return wish;
  if (address.id == kNewPart) {
    show_step(view);
  } else if (address.id == kOwnPart) {
    address.query.empty() ? show_own_reports(view) : show_own_report(view);
  } else {
    show_published(view, choice);
  }
  return wish;
}

}  // namespace stadttor::services::report_defect
