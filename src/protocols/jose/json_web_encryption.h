// JSON Web Encryption (RFC 7516) in FIT-Connect's profile: compact, RSA-OAEP-256 for the key, A256GCM for the content, no
// compression. Whether the recipient's key is good enough was asked before (json_web_key.h).
#pragma once

#include <string>
#include <string_view>

#include "platform/cryptography.h"

namespace stadttor::protocols::jose {

struct EncryptionKey {
  platform::KeyHandle handle;  // RsaOaepPublic to encrypt, RsaOaepPrivate to decrypt
  std::string key_id;
};

// `content_type` is a media type ("application/json"). The answer is the compact serialization.
void encrypt_jwe(platform::Cryptography& cryptography, const EncryptionKey& recipient, std::string content_type, std::string plaintext,
                 platform::Callback<std::string> callback);

struct DecryptedJwe {
  std::string content_type;
  std::string plaintext;
};

// Everything outside the profile is ErrorKind::MalformedData, everything that does not open ErrorKind::Tampered.
void decrypt_jwe(platform::Cryptography& cryptography, const EncryptionKey& key, std::string_view compact,
                 platform::Callback<DecryptedJwe> callback);

// The fifth segment, by which events refer to a JWE. Empty where there is none.
std::string_view authentication_tag_of(std::string_view compact);

}  // namespace stadttor::protocols::jose
