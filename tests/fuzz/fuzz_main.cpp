#include <cstddef>
#include <cstdint>

#include "fuzz/fuzz_target.h"

// libFuzzer's name for it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  stadttor::fuzz::feed({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
