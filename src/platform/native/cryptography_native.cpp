#include "platform/native/cryptography_native.h"

#include <chrono>

#include "platform/native/openssl_primitives.h"

namespace stadttor::platform {

namespace {

constexpr std::size_t kKeySize = 32;

class NativeKey : public Key {
 public:
  NativeKey(KeyKind kind, KeyExport may_export, Secret bytes) : Key(kind), may_export_(may_export), bytes_(std::move(bytes)) {}
  NativeKey(KeyKind kind, OwnedKey numbers) : Key(kind), numbers_(std::move(numbers)) {}

  KeyExport may_export() const { return may_export_; }
  std::string_view bytes() const { return bytes_.reveal<"a key is used by OpenSSL">(); }
  EVP_PKEY* numbers() const { return numbers_.get(); }

 private:
  KeyExport may_export_ = KeyExport::Never;
  Secret bytes_;
  OwnedKey numbers_;
};

// Every handle of this Cryptography is one of its own.
const NativeKey& native(const KeyHandle& key) { return static_cast<const NativeKey&>(*key); }

bool is_of_kind(const KeyHandle& key, KeyKind kind) { return key != nullptr && key->kind() == kind; }

bool is_symmetric(KeyKind kind) {
  return kind == KeyKind::Aes256Gcm || kind == KeyKind::AesKeyWrap || kind == KeyKind::Hkdf || kind == KeyKind::Hmac;
}

Error wrong_key() { return {ErrorKind::NotSupported, "cryptography", "a key of this kind cannot do this", NextStep::None}; }

Result<KeyHandle> handle_of(KeyKind kind, KeyExport may_export, Result<Secret> bytes) {
  if (!bytes.ok()) return bytes.error();
  return KeyHandle(std::make_shared<NativeKey>(kind, may_export, std::move(bytes).value()));
}

Result<KeyHandle> handle_of(KeyKind kind, Result<OwnedKey> numbers) {
  if (!numbers.ok()) return numbers.error();
  return KeyHandle(std::make_shared<NativeKey>(kind, std::move(numbers).value()));
}

Result<SealedMessage> sealed(const KeyHandle& wrapping, std::string_view context, std::string_view bytes) {
  TRY_ASSIGN(const Secret content_key, random_secret(kKeySize));
  const std::string_view key = content_key.reveal<"a content key encrypts its one message">();
  if (is_of_kind(wrapping, KeyKind::AesKeyWrap)) {
    TRY_ASSIGN(std::string wrapped, wrapped_by_aes(native(wrapping).bytes(), key));
    TRY_ASSIGN(Encrypted content, gcm_encrypted(key, context, bytes));
    return SealedMessage{std::move(wrapped), std::move(content)};
  }
  if (!is_of_kind(wrapping, KeyKind::RsaOaepPublic)) return wrong_key();
  TRY_ASSIGN(std::string wrapped, oaep_encrypted(native(wrapping).numbers(), key));
  TRY_ASSIGN(Encrypted content, gcm_encrypted(key, context, bytes));
  return SealedMessage{std::move(wrapped), std::move(content)};
}

Result<Secret> content_key_of(const KeyHandle& wrapping, std::string_view wrapped) {
  if (is_of_kind(wrapping, KeyKind::AesKeyWrap)) return unwrapped_by_aes(native(wrapping).bytes(), wrapped);
  if (is_of_kind(wrapping, KeyKind::RsaOaepPrivate)) return oaep_decrypted(native(wrapping).numbers(), wrapped);
  return wrong_key();
}

Result<std::string> opened(const KeyHandle& wrapping, std::string_view context, const SealedMessage& message) {
  TRY_ASSIGN(const Secret key, content_key_of(wrapping, message.wrapped_key));
  return gcm_decrypted(key.reveal<"a content key decrypts its one message">(), context, message.content);
}

Outcome verified(const KeyHandle& key, std::string_view bytes, std::string_view signature) {
  if (is_of_kind(key, KeyKind::Ps512Public)) return verified_ps512(native(key).numbers(), bytes, signature);
  if (is_of_kind(key, KeyKind::Es256Public)) return verified_es256(native(key).numbers(), bytes, signature);
  return wrong_key();
}

}  // namespace

template <class Value>
void NativeCryptography::answer(Callback<Value> callback, Result<Value> result) {
  // Shared, because a std::function is copyable and a result need not be.
  auto kept = std::make_shared<Result<Value>>(std::move(result));
  loop_.post([callback = std::move(callback), kept] { callback(std::move(*kept)); });
}

void NativeCryptography::make_key(KeyKind kind, KeyExport may_export, Callback<KeyHandle> callback) {
  answer(std::move(callback), is_symmetric(kind) ? handle_of(kind, may_export, random_secret(kKeySize)) : Result<KeyHandle>(wrong_key()));
}

void NativeCryptography::import_key(KeyKind kind, Secret bytes, Callback<KeyHandle> callback) {
  const bool has_size = kind == KeyKind::Hkdf || kind == KeyKind::Hmac || bytes.reveal<"a key's length is looked at">().size() == kKeySize;
  const bool is_fit = is_symmetric(kind) && has_size;
  answer(std::move(callback), is_fit ? handle_of(kind, KeyExport::Never, std::move(bytes)) : Result<KeyHandle>(wrong_key()));
}

void NativeCryptography::import_rsa_public(KeyKind kind, RsaPublicNumbers numbers, Callback<KeyHandle> callback) {
  const bool is_fit = kind == KeyKind::RsaOaepPublic || kind == KeyKind::Ps512Public;
  answer(std::move(callback), is_fit ? handle_of(kind, rsa_public(numbers)) : Result<KeyHandle>(wrong_key()));
}

void NativeCryptography::import_rsa_private(RsaPrivateNumbers numbers, Callback<KeyHandle> callback) {
  answer(std::move(callback), handle_of(KeyKind::RsaOaepPrivate, rsa_private(numbers)));
}

void NativeCryptography::make_rsa_pair(Callback<RsaPrivateNumbers> callback) { answer(std::move(callback), made_rsa_pair()); }

void NativeCryptography::import_ec_public(EcPublicPoint point, Callback<KeyHandle> callback) {
  answer(std::move(callback), handle_of(KeyKind::Es256Public, ec_public(point)));
}

void NativeCryptography::derive_key(KeyHandle from, std::string salt, std::string purpose, KeyKind kind, Callback<KeyHandle> callback) {
  if (!is_of_kind(from, KeyKind::Hkdf) || !is_symmetric(kind)) return answer(std::move(callback), Result<KeyHandle>(wrong_key()));
  answer(std::move(callback), handle_of(kind, KeyExport::Never, hkdf_sha256(native(from).bytes(), salt, purpose, kKeySize)));
}

void NativeCryptography::derive_passphrase_key(Secret passphrase, std::string salt, Argon2Cost cost, Callback<KeyHandle> callback) {
  answer(std::move(callback), handle_of(KeyKind::Aes256Gcm, KeyExport::Never,
                                        argon2id(passphrase.reveal<"a passphrase becomes the key of its slot">(), salt, cost)));
}

void NativeCryptography::encrypt(KeyHandle key, std::string context, std::string bytes, Callback<Encrypted> callback) {
  answer(std::move(callback),
         is_of_kind(key, KeyKind::Aes256Gcm) ? gcm_encrypted(native(key).bytes(), context, bytes) : Result<Encrypted>(wrong_key()));
}

void NativeCryptography::decrypt(KeyHandle key, std::string context, Encrypted encrypted, Callback<std::string> callback) {
  answer(std::move(callback),
         is_of_kind(key, KeyKind::Aes256Gcm) ? gcm_decrypted(native(key).bytes(), context, encrypted) : Result<std::string>(wrong_key()));
}

void NativeCryptography::seal(KeyHandle wrapping, std::string context, std::string bytes, Callback<SealedMessage> callback) {
  answer(std::move(callback), sealed(wrapping, context, bytes));
}

void NativeCryptography::open(KeyHandle wrapping, std::string context, SealedMessage message, Callback<std::string> callback) {
  answer(std::move(callback), opened(wrapping, context, message));
}

void NativeCryptography::wrap_key(KeyHandle wrapping, std::string context, KeyHandle key, Callback<Encrypted> callback) {
  const bool may = is_of_kind(wrapping, KeyKind::Aes256Gcm) && key != nullptr && native(key).may_export() == KeyExport::Wrapped;
  answer(std::move(callback),
         may ? gcm_encrypted(native(wrapping).bytes(), context, native(key).bytes()) : Result<Encrypted>(wrong_key()));
}

void NativeCryptography::unwrap_key(KeyHandle wrapping, std::string context, Encrypted wrapped, KeyKind kind, KeyExport may_export,
                                    Callback<KeyHandle> callback) {
  const auto unwrapped = [&]() -> Result<KeyHandle> {
    if (!is_of_kind(wrapping, KeyKind::Aes256Gcm) || !is_symmetric(kind)) return wrong_key();
    TRY_ASSIGN(std::string bytes, gcm_decrypted(native(wrapping).bytes(), context, wrapped));
    Secret secret(std::move(bytes));
    if (secret.reveal<"a key's length is looked at">().size() != kKeySize) return not_opened();
    return handle_of(kind, may_export, std::move(secret));
  };
  answer(std::move(callback), unwrapped());
}

void NativeCryptography::hash(HashKind kind, std::string bytes, Callback<std::string> callback) {
  answer(std::move(callback), hash_of(kind, bytes));
}

namespace {

// A slice at a time, so that whoever owns the loop gets its turns.
struct PuzzleWork : std::enable_shared_from_this<PuzzleWork> {
  EventLoop& loop;
  HashPuzzle puzzle;
  Callback<PuzzleSolution> callback;
  std::uint32_t counter = 0;
  std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();

  PuzzleWork(EventLoop& used, HashPuzzle given, Callback<PuzzleSolution> done) : loop(used), puzzle(std::move(given)), callback(std::move(done)) {}

  bool is_solved_by(const std::string& key) const {
    constexpr std::string_view kDigits = "0123456789abcdef";
    for (std::size_t at = 0; at < puzzle.prefix.size(); ++at) {
      const auto byte = static_cast<unsigned char>(key[at / 2]);
      if (kDigits[at % 2 == 0 ? byte >> 4U : byte & 15U] != puzzle.prefix[at]) return false;
    }
    return true;
  }

  Result<std::string> key_of(std::uint32_t number) const {
    std::string hashed = puzzle.salt + puzzle.nonce;
    for (unsigned shift = 32; shift > 0; shift -= 8) hashed.push_back(static_cast<char>(number >> (shift - 8) & 0xffU));
    for (std::uint32_t round = 0; round < puzzle.cost; ++round) {
      TRY_ASSIGN(hashed, hash_of(HashKind::Sha256, hashed));
    }
    return hashed.substr(0, puzzle.key_size);
  }

  void go_on() {
    constexpr std::uint32_t kHashesAtOnce = 4'000;
    constexpr std::uint64_t kMostHashes = 50'000'000;  // more is nobody's intention
    for (std::uint32_t done = 0; done < kHashesAtOnce; done += puzzle.cost) {
      if ((std::uint64_t{counter} + 1) * puzzle.cost > kMostHashes) return callback(Error{ErrorKind::NotSupported, "puzzle", "no counter solves it", NextStep::ContactOffice});
      auto key = key_of(counter);
      if (!key.ok()) return callback(key.error());
      if (is_solved_by(key.value())) {
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
        return callback(PuzzleSolution{counter, std::move(key).value(), took.count()});
      }
      ++counter;
    }
    loop.post([self = shared_from_this()] { self->go_on(); });
  }
};

}  // namespace

void NativeCryptography::solve_puzzle(HashPuzzle puzzle, Callback<PuzzleSolution> callback) {
  auto work = std::make_shared<PuzzleWork>(loop_, std::move(puzzle), std::move(callback));
  loop_.post([work] { work->go_on(); });
}

void NativeCryptography::authenticate(KeyHandle hmac, std::string bytes, Callback<std::string> callback) {
  answer(std::move(callback), is_of_kind(hmac, KeyKind::Hmac) ? hmac_sha256(native(hmac).bytes(), bytes) : Result<std::string>(wrong_key()));
}

void NativeCryptography::verify(KeyHandle key, std::string bytes, std::string signature, Callback<Done> callback) {
  answer(std::move(callback), verified(key, bytes, signature));
}

}  // namespace stadttor::platform
