// The platform's keys and records, and a way to wait for what they answer later.
#pragma once

#include <doctest/doctest.h>

#include <optional>
#include <utility>

#include "platform/memory_record_store.h"
#include "platform/native/cryptography_native.h"
#include "platform/native/event_loop_native.h"
#include "platform/native/secure_random_native.h"

namespace stadttor::testing {

struct Workshop {
  platform::NativeEventLoop loop;
  platform::NativeCryptography cryptography{loop};
  platform::NativeSecureRandom random;
  platform::MemoryRecordStore store{loop};

  // Calls `ask` with a callback and runs the loop until it has been called.
  template <class Value, class Ask>
  Result<Value> answer(Ask ask) {
    std::optional<Result<Value>> kept;
    ask(platform::Callback<Value>([&kept](Result<Value> result) { kept.emplace(std::move(result)); }));
    CHECK_MESSAGE(!kept.has_value(), "answers come after the call, not inside it");
    loop.run();
    if (!kept) return Error{ErrorKind::TimedOut, "test", "nothing was ever answered", NextStep::None};
    return std::move(*kept);
  }
};

template <class Value>
ErrorKind error_of(const Result<Value>& result) {
  return result.ok() ? ErrorKind::NotFound : result.error().kind;
}

}  // namespace stadttor::testing
