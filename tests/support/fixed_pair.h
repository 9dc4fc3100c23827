// Native cryptography whose RSA pairs are always the same one, that of tests/protocols/fixtures/authority.json: making one takes seconds.
#pragma once

#include <memory>

#include "platform/native/cryptography_native.h"
#include "protocols/jose/json_web_key.h"
#include "support/authority.h"

namespace stadttor::testing {

class FixedPairCryptography : public platform::NativeCryptography {
 public:
  explicit FixedPairCryptography(platform::EventLoop& loop) : NativeCryptography(loop), loop_(loop) {}

  void make_rsa_pair(platform::Callback<platform::RsaPrivateNumbers> callback) override {
    ++made;
    auto pair = std::make_shared<Result<platform::RsaPrivateNumbers>>(protocols::jose::parse_rsa_private_key(authority()["decryption_key"].dump(), "fixture"));
    loop_.post([pair, callback = std::move(callback)] { callback(std::move(*pair)); });
  }

  int made = 0;

 private:
  platform::EventLoop& loop_;
};

}  // namespace stadttor::testing
