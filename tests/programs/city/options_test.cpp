#include "programs/city/options.h"

#include <doctest/doctest.h>

namespace stadttor::city_server {
TEST_SUITE("programs/city") {
  TEST_CASE("without options the built site is served on port 8080 of this machine") {
    const Result<Options> options = parse_options({});

    if (!CHECK(options.ok())) return;
    CHECK(options.value().port == 8080);
    CHECK(options.value().host == "127.0.0.1");
    CHECK(options.value().site == ".build/site");
  }

  TEST_CASE("an option's value follows as the next word or after an equals sign") {
    const Result<Options> options = parse_options(
        {"--port", "9000", "--site=/srv/site", "--embed-origin", "https://a.example", "--embed-origin=https://b.example"});

    if (!CHECK(options.ok())) return;
    CHECK(options.value().port == 9000);
    CHECK(options.value().site == "/srv/site");
    CHECK(options.value().embed_origins.size() == 2);
  }

  TEST_CASE("gateway and appointments have limits of their own, and none of them is nothing") {
    const Result<Options> options = parse_options({"--appointment-limit", "600", "--gateway-limit=30"});

    if (!CHECK(options.ok())) return;
    CHECK(options.value().appointment_calls_per_minute == 600);
    CHECK(options.value().calls_per_minute == 30);
    CHECK(parse_options({}).value().appointment_calls_per_minute == 60);
    CHECK(!parse_options({"--appointment-limit", "0"}).ok());
  }

  TEST_CASE("keys are made by a word in front, into a folder of one's choice") {
    const Result<Options> options = parse_options({"keys", "--out", "/srv/keys", "--issuer=https://fit.example"});

    if (!CHECK(options.ok())) return;
    CHECK(options.value().task == Task::MakeKeys);
    CHECK(options.value().keys == "/srv/keys");
    CHECK(options.value().issuer == "https://fit.example");
  }

  TEST_CASE("accounts of clerks are kept by words in front, and a password is never one of them") {
    const Result<Options> options = parse_options({"clerk", "add", "anna", "--database=/srv/city.sqlite"});

    if (!CHECK(options.ok())) return;
    CHECK(options.value().task == Task::KeepClerks);
    CHECK(options.value().clerk_task == ClerkTask::Add);
    CHECK(options.value().clerk == "anna");
    CHECK(options.value().database == "/srv/city.sqlite");
    CHECK(parse_options({"clerk", "list"}).ok());
    CHECK_FALSE(parse_options({"clerk"}).ok());
    CHECK_FALSE(parse_options({"clerk", "remove"}).ok());
    CHECK_FALSE(parse_options({"clerk", "add", "anna", "geheim"}).ok());
    CHECK_FALSE(parse_options({"clerk", "password", "--database"}).ok());
  }

  TEST_CASE("an option that makes no sense is refused with an example of a right one") {
    for (const std::string_view port : {"", "x", "65536", "-1", "80 80", "8080;"}) {
      const Result<Options> options = parse_options({"--port", port});
      CHECK_FALSE(options.ok());
    }
    CHECK(parse_options({"--port", "x"}).error().detail.find("--port 8080") != std::string::npos);
    CHECK(parse_options({"--embed-origin", "https://a.example/path"}).error().detail.find("without a path") !=
          std::string::npos);
    CHECK_FALSE(parse_options({"--portal-origin", "https://a.example/path"}).ok());
    CHECK_FALSE(parse_options({"--gateway-limit", "0"}).ok());
    CHECK_FALSE(parse_options({"--report-limit", "viele"}).ok());
    CHECK(parse_options({"--submission-api", "https://fit.example"}).error().detail.find("--token-endpoint") != std::string::npos);
    CHECK(parse_options({"keys", "--revoke", "hund-2026"}).value().revoked_key == "hund-2026");
    CHECK_FALSE(parse_options({"--revoke", "hund-2026"}).ok());
    CHECK_FALSE(parse_options({"keys", "--port", "1"}).ok());
    CHECK_FALSE(parse_options({"--prot", "8080"}).ok());
    CHECK_FALSE(parse_options({"--site"}).ok());
  }
}
}  // namespace stadttor::city_server
