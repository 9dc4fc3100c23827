// What time it is, in seconds since 1970, as a parameter: deadlines and tokens are tested without waiting.
#pragma once

#include <cstdint>
#include <functional>

namespace stadttor::city_server {

using UnixClock = std::function<std::int64_t()>;

UnixClock system_unix_clock();

}  // namespace stadttor::city_server
