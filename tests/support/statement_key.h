// A gateway's key for statements: ES256, made anew for each test program.
#pragma once

#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "protocols/jose/base64url.h"

namespace stadttor::testing {

class StatementKey {
 public:
  StatementKey() : key_(EVP_EC_gen("P-256"), EVP_PKEY_free) {}

  nlohmann::json public_key(const char* key_id = "gateway-2026") const {
    unsigned char point[65];
    std::size_t size = 0;
    EVP_PKEY_get_octet_string_param(key_.get(), "pub", point, sizeof point, &size);
    const std::string bytes(reinterpret_cast<const char*>(point), size);
    return {{"kty", "EC"}, {"crv", "P-256"}, {"alg", "ES256"}, {"use", "sig"}, {"kid", key_id},
            {"x", protocols::jose::base64url_from_bytes(bytes.substr(1, 32))}, {"y", protocols::jose::base64url_from_bytes(bytes.substr(33, 32))}};
  }

  std::string token(const nlohmann::json& payload, const char* type = "destination-statement+jwt", const char* key_id = "gateway-2026") const {
    const nlohmann::json header = {{"alg", "ES256"}, {"typ", type}, {"kid", key_id}};
    const std::string input = protocols::jose::base64url_from_bytes(header.dump()) + "." + protocols::jose::base64url_from_bytes(payload.dump());
    return input + "." + protocols::jose::base64url_from_bytes(signature_of(input));
  }

 private:
  // r and s, 32 bytes each.
  std::string signature_of(const std::string& text) const {
    unsigned char der[128];
    std::size_t size = sizeof der;
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, key_.get());
    EVP_DigestSign(context, der, &size, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    EVP_MD_CTX_free(context);
    const unsigned char* at = der;
    ECDSA_SIG* signature = d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(size));
    std::string numbers(64, '\0');
    BN_bn2binpad(ECDSA_SIG_get0_r(signature), reinterpret_cast<unsigned char*>(numbers.data()), 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(signature), reinterpret_cast<unsigned char*>(numbers.data()) + 32, 32);
    ECDSA_SIG_free(signature);
    return numbers;
  }

  std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)> key_;
};

}  // namespace stadttor::testing
