#include "platform/web/secure_random_web.h"

#include <emscripten.h>

// 1 where the bytes are there.
EM_JS(int, stadttor_random_bytes, (char* bytes, int size), {
  try {
    crypto.getRandomValues(HEAPU8.subarray(bytes, bytes + size));
    return 1;
  } catch {
    return 0;
  }
});

namespace stadttor::platform {

Result<std::string> WebSecureRandom::bytes(std::size_t size) {
  // More is not given at once (Web Cryptography, 10.1.1).
  constexpr std::size_t kMost = 65'536;
  std::string bytes(size, '\0');
  if (size > kMost || stadttor_random_bytes(bytes.data(), static_cast<int>(size)) != 1) {
    return Error{ErrorKind::NotSupported, "secure random", "the browser gives nothing", NextStep::None};
  }
  return bytes;
}

}  // namespace stadttor::platform
