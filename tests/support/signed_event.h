// Events as the authority and the delivery service sign them: PS512 with the key of tests/protocols/fixtures/authority.json.
#pragma once

#include <openssl/evp.h>
#include <openssl/rsa.h>

#include "platform/native/openssl_primitives.h"
#include "protocols/jose/base64url.h"
#include "support/authority.h"

namespace stadttor::testing {

inline platform::OwnedKey fixture_signing_key() {
  const std::string encoded = authority()["signing_key"];
  std::string der(encoded.size(), '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(der.data()), reinterpret_cast<const unsigned char*>(encoded.data()), static_cast<int>(encoded.size()));
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  return platform::OwnedKey(d2i_AutoPrivateKey(nullptr, &at, size));
}

inline std::string signature_of(const std::string& text) {
  const platform::OwnedKey key = fixture_signing_key();
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  EVP_PKEY_CTX* parameters = nullptr;
  EVP_DigestSignInit(context, &parameters, EVP_sha512(), nullptr, key.get());
  EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING);
  EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, 64);
  std::size_t length = 0;
  EVP_DigestSign(context, nullptr, &length, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  std::string signature(length, '\0');
  EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &length, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  EVP_MD_CTX_free(context);
  return signature;
}

inline std::string signed_event(const char* event, const std::string& issuer, const std::string& submission, const std::string& in_case,
                                const nlohmann::json& content = nlohmann::json::object(), const char* key_id = "musterstadt-2026-bescheid",
                                const char* about = "submission:") {
  const nlohmann::json header = {{"typ", "secevent+jwt"}, {"alg", "PS512"}, {"kid", key_id}};
  const nlohmann::json payload = {{"$schema", "https://schema.fitko.de/fit-connect/set-payload/1.2.2/set-payload.schema.json"},
                                  {"iss", issuer},
                                  {"iat", 1795593600},
                                  {"jti", "0f6a3e52-8a57-4b71-a9c1-0b1f3f5b8e21"},
                                  {"sub", about + submission},
                                  {"txn", "case:" + in_case},
                                  {"events", {{std::string("https://schema.fitko.de/fit-connect/events/") + event, content}}}};
  using protocols::jose::base64url_from_bytes;
  const std::string input = base64url_from_bytes(header.dump()) + "." + base64url_from_bytes(payload.dump());
  return input + "." + base64url_from_bytes(signature_of(input));
}

}  // namespace stadttor::testing
