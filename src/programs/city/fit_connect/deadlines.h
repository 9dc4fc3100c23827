// What the delivery service does when nobody else does anything: tells that an application waits (3 days), rejects what nobody has
// fetched and deletes what was never sent (14 days), deletes what is settled (30 days).
#pragma once

#include "foundation/result.h"

namespace stadttor::city_server {

struct DeliveryService;

inline constexpr long kDaySeconds = 24L * 60 * 60;
inline constexpr long kNotifyAfter = 3 * kDaySeconds;
inline constexpr long kRejectAfter = 14 * kDaySeconds;
inline constexpr long kDeleteAfter = 30 * kDaySeconds;

// There is no timer: whoever asks sees what is so at that time. The caller holds the connection's lock.
Outcome carry_out_deadlines(DeliveryService& service);

}  // namespace stadttor::city_server
