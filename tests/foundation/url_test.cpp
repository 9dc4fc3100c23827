#include <doctest/doctest.h>

#include <string>

#include "foundation/url.h"

using namespace stadttor;

TEST_SUITE("foundation") {
  TEST_CASE("addresses of the portal, of other sites over TLS, of mail and telephone are allowed") {
    for (const auto* url : {"/", "/de/leistungen/hund-anmelden", "/de/suche#q=hund", "#inhalt", "?a=b", "https://example.org/x?y=1#z", "HTTPS://EXAMPLE.ORG",
                            "mailto:stadt@musterstadt.example", "Mailto:a@b.example", "tel:115", "TEL:+49123", "/a//b", "/\xc3\xa4mter"}) {
      CHECK_MESSAGE(is_allowed_url(url), url);
    }
  }

  TEST_CASE("addresses that run code or lead elsewhere unseen are refused") {
    for (const auto* url : {"javascript:alert(1)", "JavaScript:alert(1)", "jAvAsCrIpT:alert(1)", "data:text/html,<script>", "DATA:text/html,x",
                            "vbscript:x", "file:///etc/passwd", "blob:https://x", "//evil.example/x", "///evil.example", "http://example.org/",
                            "ftp://example.org", "filesystem:https://x", "about:blank", "https:", "https:/", "https:example.org", "example.org", "de/", "../x", ".", ""}) {
      CHECK_MESSAGE(!is_allowed_url(url), url);
    }
  }

  TEST_CASE("characters that browsers drop or turn into slashes are refused anywhere") {
    for (const auto* url : {"/\\evil.example", "\\\\evil.example", "https:\\\\evil.example", "/a\\b", " /de/", "/de/ ", "/a b", "\t/de/", "java\tscript:alert(1)",
                            "java\nscript:alert(1)", "/\r\nX: y", "\x01javascript:alert(1)", "/a\x7f", "/\x1f", "https://a\x0b.example", "\njavascript:x"}) {
      CHECK_MESSAGE(!is_allowed_url(url), url);
    }
    CHECK_FALSE(is_allowed_url(std::string_view("/a\0b", 4)));
    CHECK_FALSE(is_allowed_url(std::string_view("\0", 1)));
  }

  TEST_CASE("percent-encoding keeps unreserved characters and nothing else") {
    CHECK(percent_encoded("Az09-._~") == "Az09-._~");
    CHECK(percent_encoded("a b+c/d#e?f%g") == "a%20b%2Bc%2Fd%23e%3Ff%25g");
    CHECK(percent_encoded("ä€😀") == "%C3%A4%E2%82%AC%F0%9F%98%80");
    CHECK(percent_encoded("").empty());
  }

  TEST_CASE("percent-decoding undoes encoding and reads plus as a space") {
    CHECK(percent_decoded("a%20b+c%2fd%2F") == "a b c/d/");
    CHECK(percent_decoded("%C3%A4") == "ä");
    for (int byte = 0; byte < 256; ++byte) {
      const std::string text(1, static_cast<char>(byte));
      CHECK(percent_decoded(percent_encoded(text)) == text);
    }
  }

  TEST_CASE("broken percent sequences stay as they are") {
    CHECK(percent_decoded("100%") == "100%");
    CHECK(percent_decoded("%4") == "%4");
    CHECK(percent_decoded("%zz%41") == "%zzA");
    CHECK(percent_decoded("%%41") == "%A");
  }

  TEST_CASE("the last percent sequence of a text is decoded too") {
    CHECK(percent_decoded("%41") == "A");
    CHECK(percent_decoded("x%20") == "x ");
  }
}
