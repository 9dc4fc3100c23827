#include "programs/city/authority/pages/list_page.h"

namespace stadttor::city_server::authority {

using semantics::Appearance;
using semantics::Page;
using semantics::State;

namespace {

constexpr std::int64_t kDaySeconds = 24 * 60 * 60;
constexpr std::int64_t kSoonDays = 3;

Appearance look_of(InboxState state) {
  switch (state) {
    case InboxState::New: return Appearance::Info;
    case InboxState::Opened: return Appearance::Warning;
    case InboxState::Accepted: return Appearance::Success;
    case InboxState::Rejected: return Appearance::Danger;
    case InboxState::Erased: return Appearance::Badge;
  }
  return Appearance::Badge;
}

void show_filter(Page& page, const ListPage& list) {
  auto navigation = page.navigation("filter", "Nach Stand filtern");
  auto links = page.list(Appearance::Alphabet);
  const auto show_choice = [&](std::string_view key, std::string_view text, const std::string& path, bool is_chosen) {
    auto item = page.item(key);
    page.link("link", text, path, {.look = Appearance::Alphabet, .states = semantics::when(is_chosen, State::CurrentPage)});
  };
  show_choice("all", "Alle", kInboxPath, !list.state);
  for (int number = 0; number < kInboxStates; ++number) {
    const auto state = static_cast<InboxState>(number);
    const std::string address(address_of_state(state));
    show_choice(address, words_of_state(state), std::string(kInboxPath) + "?stand=" + address, list.state == state);
  }
}

void show_deadline(const InboxPage& view, Page& page, const InboxEntry& entry) {
  if (!entry.is_open()) return;
  const std::int64_t left = entry.decide_until() - view.now;
  if (left < 0) return page.paragraph("Die Frist ist am " + words_of_time(view, entry.decide_until()) + " abgelaufen.", {.look = Appearance::Bold});
  const bool is_soon = left < kSoonDays * kDaySeconds;
  page.paragraph("Zu entscheiden bis " + words_of_time(view, entry.decide_until()), {.look = is_soon ? Appearance::Bold : Appearance::Small});
}

void show_entry(const InboxPage& view, Page& page, const InboxEntry& entry) {
  auto item = page.item(entry.submission_id);
  page.link("open", entry.service_name.empty() ? std::string_view("Antrag ohne Bezeichnung") : std::string_view(entry.service_name), application_path(entry.submission_id));
  {
    auto line = page.running_paragraph();
    page.text(words_of_state(entry.state), {.look = look_of(entry.state)});
    if (entry.is_decided() && !entry.is_reported) page.text(" noch nicht gemeldet");
    if (entry.open_questions > 0 || entry.new_answers > 0) page.text(" ");
    if (entry.new_answers > 0) {
      page.text("Neue Antwort", {.look = Appearance::Info});
    } else if (entry.open_questions > 0) {
      page.text("Rückfrage offen", {.look = Appearance::Warning});
    }
  }
  page.paragraph("Eingegangen am " + words_of_time(view, entry.submitted_at) + " · Nummer " + entry.case_id, {.look = Appearance::Small});
  show_deadline(view, page, entry);
}

}  // namespace

std::string_view address_of_state(InboxState state) {
  switch (state) {
    case InboxState::New: return "neu";
    case InboxState::Opened: return "in-bearbeitung";
    case InboxState::Accepted: return "angenommen";
    case InboxState::Rejected: return "zurueckgewiesen";
    case InboxState::Erased: return "geloescht";
  }
  return {};
}

std::optional<InboxState> find_state(std::string_view address) {
  for (int number = 0; number < kInboxStates; ++number) {
    if (address_of_state(static_cast<InboxState>(number)) == address) return static_cast<InboxState>(number);
  }
  return std::nullopt;
}

Answer list_answer(const InboxPage& view, const ListPage& list) {
  return page_answer(view, 200, "Eingegangene Anträge", [&](Page& page) {
    if (!list.collecting_problem.empty()) {
      auto message = page.message("collecting", "Neues konnte nicht abgeholt werden", Appearance::Warning);
      page.paragraph(list.collecting_problem);
    }
    show_filter(page, list);
    if (list.entries.empty()) return page.paragraph(list.state ? "Mit diesem Stand gibt es keinen Antrag." : "Es ist noch nichts eingegangen.");
    auto entries = page.list(Appearance::ResultList, "Anträge");
    for (const InboxEntry& entry : list.entries) show_entry(view, page, entry);
  });
}

}  // namespace stadttor::city_server::authority
