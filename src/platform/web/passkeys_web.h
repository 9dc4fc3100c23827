// Passkeys by the browser's WebAuthn (web/keys/passkey_calls.js).
#pragma once

#include "platform/passkeys.h"

namespace stadttor::platform {

class WebPasskeys : public Passkeys {
 public:
  void look(Callback<bool> callback) override;
  void make(PasskeyToMake wanted, Callback<PasskeySecret> callback) override;
  void ask(std::vector<PasskeyToAsk> known, Callback<PasskeySecret> callback) override;
  void forget(std::string credential) override;
};

}  // namespace stadttor::platform
