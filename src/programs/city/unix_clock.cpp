#include "programs/city/unix_clock.h"

#include <ctime>

namespace stadttor::city_server {

UnixClock system_unix_clock() {
  return [] { return static_cast<std::int64_t>(std::time(nullptr)); };
}

}  // namespace stadttor::city_server
