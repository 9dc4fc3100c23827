// Slot arithmetic: when a visit can begin, and at which counter. A counter is open in stretches of real time, cut into steps of the
// office's slot length; a visit takes as many steps in a row as its services need. Knows nothing of who books.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "programs/city/zms/booking_plan.h"
#include "programs/city/zms/wall_clock.h"

namespace stadttor::city_server::zms {

struct WantedService {
  std::int64_t id = 0;
  int count = 1;
};

struct Visit {
  std::vector<WantedService> services;
  int slots = 1;
};

// From one moment to before another.
struct Stretch {
  Moment begins = 0;
  Moment ends = 0;
};

// What a counter is taken for.
struct TakenTime {
  std::string counter;
  Stretch time;
};

// When the counter is open on that date, earlier stretches first; adjoining ones are one.
std::vector<Stretch> opening_times(const Office& office, const Counter& counter, const Date& date, const WallClock& clock);

// Moments on that date, none before `earliest`, in which a visit can begin at some counter. Ascending, each once.
std::vector<Moment> free_times(const Office& office, const Visit& visit, const Date& date, Moment earliest, const std::vector<TakenTime>& taken, const WallClock& clock);

// The counter that takes a visit which begins then: of several that are free the one that can do least else, and then one that leaves
// no gap before it. Nothing where none is free.
std::optional<std::string> find_counter(const Office& office, const Visit& visit, Moment begins, const std::vector<TakenTime>& taken, const WallClock& clock);

// The first and the last date on which something of this office can be booked, and the first moment.
struct BookingWindow {
  Date from, until;
  Moment earliest = 0;
};
BookingWindow booking_window(const Office& office, Moment now, const WallClock& clock);

}  // namespace stadttor::city_server::zms
