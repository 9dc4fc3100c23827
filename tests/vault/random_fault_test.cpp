// A generator of random numbers that fails at its n-th call, for every n: no key, no nonce and no record is made without it. And as
// long as it works, no key meets the same nonce twice.
#define OPENSSL_SUPPRESS_DEPRECATED  // RAND_set_rand_method: the one way to let it fail

#include <openssl/rand.h>

#include <set>

#include "support/vault_workshop.h"

using namespace stadttor;
using namespace stadttor::vault;
using namespace stadttor::testing;

namespace {

int calls = 0;
int fails_at = 0;  // 0: never

int some_bytes(unsigned char* bytes, int size) {
  if (++calls == fails_at) return 0;
  return RAND_OpenSSL()->bytes(bytes, size);
}

// OpenSSL's own generator, with calls counted, while this lives.
class CountedGenerator {
 public:
  CountedGenerator() {
    calls = fails_at = 0;
    RAND_set_rand_method(&method_);
  }
  ~CountedGenerator() { RAND_set_rand_method(RAND_OpenSSL()); }

 private:
  RAND_METHOD method_{nullptr, some_bytes, nullptr, nullptr, some_bytes, nullptr};
};

struct Visit {
  VaultWorkshop shop;
  Vault vault{shop.ports()};
  RecordId id{std::string(kIdSize, 'i')};
  bool is_made = false;
  std::string acknowledged;

  Outcome go() {
    TRY(shop.create(vault, secrets(recovery('a'))));
    is_made = true;
    for (const char* content : {"first", "second"}) {
      TRY(shop.keep(vault, id, content));
      acknowledged = content;
    }
    TRY(shop.answer<Done>([&](auto callback) { vault.change_slots(recovery('a'), secrets(recovery('b')), {}, callback); }));
    return shop.answer<Done>([&](auto callback) { vault.rotate(secrets(recovery('a'), recovery('c')), callback); });
  }
};

}  // namespace

TEST_SUITE("vault") {
  TEST_CASE("whichever random number is missing, what needs it fails as a whole and everything before it is still there") {
    const CountedGenerator generator;
    int failures = 0;
    for (int at = 1; at < 200; ++at) {
      Visit visit;
      calls = 0;
      fails_at = at;
      const Outcome outcome = visit.go();
      fails_at = 0;
      if (outcome.ok()) break;
      ++failures;
      if (!visit.is_made) {
        CHECK(visit.shop.store.records().empty());
        continue;
      }
      Vault next(visit.shop.ports());
      CHECK(visit.shop.unlock(next, recovery('a')).ok());
      CHECK(next.records().size() == (visit.acknowledged.empty() ? 0 : 1));
      if (visit.acknowledged.empty()) continue;
      const auto content = visit.shop.content(next, visit.id);
      if (CHECK(content.ok())) CHECK(content.value() == visit.acknowledged);
    }
    // Ids, salts, root keys, content keys and nonces of every step.
    CHECK(failures > 20);
  }

  TEST_CASE("in ten thousand writes no key and no nonce comes twice") {
    VaultWorkshop shop;
    const auto wrapping = shop.answer<platform::KeyHandle>(
        [&](auto callback) { shop.cryptography.make_key(platform::KeyKind::AesKeyWrap, platform::KeyExport::Never, callback); });
    const auto one_key = shop.answer<platform::KeyHandle>(
        [&](auto callback) { shop.cryptography.make_key(platform::KeyKind::Aes256Gcm, platform::KeyExport::Never, callback); });
    if (!CHECK(wrapping.ok()) || !CHECK(one_key.ok())) return;
    std::set<std::string> keys;
    std::set<std::string> nonces;
    int repeated = 0;
    for (int i = 0; i < 10'000; ++i) {
      const auto message = shop.answer<platform::SealedMessage>([&](auto callback) { shop.cryptography.seal(wrapping.value(), "", "same", callback); });
      const auto encrypted = shop.answer<platform::Encrypted>([&](auto callback) { shop.cryptography.encrypt(one_key.value(), "", "same", callback); });
      if (!CHECK(message.ok()) || !CHECK(encrypted.ok())) return;
      repeated += keys.insert(message.value().wrapped_key).second ? 0 : 1;
      repeated += nonces.insert(encrypted.value().nonce).second ? 0 : 1;
    }
    CHECK(repeated == 0);
  }
}
