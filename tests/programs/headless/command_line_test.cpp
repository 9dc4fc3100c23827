#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "programs/headless/command_line.h"

using namespace stadttor;
using namespace stadttor::headless;

namespace {

Result<CommandLine> line_of(std::vector<const char*> words) {
  words.insert(words.begin(), "stadttor");
  return read_command_line(static_cast<int>(words.size()), words.data());
}

}  // namespace

TEST_SUITE("programs/headless") {
  TEST_CASE("the first word is the command, the others its operands") {
    const auto line = line_of({"search", "hund", "anmelden"});

    if (!CHECK(line.ok())) return;
    CHECK(line.value().command == "search");
    CHECK(line.value().operands == std::vector<std::string>{"hund", "anmelden"});
    CHECK(line.value().options.empty());
  }

  TEST_CASE("options may stand anywhere, with their value behind them or behind an equals sign") {
    const auto line = line_of({"--city", "x", "outline", "--lang=en", "/de/", "--json"});

    if (!CHECK(line.ok())) return;
    CHECK(line.value().command == "outline");
    CHECK(line.value().operands == std::vector<std::string>{"/de/"});
    CHECK(line.value().option("--city", "y") == "x");
    CHECK(line.value().option("--lang", "de") == "en");
    CHECK(line.value().has("--json"));
    CHECK_FALSE(line.value().has("--help"));
    CHECK(line.value().option("--out", "site") == "site");
  }

  TEST_CASE("an unknown option is named with what to do") {
    for (const auto* word : {"--citty", "--", "--json=1", "--=x"}) {
      const auto line = line_of({"search", word, "x"});
      if (!CHECK_MESSAGE(!line.ok(), word)) continue;
      CHECK(line.error().kind == ErrorKind::NotSupported);
      CHECK(line.error().next_step == NextStep::CorrectInput);
      CHECK(std::string(word).compare(0, line.error().where.size(), line.error().where) == 0);
    }
  }

  TEST_CASE("an option without its value is named") {
    const auto line = line_of({"search", "--lang"});

    if (!CHECK(!line.ok())) return;
    CHECK(line.error().where == "--lang");
  }

  TEST_CASE("no words are no command") {
    const auto line = line_of({});

    if (!CHECK(line.ok())) return;
    CHECK(line.value().command.empty());
  }
}
