// Keys of others: read and checked, with everything the profile refuses.
#include "fuzz/fuzz_target.h"
#include "protocols/jose/json_web_key.h"

void stadttor::fuzz::feed(std::string_view input) {
  using namespace protocols::jose;
  const auto look_at = [](const JsonWebKey& key) {
    const bool encrypts = check_encryption_key(key, key.key_id).ok();
    const bool signs = check_signature_key(key, key.key_id).ok();
    must(!(encrypts && signs), "a key has one use");
    if (encrypts || signs) must(!key.has_private_members, "nothing private is taken");
    must(!thumbprint_input(key).empty() || key.type == KeyType::Other, "every key has a thumbprint");
    if (!check_validity(key, 1'795'593'600'000).ok()) must(!key.certificates.empty(), "only a certificate ends");
  };
  const auto key = parse_json_web_key(input, "fuzz");
  if (key.ok()) look_at(key.value());
  const auto set = parse_json_web_key_set(input, "fuzz");
  if (set.ok()) {
    for (const JsonWebKey& one : set.value()) look_at(one);
  }
  static_cast<void>(parse_rsa_private_key(input, "fuzz").ok());
}
