#include "platform/web/cryptography_web.h"

#include <cstdlib>

#include "platform/web/browser_calls.h"

namespace stadttor::platform {

namespace {

class WebKey : public Key {
 public:
  WebKey(KeyKind kind, int id) : Key(kind), id_(id) {}
  WebKey(const WebKey&) = delete;
  WebKey& operator=(const WebKey&) = delete;
  ~WebKey() override { forget_browser_key(id_); }
  int id() const { return id_; }

 private:
  int id_;
};

std::string number(std::uint32_t value) { return std::to_string(value); }
std::string number(KeyKind kind) { return std::to_string(static_cast<int>(kind)); }
std::string number(KeyExport may_export) { return may_export == KeyExport::Wrapped ? "1" : ""; }
// Every handle of this Cryptography is one of its own; 0 stands for none, which the browser's side refuses.
std::string number(const KeyHandle& key) { return std::to_string(key == nullptr ? 0 : static_cast<const WebKey&>(*key).id()); }

std::string text(const Secret& secret) { return std::string(secret.reveal<"a secret is handed to the browser's own cryptography">()); }

// Moved into the list: a list in braces would leave copies of secrets behind.
template <class... Fields>
BrowserFields fields_of(Fields... fields) {
  BrowserFields list;
  list.reserve(sizeof...(fields));
  (list.emplace_back(std::move(fields)), ...);
  return list;
}

// The key lives at least as long as the call it is used in.
void ask_for_key(BrowserCall call, BrowserFields fields, KeyKind kind, Callback<KeyHandle> callback, KeyHandle used = nullptr, KeyHandle also_used = nullptr) {
  ask_browser(call, std::move(fields), [kind, used, also_used, callback = std::move(callback)](Result<BrowserFields> answer) {
    if (!answer.ok()) return callback(answer.error());
    callback(KeyHandle(std::make_shared<WebKey>(kind, std::atoi(answer.value().at(0).c_str()))));
  });
}

// The first field of the answer.
void ask_for_bytes(BrowserCall call, BrowserFields fields, Callback<std::string> callback, KeyHandle used = nullptr) {
  ask_browser(call, std::move(fields), [used, callback = std::move(callback)](Result<BrowserFields> answer) {
    if (!answer.ok()) return callback(answer.error());
    callback(std::move(answer.value().at(0)));
  });
}

// Nonce, and ciphertext with tag.
void ask_for_encrypted(BrowserCall call, BrowserFields fields, Callback<Encrypted> callback, KeyHandle used, KeyHandle also_used = nullptr) {
  ask_browser(call, std::move(fields), [used, also_used, callback = std::move(callback)](Result<BrowserFields> answer) {
    if (!answer.ok()) return callback(answer.error());
    callback(Encrypted{std::move(answer.value().at(0)), std::move(answer.value().at(1))});
  });
}

}  // namespace

void WebCryptography::make_key(KeyKind kind, KeyExport may_export, Callback<KeyHandle> callback) {
  ask_for_key(BrowserCall::MakeKey, fields_of(number(kind), number(may_export)), kind, std::move(callback));
}

void WebCryptography::import_key(KeyKind kind, Secret bytes, Callback<KeyHandle> callback) {
  ask_for_key(BrowserCall::ImportKey, fields_of(number(kind), text(bytes)), kind, std::move(callback));
}

void WebCryptography::import_rsa_public(KeyKind kind, RsaPublicNumbers numbers, Callback<KeyHandle> callback) {
  ask_for_key(BrowserCall::ImportRsaPublic, fields_of(number(kind), std::move(numbers.modulus), std::move(numbers.exponent)), kind, std::move(callback));
}

void WebCryptography::import_rsa_private(RsaPrivateNumbers numbers, Callback<KeyHandle> callback) {
  ask_for_key(BrowserCall::ImportRsaPrivate,
              fields_of(std::move(numbers.open.modulus), std::move(numbers.open.exponent), text(numbers.exponent), text(numbers.first_prime), text(numbers.second_prime),
               text(numbers.first_exponent), text(numbers.second_exponent), text(numbers.coefficient)),
              KeyKind::RsaOaepPrivate, std::move(callback));
}

void WebCryptography::make_rsa_pair(Callback<RsaPrivateNumbers> callback) {
  ask_browser(BrowserCall::MakeRsaPair, {}, [callback = std::move(callback)](Result<BrowserFields> answer) {
    if (!answer.ok()) return callback(answer.error());
    BrowserFields& given = answer.value();
    RsaPrivateNumbers numbers{{std::move(given.at(0)), std::move(given.at(1))}, Secret(std::move(given.at(2))), Secret(std::move(given.at(3))), Secret(std::move(given.at(4))),
                              Secret(std::move(given.at(5))), Secret(std::move(given.at(6))), Secret(std::move(given.at(7)))};
    callback(std::move(numbers));
  });
}

void WebCryptography::import_ec_public(EcPublicPoint point, Callback<KeyHandle> callback) {
  ask_for_key(BrowserCall::ImportEcPublic, fields_of(std::move(point.x), std::move(point.y)), KeyKind::Es256Public, std::move(callback));
}

void WebCryptography::derive_key(KeyHandle from, std::string salt, std::string purpose, KeyKind kind, Callback<KeyHandle> callback) {
  ask_for_key(BrowserCall::DeriveKey, fields_of(number(from), std::move(salt), std::move(purpose), number(kind)), kind, std::move(callback), from);
}

void WebCryptography::derive_passphrase_key(Secret passphrase, std::string salt, Argon2Cost cost, Callback<KeyHandle> callback) {
  ask_for_key(BrowserCall::DerivePassphraseKey, fields_of(text(passphrase), std::move(salt), number(cost.memory_kib), number(cost.passes), number(cost.lanes)),
              KeyKind::Aes256Gcm, std::move(callback));
}

void WebCryptography::encrypt(KeyHandle key, std::string context, std::string bytes, Callback<Encrypted> callback) {
  ask_for_encrypted(BrowserCall::Encrypt, fields_of(number(key), std::move(context), std::move(bytes)), std::move(callback), key);
}

void WebCryptography::decrypt(KeyHandle key, std::string context, Encrypted encrypted, Callback<std::string> callback) {
  ask_for_bytes(BrowserCall::Decrypt, fields_of(number(key), std::move(context), std::move(encrypted.nonce), std::move(encrypted.bytes)), std::move(callback), key);
}

void WebCryptography::seal(KeyHandle wrapping, std::string context, std::string bytes, Callback<SealedMessage> callback) {
  ask_browser(BrowserCall::Seal, fields_of(number(wrapping), std::move(context), std::move(bytes)), [wrapping, callback = std::move(callback)](Result<BrowserFields> answer) {
    if (!answer.ok()) return callback(answer.error());
    BrowserFields& fields = answer.value();
    callback(SealedMessage{std::move(fields.at(0)), {std::move(fields.at(1)), std::move(fields.at(2))}});
  });
}

void WebCryptography::open(KeyHandle wrapping, std::string context, SealedMessage message, Callback<std::string> callback) {
  ask_for_bytes(BrowserCall::Open,
                fields_of(number(wrapping), std::move(context), std::move(message.wrapped_key), std::move(message.content.nonce), std::move(message.content.bytes)),
                std::move(callback), wrapping);
}

void WebCryptography::wrap_key(KeyHandle wrapping, std::string context, KeyHandle key, Callback<Encrypted> callback) {
  ask_for_encrypted(BrowserCall::WrapKey, fields_of(number(wrapping), std::move(context), number(key)), std::move(callback), wrapping, key);
}

void WebCryptography::unwrap_key(KeyHandle wrapping, std::string context, Encrypted wrapped, KeyKind kind, KeyExport may_export, Callback<KeyHandle> callback) {
  ask_for_key(BrowserCall::UnwrapKey, fields_of(number(wrapping), std::move(context), std::move(wrapped.nonce), std::move(wrapped.bytes), number(kind), number(may_export)),
              kind, std::move(callback), wrapping);
}

void WebCryptography::hash(HashKind kind, std::string bytes, Callback<std::string> callback) {
  ask_for_bytes(BrowserCall::Hash, fields_of(kind == HashKind::Sha256 ? "SHA-256" : "SHA-512", std::move(bytes)), std::move(callback));
}

void WebCryptography::authenticate(KeyHandle hmac, std::string bytes, Callback<std::string> callback) {
  ask_for_bytes(BrowserCall::Authenticate, fields_of(number(hmac), std::move(bytes)), std::move(callback), hmac);
}

void WebCryptography::verify(KeyHandle key, std::string bytes, std::string signature, Callback<Done> callback) {
  ask_browser(BrowserCall::Verify, fields_of(number(key), std::move(bytes), std::move(signature)), [key, callback = std::move(callback)](Result<BrowserFields> answer) {
    if (!answer.ok()) return callback(answer.error());
    callback(Done{});
  });
}

}  // namespace stadttor::platform
