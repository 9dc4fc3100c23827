#include "programs/city/zms/wall_clock.h"

namespace stadttor::city_server::zms {

namespace {

constexpr Moment kDay = 86'400;

// What the clock shows, counted as if it were UTC.
Moment shown_seconds(const Date& date, TimeOfDay time) { return static_cast<Moment>(days_since_epoch(date)) * kDay + time.minutes * 60; }

}  // namespace

WallClock::WallClock(std::string time_zone) : time_zone_(std::move(time_zone)), locale_(platform::make_locale("de")) {}

LocalTime WallClock::local_time(Moment moment) const { return locale_->local_time(moment * 1000, time_zone_); }

Moment WallClock::offset_at(Moment moment) const {
  const LocalTime local = local_time(moment);
  return shown_seconds(local.date, local.time) - moment + moment % 60;
}

Moment WallClock::moment_at(const Date& date, TimeOfDay time) const {
  const Moment shown = shown_seconds(date, time);
  const long day = days_since_epoch(date);
  const std::lock_guard<std::mutex> lock(mutex_);
  if (const auto known = offset_by_day_.find(day); known != offset_by_day_.end()) return shown - known->second;
  const Moment before = offset_at((day - 1) * kDay);
  if (before != offset_at((day + 2) * kDay)) return moment_near_change(shown);
  offset_by_day_.emplace(day, before);
  return shown - before;
}

Moment WallClock::moment_near_change(Moment shown) const {
  const Moment with_earlier = shown - offset_at(shown - kDay);
  const Moment with_later = shown - offset_at(shown + kDay);
  const auto shows_it = [this, shown](Moment moment) { return moment + offset_at(moment) == shown; };
  const bool is_first = with_earlier <= with_later;
  for (const Moment moment : {is_first ? with_earlier : with_later, is_first ? with_later : with_earlier}) {
    if (shows_it(moment)) return moment;
  }
  // The clock jumps over it: before the jump lies `with_later`, after it `with_earlier`.
  Moment before = with_later;
  Moment after = with_earlier;
  while (after - before > 60) {
    const Moment middle = before + (after - before) / 120 * 60;
    (offset_at(middle) == offset_at(before) ? before : after) = middle;
  }
  return after;
}

}  // namespace stadttor::city_server::zms
