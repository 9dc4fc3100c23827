// Looks for an earlier appointment while the portal is open: seldom, more seldom the longer nothing comes, and never while the device is
// offline. It only tells; what stands is given up by the citizen, after the new one stands.
#include <algorithm>
#include <iterator>

#include "services/book_appointment/booking.h"

namespace stadttor::services::book_appointment {

using kept_data::AppointmentState;
using zms::Setback;

namespace {

constexpr std::int64_t kFirstPause = 2 * std::int64_t{60'000};
constexpr std::int64_t kLongestPause = 15 * std::int64_t{60'000};
// Whoever is told has to get there.
constexpr zms::Slot kSoonest = 3600;

}  // namespace

double Booking::chance() {
  auto random = ports_.random.bytes(2);
  if (!random.ok()) return 1;
  const std::string& bytes = random.value();
  return (static_cast<unsigned char>(bytes[0]) * 256 + static_cast<unsigned char>(bytes[1])) / 65535.0;
}

bool Booking::is_watched(const KeptAppointment& kept) const {
  return kept.appointment.watches && kept.appointment.state == AppointmentState::Booked && kept.appointment.begins * 1000 > ports_.clock.now();
}

void Booking::watch(const std::string& id, bool is_wanted) {
  watch_pause_ = 0;
  change(id, [is_wanted](kept_data::Appointment& appointment) { appointment.watches = is_wanted; }, [this, id, is_wanted] {
    if (KeptAppointment* kept = find(id); kept != nullptr && !is_wanted) kept->earlier.reset();
    wait_for_watch();
    tell();
  });
}

void Booking::wait_for_watch() {
  watch_.reset();
  const bool is_wanted = std::any_of(state_.own.begin(), state_.own.end(), [this](const KeptAppointment& kept) { return is_watched(kept); });
  if (!is_wanted || state_.is_offline) return;
  watch_pause_ = watch_pause_ == 0 ? kFirstPause : std::min(kLongestPause, watch_pause_ * 3 / 2);
  // Up to a fifth more or less, so that not all devices come at once.
  const auto pause = static_cast<std::int64_t>(static_cast<double>(watch_pause_) * (0.8 + 0.4 * chance()));
  watch_ = ports_.timer.after(std::max(pause, std::exchange(watch_wish_, 0)), [this] { look_for_earlier(); });
}

void Booking::look_for_earlier() {
  std::vector<std::string> ids;
  for (const KeptAppointment& kept : state_.own) {
    if (is_watched(kept)) ids.push_back(kept.id);
  }
  for (const std::string& id : ids) look_for_earlier_than(id);
  wait_for_watch();
}

void Booking::look_for_earlier_than(const std::string& id) {
  KeptAppointment* kept = find(id);
  zms::CalendarQuestion question;
  question.from = date_from_days(static_cast<long>(ports_.clock.now() / 86'400'000));
  question.until = date_from_days(static_cast<long>(kept->appointment.begins / 86'400));
  question.slots_from = question.from;
  question.slots_until = question.until;
  for (const kept_data::BookedService& service : kept->appointment.services) question.services.push_back({service.id, service.count});
  question.office_ids = state_.offer ? zms::offices_for(*state_.offer, question.services) : std::vector<std::int64_t>{};
  if (question.office_ids.empty()) question.office_ids = {kept->appointment.office_id};
  const zms::BookingAnswer<zms::FreeDays> answer = [this, id](Result<zms::FreeDays> free, const Setback& setback) {
    KeptAppointment* watched = find(id);
    if (watched == nullptr) return;
    if (!free.ok()) {
      // The server's wish holds for the pause that runs now.
      if (setback.wait_milliseconds > 0) {
        watch_wish_ = setback.wait_milliseconds;
        wait_for_watch();
      }
      return;
    }
    watched->watched_at = ports_.clock.now();
    const zms::Slot soonest = ports_.clock.now() / 1000 + kSoonest;
    std::optional<OfferedTime> earliest;
    watched->seen.clear();
    for (const zms::FreeDay& day : free.value().days) {
      for (const zms::OfficeSlots& office : day.offices) {
        for (const zms::Slot slot : office.slots) {
          if (slot < soonest || slot >= watched->appointment.begins) continue;
          watched->seen.insert(slot);
          const bool is_better = watched->passed_over.count(slot) == 0 && (!earliest || slot < earliest->slot);
          if (is_better) earliest = OfferedTime{slot, office.office_id};
        }
      }
    }
    // What was taken meanwhile and is free again is news.
    for (auto passed = watched->passed_over.begin(); passed != watched->passed_over.end();) passed = watched->seen.count(*passed) > 0 ? std::next(passed) : watched->passed_over.erase(passed);
    if (watched->earlier == earliest) return;
    watched->earlier = earliest;
    tell();
  };
  const auto ask = [this, question, answer](const std::string& token) {
    zms::CalendarQuestion with_token = question;
    with_token.captcha_token = token;
    client_.request_free_days(with_token, answer);
  };
  const bool is_token_wanted = std::any_of(question.office_ids.begin(), question.office_ids.end(), [this](std::int64_t office) {
    const zms::Office* known = state_.find_office(office);
    return known != nullptr && known->rules.is_captcha_required;
  });
  if (!is_token_wanted) return ask({});
  token_.get([ask, answer](Result<std::string> token, const Setback& setback) {
    if (!token.ok()) return answer(token.error(), setback);
    ask(token.value());
  });
}

void Booking::take_earlier(const std::string& id) {
  const KeptAppointment* kept = find(id);
  if (kept == nullptr || !kept->earlier || state_.asking != Asking::Nothing) return;
  const OfferedTime earlier = *kept->earlier;
  move(id);
  next_.reset();
  reserve(earlier);
}

void Booking::dismiss_earlier(const std::string& id) {
  KeptAppointment* kept = find(id);
  if (kept == nullptr) return;
  kept->earlier.reset();
  kept->passed_over = kept->seen;
}

}  // namespace stadttor::services::book_appointment
