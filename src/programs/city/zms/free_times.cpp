#include "programs/city/zms/free_times.h"

#include <algorithm>

namespace stadttor::city_server::zms {

namespace {

bool does_all(const Counter& counter, const Visit& visit) {
  if (!counter.services) return true;
  return std::all_of(visit.services.begin(), visit.services.end(), [&counter](const WantedService& wanted) {
    return std::find(counter.services->begin(), counter.services->end(), wanted.id) != counter.services->end();
  });
}

bool overlap(const Stretch& a, const Stretch& b) { return a.begins < b.ends && b.begins < a.ends; }

bool is_free(const Counter& counter, const Stretch& time, const std::vector<TakenTime>& taken) {
  return std::none_of(taken.begin(), taken.end(), [&](const TakenTime& other) { return other.counter == counter.id && overlap(other.time, time); });
}

Moment slot_seconds(const Office& office) { return Moment{office.slot_minutes} * 60; }

// The hours of a counter that are open on a day with other hours: a counter does not open because the house does.
std::vector<city::OpenSpan> common_hours(const std::vector<city::OpenSpan>& own, const std::vector<city::OpenSpan>& house) {
  std::vector<city::OpenSpan> common;
  for (const city::OpenSpan& a : own) {
    for (const city::OpenSpan& b : house) {
      const TimeOfDay from = std::max(a.from, b.from);
      const TimeOfDay to = std::min(a.to, b.to);
      if (from < to) common.push_back({from, to, false});
    }
  }
  return common;
}

std::vector<city::OpenSpan> hours_of(const Office& office, const Counter& counter, const Date& date) {
  const std::vector<city::OpenSpan> house = city::hours_on(date, office.hours, office.exceptions);
  if (!counter.hours) return house;
  const std::vector<city::OpenSpan>& own = counter.hours->days[static_cast<std::size_t>(weekday_of(date))];
  const bool is_exception = std::any_of(office.exceptions.begin(), office.exceptions.end(),
                                        [&date](const city::HoursException& one) { return one.from_date <= date && date <= one.to_date; });
  return is_exception ? common_hours(own, house) : own;
}

// Whether something ends where this begins, or the counter opens then.
bool leaves_no_gap(const Counter& counter, Moment begins, const std::vector<Stretch>& openings, const std::vector<TakenTime>& taken) {
  return std::any_of(openings.begin(), openings.end(), [begins](const Stretch& opening) { return opening.begins == begins; }) ||
         std::any_of(taken.begin(), taken.end(), [&](const TakenTime& other) { return other.counter == counter.id && other.time.ends == begins; });
}

bool begins_in_step(const Stretch& opening, const Stretch& time, Moment step) {
  return opening.begins <= time.begins && time.ends <= opening.ends && (time.begins - opening.begins) % step == 0;
}

}  // namespace

std::vector<Stretch> opening_times(const Office& office, const Counter& counter, const Date& date, const WallClock& clock) {
  std::vector<Stretch> openings;
  for (const city::OpenSpan& span : hours_of(office, counter, date)) {
    const Stretch opening{clock.moment_at(date, span.from), clock.moment_at(date, span.to)};
    if (opening.ends <= opening.begins) continue;
    if (!openings.empty() && openings.back().ends == opening.begins) {
      openings.back().ends = opening.ends;
    } else {
      openings.push_back(opening);
    }
  }
  return openings;
}

std::vector<Moment> free_times(const Office& office, const Visit& visit, const Date& date, Moment earliest, const std::vector<TakenTime>& taken, const WallClock& clock) {
  const Moment step = slot_seconds(office);
  const Moment length = step * visit.slots;
  std::vector<Moment> times;
  for (const Counter& counter : office.counters) {
    if (!does_all(counter, visit)) continue;
    for (const Stretch& opening : opening_times(office, counter, date, clock)) {
      for (Moment at = opening.begins; at + length <= opening.ends; at += step) {
        if (at >= earliest && is_free(counter, {at, at + length}, taken)) times.push_back(at);
      }
    }
  }
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  return times;
}

std::optional<std::string> find_counter(const Office& office, const Visit& visit, Moment begins, const std::vector<TakenTime>& taken, const WallClock& clock) {
  const Moment step = slot_seconds(office);
  const Stretch time{begins, begins + step * visit.slots};
  const Date date = clock.date_at(begins);
  const Counter* best = nullptr;
  std::pair<std::size_t, int> best_cost;
  for (const Counter& counter : office.counters) {
    if (!does_all(counter, visit) || !is_free(counter, time, taken)) continue;
    const std::vector<Stretch> openings = opening_times(office, counter, date, clock);
    if (std::none_of(openings.begin(), openings.end(), [&](const Stretch& opening) { return begins_in_step(opening, time, step); })) continue;
    const std::size_t abilities = counter.services ? counter.services->size() : office.services.size() + 1;
    const std::pair<std::size_t, int> cost{abilities, leaves_no_gap(counter, begins, openings, taken) ? 0 : 1};
    if (best != nullptr && best_cost <= cost) continue;
    best = &counter;
    best_cost = cost;
  }
  if (best == nullptr) return {};
  return best->id;
}

BookingWindow booking_window(const Office& office, Moment now, const WallClock& clock) {
  const Date today = clock.date_at(now);
  return {today, date_from_days(days_since_epoch(today) + office.book_ahead_days), now + Moment{office.notice_minutes} * 60};
}

}  // namespace stadttor::city_server::zms
