// A device with records in memory, and the keeper of one visit on it; closing the tab and coming back is another visit.
#pragma once

#include <memory>
#include <string>

#include "services/keep_data/keeper.h"
#include "support/fake_passkeys.h"
#include "support/fake_timer.h"
#include "support/vault_workshop.h"

namespace stadttor::testing {

inline Personal<std::string> personal(std::string text) { return Personal<std::string>(std::move(text)); }
inline services::keep_data::EnteredWayIn typed_passphrase(const char* text) { return {vault::SlotKind::Passphrase, personal(text)}; }
inline services::keep_data::EnteredWayIn typed_code(const std::string& text) { return {vault::SlotKind::Recovery, personal(text)}; }

struct KeepingDesk : VaultWorkshop {
  platform::MemoryStoreMark mark;
  FakeTimer timer;
  FakePasskeys passkeys{loop};
  std::unique_ptr<services::keep_data::Keeper> keeper;
  std::string code;  // of the recovery sheet
  int changes = 0;

  // The portal is opened (again): what was in memory is gone.
  services::keep_data::Keeper& opens() {
    keeper = std::make_unique<services::keep_data::Keeper>(
        services::keep_data::KeeperPorts{device(), mark, cryptography, random, clock, loop, timer, passkeys, kTestCost}, [this] { ++changes; });
    keeper->look();
    loop.run();
    return *keeper;
  }
  void keeps(const char* passphrase = "correct horse") {
    keeper->make_recovery_code();
    code = keeper->data().recovery_code.reveal<"a test writes the code down">();
    keeper->keep_on_device(personal(passphrase));
    loop.run();
  }
  void unlocks(const char* passphrase = "correct horse") {
    keeper->unlock(typed_passphrase(passphrase));
    loop.run();
  }
  void types(const std::string& form, const std::string& answers) {
    keeper->save_draft({form, "de", "", 0, personal(answers)});
  }
  void keeps_person(const std::string& name) {
    kept_data::Profile profile = keeper->data().profile;
    profile.add("self").set("given-name", personal(name));
    keeper->keep_profile(profile);
  }

  virtual platform::RecordStore& device() { return store; }
  virtual ~KeepingDesk() = default;
};

inline std::string answers_of(const kept_data::Draft& draft) { return draft.answers.reveal<"a test compares what is kept">(); }

}  // namespace stadttor::testing
