#include <doctest/doctest.h>

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <ostream>
#include <string>
#include <type_traits>

#include "foundation/personal.h"

using namespace stadttor;

namespace {

template <class Value>
concept CanBePrinted = requires(std::ostream& stream, const Value& value) { stream << value; };

template <class Value>
concept CanBeCompared = requires(const Value& a, const Value& b) { a == b; };

static_assert(CanBePrinted<std::string> && !CanBePrinted<Personal<std::string>> && !CanBePrinted<Secret>);
static_assert(CanBeCompared<std::string> && !CanBeCompared<Personal<std::string>> && !CanBeCompared<Secret>);
static_assert(!std::is_convertible_v<Personal<std::string>, std::string>);
static_assert(!std::is_convertible_v<std::string, Personal<std::string>>);
static_assert(!std::is_constructible_v<std::string, Secret>);
static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
static_assert(std::is_nothrow_move_constructible_v<Secret> && std::is_nothrow_move_assignable_v<Secret>);

const char* const kPassphrase = "geheim-4711";

// The memory a secret lay in, after it has gone.
bool holds_passphrase(const unsigned char* memory, std::size_t size) {
  const std::size_t length = std::strlen(kPassphrase);
  for (std::size_t i = 0; i + length <= size; ++i) {
    if (std::memcmp(memory + i, kPassphrase, length) == 0) return true;
  }
  return false;
}

struct SecretPlace {
  alignas(Secret) unsigned char memory[sizeof(Secret)] = {};
  Secret* put(Secret secret) { return new (memory) Secret(std::move(secret)); }
  bool holds_passphrase() const { return ::holds_passphrase(memory, sizeof memory); }
};

}  // namespace

TEST_SUITE("foundation") {
  TEST_CASE("a personal value opens only for a reason") {
    const Personal<std::string> name(std::string("Erika Mustermann"));

    CHECK(name.reveal<"the test reads an invented name">() == "Erika Mustermann");
  }

  TEST_CASE("a personal value says whether it is there, and forgets") {
    Personal<std::string> name(std::string("Erika"));

    CHECK_FALSE(name.is_empty());
    name.forget();
    CHECK(name.is_empty());
    CHECK(Personal<int>().is_empty());
  }

  TEST_CASE("a short secret is wiped from its memory when it goes") {
    SecretPlace place;
    Secret* secret = place.put(Secret(std::string(kPassphrase)));
    if (!CHECK(secret->reveal<"the test reads an invented passphrase">() == kPassphrase)) return;
    if (!CHECK(place.holds_passphrase())) return;  // short strings lie inside the object

    secret->~Secret();

    CHECK_FALSE(place.holds_passphrase());
  }

  TEST_CASE("a secret that was moved leaves nothing behind") {
    SecretPlace place;
    Secret* first = place.put(Secret(std::string(kPassphrase)));

    const Secret second(std::move(*first));

    CHECK_FALSE(place.holds_passphrase());
    CHECK(second.reveal<"the test reads an invented passphrase">() == kPassphrase);
    first->~Secret();
  }

  TEST_CASE("a secret that takes another's place wipes its own first") {
    SecretPlace place;
    Secret* secret = place.put(Secret(std::string(kPassphrase)));

    *secret = Secret(std::string("x"));

    CHECK_FALSE(place.holds_passphrase());
    CHECK(secret->reveal<"the test reads an invented passphrase">() == "x");
    secret->~Secret();
  }

  TEST_CASE("a secret moved onto itself stays whole") {
    Secret secret{std::string(kPassphrase)};
    Secret& same = secret;

    secret = std::move(same);

    CHECK(secret.reveal<"the test reads an invented passphrase">() == kPassphrase);
  }

  TEST_CASE("wiping empties a long secret") {
    Secret secret{std::string(200, 'x')};

    secret.wipe();

    CHECK(secret.reveal<"the test looks whether it is empty">().empty());
  }
}
