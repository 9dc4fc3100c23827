// Before it is booked: what, when, where, and who is told what for which purpose.
#include "services/book_appointment/appointment_page_parts.h"
#include "services/visit_office/office_card.h"

namespace stadttor::services::book_appointment {

using semantics::Appearance;

namespace {

// The ledger says later what this page says now.
kept_data::LedgerEntry entry_of(const AppointmentView& view, const std::vector<PersonField>& fields) {
  const BookingState& state = view.state();
  kept_data::LedgerEntry entry;
  entry.title = view.screen.text("book.ledger.title", {{"services", wanted_words(view.screen, state)}});
  entry.office = office_name(view.screen, state, state.reserved->office_id);
  entry.destination = "zms:" + std::to_string(state.reserved->office_id);
  entry.language = view.screen.city.language;
  entry.purpose = view.screen.text("book.purpose");
  entry.retention = view.screen.text("book.retention");
  for (const PersonField& field : fields) {
    if (!(view.entries.person.*field.value).is_empty()) entry.fields.push_back({field.key, field.label, {}});
  }
  return entry;
}

void show_disclosure(const AppointmentView& view, const std::vector<PersonField>& fields) {
  const Screen& screen = view.screen;
  auto region = view.page.region("told", 2, screen.text("book.told"));
  auto facts = view.page.description_list(Appearance::Facts);
  view.page.term(screen.text("send.recipient"));
  view.page.definition(office_name(screen, view.state(), view.state().reserved->office_id));
  view.page.term(screen.text("send.purpose"));
  view.page.definition(screen.text("book.purpose"));
  view.page.term(screen.text("send.retention"));
  view.page.definition(screen.text("book.retention"));
  for (const PersonField& field : fields) {
    const Personal<std::string>& value = view.entries.person.*field.value;
    if (value.is_empty()) continue;
    view.page.term(field.label);
    view.page.definition(value.reveal<"shown to the citizen who entered it">());
  }
}

void show_where_it_stays(const AppointmentView& view) {
  const Screen& screen = view.screen;
  const Vaulting vaulting = view.state().vaulting;
  if (vaulting == Vaulting::OnDevice) return view.page.paragraph(screen.text("book.kept.device"));
  if (vaulting != Vaulting::Locked) return show_kept_for_visit(view);
  auto message = view.page.message("locked", screen.text("send.locked.title"), Appearance::Warning);
  view.page.paragraph(screen.text("book.locked.text"));
  auto line = view.page.running_paragraph();
  view.page.link("unlock", screen.text("send.locked.link"), screen.path(city::PageKind::MyData));
}

}  // namespace

void show_booking_check(const AppointmentView& view) {
  const Screen& screen = view.screen;
  const BookingState& state = view.state();
  if (!show_reservation(view)) return;
  if (!state.rules.information.empty()) {
    auto message = view.page.message("information", screen.text("book.information"), Appearance::Info);
    view.page.paragraph(state.rules.information, in_language(screen, screen.city.language == "de" ? "" : "de"));
  }
  const std::vector<PersonField> fields = person_fields(screen, state.rules);
  show_disclosure(view, fields);
  if (!state.replaces.empty()) {
    auto message = view.page.message("moving", screen.text("book.moving.title"), Appearance::Info);
    view.page.paragraph(screen.text("book.moving.text"));
  }
  show_where_it_stays(view);
  show_course(view);
  auto ways = view.page.block("ways", {.look = Appearance::Cluster});
  const bool is_complete = is_person_complete(screen, state.rules, view.entries.person);
  const bool can_book = is_complete && state.asking == Asking::Nothing && (state.vaulting == Vaulting::ThisVisit || state.vaulting == Vaulting::OnDevice);
  if (can_book && view.page.button("book", screen.text("book.book"), {.look = Appearance::Primary}).pressed()) {
    view.wish(BookingCommand::Book);
    view.answer.wish.order = {view.entries.person, entry_of(view, fields)};
  }
  view.page.link("person", screen.text(is_complete ? "book.change_person" : "book.title.person"), view.path(kPersonPart));
  view.page.link("time", screen.text("book.other_time"), view.path(kTimePart));
}

}  // namespace stadttor::services::book_appointment
