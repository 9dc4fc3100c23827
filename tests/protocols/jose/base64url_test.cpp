#include "protocols/jose/base64url.h"

#include <doctest/doctest.h>

#include <string>

using namespace stadttor::protocols::jose;

TEST_SUITE("protocols") {
  TEST_CASE("bytes survive base64url, whatever their number") {
    std::string bytes;
    for (int i = 0; i < 300; ++i) {
      CHECK(parse_base64url(base64url_from_bytes(bytes)) == bytes);
      bytes.push_back(static_cast<char>(i * 7));
    }
    // RFC 7515, appendix C.
    CHECK(base64url_from_bytes("\x03\xec\xff\xe0\xc1") == "A-z_4ME");
  }

  TEST_CASE("base64url has one text for each value; others are refused") {
    for (const char* text : {"A", "AAAAA", "A-z_4MF", "AB", "A-z_4ME=", "A+z/4ME", "A-z 4ME", "A-z_4ME\n", "A-z_\xc3\xa4"}) {
      CHECK_MESSAGE(!parse_base64url(text), text);
    }
    CHECK(parse_base64url("") == "");
  }
}
