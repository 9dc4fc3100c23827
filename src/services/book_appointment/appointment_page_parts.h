// What the pages of appointments are composed of, each in its own file.
#pragma once

#include "services/book_appointment/appointment_pages.h"

namespace stadttor::services::book_appointment {

struct AppointmentView {
  const Screen& screen;
  semantics::Page& page;
  const city::Address& address;
  const AppointmentFacts& facts;
  AppointmentEntries& entries;
  AppointmentAnswer& answer;

  const BookingState& state() const { return facts.state; }
  std::string path(std::string_view part) const { return screen.path(city::PageKind::Appointments, part); }
  void wish(BookingCommand command) const { answer.wish.command = command; }
  void go(std::string_view part) const;
};

// "Montag, 30. November 2026, 10:05", and which of two hours where the clock goes back.
std::string time_words(const Screen& screen, zms::Slot slot);
// "10:05"
std::string clock_words(const Screen& screen, zms::Slot slot);
Date day_of_slot(const Screen& screen, zms::Slot slot);
std::string office_name(const Screen& screen, const BookingState& state, std::int64_t id);
// "Hund anmelden (2), Wohnsitz anmelden"
std::string wanted_words(const Screen& screen, const BookingState& state);
std::string service_words(const kept_data::Appointment& appointment);
city::Address address_of_own(const Screen& screen, const std::string& id);

// Days on which something is free where it is wanted.
std::vector<Date> free_days(const BookingState& state);
bool is_wanted_office(const BookingState& state, std::int64_t office);
bool is_forenoon(const Screen& screen, zms::Slot slot);

// What the citizen can do now; empty where there is nothing to say.
std::string_view step_words(const Screen& screen, const zms::Setback& setback);
// What is being asked, what went wrong, and the button that tries again.
void show_course(const AppointmentView& view);
// What is reserved, for how long still; false where nothing is.
bool show_reservation(const AppointmentView& view);

// That the appointment is gone with this visit, and how to keep it.
void show_kept_for_visit(const AppointmentView& view);
void show_choice(const AppointmentView& view);
void show_own_list(const AppointmentView& view);
void show_times(const AppointmentView& view);
// Every day with free times, as a calendar or as a list; `of_day`: the key of what shows a calendar day's times.
void show_calendar(const AppointmentView& view, semantics::NodeKey of_day);
void show_day_list(const AppointmentView& view);
// The times of the day that is chosen, for each office.
void show_times_of_day(const AppointmentView& view);
// A time as a button that reserves it.
void show_time(const AppointmentView& view, const OfferedTime& time, const std::string& label);
void show_person(const AppointmentView& view);
void show_booking_check(const AppointmentView& view);
void show_own_appointment(const AppointmentView& view);

// Which fields the office asks for; what is wrong with what was entered, empty where nothing is.
struct PersonField {
  std::string key;
  std::string label;
  Personal<std::string> kept_data::AppointmentPerson::*value;
  bool is_required = true;
  std::string_view type = "text";
  std::string_view autocomplete = {};
  std::string_view kept_value = {};  // of kept_data::kValueNames
};
std::vector<PersonField> person_fields(const Screen& screen, const zms::OfficeRules& rules);
std::string problem_of(const Screen& screen, const PersonField& field, const kept_data::AppointmentPerson& person);
bool is_person_complete(const Screen& screen, const zms::OfficeRules& rules, const kept_data::AppointmentPerson& person);

}  // namespace stadttor::services::book_appointment
