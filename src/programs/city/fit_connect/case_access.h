// Who may read what is said in a case: its parties, the sender and the authority.
#pragma once

#include <optional>
#include <string_view>

#include "programs/city/exchange.h"
#include "programs/city/fit_connect/access.h"
#include "programs/city/fit_connect/delivery_service.h"

namespace stadttor::city_server {

// 404 where there is no such case, 403 for others than its parties; nothing where `grant` may read it.
Result<std::optional<Answer>> find_case_refusal(DeliveryService& service, const Grant& grant, std::string_view case_id);

}  // namespace stadttor::city_server
