// Drafts: written at every change, one write at a time, never over what another tab has written.
#include "services/keep_data/keeper.h"

#include <deque>

#include "support/keeping_desk.h"

using namespace stadttor;
using namespace stadttor::testing;
using services::keep_data::KeepState;
using services::keep_data::KeepTask;

namespace {

// A disk that counts what is written, and can be full.
class CountedStore : public platform::MemoryRecordStore {
 public:
  using MemoryRecordStore::MemoryRecordStore;
  void write(platform::RecordBatch batch, platform::Durability durability, platform::Callback<Done> callback) override {
    ++writes;
    if (is_full) return callback(Error{ErrorKind::StorageFull, "test", "full", NextStep::TryAgain});
    MemoryRecordStore::write(std::move(batch), durability, std::move(callback));
  }
  int writes = 0;
  bool is_full = false;
};

struct CountedDesk : KeepingDesk {
  CountedStore counted{loop};
  platform::RecordStore& device() override { return counted; }
};

std::string first_answers(const KeepingDesk& desk) {
  const auto& drafts = desk.keeper->data().drafts;
  return drafts.empty() ? "none" : answers_of(drafts[0].draft);
}

}  // namespace

TEST_SUITE("services/keep_data drafts") {
  TEST_CASE("quick typing is written in few steps, and the last state always") {
    CountedDesk desk;
    desk.opens();
    desk.keeps();
    const int before = desk.counted.writes;
    std::string typed;
    for (const char c : std::string("Bello von der Au")) {
      typed.push_back(c);
      desk.types("hund", typed);
    }
    desk.loop.run();
    CHECK(desk.counted.writes == before + 2);
    CHECK_FALSE(desk.keeper->holds_unkept());
    desk.opens();
    desk.unlocks();
    CHECK(first_answers(desk) == "Bello von der Au");
  }

  TEST_CASE("what has not changed is not written again") {
    CountedDesk desk;
    desk.opens();
    desk.keeps();
    desk.types("hund", "Bello");
    desk.loop.run();
    const int before = desk.counted.writes;
    desk.types("hund", "Bello");
    desk.loop.run();
    CHECK(desk.counted.writes == before);
  }

  TEST_CASE("a full disk is told, nothing is locked away, and the next change tries again") {
    CountedDesk desk;
    desk.opens();
    desk.keeps();
    desk.counted.is_full = true;
    desk.types("hund", "Bello");
    desk.loop.run();
    if (!CHECK(desk.keeper->data().problem.has_value())) return;
    CHECK(desk.keeper->data().problem->during == KeepTask::Saving);
    CHECK(desk.keeper->data().problem->kind == ErrorKind::StorageFull);
    CHECK(desk.keeper->holds_unkept());
    desk.keeper->lock();
    desk.loop.run();
    CHECK(desk.keeper->data().state == KeepState::Open);
    desk.counted.is_full = false;
    desk.types("hund", "Bello!");
    desk.loop.run();
    CHECK_FALSE(desk.keeper->data().problem.has_value());
    CHECK_FALSE(desk.keeper->holds_unkept());
    desk.keeper->lock();
    desk.loop.run();
    CHECK(desk.keeper->data().state == KeepState::Locked);
  }

  TEST_CASE("what is entered while it is locked is a draft of its own after unlocking") {
    KeepingDesk desk;
    desk.opens();
    desk.keeps();
    desk.types("hund", "Bello");
    desk.loop.run();
    desk.opens();
    desk.types("hund", "Nero");
    desk.types("umzug", "neu");
    CHECK(desk.keeper->holds_unkept());
    desk.unlocks();
    CHECK(desk.keeper->data().drafts.size() == 3);
    CHECK(desk.keeper->take_reopened_forms().empty());
    if (!CHECK(desk.keeper->draft_of("hund") != nullptr)) return;
    CHECK(answers_of(*desk.keeper->draft_of("hund")) == "Nero");
    for (const auto& kept : desk.keeper->data().drafts) {
      if (answers_of(kept.draft) != "Bello") continue;
      desk.keeper->open_draft(kept.record);
      break;
    }
    CHECK(desk.keeper->take_reopened_forms() == std::vector<std::string>{"hund"});
    CHECK(answers_of(*desk.keeper->draft_of("hund")) == "Bello");
  }

  TEST_CASE("another tab's change is never replaced unless the citizen says so") {
    KeepingDesk desk;
    desk.opens();
    desk.keeps();
    desk.types("hund", "Bello");
    desk.loop.run();
    auto first = std::move(desk.keeper);
    desk.opens();
    desk.unlocks();
    desk.types("hund", "from the second tab");
    desk.loop.run();
    std::swap(first, desk.keeper);
    desk.types("hund", "from the first tab");
    desk.loop.run();
    CHECK(desk.keeper->data().changed_elsewhere.count("hund") == 1);
    CHECK(desk.keeper->holds_unkept());

    SUBCASE("the other tab's state") {
      desk.keeper->take_other_draft("hund");
      desk.loop.run();
      CHECK(desk.keeper->data().changed_elsewhere.empty());
      CHECK(first_answers(desk) == "from the second tab");
      CHECK(desk.keeper->take_reopened_forms() == std::vector<std::string>{"hund"});
      desk.types("hund", "and on");
      desk.loop.run();
      CHECK(first_answers(desk) == "and on");
    }
    SUBCASE("this tab's state") {
      desk.keeper->insist_on_draft("hund");
      desk.loop.run();
      CHECK(desk.keeper->data().changed_elsewhere.empty());
      desk.opens();
      desk.unlocks();
      CHECK(first_answers(desk) == "from the first tab");
    }
  }

  TEST_CASE("a draft that another tab has changed is not replaced later either, when this tab has written something else since") {
    KeepingDesk desk;
    desk.opens();
    desk.keeps();
    desk.types("hund", "Bello");
    desk.loop.run();
    auto first = std::move(desk.keeper);
    desk.opens();
    desk.unlocks();
    desk.types("hund", "from the second tab");
    desk.loop.run();
    std::swap(first, desk.keeper);
    desk.types("umzug", "neu");
    desk.loop.run();
    desk.types("hund", "from the first tab");
    desk.loop.run();
    CHECK(desk.keeper->data().changed_elsewhere.count("hund") == 1);
  }

  TEST_CASE("two tabs with two applications do not disturb each other") {
    KeepingDesk desk;
    desk.opens();
    desk.keeps();
    auto first = std::move(desk.keeper);
    desk.opens();
    desk.unlocks();
    desk.types("umzug", "neu");
    desk.loop.run();
    std::swap(first, desk.keeper);
    desk.types("hund", "Bello");
    desk.loop.run();
    CHECK(desk.keeper->data().changed_elsewhere.empty());
    desk.opens();
    desk.unlocks();
    CHECK(desk.keeper->data().drafts.size() == 2);
  }

  TEST_CASE("an erased draft is gone, also while it is being written") {
    KeepingDesk desk;
    desk.opens();
    desk.keeps();
    desk.types("hund", "Bello");
    desk.keeper->erase_draft_of("hund");
    desk.loop.run();
    CHECK(desk.keeper->data().drafts.empty());
    desk.types("hund", "Nero");
    desk.loop.run();
    desk.keeper->erase_draft(desk.keeper->data().drafts.at(0).record);
    desk.loop.run();
    CHECK(desk.keeper->draft_of("hund") == nullptr);
    CHECK(desk.keeper->take_reopened_forms() == std::vector<std::string>{"hund"});
    desk.opens();
    desk.unlocks();
    CHECK(desk.keeper->data().drafts.empty());
  }

  TEST_CASE("two tabs' profiles are not mixed: the later one is told, and sees the other's") {
    KeepingDesk desk;
    desk.opens();
    desk.keeps();
    desk.keeps_person("Erika");
    desk.loop.run();
    auto first = std::move(desk.keeper);
    desk.opens();
    desk.unlocks();
    desk.keeps_person("Max");
    desk.loop.run();
    std::swap(first, desk.keeper);
    desk.keeps_person("Paula");
    desk.loop.run();
    if (!CHECK(desk.keeper->data().problem.has_value())) return;
    CHECK(desk.keeper->data().problem->kind == ErrorKind::ChangedElsewhere);
    if (!CHECK(desk.keeper->data().profile.people.size() == 2)) return;
    desk.keeps_person("Paula");
    desk.loop.run();
    desk.opens();
    desk.unlocks();
    CHECK(desk.keeper->data().profile.people.size() == 3);
  }

  TEST_CASE("files are kept with their draft, once, and go with it") {
    const std::string id = "0f8fad5b-d9cb-469f-a165-70867728950e";
    const auto content = std::make_shared<const Personal<std::string>>("%PDF-1.7");
    const auto with_file = [&id](const std::string& name) {
      return kept_data::Draft{"hund", "de", "", 0, personal(R"({"version":1,"entries":{"name":")" + name + R"("},"files":{"proof":[{"id":")" + id + R"(","name":"a.pdf","type":"application/pdf","bytes":8}]},"counts":{}})")};
    };
    KeepingDesk desk;
    desk.opens();
    desk.keeps();
    desk.keeper->save_draft(with_file("Bello"), {{id, content}});
    desk.loop.run();
    CHECK(desk.keeper->open_vault()->records().size() == 2);
    desk.opens();
    desk.unlocks();
    const auto kept = desk.answer<Personal<std::string>>([&](auto callback) { desk.keeper->read_file(id, callback); });
    if (!CHECK(kept.ok())) return;
    CHECK(kept.value().reveal<"a test compares what is kept">() == "%PDF-1.7");

    SUBCASE("taken out of the application") {
      desk.keeper->save_draft(with_file("Nero"), {{id, nullptr}});
      desk.loop.run();
      CHECK(desk.keeper->open_vault()->records().size() == 2);
      desk.types("hund", R"({"version":1})");
      desk.loop.run();
      CHECK(desk.keeper->open_vault()->records().size() == 1);
    }
    SUBCASE("erased with the application") {
      desk.keeper->erase_draft_of("hund");
      desk.loop.run();
      CHECK(desk.keeper->open_vault()->records().empty());
    }
  }

  TEST_CASE("of a draft that is written key by key pages are told only what they show: a new one, another minute, that all is written on the device") {
    KeepingDesk desk;
    desk.opens();
    desk.types("hund", R"({"a":"B"})");
    desk.loop.run();
    const int begun = desk.changes;
    for (const char* answers : {R"({"a":"Be"})", R"({"a":"Bel"})"}) {
      desk.types("hund", answers);
      desk.loop.run();
    }
    CHECK(desk.changes == begun);
    CHECK(answers_of(desk.keeper->data().drafts.at(0).draft) == R"({"a":"Bel"})");
    desk.clock.set(desk.clock.now() + 60'000);
    desk.types("hund", R"({"a":"Bell"})");
    desk.loop.run();
    CHECK(desk.changes == begun + 1);

    desk.keeps();
    const int kept = desk.changes;
    desk.types("hund", R"({"a":"Bello"})");
    CHECK(desk.keeper->holds_unkept());
    desk.loop.run();
    CHECK_FALSE(desk.keeper->holds_unkept());
    CHECK(desk.changes > kept);
  }
}
