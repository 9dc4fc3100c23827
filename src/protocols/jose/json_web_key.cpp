#include "protocols/jose/json_web_key.h"

#include <set>

#include "protocols/jose/base64url.h"

namespace stadttor::protocols::jose {

namespace {

constexpr std::size_t kLongestKeySet = 256U << 10U;

// Base64urlUInt (RFC 7518, 2): big-endian, without leading zeros.
std::string number_of(JsonReader& key, std::string_view name) {
  const auto bytes = parse_base64url(key.required_text(name));
  if (!bytes) key.report(name, "expected a number in base64url");
  if (bytes && !bytes->empty() && bytes->front() == '\0') key.report(name, "begins with a zero byte");
  return bytes.value_or(std::string());
}

std::string coordinate_of(JsonReader& key, std::string_view name) {
  const auto bytes = parse_base64url(key.required_text(name));
  if (!bytes) key.report(name, "expected a coordinate in base64url");
  return bytes.value_or(std::string());
}

Secret secret_number_of(JsonReader& key, std::string_view name) {
  Secret text(key.required_text(name));
  auto bytes = parse_base64url(text.reveal<"a private key is read from its JWK">());
  if (!bytes) key.report(name, "expected a number in base64url");
  return Secret(std::move(bytes).value_or(std::string()));
}

}  // namespace

Result<JsonWebKey> read_json_web_key(JsonReader reader) {
  JsonWebKey key;
  const std::string type = reader.required_text("kty");
  key.type = type == "RSA" ? KeyType::Rsa : type == "EC" ? KeyType::Ec : KeyType::Other;
  key.algorithm = reader.optional_text("alg");
  key.use = reader.optional_text("use");
  key.key_id = reader.optional_text("kid");
  key.operations = reader.texts("key_ops");
  key.certificates = reader.texts("x5c");
  for (const char* name : {"d", "p", "q", "dp", "dq", "qi", "oth", "k"}) key.has_private_members = key.has_private_members || reader.has(name);
  if (key.type == KeyType::Rsa) {
    key.rsa = {number_of(reader, "n"), number_of(reader, "e")};
  } else if (key.type == KeyType::Ec) {
    key.curve = reader.required_text("crv");
    key.point = {coordinate_of(reader, "x"), coordinate_of(reader, "y")};
  }
  return key;
}

Result<JsonWebKey> parse_json_web_key(std::string_view json, std::string where) {
  if (json.size() > kLongestKeySet) return Error{ErrorKind::MalformedData, where, "too long for a key", NextStep::ContactOffice};
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json, std::move(where)));
  TRY_ASSIGN(JsonWebKey key, read_json_web_key(document.root()));
  TRY(document.finish());
  return key;
}

Result<std::vector<JsonWebKey>> parse_json_web_key_set(std::string_view json, std::string where) {
  if (json.size() > kLongestKeySet) return Error{ErrorKind::MalformedData, where, "too long for a set of keys", NextStep::ContactOffice};
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json, where));
  std::vector<JsonWebKey> keys;
  std::set<std::string> ids;
  bool is_ambiguous = false;
  document.root().each("keys", [&](JsonReader reader) {
    auto key = read_json_web_key(reader);
    if (!key.ok()) return;
    is_ambiguous = is_ambiguous || !ids.insert(key.value().key_id).second;
    keys.push_back(std::move(key).value());
  });
  TRY(document.finish());
  if (is_ambiguous) return Error{ErrorKind::MalformedData, where, "two keys have the same kid", NextStep::ContactOffice};
  return keys;
}

std::string thumbprint_input(const JsonWebKey& key) {
  if (key.type == KeyType::Ec) {
    return R"({"crv":")" + key.curve + R"(","kty":"EC","x":")" + base64url_from_bytes(key.point.x) + R"(","y":")" +
           base64url_from_bytes(key.point.y) + "\"}";
  }
  return R"({"e":")" + base64url_from_bytes(key.rsa.exponent) + R"(","kty":"RSA","n":")" + base64url_from_bytes(key.rsa.modulus) + "\"}";
}

Result<platform::RsaPrivateNumbers> parse_rsa_private_key(std::string_view json, std::string where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json, std::move(where)));
  JsonReader reader = document.root();
  platform::RsaPrivateNumbers numbers;
  if (reader.required_text("kty") != "RSA") reader.report("kty", "expected RSA");
  numbers.open = {number_of(reader, "n"), number_of(reader, "e")};
  numbers.exponent = secret_number_of(reader, "d");
  numbers.first_prime = secret_number_of(reader, "p");
  numbers.second_prime = secret_number_of(reader, "q");
  numbers.first_exponent = secret_number_of(reader, "dp");
  numbers.second_exponent = secret_number_of(reader, "dq");
  numbers.coefficient = secret_number_of(reader, "qi");
  if (reader.has("oth")) reader.report("oth", "keys of more than two primes are not used here");
  TRY(document.finish());
  return numbers;
}

}  // namespace stadttor::protocols::jose
