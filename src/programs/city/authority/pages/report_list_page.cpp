#include "programs/city/authority/pages/report_list_page.h"

namespace stadttor::city_server::authority {

using open311::KeptReport;
using open311::Stage;
using open311::text_in;
using semantics::Appearance;
using semantics::Page;
using semantics::State;

namespace {

Appearance look_of(Stage stage) {
  switch (stage) {
    case Stage::Received: return Appearance::Info;
    case Stage::InProcess: return Appearance::Warning;
    case Stage::Processed: return Appearance::Success;
    case Stage::Rejected: return Appearance::Danger;
  }
  return Appearance::Badge;
}

std::string address_of(std::string_view state, const std::string& kind, std::int64_t before = 0) {
  std::string address = kReportsPath;
  const auto add = [&address](const char* name, std::string_view value) {
    if (!value.empty()) address.append(address.find('?') == std::string::npos ? "?" : "&").append(name).append("=").append(value);
  };
  add("stand", state);
  add("art", kind);
  add("vor", before == 0 ? std::string() : std::to_string(before));
  return address;
}

std::string_view chosen_state(const ReportListPage& list) {
  if (list.filter.waits_for_release) return kWaitingState;
  return list.filter.stage ? address_of_stage(*list.filter.stage) : std::string_view();
}

void show_choice(Page& page, std::string_view key, std::string_view text, const std::string& path, bool is_chosen) {
  auto item = page.item(key);
  page.link("link", text, path, {.look = Appearance::Alphabet, .states = semantics::when(is_chosen, State::CurrentPage)});
}

void show_filters(Page& page, const ReportListPage& list) {
  const std::string& kind = list.filter.service_code;
  const std::string_view state = chosen_state(list);
  {
    auto navigation = page.navigation("filter", "Nach Stand filtern");
    auto links = page.list(Appearance::Alphabet);
    show_choice(page, "all", "Alle", address_of({}, kind), state.empty());
    show_choice(page, "waiting", "Zu prüfen", address_of(kWaitingState, kind), state == kWaitingState);
    for (int number = 0; number < open311::kStages; ++number) {
      const auto stage = static_cast<Stage>(number);
      show_choice(page, address_of_stage(stage), words_of_stage(stage), address_of(address_of_stage(stage), kind), list.filter.stage == stage);
    }
  }
  auto more = page.disclosure("kinds", "Art: " + (kind.empty() ? std::string("alle") : name_of_kind(list.catalogue, kind)));
  auto navigation = page.navigation("kind_filter", "Nach Art filtern");
  auto links = page.list(Appearance::Alphabet);
  show_choice(page, "all", "Alle", address_of(state, {}), kind.empty());
  for (const open311::OfferedService& service : list.catalogue.services) {
    show_choice(page, service.code, text_in(service.name, "de"), address_of(state, service.code), kind == service.code);
  }
}

void show_report(const InboxPage& view, Page& page, const ReportListPage& list, const KeptReport& report) {
  auto item = page.item(std::to_string(report.number));
  page.link("open", name_of_kind(list.catalogue, report.service_code) + " · Nummer " + std::to_string(report.number), report_path(report.number));
  {
    auto line = page.running_paragraph();
    show_stage(page, report.stage);
    if (report.waits_for_release()) {
      page.text(" ");
      page.text("Zu prüfen", {.look = Appearance::Badge});
    }
  }
  page.paragraph("Gemeldet am " + words_of_time(view, report.requested_at) + (report.address.empty() ? std::string() : " · " + report.address), {.look = Appearance::Small});
  if (report.duplicate_of != 0) page.paragraph("Gehört zu Meldung " + std::to_string(report.duplicate_of), {.look = Appearance::Small});
}

}  // namespace

std::string_view words_of_stage(Stage stage) {
  switch (stage) {
    case Stage::Received: return "Eingegangen";
    case Stage::InProcess: return "In Bearbeitung";
    case Stage::Processed: return "Erledigt";
    case Stage::Rejected: return "Abgelehnt";
  }
  return {};
}

std::string_view address_of_stage(Stage stage) {
  switch (stage) {
    case Stage::Received: return "eingegangen";
    case Stage::InProcess: return "in-bearbeitung";
    case Stage::Processed: return "erledigt";
    case Stage::Rejected: return "abgelehnt";
  }
  return {};
}

std::optional<Stage> find_stage(std::string_view address) {
  for (int number = 0; number < open311::kStages; ++number) {
    if (address_of_stage(static_cast<Stage>(number)) == address) return static_cast<Stage>(number);
  }
  return std::nullopt;
}

std::string name_of_kind(const open311::ServiceCatalogue& catalogue, const std::string& code) {
  const open311::OfferedService* service = catalogue.find(code);
  return service == nullptr ? code : text_in(service->name, "de");
}

void show_stage(Page& page, Stage stage) { page.text(words_of_stage(stage), {.look = look_of(stage)}); }

Answer report_list_answer(const InboxPage& view, const ReportListPage& list) {
  return page_answer(view, 200, "Meldungen", [&](Page& page) {
    show_filters(page, list);
    if (list.reports.empty()) return page.paragraph("Hier gibt es keine Meldung.");
    {
      auto reports = page.list(Appearance::ResultList, "Meldungen");
      for (const KeptReport& report : list.reports) show_report(view, page, list, report);
    }
    if (list.has_older) page.link("older", "Ältere Meldungen", address_of(chosen_state(list), list.filter.service_code, list.reports.back().number));
  });
}

}  // namespace stadttor::city_server::authority
