// Passkeys that keep a secret (WebAuthn Level 3 with its PRF extension): made and asked on the citizen's device, each time with a finger,
// a face or a PIN. What is encrypted with the secret is the vault's.
#pragma once

#include <string>
#include <vector>

#include "foundation/personal.h"
#include "platform/callback.h"

namespace stadttor::platform {

struct PasskeySecret {
  std::string credential;  // the passkey's id
  Secret bytes;            // what its PRF makes of the salt: 32 bytes
};

struct PasskeyToMake {
  std::string name;                   // as the device lists it
  std::string salt;
  std::vector<std::string> existing;  // credentials of which the device should not have a second one
};

struct PasskeyToAsk {
  std::string credential;
  std::string salt;
};

// Errors:
//   Cancelled      by the citizen, or the device has none of them: on purpose nobody is told which
//   TimedOut       nobody answered the device's question
//   AlreadyThere   the device has one of `existing`
//   ServerRefused  not on this page, because of where it is shown
//   NotSupported   no passkeys, or none that keep a secret
class Passkeys {
 public:
  virtual ~Passkeys() = default;
  // Whether it is worth offering one; ServerRefused where it would be, elsewhere. Some devices say no only when they are asked for the secret.
  virtual void look(Callback<bool> callback) = 0;
  virtual void make(PasskeyToMake wanted, Callback<PasskeySecret> callback) = 0;
  // By whichever of them the citizen has at hand.
  virtual void ask(std::vector<PasskeyToAsk> known, Callback<PasskeySecret> callback) = 0;
  // It opens nothing any more; devices that can take it off their list. Nothing is asked, nothing answered.
  virtual void forget(std::string credential) = 0;
};

}  // namespace stadttor::platform
