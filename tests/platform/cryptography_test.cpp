#include "platform/cryptography.h"

#include <set>

#include "support/later_answers.h"

using namespace stadttor;
using namespace stadttor::platform;
using testing::error_of;
using testing::Workshop;

// Sanitizers end a program that asks for too much memory; here it has to be told.
extern "C" const char* __asan_default_options() { return "allocator_may_return_null=1"; }

namespace {

KeyHandle key_of(Workshop& shop, KeyKind kind, KeyExport may_export = KeyExport::Never) {
  auto key = shop.answer<KeyHandle>([&](auto callback) { shop.cryptography.make_key(kind, may_export, callback); });
  CHECK(key.ok());
  return key.ok() ? key.value() : nullptr;
}

Result<SealedMessage> sealed(Workshop& shop, const KeyHandle& key, const char* context, const char* text) {
  return shop.answer<SealedMessage>([&](auto callback) { shop.cryptography.seal(key, context, text, callback); });
}

Result<std::string> opened(Workshop& shop, const KeyHandle& key, const char* context, const SealedMessage& message) {
  return shop.answer<std::string>([&](auto callback) { shop.cryptography.open(key, context, message, callback); });
}

}  // namespace

TEST_SUITE("platform") {
  TEST_CASE("a sealed message opens with its key in its place, and nowhere else") {
    Workshop shop;
    const KeyHandle key = key_of(shop, KeyKind::AesKeyWrap);
    const auto message = sealed(shop, key, "draft 1", "Erika Mustermann");
    if (!CHECK(message.ok())) return;
    CHECK(message.value().wrapped_key.size() == 40);
    CHECK(message.value().content.nonce.size() == 12);

    const auto plain = opened(shop, key, "draft 1", message.value());
    if (CHECK(plain.ok())) CHECK(plain.value() == "Erika Mustermann");
    CHECK(error_of(opened(shop, key, "draft 2", message.value())) == ErrorKind::Tampered);
    CHECK(error_of(opened(shop, key_of(shop, KeyKind::AesKeyWrap), "draft 1", message.value())) == ErrorKind::Tampered);
    SealedMessage other = message.value();
    other.content.bytes.pop_back();
    CHECK(error_of(opened(shop, key, "draft 1", other)) == ErrorKind::Tampered);
  }

  TEST_CASE("no two messages share a content key or a nonce") {
    Workshop shop;
    const KeyHandle key = key_of(shop, KeyKind::AesKeyWrap);
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
      const auto message = sealed(shop, key, "", "the same");
      if (!CHECK(message.ok())) return;
      CHECK(seen.insert(message.value().wrapped_key).second);
      CHECK(seen.insert(message.value().content.nonce).second);
    }
  }

  TEST_CASE("a key leaves wrapped only where it was made for that") {
    Workshop shop;
    const KeyHandle slot = key_of(shop, KeyKind::Aes256Gcm);
    const KeyHandle root = key_of(shop, KeyKind::Hkdf, KeyExport::Wrapped);
    const auto wrapped = shop.answer<Encrypted>([&](auto callback) { shop.cryptography.wrap_key(slot, "slot", root, callback); });
    if (!CHECK(wrapped.ok())) return;
    const auto back = shop.answer<KeyHandle>([&](auto callback) {
      shop.cryptography.unwrap_key(slot, "slot", wrapped.value(), KeyKind::Hkdf, KeyExport::Never, callback);
    });
    if (!CHECK(back.ok())) return;

    CHECK_FALSE(shop.answer<Encrypted>([&](auto callback) { shop.cryptography.wrap_key(slot, "slot", back.value(), callback); }).ok());
    CHECK(error_of(shop.answer<KeyHandle>([&](auto callback) {
            shop.cryptography.unwrap_key(slot, "another slot", wrapped.value(), KeyKind::Hkdf, KeyExport::Never, callback);
          })) == ErrorKind::Tampered);

    // Both handles are the same key: what one derives authenticates like what the other derives.
    std::string tags[2];
    const KeyHandle roots[2] = {root, back.value()};
    for (int i = 0; i < 2; ++i) {
      const auto named = shop.answer<KeyHandle>([&](auto callback) { shop.cryptography.derive_key(roots[i], "", "names", KeyKind::Hmac, callback); });
      if (!CHECK(named.ok())) return;
      const auto tag = shop.answer<std::string>([&](auto callback) { shop.cryptography.authenticate(named.value(), "record", callback); });
      if (CHECK(tag.ok())) tags[i] = tag.value();
    }
    CHECK(tags[0] == tags[1]);
  }

  TEST_CASE("a key does only what it is for") {
    Workshop shop;
    const KeyHandle content = key_of(shop, KeyKind::Aes256Gcm);
    CHECK_FALSE(sealed(shop, content, "", "text").ok());
    CHECK_FALSE(sealed(shop, nullptr, "", "text").ok());
    CHECK_FALSE(shop.answer<std::string>([&](auto callback) { shop.cryptography.authenticate(content, "text", callback); }).ok());
    CHECK_FALSE(shop.answer<Done>([&](auto callback) { shop.cryptography.verify(content, "text", "signature", callback); }).ok());
    CHECK_FALSE(shop.answer<KeyHandle>([&](auto callback) { shop.cryptography.make_key(KeyKind::RsaOaepPublic, KeyExport::Never, callback); }).ok());
    CHECK_FALSE(shop.answer<KeyHandle>([&](auto callback) {
                      shop.cryptography.import_key(KeyKind::Aes256Gcm, Secret("too short"), callback);
                    }).ok());
  }

  TEST_CASE("too much memory for a passphrase is said as that, not as a wrong passphrase") {
    Workshop shop;
    const auto key = shop.answer<KeyHandle>([&](auto callback) {
      shop.cryptography.derive_passphrase_key(Secret("passphrase"), std::string(16, 's'), {0xffffff00U, 1, 1}, callback);
    });
    CHECK(error_of(key) == ErrorKind::OutOfMemory);
  }

  // One such key and no more: it takes a second or two.
  TEST_CASE("a pair that is made has 4096 bit and 65537, and opens what was sealed for it") {
    Workshop shop;
    auto made = shop.answer<RsaPrivateNumbers>([&](auto callback) { shop.cryptography.make_rsa_pair(callback); });
    if (!CHECK(made.ok())) return;
    const RsaPublicNumbers open = made.value().open;
    CHECK(open.modulus.size() == 512);
    CHECK(static_cast<unsigned char>(open.modulus.front()) >= 0x80);
    CHECK(open.exponent == std::string("\x01\x00\x01", 3));
    const auto sealing = shop.answer<KeyHandle>([&](auto callback) { shop.cryptography.import_rsa_public(KeyKind::RsaOaepPublic, open, callback); });
    const auto opening = shop.answer<KeyHandle>([&](auto callback) { shop.cryptography.import_rsa_private(std::move(made).value(), callback); });
    if (!CHECK((sealing.ok() && opening.ok()))) return;
    auto sealed = shop.answer<SealedMessage>([&](auto callback) { shop.cryptography.seal(sealing.value(), "context", "Welche Chipnummer?", callback); });
    if (!CHECK(sealed.ok())) return;
    const auto plain = shop.answer<std::string>([&](auto callback) { shop.cryptography.open(opening.value(), "context", std::move(sealed).value(), callback); });
    CHECK((plain.ok() && plain.value() == "Welche Chipnummer?"));
  }
}
