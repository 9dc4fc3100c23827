// Comparing secrets: how long it takes says nothing about where they differ.
#pragma once

#include <openssl/crypto.h>

#include <string_view>

namespace stadttor::city_server::zms {

inline bool equals_in_constant_time(std::string_view a, std::string_view b) { return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0; }

}  // namespace stadttor::city_server::zms
