#include "vault/recovery_code.h"

#include <doctest/doctest.h>

#include <string>

using namespace stadttor;
using namespace stadttor::vault;

namespace {

const std::string kBits("\x00\x01\x02\x7f\x80\xff\xfe\x10\x20\x30\x40\x50\x60\x70\x33\x99", 16);

std::string code() { return std::string(recovery_code_from(kBits).reveal<"a test looks at the code">()); }

bool is_read(const std::string& text) {
  const auto bits = parse_recovery_code(text);
  return bits && bits->reveal<"a test compares">() == kBits;
}

}  // namespace

TEST_SUITE("vault") {
  TEST_CASE("a recovery code has eight groups of four and comes back as the bits it was made of") {
    CHECK(code().size() == 39);
    CHECK(code().find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ-") == std::string::npos);
    CHECK(is_read(code()));
    // Written on paper, it never changes.
    CHECK(code() == "000G-4ZW0-ZZZ1-081G-8186-0W1K-K4AT-3WH4");
  }

  TEST_CASE("a code is read the way people write it") {
    std::string typed = code();
    for (char& c : typed) c = c == '-' ? ' ' : c == '0' ? 'o' : static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    CHECK(is_read(typed));
  }

  TEST_CASE("one wrong character, two exchanged ones, a missing one: none of it is taken for a code") {
    const std::string right = code();
    for (std::size_t i = 0; i < right.size(); ++i) {
      if (right[i] == '-') continue;
      std::string wrong = right;
      wrong[i] = wrong[i] == '7' ? '8' : '7';
      CHECK_FALSE(parse_recovery_code(wrong));
      CHECK_FALSE(parse_recovery_code(right.substr(0, i) + right.substr(i + 1)));
      if (i + 1 < right.size() && right[i + 1] != '-' && right[i] != right[i + 1]) {
        wrong = right;
        std::swap(wrong[i], wrong[i + 1]);
        CHECK_FALSE(parse_recovery_code(wrong));
      }
    }
    CHECK_FALSE(parse_recovery_code(""));
    CHECK_FALSE(parse_recovery_code(right + "0"));
    CHECK_FALSE(parse_recovery_code("Ä" + right));
  }

  TEST_CASE("a slip is found in its group") {
    using Kind = RecoveryFault::Kind;
    const std::string right = code();
    CHECK_FALSE(find_recovery_fault(right));
    const auto group = [](const std::string& text) {
      const auto fault = find_recovery_fault(text);
      return fault && fault->kind == Kind::InGroup ? fault->group : 0;
    };
    for (std::size_t i = 0; i < right.size(); ++i) {
      if (right[i] == '-') continue;
      const int where = static_cast<int>(i / 5) + 1;
      std::string wrong = right;
      wrong[i] = wrong[i] == '7' ? '8' : '7';
      CHECK(group(wrong) == where);
      wrong[i] = 'U';
      CHECK(group(wrong) == where);
      CHECK(group(right.substr(0, i) + right.substr(i + 1)) == where);
      CHECK(group(right.substr(0, i) + "5" + right.substr(i)) == where);
      if (i + 1 < right.size() && right[i + 1] != '-' && right[i] != right[i + 1]) {
        wrong = right;
        std::swap(wrong[i], wrong[i + 1]);
        CHECK(group(wrong) == where);
      }
    }
  }

  TEST_CASE("what the check cannot place is told as what it is") {
    using Kind = RecoveryFault::Kind;
    const auto kind = [](const std::string& text) { return find_recovery_fault(text).value_or(RecoveryFault{Kind::InGroup, 99}).kind; };
    std::string in_one;
    for (const char c : code()) {
      if (c != '-') in_one.push_back(c);
    }
    CHECK(kind("") == Kind::TooShort);
    CHECK(kind(code().substr(0, 19)) == Kind::TooShort);
    CHECK(kind(in_one.substr(1)) == Kind::TooShort);
    CHECK(kind(in_one + "7") == Kind::TooLong);
    std::string wrong = in_one;
    wrong[2] = wrong[12] = 'Q';
    CHECK(kind(wrong) == Kind::Somewhere);
  }
}
