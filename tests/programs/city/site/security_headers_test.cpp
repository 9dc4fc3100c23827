#include "programs/city/site/security_headers.h"

#include <doctest/doctest.h>

#include "programs/city/site/media_type.h"
#include "programs/city/site/origin.h"

namespace stadttor::city_server {
TEST_SUITE("programs/city") {
  TEST_CASE("the content security policy is exactly the agreed one") {
    CHECK(content_security_policy({}) ==
          "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; "
          "font-src 'self'; img-src 'self' blob: data:; manifest-src 'self'; connect-src 'self'; frame-src 'none'; "
          "base-uri 'none'; form-action 'self'; object-src 'none'; frame-ancestors 'self'; "
          "require-trusted-types-for 'script'; trusted-types engine-worker passphrase-worker");
  }

  TEST_CASE("the city's APIs may be asked and the listed sites may show the portal in a frame") {
    const std::string policy = content_security_policy({{"https://api.example"}, {"https://www.example:8443"}});

    CHECK(policy.find("connect-src 'self' https://api.example;") != std::string::npos);
    CHECK(policy.find("frame-ancestors 'self' https://www.example:8443;") != std::string::npos);
  }

  TEST_CASE("what can run script carries every header, a picture only the general ones") {
    Answer page;
    page.content_type = "text/html; charset=utf-8";
    add_security_headers(page, {}, Transport::Encrypted);
    Answer picture;
    picture.content_type = "image/png";
    add_security_headers(picture, {}, Transport::Plain);

    for (const std::string_view name : {"X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Resource-Policy",
                                        "Strict-Transport-Security", "Content-Security-Policy",
                                        "Cross-Origin-Opener-Policy", "Permissions-Policy"}) {
      CAPTURE(name);
      CHECK_FALSE(page.header(name).empty());
    }
    CHECK(picture.header("X-Content-Type-Options") == "nosniff");
    CHECK(picture.header("Content-Security-Policy").empty());
    CHECK(picture.header("Strict-Transport-Security").empty());
  }

  TEST_CASE("only a clean origin gets into a policy") {
    for (const std::string_view origin :
         {"https://a.example", "http://localhost:8080", "https://*.example", "wss://a-b.example"}) {
      CAPTURE(origin);
      CHECK(is_origin(origin));
    }
    for (const std::string_view text :
         {"", "https://", "a.example", "https://a.example/", "https://a.example/x", "https://u@a.example", "https://*",
          "https://a.example; script-src *", "https://a.example https://b.example", "javascript://a", "https://a..b",
          "https://a.example:", "https://a.example:123456", "https://-a.example", "'self'", "https://a.example\r\nX: y"}) {
      CAPTURE(text);
      CHECK_FALSE(is_origin(text));
    }
  }

  TEST_CASE("a file's media type follows its name") {
    CHECK(media_type_from_name("engine.1a2b.wasm") == "application/wasm");
    CHECK(media_type_from_name("portal.mjs") == "text/javascript; charset=utf-8");
    CHECK(media_type_from_name("portal.json") == "application/json");
    CHECK(media_type_from_name("portal.webmanifest") == "application/manifest+json");
    CHECK(media_type_from_name("fira.woff2") == "font/woff2");
    CHECK(media_type_from_name("suche.bin") == "application/octet-stream");
    CHECK(media_type_from_name("LICENSE") == "application/octet-stream");
  }
}
}  // namespace stadttor::city_server
