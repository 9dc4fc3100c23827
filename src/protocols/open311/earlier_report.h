// Whether a report whose answer was lost has arrived: GeoReport knows no repeatable post, so one asks before sending again.
// What the server publishes is compared here, on the device; only the kind of report and the span of time are asked for.
#pragma once

#include "protocols/open311/report.h"

namespace stadttor::protocols::open311 {

// Arrived: one published report is this one. Perhaps: one or more could be, and the citizen is asked. NotSeen: none is.
enum class Arrival : unsigned char { Arrived, Perhaps, NotSeen };

struct EarlierReport {
  Arrival arrival = Arrival::NotSeen;
  std::string id;  // where it has arrived
};

// Requests of this kind from shortly before the post until now; clocks of servers differ by some minutes.
RequestFilter filter_for_earlier(const Report& report, platform::Instant sent_at, platform::Instant now);

// Not excluded, and therefore said to the citizen before anything is sent again:
// - NotSeen, though it arrived: servers that publish a report only once a clerk has read it, batch servers, and those that move
//   it to the next address (then it is Perhaps up to some 100 m, beyond that unseen);
// - Arrived, though it is another's: the same kind at the same place in the same minutes with the same words, or with words the server
//   does not publish (then it is only Perhaps).
EarlierReport find_earlier_report(const Report& report, platform::Instant sent_at, const std::vector<ServiceRequest>& published);

}  // namespace stadttor::protocols::open311
