// Bytes nobody can foresee. A parameter, so that a visit can be simulated from a seed; whoever needs them refuses to go on without.
#pragma once

#include <cstddef>
#include <string>

#include "foundation/result.h"

namespace stadttor::platform {

class SecureRandom {
 public:
  virtual ~SecureRandom() = default;
  // Exactly `size` bytes, or an error: never fewer, never weaker ones.
  virtual Result<std::string> bytes(std::size_t size) = 0;
};

}  // namespace stadttor::platform
