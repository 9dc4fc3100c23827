// From a reservation to an appointment that stands, and back: each step is repeated until the office's word is known, and what it is, is kept.
#include <algorithm>

#include "services/book_appointment/booking.h"

namespace stadttor::services::book_appointment {

using kept_data::AppointmentState;
using zms::Appointment;
using zms::AppointmentStatus;
using zms::Setback;
using zms::Step;

namespace {

constexpr platform::Instant kFirstPause = 5'000;
constexpr platform::Instant kLongestPause = 300'000;

zms::AppointmentAccess access_of(const kept_data::Appointment& appointment) { return {appointment.process_id, appointment.auth_key}; }

zms::Person person_of(const kept_data::AppointmentPerson& person) {
  return {person.family_name, person.email, person.telephone, person.custom_text, person.second_custom_text};
}

// The office, or whoever stands before it, may answer otherwise later.
bool may_pass(const Setback& setback) { return setback.step == Step::TryLater || setback.step == Step::ProveAgain; }

// The appointment is not what it was thought to be.
bool has_ended(const Setback& setback) {
  return setback.step == Step::BookAgain || setback.step == Step::ChooseAnother || setback.step == Step::ChooseLater || setback.code == zms::ErrorCode::AppointmentNotFound ||
         setback.step == Step::CheckAccess;
}

// With the catalogue's words where it has any; `name` where nobody has another.
kept_data::BookedService service_from(const zms::WantedService& wanted, std::string name, const city::Catalogue& city) {
  kept_data::BookedService service{wanted.service_id, {}, name.empty() ? std::to_string(wanted.service_id) : std::move(name), wanted.count};
  for (const city::ServiceEntry& entry : city.services) {
    if (entry.zms != wanted.service_id) continue;
    service.service = entry.id;
    service.name = entry.name;
  }
  return service;
}

kept_data::Appointment appointment_from(const Appointment& reserved, const city::Catalogue& city) {
  kept_data::Appointment kept;
  kept.process_id = reserved.access.process_id;
  kept.auth_key = reserved.access.auth_key;
  kept.number = reserved.number;
  kept.begins = reserved.begins;
  kept.office_id = reserved.office_id;
  kept.office_name = reserved.office_name;
  for (const city::Office& office : city.offices) {
    if (office.zms == reserved.office_id && kept.office.empty()) kept.office = office.id;
  }
  kept.hint = reserved.rules.information.empty() ? reserved.rules.hint : reserved.rules.information;
  return kept;
}

kept_data::Appointment appointment_from(const BookingState& state, const BookingOrder& order, const city::Catalogue& city) {
  kept_data::Appointment kept = appointment_from(*state.reserved, city);
  kept.hint = state.rules.information.empty() ? state.rules.hint : state.rules.information;
  for (const zms::WantedService& wanted : state.wanted) {
    const zms::Service* offered = state.find_service(wanted.service_id);
    kept.services.push_back(service_from(wanted, offered == nullptr ? std::string() : offered->name, city));
  }
  kept.person = order.person;
  kept.replaces = state.replaces;
  return kept;
}

}  // namespace

void Booking::follow_vault(Vaulting vaulting) {
  book_.follow();
  state_.vaulting = vaulting;
  state_.is_read = false;
  state_.own.clear();
  retry_.reset();
  watch_.reset();
  attempts_.clear();
  if (!book_.is_open()) return;
  book_.read([this](std::vector<KeptAppointment> own) { take_own(std::move(own)); });
}

void Booking::take_own(std::vector<KeptAppointment> own) {
  state_.own = std::move(own);
  state_.is_read = true;
  sort_own();
  go_on_with_kept();
  wait_for_watch();
  tell();
}

KeptAppointment* Booking::find(const std::string& id) { return const_cast<KeptAppointment*>(state_.find(id)); }

void Booking::sort_own() {
  const auto rank = [](const KeptAppointment& kept) { return kept.appointment.state == AppointmentState::Cancelled ? 1 : 0; };
  std::stable_sort(state_.own.begin(), state_.own.end(), [rank](const KeptAppointment& a, const KeptAppointment& b) {
    return rank(a) != rank(b) ? rank(a) < rank(b) : a.appointment.begins < b.appointment.begins;
  });
}

// What was under way when the portal was closed, and what waits for its next attempt.
void Booking::go_on_with_kept() {
  std::vector<std::string> ids;
  for (const KeptAppointment& kept : state_.own) ids.push_back(kept.id);
  for (const std::string& id : ids) {
    KeptAppointment* kept = find(id);
    if (kept == nullptr || kept->is_busy || kept->next_attempt > ports_.clock.now()) continue;
    const bool is_told_off = kept->setback && !may_pass(*kept->setback);
    if (is_told_off) continue;
    if (kept->appointment.state == AppointmentState::Booking) carry(id, Call::Look);
    if (kept->appointment.state == AppointmentState::Cancelling) carry(id, Call::Cancel);
    if (kept->appointment.state == AppointmentState::Booked && !kept->appointment.replaces.empty()) replace(id);
  }
  wait_for_retry();
}

void Booking::wait_for_retry() {
  platform::Instant earliest = 0;
  for (const KeptAppointment& kept : state_.own) {
    if (kept.next_attempt > 0 && (earliest == 0 || kept.next_attempt < earliest)) earliest = kept.next_attempt;
  }
  retry_.reset();
  if (earliest == 0 || state_.is_offline) return;
  retry_ = ports_.timer.after(std::max<std::int64_t>(1, earliest - ports_.clock.now()), [this] { go_on_with_kept(); });
}

void Booking::take_new(const KeptAppointment& kept, const Outcome& written, Call first_call) {
  state_.asking = Asking::Nothing;
  if (!written.ok()) {
    state_.trouble = BookingTrouble{Asking::Keeping, {}, true};
    return tell();
  }
  state_.own.push_back(kept);
  sort_own();
  next_ = NextPage{"meiner", kept.id};
  carry(kept.id, first_call);
  tell();
}

void Booking::book(const BookingOrder& order, const city::Catalogue& city) {
  if (!state_.reserved || state_.asking != Asking::Nothing || !book_.is_open()) return;
  state_.asking = Asking::Keeping;
  state_.trouble.reset();
  auto kept = std::make_shared<KeptAppointment>();
  kept->appointment = appointment_from(state_, order, city);
  kept_data::LedgerEntry entry = order.entry;
  entry.when = ports_.clock.now();
  kept->appointment.booked_at = entry.when;
  book_.begin(kept, std::move(entry), [this, kept](const Outcome& written) { take_new(*kept, written, Call::Update); });
}

void Booking::adopt(const zms::AppointmentAccess& access, const city::Catalogue& city) {
  if (state_.asking != Asking::Nothing || !book_.is_open()) return;
  for (const KeptAppointment& known : state_.own) {
    if (known.appointment.process_id != access.process_id) continue;
    next_ = NextPage{"meiner", known.id};
    return ask_about(known.id);
  }
  state_.asking = Asking::Offer;
  client_.request_appointment(access, [this, city](Result<Appointment> told, const Setback& setback) {
    if (!told.ok()) return fail(Asking::Keeping, setback);
    state_.asking = Asking::Keeping;
    const Appointment& found = told.value();
    auto kept = std::make_shared<KeptAppointment>();
    kept->appointment = appointment_from(found, city);
    for (const zms::WantedService& service : found.services) kept->appointment.services.push_back(service_from(service, found.service_name, city));
    const zms::Person& person = found.person;
    kept->appointment.person = {person.family_name, person.email, person.telephone, person.custom_text, person.second_custom_text};
    kept->appointment.booked_at = ports_.clock.now();
    book_.add(kept, [this, kept](const Outcome& written) { take_new(*kept, written, Call::Look); });
  });
}

void Booking::send(const KeptAppointment& kept, Call call, zms::BookingAnswer<Appointment> answer) {
  const zms::AppointmentAccess access = access_of(kept.appointment);
  switch (call) {
    case Call::Update: return client_.update(access, person_of(kept.appointment.person), std::move(answer));
    case Call::Preconfirm: return client_.preconfirm(access, std::move(answer));
    case Call::Confirm: return client_.confirm(access, std::move(answer));
    case Call::Look: return client_.request_appointment(access, std::move(answer));
    case Call::Cancel: return client_.cancel(access, std::move(answer));
  }
}

void Booking::carry(const std::string& id, Call call) {
  KeptAppointment* kept = find(id);
  if (kept == nullptr) return;
  kept->is_busy = true;
  kept->next_attempt = 0;
  send(*kept, call, [this, id, call](Result<Appointment> told, const Setback& setback) {
    if (find(id) == nullptr) return;
    find(id)->is_busy = false;
    if (told.ok()) return take_answer(id, call, told.value());
    take_setback(id, call, setback);
  });
}

void Booking::take_answer(const std::string& id, Call call, const Appointment& told) {
  KeptAppointment& kept = *find(id);
  kept.setback.reset();
  const AppointmentState state = kept.appointment.state;
  const auto end = [this, id] {
    change(id, [](kept_data::Appointment& appointment) { appointment.state = AppointmentState::Cancelled; }, [this] { tell(); });
  };
  if (told.status == AppointmentStatus::Deleted) return state == AppointmentState::Booking ? lose(id, {zms::ErrorCode::ProcessNotReservedAnymore, Step::BookAgain}) : end();
  // Cancelling was answered with an appointment that stands: it is asked for until it is gone.
  if (call == Call::Cancel) return rest(id, {zms::ErrorCode::ProcessDeleteFailed, Step::TryLater});
  if (state == AppointmentState::Cancelling) return told.status == AppointmentStatus::InOffice ? take_booked(id, told) : carry(id, Call::Cancel);
  if (state == AppointmentState::Booked || told.status == AppointmentStatus::Confirmed || told.status == AppointmentStatus::InOffice) return take_booked(id, told);
  if (told.status == AppointmentStatus::Preconfirmed) return carry(id, Call::Confirm);
  // Preconfirmed by our own call, but still reserved, or something this version does not know: the answer cannot be meant.
  if (told.status == AppointmentStatus::Unknown || call == Call::Preconfirm || call == Call::Confirm) return rest(id, {zms::ErrorCode::UnknownError, Step::TryLater, false, true});
  carry(id, call == Call::Look ? Call::Update : Call::Preconfirm);
}

void Booking::take_setback(const std::string& id, Call call, const Setback& setback) {
  KeptAppointment& kept = *find(id);
  const bool is_booking = kept.appointment.state == AppointmentState::Booking;
  // Done or not: before anything is repeated the office is asked how it stands.
  const bool asks_first = setback.is_unclear && !setback.is_network && call != Call::Look && attempts_[id] == 0;
  if (asks_first) {
    ++attempts_[id];
    return carry(id, Call::Look);
  }
  if (setback.step == Step::LookAgain && call != Call::Look) return carry(id, Call::Look);
  if (has_ended(setback)) {
    if (is_booking) return lose(id, setback);
    return change(id, [](kept_data::Appointment& appointment) { appointment.state = AppointmentState::Cancelled; }, [this] { tell(); });
  }
  if (may_pass(setback)) return rest(id, setback);
  if (!is_booking) {
    // It cannot be cancelled, so it stands.
    return change(id, [](kept_data::Appointment& appointment) { appointment.state = AppointmentState::Booked; }, [this, id, setback] {
      if (KeptAppointment* told = find(id)) told->setback = setback;
      tell();
    });
  }
  // From here on the office may have it, whatever it says now: the key is not given up, and the citizen can have it asked again.
  if (call != Call::Update) {
    kept.setback = setback;
    kept.next_attempt = 0;
    return tell();
  }
  // The office has refused what was entered: the reservation still holds, and the citizen can change it.
  state_.trouble = BookingTrouble{Asking::Keeping, setback};
  next_ = NextPage{setback.step == Step::CorrectDetails ? "angaben" : "pruefen", {}};
  book_.erase(kept.record, [](const Outcome&) {});
  state_.own.erase(std::remove_if(state_.own.begin(), state_.own.end(), [&id](const KeptAppointment& one) { return one.id == id; }), state_.own.end());
  tell();
}

// Nothing was booked: the time is gone, everything entered stays.
void Booking::lose(const std::string& id, const Setback& setback) {
  if (const KeptAppointment* kept = find(id)) {
    const OfferedTime lost{kept->appointment.begins, kept->appointment.office_id};
    const bool is_of_this_visit = state_.reserved && state_.reserved->access.process_id == kept->appointment.process_id;
    if (!is_of_this_visit) {
      change(id, [](kept_data::Appointment& appointment) { appointment.state = AppointmentState::Cancelled; }, [this] { tell(); });
      return;
    }
    book_.erase(kept->record, [](const Outcome&) {});
    state_.own.erase(std::remove_if(state_.own.begin(), state_.own.end(), [&id](const KeptAppointment& one) { return one.id == id; }), state_.own.end());
    state_.reserved.reset();
    expiry_.reset();
    forget_times();
    state_.taken = lost;
    state_.has_expired = setback.step == Step::BookAgain;
    next_ = NextPage{"zeit", {}};
  }
  tell();
}

void Booking::rest(const std::string& id, const Setback& setback) {
  KeptAppointment* kept = find(id);
  if (kept == nullptr) return;
  const unsigned attempt = std::min(attempts_[id]++, 6U);
  const auto pause = static_cast<platform::Instant>(static_cast<double>(std::min(kLongestPause, kFirstPause << attempt)) * (0.5 + chance() / 2));
  kept->setback = setback;
  // The own pauses only: what a server wishes for is respected.
  kept->next_attempt = ports_.clock.now() + std::max(pause, setback.wait_milliseconds);
  wait_for_retry();
  tell();
}

void Booking::take_booked(const std::string& id, const Appointment& told) {
  if (state_.reserved && state_.reserved->access.process_id == told.access.process_id) {
    state_.reserved.reset();
    expiry_.reset();
    state_.wanted.clear();
    state_.replaces.clear();
    forget_times();
  }
  // Only here: steps on the way there may be done again and again while the next one fails.
  attempts_.erase(id);
  const auto made = [&told](kept_data::Appointment& appointment) {
    appointment.state = AppointmentState::Booked;
    if (!told.number.empty()) appointment.number = told.number;
    if (told.begins > 0) appointment.begins = told.begins;
  };
  change(id, made, [this, id] {
    sort_own();
    tell();
    const KeptAppointment* kept = find(id);
    if (kept != nullptr && !kept->appointment.replaces.empty()) replace(id);
    wait_for_watch();
  });
}

// The new one stands: only now the old one may go.
void Booking::replace(const std::string& id) {
  const std::string old = find(id)->appointment.replaces;
  const KeptAppointment* replaced = find(old);
  if (replaced != nullptr && replaced->is_busy) {
    find(id)->next_attempt = ports_.clock.now() + kFirstPause;
    return wait_for_retry();
  }
  find(id)->next_attempt = 0;
  if (replaced != nullptr && replaced->appointment.state == AppointmentState::Booked) cancel(old);
  change(id, [](kept_data::Appointment& appointment) { appointment.replaces.clear(); }, [this] { tell(); });
}

void Booking::change(const std::string& id, const Change& made, std::function<void()> then) {
  KeptAppointment* kept = find(id);
  if (kept == nullptr) return;
  made(kept->appointment);
  book_.write(*kept, [this, id, then = std::move(then)](const Outcome& written) {
    KeptAppointment* now = find(id);
    if (now == nullptr) return;
    if (written.ok()) ++now->version;
    // Another tab has written it: what it wrote is read, and counts.
    if (!written.ok() && written.error().kind == ErrorKind::ChangedElsewhere) return book_.read([this](std::vector<KeptAppointment> own) { take_own(std::move(own)); });
    if (!written.ok()) state_.trouble = BookingTrouble{Asking::Keeping, {}, true};
    then();
  });
}

void Booking::ask_about(const std::string& id) {
  if (const KeptAppointment* kept = find(id); kept != nullptr && !kept->is_busy) carry(id, Call::Look);
}

void Booking::cancel(const std::string& id) {
  const KeptAppointment* kept = find(id);
  if (kept == nullptr || kept->is_busy) return;
  change(id, [](kept_data::Appointment& appointment) {
    appointment.state = AppointmentState::Cancelling;
    appointment.watches = false;
  }, [this, id] {
    carry(id, Call::Cancel);
    tell();
  });
}

void Booking::erase(const std::string& id) {
  const KeptAppointment* kept = find(id);
  if (kept == nullptr || kept->is_busy) return;
  book_.erase(kept->record, [this, id](const Outcome& erased) {
    if (!erased.ok()) state_.trouble = BookingTrouble{Asking::Keeping, {}, true};
    else state_.own.erase(std::remove_if(state_.own.begin(), state_.own.end(), [&id](const KeptAppointment& one) { return one.id == id; }), state_.own.end());
    tell();
  });
}

void Booking::move(const std::string& id) {
  const KeptAppointment* kept = find(id);
  if (kept == nullptr) return;
  const kept_data::Appointment appointment = kept->appointment;
  release();
  forget_times();
  state_.wanted.clear();
  for (const kept_data::BookedService& service : appointment.services) state_.wanted.push_back({service.id, service.count});
  state_.replaces = id;
  person_ = appointment.person;
  next_ = NextPage{"zeit", {}};
}

}  // namespace stadttor::services::book_appointment
