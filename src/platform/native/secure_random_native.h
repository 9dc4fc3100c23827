// SecureRandom over OpenSSL's generator for private values.
#pragma once

#include "platform/secure_random.h"

namespace stadttor::platform {

class NativeSecureRandom : public SecureRandom {
 public:
  Result<std::string> bytes(std::size_t size) override;
};

}  // namespace stadttor::platform
