// A delivery as the vault keeps it. What is sealed is kept sealed: even the open vault does not hold the application twice in plain.
#pragma once

#include <string>
#include <string_view>

#include "services/send_application/delivery.h"

namespace stadttor::services::send_application {

inline constexpr std::uint16_t kDeliverySchema = 1;

std::string json_from_delivery(const Delivery& delivery);
// One that was Submitting is uncertain from here on.
Result<Delivery> parse_delivery(std::string_view json);

}  // namespace stadttor::services::send_application
