// A vault over records in memory for fuzz targets, which may not use the tests' framework.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "fuzz/fuzz_target.h"
#include "platform/memory_record_store.h"
#include "platform/native/cryptography_native.h"
#include "platform/native/event_loop_native.h"
#include "platform/native/secure_random_native.h"
#include "support/fake_clock.h"
#include "vault/vault.h"

namespace stadttor::fuzz {

inline vault::SlotSecret recovery_secret(char filler) { return {vault::SlotKind::Recovery, Secret(std::string(16, filler)), {}}; }

inline std::vector<vault::SlotSecret> only(vault::SlotSecret secret) {
  std::vector<vault::SlotSecret> list;
  list.push_back(std::move(secret));
  return list;
}

struct FuzzVault {
  platform::NativeEventLoop loop;
  platform::NativeCryptography cryptography{loop};
  platform::NativeSecureRandom random;
  platform::MemoryRecordStore store{loop};
  testing::FakeClock clock{testing::usual_morning()};

  vault::VaultPorts ports() { return {store, cryptography, random, clock, loop}; }

  template <class Value, class Ask>
  Result<Value> answer(Ask ask) {
    std::optional<Result<Value>> kept;
    ask(platform::Callback<Value>([&kept](Result<Value> result) {
      must(!kept.has_value(), "answered once");
      kept.emplace(std::move(result));
    }));
    loop.run();
    must(kept.has_value(), "answered at all");
    return std::move(*kept);
  }
};

}  // namespace stadttor::fuzz
