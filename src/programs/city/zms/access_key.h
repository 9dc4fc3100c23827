// The key of an appointment (authKey): 192 random bits, of which the server keeps a hash alone.
#pragma once

#include <string>
#include <string_view>

#include "platform/secure_random.h"

namespace stadttor::city_server::zms {

Result<std::string> make_access_key(platform::SecureRandom& random);
Result<std::string> hash_of_access_key(std::string_view key);

}  // namespace stadttor::city_server::zms
