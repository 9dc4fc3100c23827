// Certificates as x5c has them, and the same bytes as DER, so that changes reach the structure and not only its letters.
#include "fuzz/fuzz_target.h"
#include "protocols/jose/base64url.h"
#include "protocols/jose/certificate.h"

void stadttor::fuzz::feed(std::string_view input) {
  using namespace protocols::jose;
  static_cast<void>(parse_certificate(input).ok());
  const auto read = parse_certificate(base64url_from_bytes(input));
  if (read.ok()) must(read.value().key.modulus.size() <= input.size(), "the key stood in it");
}
