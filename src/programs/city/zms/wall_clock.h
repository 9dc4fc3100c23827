// Between moments and what the clock on the wall of the city shows: an hour that comes twice, and one that never comes. Zones are
// the platform's (Locale); this asks it rarely, because most days have none of both.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "foundation/calendar.h"
#include "platform/locale.h"

namespace stadttor::city_server::zms {

// Seconds since 1970-01-01T00:00:00Z.
using Moment = std::int64_t;

class WallClock {
 public:
  explicit WallClock(std::string time_zone);

  LocalTime local_time(Moment moment) const;
  Date date_at(Moment moment) const { return local_time(moment).date; }

  // Of a time that comes twice the first, of one that never comes the moment in which the clock jumps over it.
  Moment moment_at(const Date& date, TimeOfDay time) const;

 private:
  // What the clock is ahead of UTC, in seconds.
  Moment offset_at(Moment moment) const;
  Moment moment_near_change(Moment shown) const;

  std::string time_zone_;
  std::unique_ptr<platform::Locale> locale_;
  mutable std::mutex mutex_;
  mutable std::map<long, Moment> offset_by_day_;  // of days without a change of clocks around them
};

}  // namespace stadttor::city_server::zms
