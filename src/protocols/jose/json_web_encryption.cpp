#include "protocols/jose/json_web_encryption.h"

#include <algorithm>

#include "protocols/jose/base64url.h"
#include "protocols/jose/protected_header.h"

namespace stadttor::protocols::jose {

namespace {

constexpr std::string_view kAlgorithm = "RSA-OAEP-256";
constexpr std::string_view kEncryption = "A256GCM";
constexpr std::size_t kNonceSize = 12;
constexpr std::size_t kTagSize = 16;
constexpr std::size_t kSegments = 5;

Error refused(const char* why) { return {ErrorKind::MalformedData, "JWE", why, NextStep::ContactOffice}; }

// RFC 6838 in short; nothing that would have to be escaped.
bool is_media_type(std::string_view text) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("/.+-_").find(c) != std::string_view::npos; };
  return !text.empty() && text.size() < 128 && std::all_of(text.begin(), text.end(), fits);
}

struct ReadJwe {
  ProtectedHeader header;
  std::string context;
  platform::SealedMessage message;
};

Result<ReadJwe> read_jwe(std::string_view compact, std::string_view key_id) {
  const auto segments = segments_of(compact, kSegments);
  if (segments.empty()) return refused("not five segments");
  ReadJwe read;
  TRY_ASSIGN(read.header, read_protected_header(segments[0], HeaderKind::Encryption));
  if (read.header.algorithm != kAlgorithm) return refused("alg is not RSA-OAEP-256");
  if (read.header.encryption != kEncryption) return refused("enc is not A256GCM");
  if (!read.header.key_id.empty() && read.header.key_id != key_id) return refused("kid is that of another key");
  const auto wrapped = parse_base64url(segments[1]);
  const auto nonce = parse_base64url(segments[2]);
  const auto bytes = parse_base64url(segments[3]);
  const auto tag = parse_base64url(segments[4]);
  if (!wrapped || !nonce || !bytes || !tag) return refused("a segment is not base64url");
  if (nonce->size() != kNonceSize || tag->size() != kTagSize) return refused("nonce or tag of another size");
  read.context = std::string(segments[0]);
  read.message = {*wrapped, {*nonce, *bytes + *tag}};
  return read;
}

}  // namespace

void encrypt_jwe(platform::Cryptography& cryptography, const EncryptionKey& recipient, std::string content_type, std::string plaintext,
                 platform::Callback<std::string> callback) {
  ProtectedHeader header;
  header.algorithm = kAlgorithm;
  header.encryption = kEncryption;
  header.key_id = recipient.key_id;
  // Without a valid type no header is written, and without a header there is no key that would fit.
  if (is_media_type(content_type)) header.content_type = std::move(content_type);
  std::string protected_header = base64url_from_bytes(text_from_header(header));
  const bool is_typed = !header.content_type.empty();
  cryptography.seal(is_typed ? recipient.handle : nullptr, protected_header, std::move(plaintext),
                    [protected_header, is_typed, callback = std::move(callback)](Result<platform::SealedMessage> sealed) {
                      if (!is_typed) return callback(refused("cty is not a media type"));
                      if (!sealed.ok()) return callback(sealed.error());
                      const platform::SealedMessage& message = sealed.value();
                      const std::string_view bytes = message.content.bytes;
                      std::string compact = protected_header;
                      for (const std::string_view part : {std::string_view(message.wrapped_key), std::string_view(message.content.nonce),
                                                          bytes.substr(0, bytes.size() - kTagSize), bytes.substr(bytes.size() - kTagSize)}) {
                        compact.append(".").append(base64url_from_bytes(part));
                      }
                      callback(std::move(compact));
                    });
}

void decrypt_jwe(platform::Cryptography& cryptography, const EncryptionKey& key, std::string_view compact,
                 platform::Callback<DecryptedJwe> callback) {
  auto read = read_jwe(compact, key.key_id);
  const bool is_in_profile = read.ok();
  const Error fault = is_in_profile ? Error{} : read.error();
  ReadJwe jwe = is_in_profile ? std::move(read).value() : ReadJwe{};
  // What is outside the profile meets no key; the answer comes later all the same.
  cryptography.open(is_in_profile ? key.handle : nullptr, std::move(jwe.context), std::move(jwe.message),
                    [is_in_profile, fault, content_type = std::move(jwe.header.content_type), callback = std::move(callback)](Result<std::string> plain) {
                      if (!is_in_profile) return callback(fault);
                      if (!plain.ok()) return callback(plain.error());
                      callback(DecryptedJwe{content_type, std::move(plain).value()});
                    });
}

std::string_view authentication_tag_of(std::string_view compact) {
  const auto segments = segments_of(compact, kSegments);
  return segments.empty() ? std::string_view() : segments.back();
}

}  // namespace stadttor::protocols::jose
