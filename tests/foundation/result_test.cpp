#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "foundation/result.h"

using namespace stadttor;

namespace {

Error not_found() { return {ErrorKind::NotFound, "services/x.json#/id", "no such service", NextStep::TryAgain}; }

Result<int> half_of(int number) {
  if (number % 2 != 0) return not_found();
  return number / 2;
}

Result<int> quarter_of(int number) {
  TRY_ASSIGN(const int half, half_of(number));
  TRY_ASSIGN(const int quarter, half_of(half));
  return quarter;
}

Outcome check_even(int number, int& checks) {
  TRY(half_of(number));
  ++checks;
  return Done{};
}

}  // namespace

TEST_SUITE("foundation") {
  TEST_CASE("a result holds either a value or an error") {
    const Result<int> good = half_of(8);
    const Result<int> bad = half_of(7);

    CHECK(good.ok());
    CHECK(static_cast<bool>(good));
    CHECK(good.value() == 4);
    CHECK_FALSE(bad.ok());
    CHECK(bad.error().kind == ErrorKind::NotFound);
    CHECK(bad.error().next_step == NextStep::TryAgain);
  }

  TEST_CASE("trying hands the first error on and leaves out the rest") {
    int checks = 0;

    CHECK(quarter_of(12).value() == 3);
    CHECK_FALSE(quarter_of(6).ok());
    CHECK(quarter_of(6).error().where == "services/x.json#/id");
    CHECK_FALSE(check_even(3, checks).ok());
    CHECK(checks == 0);
    CHECK(check_even(4, checks).ok());
    CHECK(checks == 1);
  }

  TEST_CASE("a value that can only be moved passes through a result") {
    Result<std::unique_ptr<std::string>> result = std::make_unique<std::string>("Hund");

    const std::unique_ptr<std::string> taken = std::move(result).value();

    if (!CHECK(taken != nullptr)) return;
    CHECK(*taken == "Hund");
  }

  TEST_CASE("a value in a result can be changed in place") {
    Result<std::string> result = std::string("Hund");

    result.value().append("e");

    CHECK(result.value() == "Hunde");
  }
}
