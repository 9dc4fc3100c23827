// What pages read of appointments: what the city offers, what is being booked, and the citizen's own ones. A plain value; who changes it is the
// booking.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "kept_data/kept_appointment.h"
#include "platform/locale.h"
#include "protocols/zms/booking_client.h"
#include "vault/record.h"

namespace stadttor::services::book_appointment {

namespace zms = protocols::zms;

enum class Asking : unsigned char { Nothing, Offer, Days, Times, Reserving, Keeping };

struct OfferedTime {
  zms::Slot slot = 0;
  std::int64_t office_id = 0;
  friend bool operator==(const OfferedTime& a, const OfferedTime& b) { return a.slot == b.slot && a.office_id == b.office_id; }
};

// What went wrong last, and at which question.
struct BookingTrouble {
  Asking during = Asking::Nothing;
  zms::Setback setback;
  bool is_storage = false;  // this device could not keep it: nothing was sent
};

enum class Vaulting : unsigned char { Unknown, Locked, ThisVisit, OnDevice };

struct KeptAppointment {
  std::string id;  // of its record, hexadecimal: what the address says
  vault::RecordId record;
  std::uint64_t version = 0;
  kept_data::Appointment appointment;
  bool is_busy = false;  // something about it is being asked
  std::optional<zms::Setback> setback;
  platform::Instant next_attempt = 0;  // 0: nothing waits
  std::optional<OfferedTime> earlier;  // was found free
  std::set<zms::Slot> seen;            // all that were free, when they were last looked for
  std::set<zms::Slot> passed_over;     // were free when the citizen chose to stay: told no more
  platform::Instant watched_at = 0;    // last looked for an earlier one
};

struct BookingState {
  std::optional<zms::OfficesAndServices> offer;
  std::vector<zms::WantedService> wanted;
  std::int64_t office_id = 0;  // only there; 0: wherever it is free first
  std::optional<zms::FreeDays> free;
  std::map<Date, std::vector<zms::OfficeSlots>> times;  // of days that were asked about
  std::optional<Date> day;  // whose times are shown

  std::optional<zms::Appointment> reserved;
  zms::OfficeRules rules;  // of its office
  platform::Instant reserved_until = 0;
  bool has_expired = false;         // the last reservation, before it was booked
  std::optional<OfferedTime> taken; // was wanted, and somebody was faster
  std::string replaces;             // id of the own appointment that is being moved

  Asking asking = Asking::Nothing;
  std::optional<BookingTrouble> trouble;

  Vaulting vaulting = Vaulting::Unknown;
  bool is_read = false;  // the own ones
  std::vector<KeptAppointment> own;  // the next one first, then what is over
  bool is_offline = false;

  const KeptAppointment* find(std::string_view id) const;
  std::vector<std::int64_t> offices() const;  // where all that is wanted can be done together
  const zms::Office* find_office(std::int64_t id) const;
  const zms::Service* find_service(std::int64_t id) const;
};

bool stands(const kept_data::Appointment& appointment);

}  // namespace stadttor::services::book_appointment
