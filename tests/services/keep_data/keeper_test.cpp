// A vault's life during visits: nothing kept, kept, locked, opened, lost, wiped.
#include "services/keep_data/keeper.h"

#include "support/keeping_desk.h"

using namespace stadttor;
using namespace stadttor::testing;
using services::keep_data::KeepState;
using services::keep_data::KeepTask;

namespace {

ErrorKind problem(const KeepingDesk& desk) { return desk.keeper->data().problem ? desk.keeper->data().problem->kind : ErrorKind::NotFound; }

}  // namespace

TEST_SUITE("services/keep_data keeper") {
  TEST_CASE("a visit keeps nothing on the device until the citizen wants it") {
    KeepingDesk desk;
    desk.opens();
    CHECK(desk.keeper->data().state == KeepState::VisitOnly);
    desk.types("hund", "Bello");
    desk.keeps_person("Erika");
    desk.loop.run();
    CHECK(desk.keeper->data().drafts.size() == 1);
    CHECK(desk.store.records().empty());
    CHECK_FALSE(desk.mark.is_set());
  }

  TEST_CASE("what the visit holds is kept, and read again after unlocking") {
    KeepingDesk desk;
    desk.opens();
    desk.types("hund", "Bello");
    desk.keeps_person("Erika");
    desk.loop.run();
    desk.keeps();
    CHECK(desk.keeper->data().state == KeepState::Open);
    CHECK(desk.keeper->data().has_just_begun);
    CHECK(desk.keeper->data().ways_in.size() == 2);
    CHECK(desk.keeper->data().recovery_code.is_empty());

    desk.opens();
    CHECK(desk.keeper->data().state == KeepState::Locked);
    CHECK(desk.keeper->data().profile.empty());
    desk.unlocks();
    CHECK(desk.keeper->data().state == KeepState::Open);
    if (!CHECK(desk.keeper->data().profile.people.size() == 1)) return;
    if (!CHECK(desk.keeper->data().drafts.size() == 1)) return;
    CHECK(answers_of(desk.keeper->data().drafts[0].draft) == "Bello");
    CHECK(desk.keeper->take_reopened_forms() == std::vector<std::string>{"hund"});
  }

  TEST_CASE("the recovery code opens as well, in small letters and with blanks") {
    KeepingDesk desk;
    desk.opens();
    desk.keeps();
    desk.opens();
    std::string spoken = desk.code;
    for (char& c : spoken) c = c == '-' ? ' ' : static_cast<char>(std::tolower(c));
    desk.keeper->unlock(typed_code(spoken));
    desk.loop.run();
    CHECK(desk.keeper->data().state == KeepState::Open);
  }

  TEST_CASE("nothing is kept without a recovery code") {
    KeepingDesk desk;
    desk.opens();
    desk.keeper->keep_on_device(personal("correct horse"));
    desk.loop.run();
    CHECK(desk.keeper->data().state == KeepState::VisitOnly);
    CHECK(desk.store.records().empty());
  }

  TEST_CASE("a wrong passphrase and a misread code are told, and it stays locked") {
    KeepingDesk desk;
    desk.opens();
    desk.keeps();
    desk.opens();
    desk.unlocks("battery staple");
    CHECK(problem(desk) == ErrorKind::WrongSecret);
    CHECK(desk.keeper->data().problem->during == KeepTask::Unlocking);
    CHECK(desk.keeper->data().state == KeepState::Locked);
    desk.keeper->unlock(typed_code(desk.code.substr(1)));
    desk.loop.run();
    CHECK(problem(desk) == ErrorKind::WrongSecret);
    desk.unlocks();
    CHECK(desk.keeper->data().state == KeepState::Open);
    CHECK_FALSE(desk.keeper->data().problem.has_value());
  }

  TEST_CASE("a damaged way in is something else than a wrong one") {
    KeepingDesk desk;
    desk.opens();
    desk.keeps();
    for (auto& [place, bytes] : desk.store.records()) {
      if (place.first == "vault/slots") bytes[20] = static_cast<char>(bytes[20] ^ 1);
    }
    desk.opens();
    desk.unlocks();
    CHECK(problem(desk) == ErrorKind::MalformedData);
  }

  TEST_CASE("locking waits for what is being written, and forgets the rest") {
    KeepingDesk desk;
    desk.opens();
    desk.keeps();
    desk.types("hund", "Bello");
    desk.types("hund", "Bello Nero");
    desk.keeps_person("Erika");
    desk.keeper->lock();
    CHECK(desk.keeper->data().state == KeepState::Open);
    desk.loop.run();
    CHECK(desk.keeper->data().state == KeepState::Locked);
    CHECK(desk.keeper->data().drafts.empty());
    CHECK(desk.keeper->data().profile.empty());
    CHECK(desk.keeper->open_vault() == nullptr);
    desk.unlocks();
    if (!CHECK(desk.keeper->data().drafts.size() == 1)) return;
    CHECK(answers_of(desk.keeper->data().drafts[0].draft) == "Bello Nero");
    CHECK(desk.keeper->data().profile.people.size() == 1);
  }

  TEST_CASE("after five minutes without use it locks itself, and says so") {
    KeepingDesk desk;
    desk.opens();
    CHECK(desk.timer.running() == 0);
    desk.keeps();
    CHECK(desk.timer.running() == services::keep_data::kUnusedBeforeLock);
    desk.clock.set(desk.clock.now() + 3 * 60'000);
    desk.keeper->note_use();
    desk.clock.set(desk.clock.now() + 2 * 60'000);
    desk.timer.is_due();
    CHECK(desk.keeper->data().state == KeepState::Open);
    CHECK(desk.timer.running() == 3 * 60'000);
    desk.clock.set(desk.clock.now() + 3 * 60'000);
    desk.timer.is_due();
    CHECK(desk.keeper->data().state == KeepState::Locked);
    CHECK(desk.keeper->data().locked_itself);
    CHECK(desk.timer.running() == 0);
  }

  TEST_CASE("wiping leaves nothing, and the visit goes on without") {
    KeepingDesk desk;
    desk.opens();
    desk.keeps();
    desk.keeps_person("Erika");
    desk.types("hund", "Bello");
    desk.loop.run();
    desk.keeper->wipe();
    desk.loop.run();
    CHECK(desk.store.records().empty());
    CHECK_FALSE(desk.mark.is_set());
    CHECK(desk.keeper->data().state == KeepState::VisitOnly);
    CHECK(desk.keeper->data().profile.empty());
    CHECK(desk.keeper->data().drafts.empty());
    desk.keeps_person("Max");
    desk.loop.run();
    CHECK(desk.keeper->data().profile.people.size() == 1);
    CHECK(desk.store.records().empty());
  }

  TEST_CASE("whoever has lost both ways in can still wipe") {
    KeepingDesk desk;
    desk.opens();
    desk.keeps();
    desk.opens();
    desk.keeper->wipe();
    desk.loop.run();
    CHECK(desk.store.records().empty());
    CHECK(desk.keeper->data().state == KeepState::VisitOnly);
  }

  TEST_CASE("records that the system has cleared away are noticed, once") {
    KeepingDesk desk;
    desk.opens();
    desk.keeps();
    desk.store.records().clear();
    desk.opens();
    CHECK(desk.keeper->data().was_lost);
    CHECK(desk.keeper->data().state == KeepState::VisitOnly);
    desk.keeper->forget_problem();
    desk.opens();
    CHECK_FALSE(desk.keeper->data().was_lost);
  }

  TEST_CASE("two tabs that begin at the same time come to one vault, and lose nothing") {
    KeepingDesk desk;
    desk.opens();
    desk.types("hund", "Bello");
    desk.keeps_person("Erika");
    desk.loop.run();
    auto other = std::move(desk.keeper);
    desk.opens();
    desk.keeps();
    std::swap(other, desk.keeper);
    desk.keeper->make_recovery_code();
    desk.keeper->keep_on_device(personal("another"));
    desk.loop.run();
    CHECK(problem(desk) == ErrorKind::ChangedElsewhere);
    CHECK(desk.keeper->data().state == KeepState::Locked);
    desk.unlocks();
    CHECK(desk.keeper->data().profile.people.size() == 1);
    desk.loop.run();
    desk.opens();
    desk.unlocks();
    if (!CHECK(desk.keeper->data().drafts.size() == 1)) return;
    CHECK(answers_of(desk.keeper->data().drafts[0].draft) == "Bello");
    CHECK(desk.keeper->data().profile.people.size() == 1);
  }

  TEST_CASE("a new passphrase takes the old one's place") {
    KeepingDesk desk;
    desk.opens();
    desk.keeps();
    desk.keeper->change_passphrase(typed_passphrase("wrong"), personal("something new"));
    desk.loop.run();
    CHECK(problem(desk) == ErrorKind::WrongSecret);
    desk.keeper->change_passphrase(typed_passphrase("correct horse"), personal("something new"));
    desk.loop.run();
    CHECK(desk.keeper->data().ways_in.size() == 2);
    desk.opens();
    desk.unlocks();
    CHECK(problem(desk) == ErrorKind::WrongSecret);
    desk.unlocks("something new");
    CHECK(desk.keeper->data().state == KeepState::Open);
  }

  TEST_CASE("a new recovery sheet takes the old one's place, and a forgotten passphrase can be replaced with it") {
    KeepingDesk desk;
    desk.opens();
    desk.keeps();
    const std::string old_code = desk.code;
    desk.keeper->make_recovery_code();
    desk.code = desk.keeper->data().recovery_code.reveal<"a test writes the code down">();
    desk.keeper->change_recovery_code(typed_passphrase("correct horse"));
    desk.loop.run();
    CHECK(desk.keeper->data().recovery_code.is_empty());
    desk.keeper->change_passphrase(typed_code(desk.code), personal("something new"));
    desk.loop.run();
    desk.opens();
    desk.keeper->unlock(typed_code(old_code));
    desk.loop.run();
    CHECK(problem(desk) == ErrorKind::WrongSecret);
    desk.unlocks("something new");
    CHECK(desk.keeper->data().state == KeepState::Open);
  }

  TEST_CASE("an exported file opens on another device, and what its visit held is added") {
    KeepingDesk desk;
    desk.opens();
    desk.keeps_person("Erika");
    desk.loop.run();
    desk.keeps();
    desk.keeper->export_file();
    desk.loop.run();
    const auto file = desk.keeper->take_export();
    if (!CHECK(file.has_value())) return;
    CHECK_FALSE(desk.keeper->take_export().has_value());

    KeepingDesk elsewhere;
    elsewhere.opens();
    elsewhere.types("hund", "Bello");
    elsewhere.keeps_person("Max");
    elsewhere.loop.run();
    elsewhere.keeper->import_file(*file, typed_passphrase("wrong"));
    elsewhere.loop.run();
    CHECK(problem(elsewhere) == ErrorKind::WrongSecret);
    CHECK(elsewhere.store.records().empty());
    elsewhere.keeper->import_file(personal("no file of ours"), typed_passphrase("correct horse"));
    CHECK(problem(elsewhere) == ErrorKind::MalformedData);
    elsewhere.keeper->import_file(*file, typed_passphrase("correct horse"));
    elsewhere.loop.run();
    CHECK(elsewhere.keeper->data().state == KeepState::Open);
    CHECK(elsewhere.keeper->data().ways_in.size() == 2);
    elsewhere.opens();
    elsewhere.unlocks();
    CHECK(elsewhere.keeper->data().profile.people.size() == 2);
    CHECK(elsewhere.keeper->data().drafts.size() == 1);
  }
}
