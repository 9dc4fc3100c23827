// One text for each value: whatever is read is written as it was.
#include "fuzz/fuzz_target.h"
#include "protocols/jose/base64url.h"

void stadttor::fuzz::feed(std::string_view input) {
  using namespace protocols::jose;
  if (const auto bytes = parse_base64url(input)) must(base64url_from_bytes(*bytes) == input, "one text for each value");
  const auto back = parse_base64url(base64url_from_bytes(input));
  must(back.has_value() && *back == input, "all bytes come back");
}
