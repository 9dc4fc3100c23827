#include "services/book_appointment/booking.h"

#include <algorithm>

namespace stadttor::services::book_appointment {

using zms::Appointment;
using zms::Setback;
using zms::Step;

namespace {

constexpr int kDaysAhead = 60;
// Of these the times come with the days; of later ones when their day is looked at.
constexpr int kDaysWithTimes = 14;
constexpr int kUsualReservationMinutes = 15;
constexpr platform::Instant kMinute = 60'000;

Date day_of(platform::Instant now) { return date_from_days(static_cast<long>(now / (24 * 60 * kMinute))); }
Date days_later(const Date& day, int days) { return date_from_days(days_since_epoch(day) + days); }

}  // namespace

Booking::Booking(BookingPorts ports, std::string api, std::function<void()> changed)
    : ports_(std::move(ports)),
      changed_(std::move(changed)),
      client_(ports_.http, std::move(api)),
      token_(client_, ports_.cryptography, ports_.clock),
      book_(ports_.find_vault, ports_.cryptography) {}

void Booking::tell() {
  if (changed_) changed_();
}

void Booking::fail(Asking during, const Setback& setback) {
  state_.asking = Asking::Nothing;
  state_.trouble = BookingTrouble{during, setback};
  tell();
}

bool Booking::needs_token() const {
  const std::vector<std::int64_t> offices = state_.offices();
  return std::any_of(offices.begin(), offices.end(), [this](std::int64_t id) {
    const zms::Office* office = state_.find_office(id);
    return office != nullptr && office->rules.is_captcha_required;
  });
}

// A token that has run out on the way is gained anew, once, and nobody sees it.
template <class Value>
void Booking::ask_with_token(bool needs_token, std::function<void(std::string, zms::BookingAnswer<Value>)> call, zms::BookingAnswer<Value> answer, bool is_second) {
  const zms::BookingAnswer<Value> told = [this, call, answer, is_second](Result<Value> value, const Setback& setback) {
    const bool wants_token = !value.ok() && setback.step == Step::ProveAgain && !is_second;
    if (!wants_token) return answer(std::move(value), setback);
    token_.forget();
    ask_with_token<Value>(true, call, answer, true);
  };
  if (!needs_token) return call({}, told);
  token_.get([call, told](Result<std::string> token, const Setback& setback) {
    if (!token.ok()) return told(token.error(), setback);
    call(token.value(), told);
  });
}

void Booking::set_offline(bool is_offline) {
  const bool is_back = state_.is_offline && !is_offline;
  state_.is_offline = is_offline;
  if (is_back) {
    for (KeptAppointment& kept : state_.own) kept.next_attempt = 0;
    go_on_with_kept();
    if (state_.trouble && state_.trouble->setback.is_network) try_again();
  }
  wait_for_watch();
}

void Booking::forget_visit() {
  release();
  BookingState fresh;
  fresh.offer = std::move(state_.offer);
  fresh.vaulting = state_.vaulting;
  fresh.is_read = state_.is_read;
  fresh.own = std::move(state_.own);
  fresh.is_offline = state_.is_offline;
  state_ = std::move(fresh);
  ++question_;
}

void Booking::look() {
  if (state_.offer || state_.asking != Asking::Nothing || state_.trouble) return;
  state_.asking = Asking::Offer;
  client_.request_offices_and_services([this](Result<zms::OfficesAndServices> offer, const Setback& setback) {
    if (!offer.ok()) return fail(Asking::Offer, setback);
    state_.asking = Asking::Nothing;
    state_.offer = std::move(offer).value();
    tell();
  });
}

void Booking::forget_times() {
  ++question_;
  state_.free.reset();
  state_.times.clear();
  state_.day.reset();
  state_.taken.reset();
  state_.office_id = 0;
  // Without an offer there is none, whatever is chosen.
  if (state_.trouble && state_.trouble->during != Asking::Offer) state_.trouble.reset();
  state_.has_expired = false;
  if (state_.asking == Asking::Days || state_.asking == Asking::Times) state_.asking = Asking::Nothing;
}

void Booking::choose(std::int64_t service, int count) {
  auto& wanted = state_.wanted;
  const auto found = std::find_if(wanted.begin(), wanted.end(), [service](const zms::WantedService& one) { return one.service_id == service; });
  if (count <= 0) {
    if (found != wanted.end()) wanted.erase(found);
  } else if (found != wanted.end()) {
    found->count = count;
  } else {
    wanted.push_back({service, count});
  }
  release();
  forget_times();
}

void Booking::choose_office(std::int64_t office) { state_.office_id = office; }

zms::CalendarQuestion Booking::question_about(const Date& from, const Date& until) const {
  const Date today = day_of(ports_.clock.now());
  zms::CalendarQuestion question;
  question.from = today;
  question.until = days_later(today, kDaysAhead);
  question.slots_from = from;
  question.slots_until = until;
  question.office_ids = state_.offices();
  question.services = state_.wanted;
  return question;
}

void Booking::look_for_days() {
  const bool is_ready = state_.offer && !state_.wanted.empty() && !state_.offices().empty();
  if (!is_ready || state_.free || state_.asking != Asking::Nothing || state_.trouble) return;
  state_.asking = Asking::Days;
  const Date from = day_of(ports_.clock.now());
  const Date until = days_later(from, kDaysWithTimes - 1);
  ask_with_token<zms::FreeDays>(
      needs_token(),
      [this, question = question_about(from, until)](const std::string& token, const zms::BookingAnswer<zms::FreeDays>& answer) {
        zms::CalendarQuestion with_token = question;
        with_token.captcha_token = token;
        client_.request_free_days(with_token, answer);
      },
      [this, from, until, asked = ++question_](Result<zms::FreeDays> free, const Setback& setback) {
        if (asked != question_) return;
        const bool is_none = !free.ok() && setback.step == Step::ChooseLater;
        if (!free.ok() && !is_none) return fail(Asking::Days, setback);
        state_.asking = Asking::Nothing;
        take_days(is_none ? zms::FreeDays{} : free.value(), from, until, true);
        // The first ones lie further away: then theirs.
        if (state_.times.empty() && !state_.free->days.empty()) show_day(state_.free->days.front().date);
        tell();
      });
}

void Booking::take_days(const zms::FreeDays& free, const Date& from, const Date& until, bool is_whole) {
  if (is_whole) state_.free = free;
  for (const zms::FreeDay& day : free.days) {
    if (from <= day.date && day.date <= until) state_.times[day.date] = day.offices;
  }
}

void Booking::show_day(const Date& day) {
  state_.day = day;
  if (state_.times.count(day) > 0 || state_.asking != Asking::Nothing) return;
  state_.asking = Asking::Times;
  ask_with_token<zms::FreeDays>(
      needs_token(),
      [this, question = question_about(day, day)](const std::string& token, const zms::BookingAnswer<zms::FreeDays>& answer) {
        zms::CalendarQuestion with_token = question;
        with_token.captcha_token = token;
        client_.request_free_days(with_token, answer);
      },
      [this, day, asked = ++question_](Result<zms::FreeDays> free, const Setback& setback) {
        if (asked != question_) return;
        const bool is_none = !free.ok() && setback.step == Step::ChooseLater;
        if (!free.ok() && !is_none) return fail(Asking::Times, setback);
        state_.asking = Asking::Nothing;
        state_.times[day];  // asked about, whatever comes
        take_days(is_none ? zms::FreeDays{} : free.value(), day, day, !is_none);
        // Another one was chosen meanwhile.
        if (state_.day && *state_.day != day) show_day(*state_.day);
        tell();
      });
}

void Booking::release() {
  if (!state_.reserved) return;
  // So that others can have it. Whatever comes of this, it ends by itself soon.
  client_.cancel(state_.reserved->access, [](const Result<Appointment>&, const Setback&) {});
  state_.reserved.reset();
  state_.reserved_until = 0;
  expiry_.reset();
}

void Booking::reserve(const OfferedTime& time) {
  if (state_.asking != Asking::Nothing) return;
  release();
  state_.trouble.reset();
  state_.has_expired = false;
  state_.asking = Asking::Reserving;
  wanted_time_ = time;
  zms::Reservation reservation{time.slot, time.office_id, state_.wanted, {}};
  const zms::Office* office = state_.find_office(time.office_id);
  ask_with_token<Appointment>(
      office != nullptr && office->rules.is_captcha_required,
      [this, reservation](const std::string& token, const zms::BookingAnswer<Appointment>& answer) {
        zms::Reservation with_token = reservation;
        with_token.captcha_token = token;
        client_.reserve(with_token, answer);
      },
      [this, time, asked = ++question_](Result<Appointment> reserved, const Setback& setback) {
        if (asked != question_) return;
        if (reserved.ok()) return take_reservation(std::move(reserved).value());
        const bool is_gone = setback.step == Step::ChooseAnother || setback.step == Step::ChooseLater;
        if (!is_gone) return fail(Asking::Reserving, setback);
        // Somebody was faster. What is free now is asked anew; everything entered stays.
        state_.asking = Asking::Nothing;
        forget_times();
        state_.taken = time;
        next_ = NextPage{"zeit", {}};
        look_for_days();
        tell();
      });
}

void Booking::take_reservation(Appointment reserved) {
  state_.asking = Asking::Nothing;
  state_.taken.reset();
  token_.renew(reserved.captcha_token);
  const zms::Office* office = state_.find_office(reserved.office_id);
  // What the reservation says of its office is newer; only where it says nothing, the offer counts.
  const bool tells_rules = reserved.rules.reservation_minutes > 0 || reserved.rules.is_email_required || !reserved.rules.custom_label.empty();
  state_.rules = tells_rules || office == nullptr ? reserved.rules : office->rules;
  if (reserved.office_name.empty() && office != nullptr) reserved.office_name = office->name;
  const int minutes = state_.rules.reservation_minutes > 0 ? state_.rules.reservation_minutes : kUsualReservationMinutes;
  state_.reserved_until = ports_.clock.now() + minutes * kMinute;
  state_.reserved = std::move(reserved);
  next_ = NextPage{"angaben", {}};
  wait_for_expiry();
  tell();
}

// Once a minute: the page says how many are left.
void Booking::wait_for_expiry() {
  expiry_ = ports_.timer.after(std::min(kMinute, std::max<platform::Instant>(1, state_.reserved_until - ports_.clock.now())), [this] {
    if (!state_.reserved) return;
    if (ports_.clock.now() < state_.reserved_until) {
      wait_for_expiry();
      return tell();
    }
    // While it is being booked the office's word counts.
    if (state_.asking == Asking::Keeping) return;
    state_.reserved.reset();
    forget_times();
    state_.has_expired = true;
    next_ = NextPage{"zeit", {}};
    tell();
  });
}

void Booking::try_again() {
  if (!state_.trouble || state_.asking != Asking::Nothing) return;
  const Asking during = state_.trouble->during;
  const Step step = state_.trouble->setback.step;
  state_.trouble.reset();
  if (step == Step::ChooseOffice) state_.offer.reset();
  switch (during) {
    case Asking::Days: return look_for_days();
    case Asking::Times:
      if (state_.day) show_day(*state_.day);
      return;
    case Asking::Reserving:
      if (wanted_time_) reserve(*wanted_time_);
      return;
    case Asking::Offer:
    case Asking::Keeping:
    case Asking::Nothing: return look();
  }
}

}  // namespace stadttor::services::book_appointment
