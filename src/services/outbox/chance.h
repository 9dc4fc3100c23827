// A number nobody can foresee, for pauses that do not all end at once.
#pragma once

#include <cstdint>
#include <string>

#include "platform/secure_random.h"

namespace stadttor::services::outbox {

// Without random numbers the pause has its full length; nothing depends on them here but the crowd at the server.
inline std::uint32_t chance_from(platform::SecureRandom& random) {
  const auto bytes = random.bytes(4);
  std::uint32_t chance = 0;
  for (const char byte : bytes.ok() ? bytes.value() : std::string(4, '\xff')) chance = chance << 8U | static_cast<unsigned char>(byte);
  return chance;
}

}  // namespace stadttor::services::outbox
