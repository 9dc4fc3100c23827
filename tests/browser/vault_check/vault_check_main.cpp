// A vault in the browser, driven by tests/browser/vault.test.mjs: one command with one text or file, one answer. What a citizen
// will do on pages, without the pages.
#include <emscripten.h>

#include <memory>
#include <string>

#include "platform/memory_record_store.h"
#include "platform/web/clock_web.h"
#include "platform/web/cryptography_web.h"
#include "platform/web/event_loop_web.h"
#include "platform/web/record_store_web.h"
#include "platform/web/secure_random_web.h"
#include "protocols/jose/json_web_encryption.h"
#include "protocols/jose/json_web_signature.h"
#include "vault/vault.h"

EM_JS(void, check_answer, (const char* error, int error_length, const char* bytes, int length), {
  Module['host'].checked(HEAPU8.slice(error, error + error_length), HEAPU8.slice(bytes, bytes + length));
});

namespace {

using namespace stadttor;
using vault::SlotKind;
using vault::SlotSecret;
using vault::Vault;

struct Check {
  platform::WebEventLoop loop;
  platform::WebCryptography cryptography;
  platform::WebSecureRandom random;
  platform::WebClock clock;
  platform::WebRecordStore store;
  std::unique_ptr<Vault> vault;
  std::string command;
  std::string given;
  std::string other;
};

Check& check() {
  static Check instance;
  return instance;
}

void answer(const std::string& error, const std::string& bytes) {
  check_answer(error.data(), static_cast<int>(error.size()), bytes.data(), static_cast<int>(bytes.size()));
}

void answer_outcome(const Outcome& outcome) { answer(outcome.ok() ? "" : std::string(error_kind_name(outcome.error().kind)), ""); }
void answer_bytes(const Result<std::string>& bytes) {
  if (bytes.ok()) return answer("", bytes.value());
  answer(text_from_error(bytes.error()), "");
}

SlotSecret passphrase(const std::string& text) { return {SlotKind::Passphrase, Secret(text), {}}; }
SlotSecret recovery() { return {SlotKind::Recovery, Secret(std::string(16, 'r')), {}}; }

// Every record's content, one line each, in the order of ids.
void list_from(std::size_t at, const std::string& lines) {
  Check& now = check();
  const auto records = now.vault->records();
  if (at == records.size()) return answer("", lines);
  now.vault->read(records[at].id, [at, lines](const Result<vault::KeptRecord>& record) {
    if (!record.ok()) return answer(text_from_error(record.error()), "");
    const std::string& content = record.value().content.reveal<"a test compares what comes back">();
    list_from(at + 1, lines + std::to_string(content.size()) + " " + content.substr(0, content.find("  ")) + "\n");
  });
}

void keep(const std::string& content) {
  vault::VaultChanges changes;
  auto id = check().vault->make_id();
  if (!id.ok()) return answer_outcome(id.error());
  changes.kept.push_back({std::move(id).value(), vault::RecordType::Draft, 1, Personal<std::string>(content)});
  check().vault->change(std::move(changes), platform::Durability::Strict, answer_outcome);
}

// As the vault seals a record, for the bench: what comes of it is thrown away.
void seal(const std::string& content) {
  using namespace platform;
  auto bytes = std::make_shared<std::string>(vault::padded(content, vault::RecordType::Document));
  check().cryptography.make_key(KeyKind::AesKeyWrap, KeyExport::Never, [bytes](Result<KeyHandle> key) {
    if (!key.ok()) return answer_outcome(key.error());
    check().cryptography.seal(key.value(), "place", std::move(*bytes),
                              [](const Result<SealedMessage>& sealed) { answer_outcome(sealed.ok() ? Outcome(Done{}) : Outcome(sealed.error())); });
  });
}

void decrypt(const std::string& key, const std::string& compact) {
  auto numbers = protocols::jose::parse_rsa_private_key(key, "test");
  if (!numbers.ok()) return answer_outcome(numbers.error());
  check().cryptography.import_rsa_private(std::move(numbers).value(), [compact](Result<platform::KeyHandle> handle) {
    if (!handle.ok()) return answer_outcome(handle.error());
    protocols::jose::decrypt_jwe(check().cryptography, {handle.value(), "musterstadt-2026-hund"}, compact, [](const Result<protocols::jose::DecryptedJwe>& jwe) {
      answer_bytes(jwe.ok() ? Result<std::string>(jwe.value().plaintext) : Result<std::string>(jwe.error()));
    });
  });
}

void encrypt(const std::string& key, const std::string& plaintext) {
  auto jwk = protocols::jose::parse_json_web_key(key, "test");
  if (!jwk.ok()) return answer_outcome(jwk.error());
  check().cryptography.import_rsa_public(platform::KeyKind::RsaOaepPublic, jwk.value().rsa, [id = jwk.value().key_id, plaintext](Result<platform::KeyHandle> handle) {
    if (!handle.ok()) return answer_outcome(handle.error());
    protocols::jose::encrypt_jwe(check().cryptography, {handle.value(), id}, "application/json", plaintext, answer_bytes);
  });
}

void verify(const std::string& key, const std::string& compact) {
  auto jwk = protocols::jose::parse_json_web_key(key, "test");
  auto jws = protocols::jose::parse_jws(compact);
  if (!jwk.ok() || !jws.ok()) return answer_outcome(jwk.ok() ? jws.error() : jwk.error());
  protocols::jose::verify_jws(check().cryptography, jwk.value(), std::move(jws).value(), answer_outcome);
}

void run() {
  Check& now = check();
  Vault& vault = *now.vault;
  const std::string& command = now.command;
  if (command == "create") {
    std::vector<SlotSecret> secrets;
    secrets.push_back(passphrase(now.given));
    secrets.push_back(recovery());
    return vault.create(std::move(secrets), answer_outcome);
  }
  if (command == "unlock") return vault.unlock(passphrase(now.given), answer_outcome);
  if (command == "recover") return vault.unlock(recovery(), answer_outcome);
  if (command == "import") return vault.import_file(now.other, passphrase(now.given), answer_outcome);
  if (command == "export") return vault.export_file(answer_bytes);
  if (command == "keep") return keep(now.given);
  if (command == "list") return list_from(0, "");
  if (command == "wipe") return vault.wipe(answer_outcome);
  if (command == "seal") return seal(now.other);
  if (command == "decrypt") return decrypt(now.given, now.other);
  if (command == "encrypt") return encrypt(now.given, now.other);
  if (command == "verify") return verify(now.given, now.other);
  if (command == "lock") vault.lock();
  answer("", "");
}

}  // namespace

extern "C" {

// A place for `size` bytes: 0 the command, 1 what it is given, 2 what else.
EMSCRIPTEN_KEEPALIVE char* check_place(int which, int size) {
  std::string& text = which == 0 ? check().command : which == 1 ? check().given : check().other;
  text.assign(static_cast<std::size_t>(size), '\0');
  return text.data();
}

EMSCRIPTEN_KEEPALIVE void check_ask() {
  Check& now = check();
  if (!now.vault) {
    now.vault = std::make_unique<Vault>(vault::VaultPorts{now.store, now.cryptography, now.random, now.clock, now.loop});
  }
  run();
}

}  // extern "C"

int main() { return 0; }
