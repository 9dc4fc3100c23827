// Passkeys as ways into the vault, on a device that has some.
#include <algorithm>
#include <set>

#include "support/keeping_desk.h"

using namespace stadttor;
using namespace stadttor::testing;
using namespace stadttor::services::keep_data;

namespace {

// Kept on the device, and open.
struct OpenDesk : KeepingDesk {
  OpenDesk() {
    opens();
    keeps();
  }
  void makes_passkey(const char* existing = "correct horse") {
    keeper->make_passkey(typed_passphrase(existing), "Meine Daten, Musterstadt");
    loop.run();
  }
  void comes_back_with_passkey() {
    opens();
    keeper->unlock_with_passkey();
    loop.run();
  }
  std::size_t passkeys_kept() const {
    const auto& ways = keeper->data().ways_in;
    return static_cast<std::size_t>(std::count_if(ways.begin(), ways.end(), [](const auto& way) { return way.kind == vault::SlotKind::Passkey; }));
  }
  std::optional<ErrorKind> problem() const { return keeper->data().problem ? std::optional(keeper->data().problem->kind) : std::nullopt; }
};

}  // namespace

TEST_SUITE("services/keep_data passkeys") {
  TEST_CASE("a passkey opens what was kept, and the passphrase and the sheet still do") {
    OpenDesk desk;
    desk.types("hund", R"({"version":1})");
    desk.makes_passkey();
    CHECK_FALSE(desk.problem());
    CHECK(desk.passkeys_kept() == 1);
    CHECK(desk.passkeys.names.at(0) == "Meine Daten, Musterstadt");
    desk.comes_back_with_passkey();
    CHECK(desk.keeper->data().state == KeepState::Open);
    CHECK(desk.keeper->data().drafts.size() == 1);
    desk.opens();
    desk.unlocks();
    CHECK(desk.keeper->data().state == KeepState::Open);
    desk.opens();
    desk.keeper->unlock(typed_code(desk.code));
    desk.loop.run();
    CHECK(desk.keeper->data().state == KeepState::Open);
  }

  TEST_CASE("with a wrong passphrase the device is not asked for a passkey at all") {
    OpenDesk desk;
    desk.makes_passkey("falsch geraten");
    CHECK(desk.problem() == ErrorKind::WrongSecret);
    CHECK(desk.passkeys.times_asked == 0);
    CHECK(desk.passkeys_kept() == 0);
  }

  TEST_CASE("declined, not answered, not able: each is told, and all is as it was") {
    for (const ErrorKind refusal : {ErrorKind::Cancelled, ErrorKind::TimedOut, ErrorKind::NotSupported, ErrorKind::ServerRefused}) {
      OpenDesk desk;
      desk.passkeys.refusal = refusal;
      desk.makes_passkey();
      CHECK(desk.problem() == refusal);
      CHECK(desk.keeper->data().task == KeepTask::None);
      CHECK(desk.passkeys_kept() == 0);
      CHECK(desk.keeper->data().state == KeepState::Open);
    }
  }

  TEST_CASE("a device that has one gets no second one") {
    OpenDesk desk;
    desk.makes_passkey();
    desk.makes_passkey();
    CHECK(desk.problem() == ErrorKind::AlreadyThere);
    CHECK(desk.passkeys_kept() == 1);
  }

  TEST_CASE("on another device the passkey is not there, and the passphrase opens") {
    OpenDesk desk;
    desk.makes_passkey();
    desk.passkeys.credentials.clear();
    desk.comes_back_with_passkey();
    CHECK(desk.problem() == ErrorKind::Cancelled);
    CHECK(desk.keeper->data().state == KeepState::Locked);
    desk.unlocks();
    CHECK(desk.keeper->data().state == KeepState::Open);
  }

  TEST_CASE("a passkey that was removed opens nothing, and the device forgets it") {
    OpenDesk desk;
    desk.makes_passkey();
    const auto ways = desk.keeper->data().ways_in;
    for (const auto& way : ways) {
      if (way.kind == vault::SlotKind::Passkey) desk.keeper->remove_passkey(typed_passphrase("correct horse"), way.id);
    }
    desk.loop.run();
    CHECK_FALSE(desk.problem());
    CHECK(desk.passkeys_kept() == 0);
    CHECK(desk.passkeys.credentials.empty());
    desk.comes_back_with_passkey();
    CHECK(desk.keeper->data().state == KeepState::Locked);
  }

  TEST_CASE("each passkey is asked with a salt of its own") {
    OpenDesk desk;
    desk.makes_passkey();
    desk.passkeys.credentials.clear();  // on another device
    desk.makes_passkey();
    if (!CHECK(desk.passkeys_kept() == 2)) return;
    std::set<std::string> salts;
    for (const auto& way : desk.keeper->data().ways_in) {
      if (way.kind == vault::SlotKind::Passkey && CHECK(way.salt.size() == 32)) salts.insert(way.salt);
    }
    CHECK(salts.size() == 2);
    desk.comes_back_with_passkey();
    CHECK(desk.keeper->data().state == KeepState::Open);
  }

  TEST_CASE("a vault that locks while the device asks gets no passkey, and the device keeps none") {
    OpenDesk desk;
    desk.passkeys.waits = true;
    desk.makes_passkey();
    desk.keeper->lock();
    desk.loop.run();
    desk.passkeys.answer_now();
    desk.loop.run();
    CHECK(desk.keeper->data().state == KeepState::Locked);
    CHECK(desk.passkeys.credentials.empty());
    CHECK_FALSE(desk.problem());
  }

  TEST_CASE("an answer for a visit that is over reaches nobody") {
    OpenDesk desk;
    desk.passkeys.waits = true;
    desk.makes_passkey();
    desk.keeper.reset();
    desk.passkeys.answer_now();
    desk.loop.run();
  }

  TEST_CASE("wiping takes the passkeys off the device, too") {
    OpenDesk desk;
    desk.makes_passkey();
    desk.keeper->wipe();
    desk.loop.run();
    CHECK(desk.passkeys.credentials.empty());
    CHECK(desk.store.records().empty());
    CHECK(desk.keeper->data().can_have_passkeys);
  }

  TEST_CASE("a file for another device does not carry passkeys") {
    OpenDesk desk;
    desk.makes_passkey();
    desk.keeper->export_file();
    desk.loop.run();
    const auto file = desk.keeper->take_export();
    if (!CHECK(file.has_value())) return;
    KeepingDesk elsewhere;
    elsewhere.opens();
    elsewhere.keeper->import_file(*file, typed_passphrase("correct horse"));
    elsewhere.loop.run();
    elsewhere.opens();
    CHECK_FALSE(elsewhere.keeper->data().has_passkey());
  }

  TEST_CASE("suggested words are drawn anew each time, and are gone once the vault is locked") {
    OpenDesk desk;
    std::string list;
    for (std::size_t i = 0; i < kPassphraseWords; ++i) list += "wort" + std::to_string(i) + "\n";
    const auto words = PassphraseWords::read(list, "list");
    if (!CHECK(words.ok())) return;
    desk.keeper->suggest_passphrase(words.value());
    const Personal<std::string> first = desk.keeper->data().suggested_passphrase;
    desk.keeper->suggest_passphrase(words.value());
    const auto text = [](const Personal<std::string>& value) { return value.reveal<"a test compares suggestions">(); };
    CHECK(text(first) != text(desk.keeper->data().suggested_passphrase));
    CHECK(strength_of(text(first)) == PassphraseStrength::VeryGood);
    desk.keeper->lock();
    desk.loop.run();
    CHECK(desk.keeper->data().suggested_passphrase.is_empty());
  }
}
