#include "programs/city/site/site_path.h"

#include <doctest/doctest.h>

namespace stadttor::city_server {
TEST_SUITE("programs/city") {
  TEST_CASE("a path names a file below the site's folder") {
    CHECK(find_site_name("/") == "");
    CHECK(find_site_name("/de") == "de");
    CHECK(find_site_name("/de/") == "de");
    CHECK(find_site_name("/de/leistungen/hund-anmelden") == "de/leistungen/hund-anmelden");
    CHECK(find_site_name("/.well-known/security.txt") == ".well-known/security.txt");
  }

  TEST_CASE("a path that could lead out of the folder or to a hidden file names nothing") {
    using namespace std::string_view_literals;
    for (const std::string_view path :
         {""sv, "de"sv, "/.."sv, "/../etc/passwd"sv, "/de/../../etc"sv, "/./de"sv, "//etc"sv, "/de//x"sv, "/de//"sv,
          "/.git/config"sv, "/de/.env"sv, "/de\\..\\x"sv, "/de\0.html"sv, "/de\n"sv, "/..."sv}) {
      CAPTURE(path);
      CHECK_FALSE(find_site_name(path).has_value());
    }
  }

  TEST_CASE("the first segment is found even in paths that name nothing") {
    CHECK(first_segment("/de/gibt/es/nicht") == "de");
    CHECK(first_segment("//de") == "de");
    CHECK(first_segment("/") == "");
  }

  TEST_CASE("only files whose name changes with their content are kept for a year") {
    CHECK(cache_control_from_name("assets/engine.1a2b.wasm") == "public, max-age=31536000, immutable");
    CHECK(cache_control_from_name("daten/42/services.json") == "public, max-age=31536000, immutable");
    CHECK(cache_control_from_name("daten/portal.json") == "no-cache");
    CHECK(cache_control_from_name("de/leistungen") == "no-cache");
    CHECK(cache_control_from_name("service_worker.js") == "no-cache");
  }
}
}  // namespace stadttor::city_server
