#include "protocols/jose/own_key.h"

#include "protocols/jose/base64url.h"

namespace stadttor::protocols::jose {

void write_encryption_key(JsonWriter& json, const platform::RsaPublicNumbers& numbers, std::string_view key_id) {
  json.begin_object().member("kty", "RSA").name("key_ops").begin_list().text("wrapKey").end_list();
  json.member("alg", "RSA-OAEP-256").member("kid", key_id);
  json.member("n", base64url_from_bytes(numbers.modulus)).member("e", base64url_from_bytes(numbers.exponent)).end_object();
}

Personal<std::string> json_from_private_key(const platform::RsaPrivateNumbers& numbers, std::string_view key_id) {
  JsonWriter json;
  json.begin_object().member("kty", "RSA").member("alg", "RSA-OAEP-256").member("kid", key_id);
  json.member("n", base64url_from_bytes(numbers.open.modulus)).member("e", base64url_from_bytes(numbers.open.exponent));
  json.member("d", base64url_from_bytes(numbers.exponent.reveal<"a private key is written for the vault">()));
  json.member("p", base64url_from_bytes(numbers.first_prime.reveal<"a private key is written for the vault">()));
  json.member("q", base64url_from_bytes(numbers.second_prime.reveal<"a private key is written for the vault">()));
  json.member("dp", base64url_from_bytes(numbers.first_exponent.reveal<"a private key is written for the vault">()));
  json.member("dq", base64url_from_bytes(numbers.second_exponent.reveal<"a private key is written for the vault">()));
  json.member("qi", base64url_from_bytes(numbers.coefficient.reveal<"a private key is written for the vault">()));
  return Personal<std::string>(json.end_object().take());
}

}  // namespace stadttor::protocols::jose
