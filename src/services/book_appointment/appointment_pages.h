// The pages on which citizens book appointments and find their own. Functions from what the booking tells to a page and a wish; whoever carries
// it out is the desk.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "city/details.h"
#include "kept_data/profile.h"
#include "services/book_appointment/booking.h"
#include "services/screen.h"

namespace stadttor::services::book_appointment {

// Parts of the address below "Termine".
inline constexpr std::string_view kTimePart = "zeit";
inline constexpr std::string_view kPersonPart = "angaben";
inline constexpr std::string_view kCheckPart = "pruefen";
inline constexpr std::string_view kOwnPart = "meiner";
inline constexpr std::string_view kParts[] = {"", kTimePart, kPersonPart, kCheckPart, kOwnPart};

// What is typed there, for this visit.
struct AppointmentEntries {
  kept_data::AppointmentPerson person;
  bool tells_problems = false;
  std::string about_to_cancel;            // an own appointment: asked once more
  bool wants_list = false;                // of days, instead of the calendar
  std::optional<OfferedTime> told_taken;  // the page has pointed there

  bool empty() const { return person.family_name.is_empty() && person.email.is_empty() && person.telephone.is_empty() && person.custom_text.is_empty(); }
};

enum class BookingCommand : unsigned char {
  None, Choose, ChooseOffice, ShowDay, Reserve, TryAgain, Book, AskAbout, Cancel, Erase, Move, Watch, StopWatching, TakeEarlier, DismissEarlier,
};

struct BookingWish {
  BookingCommand command = BookingCommand::None;
  std::int64_t number = 0;  // service or office
  int count = 0;
  Date day;
  OfferedTime time;
  BookingOrder order;
  std::string appointment;
};

struct AppointmentAnswer {
  BookingWish wish;
  std::optional<city::Address> next;
  std::optional<std::pair<std::string, std::string>> calendar_file;  // its name and content
  bool print = false;
};

struct AppointmentFacts {
  const BookingState& state;
  const kept_data::Profile* profile = nullptr;             // null where none can be read
  std::vector<const city::ServiceDetails*> services = {};  // what to bring, of the own appointment's services
  const city::OfficeDetails* office = nullptr;             // how to get there
  platform::Instant now = 0;
};

// `address` names one of kParts.
AppointmentAnswer show_appointments(const Screen& screen, semantics::Page& page, const city::Address& address, const AppointmentFacts& facts, AppointmentEntries& entries);
// Only the own ones, on a page about something else.
void show_own_appointments(const Screen& screen, semantics::Page& page, const AppointmentFacts& facts);
std::string appointment_page_title(const Screen& screen, const city::Address& address);

void carry_out(const BookingWish& wish, const city::Catalogue& city, Booking& booking);

}  // namespace stadttor::services::book_appointment
