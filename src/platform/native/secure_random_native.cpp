#include "platform/native/secure_random_native.h"

#include <openssl/rand.h>

namespace stadttor::platform {

Result<std::string> NativeSecureRandom::bytes(std::size_t size) {
  std::string bytes(size, '\0');
  if (RAND_priv_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(size)) != 1) {
    return Error{ErrorKind::NotSupported, "secure random", "the system's generator gives nothing", NextStep::None};
  }
  return bytes;
}

}  // namespace stadttor::platform
