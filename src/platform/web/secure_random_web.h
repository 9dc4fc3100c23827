// SecureRandom over crypto.getRandomValues.
#pragma once

#include "platform/secure_random.h"

namespace stadttor::platform {

class WebSecureRandom : public SecureRandom {
 public:
  Result<std::string> bytes(std::size_t size) override;
};

}  // namespace stadttor::platform
