#include "forms/checks/check_digits.h"

#include <doctest/doctest.h>

#include "support/vectors.h"

using namespace stadttor;
using namespace stadttor::forms;

namespace {

// The values under vectors.json/<kind>/<list>.
std::vector<std::string> vectors_of(const char* kind, const char* list) {
  std::vector<std::string> values;
  const JsonValue file = testing::json_of_file(testing::vectors_folder() / "check-digits/vectors.json");
  const JsonValue* of_kind = file.find(kind);
  const JsonValue* found = of_kind == nullptr ? nullptr : of_kind->find(list);
  if (!CHECK(found != nullptr)) return values;
  for (const JsonValue& entry : found->items()) values.push_back(entry.find("v")->as_text());
  return values;
}

}  // namespace

TEST_SUITE("forms") {
  TEST_CASE("published IBANs are right or wrong as they are known to be") {
    if (testing::is_without_vectors("check-digits/vectors.json")) return;

    for (const std::string& iban : vectors_of("iban", "valid")) CHECK_MESSAGE(check_iban(iban) == NumberFault::None, iban);
    for (const std::string& iban : vectors_of("iban", "invalid")) CHECK_MESSAGE(check_iban(normal_iban(iban)) != NumberFault::None, iban);
  }

  TEST_CASE("each country's IBAN has the length of the registry") {
    if (testing::is_without_vectors("check-digits/iban-country-specs.json")) return;
    const JsonValue countries = testing::json_of_file(testing::vectors_folder() / "check-digits/iban-country-specs.json");
    int registered = 0;

    for (const auto& member : countries.members()) {
      const std::string& country = member.first;
      const JsonValue& facts = member.second;
      const auto length = static_cast<std::size_t>(facts.find("length")->as_number());
      const NumberFault fault = check_iban(country + std::string(length - 2, '0'));
      const bool is_registered = facts.find("ibanRegistry")->as_boolean();
      registered += is_registered ? 1 : 0;
      CHECK_MESSAGE((fault != NumberFault::Country) == is_registered, country);
      if (is_registered) CHECK_MESSAGE(check_iban(country + std::string(length - 1, '0')) == NumberFault::Length, country);
      if (is_registered) CHECK_MESSAGE(fault != NumberFault::Length, country);
    }

    CHECK(registered == 97);
  }

  TEST_CASE("an IBAN says what is wrong with it, and is read with spaces and small letters") {
    CHECK(check_iban("DE89370400440532013001") == NumberFault::CheckDigits);
    CHECK(check_iban("DE8937040044053201300") == NumberFault::Length);
    CHECK(check_iban("XX89370400440532013000") == NumberFault::Country);
    CHECK(check_iban("DE89 3704") == NumberFault::Characters);
    CHECK(normal_iban("de89 3704 0044 0532 0130 00") == "DE89370400440532013000");
    CHECK(grouped_iban("DE89370400440532013000") == "DE89 3704 0044 0532 0130 00");
  }

  TEST_CASE("published tax ids are right or wrong as they are known to be") {
    if (testing::is_without_vectors("check-digits/vectors.json")) return;

    for (const std::string& number : vectors_of("steuer_id", "valid")) CHECK_MESSAGE(check_tax_id(number) == NumberFault::None, number);
    for (const std::string& number : vectors_of("steuer_id", "invalid")) CHECK_MESSAGE(check_tax_id(number) != NumberFault::None, number);
  }

  TEST_CASE("one wrong digit of a tax id or two that changed places are noticed") {
    const std::string right = "47036892816";
    for (std::size_t at = 0; at < right.size(); ++at) {
      std::string wrong = right;
      wrong[at] = wrong[at] == '9' ? '0' : static_cast<char>(wrong[at] + 1);
      CHECK_MESSAGE(check_tax_id(wrong) != NumberFault::None, wrong);
      if (at == 0 || right[at] == right[at - 1]) continue;
      wrong = right;
      std::swap(wrong[at], wrong[at - 1]);
      CHECK_MESSAGE(check_tax_id(wrong) != NumberFault::None, wrong);
    }
    CHECK(normal_tax_id("47 036 892 816") == right);
    CHECK(check_tax_id("11111111111") == NumberFault::Pattern);
    CHECK(check_tax_id("4703689281x") == NumberFault::Characters);
  }
}
