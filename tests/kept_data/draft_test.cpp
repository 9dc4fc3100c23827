// An unfinished application as it is kept.
#include "kept_data/draft.h"

#include <doctest/doctest.h>

using namespace stadttor;

TEST_SUITE("kept_data/draft") {
  TEST_CASE("a draft comes back as it was kept") {
    const kept_data::Draft draft{"hund-anmelden", "en", "dog", 1'795'000'000'123, Personal<std::string>(R"({"version":1,"entries":{"name":"Bello"}})")};
    const auto again = kept_data::read_draft(kept_data::text_from_draft(draft));

    if (!CHECK(again.ok())) return;
    CHECK(again.value().form == "hund-anmelden");
    CHECK(again.value().language == "en");
    CHECK(again.value().step == "dog");
    CHECK(again.value().changed == 1'795'000'000'123);
    CHECK(again.value().answers.reveal<"a test compares what is kept">() == R"({"version":1,"entries":{"name":"Bello"}})");
  }

  TEST_CASE("what a later version added is passed over, but without a form there is no draft") {
    const auto read = [](const char* text) { return kept_data::read_draft(Personal<std::string>(text)); };
    CHECK(read(R"({"schema": 9, "form": "hund", "answers": "{}", "colour": "red"})").ok());
    CHECK_FALSE(read(R"({"schema": 1, "answers": "{}"})").ok());
    CHECK_FALSE(read(R"({"schema": 1, "form": "hund"})").ok());
  }
}
