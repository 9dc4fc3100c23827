// The authority's own cryptography, asked as if it answered at once: native cryptography works within the call and answers from a loop,
// which is run here.
#pragma once

#include <optional>
#include <utility>

#include "platform/native/cryptography_native.h"
#include "platform/native/event_loop_native.h"

namespace stadttor::city_server::authority {

class KeyWork {
 public:
  platform::Cryptography& cryptography() { return cryptography_; }

  // Calls `ask` with a callback.
  template <class Value, class Ask>
  Result<Value> answer_of(const Ask& ask) {
    std::optional<Result<Value>> answer;
    ask([&answer](Result<Value> given) { answer.emplace(std::move(given)); });
    loop_.run();
    if (!answer) return Error{ErrorKind::Cancelled, "cryptography", "gave no answer", NextStep::TryAgain};
    return std::move(*answer);
  }

 private:
  platform::NativeEventLoop loop_;
  platform::NativeCryptography cryptography_{loop_};
};

}  // namespace stadttor::city_server::authority
