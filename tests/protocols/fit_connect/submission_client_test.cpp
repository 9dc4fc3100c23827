#include "protocols/fit_connect/submission_client.h"

#include "protocols/fit_connect/sealing.h"
#include "support/authority.h"
#include "support/later_answers.h"
#include "support/scripted_http.h"

using namespace stadttor;
using namespace stadttor::platform;
using namespace stadttor::protocols;
using namespace stadttor::protocols::fit_connect;
using testing::authority;
using testing::ScriptedHttp;
using testing::Workshop;
using Json = nlohmann::json;

namespace {

const std::string kDestination = "4f2c9f6e-0f4b-4a55-9c42-9a0e2f6d3c11";
const AnnouncedSubmission kAnnounced{"f39ab143-d91a-474a-b69f-b00f1a1873c2", "7c1f9b5e-3b0a-4e7d-9e51-51f7a5d0a1b2"};

template <class Value>
struct Given {
  Result<Value> result = Error{ErrorKind::TimedOut, "test", "nothing was answered", NextStep::None};
  RetryAdvice advice;
};

// A client, and what a server says to its one call.
struct Exchange {
  Workshop shop;
  HttpResponse response;
  ScriptedHttp http{shop.loop, [this](const HttpRequest&) -> Result<HttpResponse> { return response; }};
  SubmissionClient client{http, dialect_v1(), "https://gateway.example"};

  template <class Value, class Call>
  Given<Value> ask(Call call) {
    Given<Value> given;
    call([&given](Result<Value> result, RetryAdvice advice) { given = {std::move(result), advice}; });
    shop.loop.run();
    return given;
  }
  Given<Done> submit() {
    return ask<Done>([this](auto answer) { client.submit(kAnnounced.submission_id, "m.m", "d.d", answer); });
  }
};

std::string destination_json() {
  return Json{{"destinationId", kDestination},
              {"encryptionKid", "musterstadt-2026-hund"},
              {"metadataVersions", {"2.1.0"}},
              {"status", "active"},
              {"services",
               {{{"identifier", "urn:de:fim:leika:leistung:99102013104000"},
                 {"regions", {"DE09372126"}},
                 {"submissionSchemas", {{{"mimeType", "application/json"}, {"schemaUri", "https://schema.example/hund"}}}}}}}}
      .dump();
}

}  // namespace

TEST_SUITE("protocols") {
  TEST_CASE("a destination and its key are asked for and checked") {
    Exchange exchange;
    exchange.response = {200, destination_json(), {}};
    const auto destination = exchange.ask<Destination>([&](auto answer) { exchange.client.request_destination(kDestination, answer); });
    if (!CHECK(destination.result.ok())) return;
    CHECK(exchange.http.requests[0].url == "https://gateway.example/v1/destinations/" + kDestination);
    const auto schema = find_schema(destination.result.value(), "urn:de:fim:leika:leistung:99102013104000", "application/json");
    if (CHECK(schema.ok())) CHECK(schema.value().uri == "https://schema.example/hund");
    CHECK_FALSE(find_schema(destination.result.value(), "urn:de:fim:leika:leistung:99102013104000", "application/xml").ok());
    CHECK_FALSE(find_schema(destination.result.value(), "urn:another", "application/json").ok());

    exchange.response.body = authority()["encryption_key"].dump();
    const auto ask_key = [&] { return exchange.ask<jose::JsonWebKey>([&](auto answer) { exchange.client.request_encryption_key(destination.result.value(), answer); }); };
    CHECK(ask_key().result.ok());
    exchange.response.body = authority()["signature_key"].dump();
    CHECK_FALSE(ask_key().result.ok());
  }

  TEST_CASE("another destination than asked for, an inactive one and ids with slashes are refused") {
    Exchange exchange;
    Json other = Json::parse(destination_json());
    other["destinationId"] = "00000000-0000-0000-0000-000000000000";
    exchange.response = {200, other.dump(), {}};
    CHECK_FALSE(exchange.ask<Destination>([&](auto answer) { exchange.client.request_destination(kDestination, answer); }).result.ok());
    CHECK_FALSE(exchange.ask<Destination>([&](auto answer) { exchange.client.request_destination("../admin", answer); }).result.ok());
    CHECK(exchange.http.requests.size() == 1);
    Destination closed;
    closed.status = DestinationStatus::Inactive;
    CHECK_FALSE(find_schema(closed, "urn", "application/json").ok());
  }

  TEST_CASE("announcing, attaching and submitting say what the interface asks for") {
    Exchange exchange;
    exchange.response = {201, Json{{"destinationId", kDestination}, {"submissionId", kAnnounced.submission_id}, {"caseId", kAnnounced.case_id}}.dump(), {}};
    const auto announced = exchange.ask<AnnouncedSubmission>([&](auto answer) { exchange.client.announce({kDestination, "Hund", "urn:de:x", "", {"a1"}}, answer); });
    if (CHECK(announced.result.ok())) CHECK(announced.result.value().case_id == kAnnounced.case_id);
    exchange.response = {204, "", {}};
    CHECK(exchange.ask<Done>([&](auto answer) { exchange.client.put_attachment(kAnnounced.submission_id, "a1", "x.y", answer); }).result.ok());
    exchange.response = {202, "{}", {}};
    CHECK(exchange.submit().result.ok());
    const auto& requests = exchange.http.requests;
    CHECK(requests[1].headers[0].second == "application/jose");
    CHECK(requests[2].method == "PUT");
    CHECK(requests[2].body == R"({"encryptedMetadata":"m.m","encryptedData":"d.d"})");
    for (const HttpRequest& request : requests) {
      for (const auto& header : request.headers) CHECK(header.first != "authorization");
    }
  }

  TEST_CASE("what may work later is told apart from what will not, with the pause the server asks for") {
    Exchange exchange;
    const auto advice = [&](int status, const char* retry_after = "") {
      exchange.response = {status, "<html>Bitte anmelden</html>", retry_after};
      const auto given = exchange.submit();
      CHECK_FALSE(given.result.ok());
      return given.advice;
    };
    for (const int status : {408, 425, 429, 500, 502, 503, 504}) CHECK(advice(status).may_work_later);
    for (const int status : {400, 401, 403, 404, 409, 413, 415, 422}) CHECK_FALSE(advice(status).may_work_later);
    CHECK(advice(429, "30").wait_milliseconds == 30'000);
    CHECK(advice(503, "999999").wait_milliseconds == 86'400'000);
    CHECK(advice(503, "Wed, 25 Nov 2026 23:59:59 GMT").wait_milliseconds == 0);
    CHECK(advice(400, "30").wait_milliseconds == 0);
    // A portal of a hotel's network answers everything with its own page.
    CHECK(advice(200).may_work_later);
    CHECK(advice(302).may_work_later);
  }

  TEST_CASE("an announcement whose answer is no answer announces nothing") {
    Exchange exchange;
    for (const char* body : {"", "<html>", "{}", R"({"submissionId":"x","caseId":"y"})", R"({"submissionId":"f39ab143-d91a-474a-b69f-b00f1a1873c2")"}) {
      exchange.response = {201, body, {}};
      const auto announced = exchange.ask<AnnouncedSubmission>([&](auto answer) { exchange.client.announce({}, answer); });
      CHECK_FALSE(announced.result.ok());
      CHECK(announced.advice.may_work_later);
    }
  }

  TEST_CASE("the event log is read page by page") {
    Workshop shop;
    ScriptedHttp http(shop.loop, [](const HttpRequest& request) -> Result<HttpResponse> {
      const int offset = std::stoi(request.url.substr(request.url.rfind('=') + 1));
      Json log = Json::array();
      for (int i = offset; i < std::min(offset + 2, 5); ++i) log.push_back("token" + std::to_string(i));
      return HttpResponse{200, Json{{"count", log.size()}, {"offset", offset}, {"totalCount", 5}, {"eventLog", log}}.dump(), {}};
    });
    SubmissionClient client(http, dialect_v1(), "");
    std::vector<std::string> tokens;
    client.request_events(kAnnounced, [&](Result<std::vector<std::string>> answer, RetryAdvice) {
      if (CHECK(answer.ok())) tokens = answer.value();
    });
    shop.loop.run();
    CHECK(http.requests.size() == 3);
    CHECK(tokens.size() == 5);
    CHECK(tokens.back() == "token4");
  }

  TEST_CASE("a client that has gone answers nobody") {
    Workshop shop;
    ScriptedHttp http(shop.loop, [](const HttpRequest&) -> Result<HttpResponse> { return HttpResponse{202, "{}", {}}; });
    bool is_answered = false;
    {
      SubmissionClient client(http, dialect_v1(), "");
      client.submit(kAnnounced.submission_id, "m", "d", [&](Outcome, RetryAdvice) { is_answered = true; });
    }
    shop.loop.run();
    CHECK_FALSE(is_answered);
  }

  TEST_CASE("a sealed application names the hashes of its parts, and only the authority can read it") {
    Workshop shop;
    const auto jwk = jose::parse_json_web_key(authority()["encryption_key"].dump(), "test");
    auto numbers = jose::parse_rsa_private_key(authority()["decryption_key"].dump(), "test");
    if (!CHECK((jwk.ok() && numbers.ok()))) return;
    const auto open = shop.answer<KeyHandle>([&](auto callback) { shop.cryptography.import_rsa_public(KeyKind::RsaOaepPublic, jwk.value().rsa, callback); });
    const auto secret = shop.answer<KeyHandle>([&](auto callback) { shop.cryptography.import_rsa_private(std::move(numbers).value(), callback); });
    PlainSubmission plain;
    plain.data = Personal<std::string>(R"({"hund":"Wotan"})");
    plain.schema = {"https://schema.example/hund", "application/json"};
    plain.attachments.push_back({"0f6a3e52-8a57-4b71-a9c1-0b1f3f5b8e21", "application/pdf", "impfpass.pdf", Personal<std::string>("%PDF-1.7 Wotan")});
    plain.reply_address = Personal<std::string>("erika@mustermann.example");
    const auto kept = shop.answer<Sealed>(
        [&](auto callback) { seal_submission(shop.cryptography, {open.value(), jwk.value().key_id}, std::move(plain), callback); });
    if (!CHECK(kept.ok())) return;
    const SealedSubmission& sealed = kept.value().parts;

    const auto decrypted = [&](const std::string& jwe) {
      auto result = shop.answer<jose::DecryptedJwe>([&](auto callback) { jose::decrypt_jwe(shop.cryptography, {secret.value(), jwk.value().key_id}, jwe, callback); });
      return result.ok() ? result.value().plaintext : std::string();
    };
    const Json metadata = Json::parse(decrypted(sealed.metadata), nullptr, false);
    const auto hash_of = [&](const std::string& bytes) {
      return hexadecimal(shop.answer<std::string>([&](auto callback) { shop.cryptography.hash(HashKind::Sha512, bytes, callback); }).value());
    };
    CHECK(metadata["contentStructure"]["data"]["hash"]["content"] == hash_of(decrypted(sealed.data)));
    CHECK(metadata["contentStructure"]["attachments"][0]["hash"]["content"] == hash_of(decrypted(sealed.attachments[0].jwe)));
    CHECK(metadata["replyChannel"]["eMail"]["address"] == "erika@mustermann.example");
    CHECK(kept.value().hashes.data == hash_of(decrypted(sealed.data)));
    CHECK(kept.value().hashes.metadata == hash_of(decrypted(sealed.metadata)));
    CHECK(kept.value().hashes.attachments == std::vector<std::string>{hash_of(decrypted(sealed.attachments[0].jwe))});
    CHECK(sealed.tags.attachments.size() == 1);
    CHECK(sealed.tags.data == sealed.data.substr(sealed.data.rfind('.') + 1));
  }
}
