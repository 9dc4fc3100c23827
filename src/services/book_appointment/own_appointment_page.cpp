// An appointment of one's own: when, where and with what, how to get there, into the calendar, moved, cancelled, watched.
#include <algorithm>

#include "services/book_appointment/appointment_page_parts.h"
#include "services/book_appointment/calendar_entry.h"
#include "services/visit_office/office_card.h"

namespace stadttor::services::book_appointment {

using city::PageKind;
using kept_data::AppointmentState;
using semantics::Appearance;

namespace {

void wish_about(const AppointmentView& view, BookingCommand command, const KeptAppointment& kept) {
  view.wish(command);
  view.answer.wish.appointment = kept.id;
}

// Why there is nothing to show yet; false where there is.
bool show_unread(const AppointmentView& view) {
  const Screen& screen = view.screen;
  if (view.state().vaulting == Vaulting::Locked) {
    auto message = view.page.message("locked", screen.text("case.locked.title"), Appearance::Info);
    view.page.paragraph(screen.text("book.locked.text"));
    auto line = view.page.running_paragraph();
    view.page.link("unlock", screen.text("send.locked.link"), screen.path(PageKind::MyData));
    return true;
  }
  if (view.state().is_read) return false;
  view.page.status("reading", screen.text("book.reading"));
  return true;
}

void show_progress(const AppointmentView& view, const KeptAppointment& kept) {
  const Screen& screen = view.screen;
  const AppointmentState state = kept.appointment.state;
  const bool is_open = state == AppointmentState::Booking || state == AppointmentState::Cancelling;
  const bool is_past = state == AppointmentState::Booked && kept.appointment.begins * 1000 < view.facts.now;
  std::string_view key = "book.own.booked";
  if (state == AppointmentState::Booking) key = "book.own.booking";
  if (state == AppointmentState::Cancelling) key = "book.own.cancelling";
  if (state == AppointmentState::Cancelled) key = "book.own.cancelled";
  if (is_past) key = "book.own.past";
  const Appearance kind = state == AppointmentState::Booked && !is_past ? Appearance::Success : Appearance::Info;
  auto message = view.page.message("progress", screen.text(key), kind);
  view.page.status("told", screen.text(std::string(key) + ".text"));
  if (kept.setback) {
    view.page.paragraph(step_words(screen, *kept.setback));
    if (kept.next_attempt > 0) view.page.paragraph(screen.text("case.next", {{"when", moment_words(screen, kept.next_attempt)}}), {.look = Appearance::Small});
  }
  if (is_open && !kept.is_busy && view.page.button("ask", screen.text("book.ask")).pressed()) wish_about(view, BookingCommand::AskAbout, kept);
}

void show_earlier(const AppointmentView& view, const KeptAppointment& kept) {
  if (!kept.earlier) return;
  const Screen& screen = view.screen;
  auto message = view.page.message("earlier", screen.text("book.earlier.title"), Appearance::Success);
  view.page.status("found", screen.text("book.earlier.text", {{"when", time_words(screen, kept.earlier->slot)}, {"office", office_name(screen, view.state(), kept.earlier->office_id)}}));
  view.page.paragraph(screen.text("book.earlier.how"));
  auto ways = view.page.block("ways", {.look = Appearance::Cluster});
  if (view.page.button("take", screen.text("book.earlier.take"), {.look = Appearance::Primary}).pressed()) wish_about(view, BookingCommand::TakeEarlier, kept);
  if (view.page.button("keep", screen.text("book.earlier.keep")).pressed()) wish_about(view, BookingCommand::DismissEarlier, kept);
}

void show_facts(const AppointmentView& view, const KeptAppointment& kept) {
  const Screen& screen = view.screen;
  const kept_data::Appointment& appointment = kept.appointment;
  auto facts = view.page.description_list(Appearance::Facts);
  const auto show_fact = [&](std::string_view key, const std::string& text) {
    if (text.empty()) return;
    view.page.term(screen.text(key));
    view.page.definition(text);
  };
  show_fact("book.number", appointment.number.empty() ? std::to_string(appointment.process_id) : appointment.number);
  show_fact("book.when", time_words(screen, appointment.begins));
  show_fact("book.where", appointment.office_name);
  show_fact("book.what", service_words(appointment));
  if (appointment.hint.empty()) return;
  view.page.term(screen.text("book.information"));
  view.page.definition(appointment.hint, in_unknown_language());
}

void show_documents(const AppointmentView& view) {
  const auto& services = view.facts.services;
  const auto has_any = [](const city::ServiceDetails* service) { return !service->documents.empty(); };
  if (std::none_of(services.begin(), services.end(), has_any)) return;
  auto region = view.page.region("documents", 2, view.screen.text("service.documents"));
  for (const city::ServiceDetails* service : services) {
    if (!has_any(service)) continue;
    auto text = view.page.block("of-" + service->id, in_language(view.screen, service->language));
    const city::ServiceEntry* entry = view.screen.city.find_service(service->id);
    if (services.size() > 1 && entry != nullptr) view.page.heading(3, entry->name);
    auto list = view.page.list(Appearance::Checklist);
    for (const std::string& document : service->documents) view.page.text_item(document);
  }
}

void show_way_there(const AppointmentView& view, const kept_data::Appointment& appointment) {
  const Screen& screen = view.screen;
  const city::Office* office = screen.city.find_office(appointment.office);
  if (office == nullptr) return;
  auto region = view.page.region("way", 2, screen.text("office.directions"));
  visit_office::show_postal_address(view.page, office->address);
  if (view.facts.office != nullptr) {
    auto text = view.page.block("directions", in_language(screen, view.facts.office->language));
    show_text_blocks(view.page, view.facts.office->directions, 2);
  }
  if (!office->accessibility.empty()) {
    view.page.heading(3, screen.text("office.accessibility"));
    auto list = view.page.list(Appearance::Checklist);
    for (const std::string& feature : office->accessibility) view.page.text_item(screen.text("accessibility." + feature));
  }
  if (view.facts.office != nullptr) {
    auto text = view.page.block("accessibility", in_language(screen, view.facts.office->language));
    show_text_blocks(view.page, view.facts.office->accessibility, 3);
  }
  view.page.link("office", office->name, screen.path(PageKind::Office, office->id));
}

void show_reminder(const AppointmentView& view, const KeptAppointment& kept) {
  const Screen& screen = view.screen;
  auto region = view.page.region("reminder", 2, screen.text("book.reminder"));
  view.page.paragraph(screen.text("book.reminder.text"));
  auto ways = view.page.block("ways", {.look = Appearance::Cluster});
  if (view.page.button("calendar", screen.text("book.calendar"), {.icon = "download"}).pressed()) {
    const city::Office* office = screen.city.find_office(kept.appointment.office);
    CalendarFacts facts;
    facts.summary = screen.text("book.calendar.summary", {{"services", service_words(kept.appointment)}});
    facts.location = kept.appointment.office_name;
    if (office != nullptr) facts.location.append(", ").append(office->address.street_line).append(", ").append(office->address.town_line);
    facts.description = screen.text("book.calendar.description", {{"number", kept.appointment.number.empty() ? std::to_string(kept.appointment.process_id) : kept.appointment.number}});
    facts.city = screen.city.city.id;
    facts.written_at = view.facts.now;
    view.answer.calendar_file = {std::string(screen.text("book.calendar.file_name")), calendar_file_from(kept.appointment, facts)};
  }
  view.answer.print = view.page.button("print", screen.text("book.print"), {.icon = "print"}).pressed();
}

void show_watching(const AppointmentView& view, const KeptAppointment& kept) {
  const Screen& screen = view.screen;
  auto region = view.page.region("watch", 2, screen.text("book.watch"));
  view.page.paragraph(screen.text("book.watch.text"));
  const auto box = view.page.checkbox("watch", screen.text("book.watch.on"), kept.appointment.watches);
  if (const std::string* checked = box.checked()) wish_about(view, *checked == "1" ? BookingCommand::Watch : BookingCommand::StopWatching, kept);
  if (kept.watched_at > 0) view.page.paragraph(screen.text("book.watch.last", {{"when", moment_words(screen, kept.watched_at)}}), {.look = Appearance::Small});
}

void show_changing(const AppointmentView& view, const KeptAppointment& kept) {
  const Screen& screen = view.screen;
  auto region = view.page.region("changing", 2, screen.text("book.changing"));
  view.page.paragraph(screen.text("book.changing.text"));
  auto ways = view.page.block("ways", {.look = Appearance::Cluster});
  if (screen.city.appointments && view.page.button("move", screen.text("book.move")).pressed()) wish_about(view, BookingCommand::Move, kept);
  if (view.entries.about_to_cancel != kept.id) {
    if (view.page.button("cancel", screen.text("book.cancel")).pressed()) view.entries.about_to_cancel = kept.id;
    return;
  }
  view.page.status("sure", screen.text("book.cancel.sure"));
  if (view.page.button("really", screen.text("book.cancel.yes"), {.look = Appearance::Primary}).pressed()) {
    view.entries.about_to_cancel.clear();
    wish_about(view, BookingCommand::Cancel, kept);
  }
  if (view.page.button("not", screen.text("book.cancel.no")).pressed()) view.entries.about_to_cancel.clear();
}

}  // namespace

void show_own_appointment(const AppointmentView& view) {
  const Screen& screen = view.screen;
  const KeptAppointment* kept = view.state().find(view.address.query);
  if (kept == nullptr) {
    if (show_unread(view)) return;
    show_course(view);
    if (view.state().asking != Asking::Nothing || view.state().trouble) return;
    auto message = view.page.message("unknown", screen.text("book.unknown.title"), Appearance::Info);
    view.page.paragraph(screen.text("book.unknown.text", {{"phone", screen.city.city.phone}}));
    view.page.link("all", screen.text("book.title"), view.path({}));
    return;
  }
  const bool is_coming = kept->appointment.state == AppointmentState::Booked && kept->appointment.begins * 1000 > view.facts.now;
  show_progress(view, *kept);
  show_course(view);
  show_earlier(view, *kept);
  show_facts(view, *kept);
  if (is_coming) {
    show_documents(view);
    show_way_there(view, kept->appointment);
    if (view.state().vaulting == Vaulting::ThisVisit) show_kept_for_visit(view);
    show_reminder(view, *kept);
    show_watching(view, *kept);
    show_changing(view, *kept);
  }
  const bool is_over = kept->appointment.state == AppointmentState::Cancelled || (!is_coming && kept->appointment.state == AppointmentState::Booked);
  if (is_over && view.page.button("erase", screen.text("book.erase")).pressed()) {
    wish_about(view, BookingCommand::Erase, *kept);
    view.go({});
  }
  auto line = view.page.running_paragraph();
  view.page.link("all", screen.text("book.all"), view.path({}));
}

}  // namespace stadttor::services::book_appointment
