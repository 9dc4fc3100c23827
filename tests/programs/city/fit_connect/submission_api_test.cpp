#include "programs/city/small_authority.h"

namespace stadttor::city_server {
namespace {

// What the OpenAPI demands of every refusal.
bool is_problem(const Answer& answer, int status) {
  Result<JsonDocument> document = JsonDocument::parse(answer.body, "problem");
  if (!document.ok() || answer.status != status || answer.content_type != "application/problem+json") return false;
  JsonReader root = document.value().root();
  return !root.required_text("type").empty() && !root.required_text("title").empty() && root.required_number("status") == status;
}

}  // namespace

TEST_SUITE("programs/city") {
  TEST_CASE("an application is announced, uploaded, submitted, fetched and accepted, and the log says each step") {
    SmallAuthority authority;
    const Answer announced = authority.announce();
    if (!CHECK(announced.status == 201)) return;
    CHECK(SmallAuthority::text_in(announced, "destinationId") == kDestination);
    CHECK(authority.upload().status == 204);
    CHECK(authority.log() == "create");
    const Answer submitted = authority.submit();
    CHECK(submitted.status == 202);
    CHECK(submitted.body.find(std::string("\"attachments\":[\"") + kAttachment + "\"]") != std::string::npos);
    CHECK(submitted.body.find("encryptedData") == std::string::npos);

    CHECK(authority.ask(authority.receiver, "GET", "submissions").body.find(authority.submission_id) != std::string::npos);
    const Answer fetched = authority.ask(authority.receiver, "GET", "submissions/" + authority.submission_id);
    CHECK(SmallAuthority::text_in(fetched, "encryptedData") == authority.jwe("data"));
    const Answer attachment = authority.ask(authority.receiver, "GET", "submissions/" + authority.submission_id + "/attachments/" + kAttachment);
    CHECK(attachment.content_type == "application/jose");
    CHECK(attachment.body == authority.jwe("scan", "image/png"));

    CHECK(authority.post(authority.statement("accept-submission", content_from_tags(authority.tags()))).status == 204);
    CHECK(authority.log() == "create submit accept");
    CHECK(authority.ask(authority.receiver, "GET", "submissions").body.find("\"totalCount\":0") != std::string::npos);
    CHECK(is_problem(authority.ask(authority.receiver, "GET", "submissions/" + authority.submission_id), 404));
  }

  TEST_CASE("the delivery service's events are what a citizen's device demands of them") {
    SmallAuthority authority;
    authority.send();
    Result<JsonDocument> log = JsonDocument::parse(authority.ask(authority.sender, "GET", "cases/" + authority.case_id + "/events").body, "log");
    if (!CHECK(log.ok())) return;
    const std::string jwk = authority.ask("", "GET", "/submission-api/.well-known/jwks.json").body;
    const auto service_keys = protocols::jose::parse_json_web_key_set(jwk, "jwks");
    if (!CHECK(service_keys.ok())) return;
    const protocols::jose::JsonWebKey& key = service_keys.value().front();
    CHECK(protocols::jose::check_signature_key(key, key.key_id).ok());
    for (const std::string& token : log.value().root().texts("eventLog")) {
      const auto jws = protocols::jose::parse_jws(token);
      if (!CHECK(jws.ok())) return;
      CHECK(platform::verified_ps512(platform::rsa_public(key.rsa).value().get(), jws.value().signing_input, jws.value().signature).ok());
      const auto event = protocols::fit_connect::parse_security_event(jws.value().payload, jws.value().header.type);
      if (!CHECK(event.ok())) return;
      const protocols::fit_connect::EventExpectation expected{{authority.submission_id, authority.case_id}, kDestination, authority.service->keys.issuer, authority.tags()};
      CHECK(protocols::fit_connect::check_event(event.value(), expected).ok());
    }
  }

  TEST_CASE("the same last PUT is answered as the first one was, another one is refused") {
    SmallAuthority authority;
    authority.send();
    CHECK(authority.submit().status == 202);
    CHECK(authority.upload().status == 204);
    CHECK(authority.log() == "create submit");
    CHECK(is_problem(authority.submit("other data"), 422));
    CHECK(authority.post(authority.statement("accept-submission", content_from_tags(authority.tags()))).status == 204);
    CHECK(authority.submit().status == 202);
    CHECK(authority.log() == "create submit accept");
  }

  TEST_CASE("a submission lacks an announced attachment until it has come") {
    SmallAuthority authority;
    authority.announce();
    CHECK(is_problem(authority.submit(), 422));
    CHECK(authority.log() == "create");
  }

  TEST_CASE("attachments are taken under their announced ids alone, and only as JWEs for this destination") {
    SmallAuthority authority;
    authority.announce();
    const std::string own = "submissions/" + authority.submission_id + "/attachments/" + kAttachment;
    CHECK(is_problem(authority.ask(authority.sender, "PUT", "submissions/" + authority.submission_id + "/attachments/" + kDestination, authority.jwe("x"), "application/jose"), 422));
    CHECK(is_problem(authority.ask(authority.sender, "PUT", own, "a plain photo", "application/jose"), 400));
    CHECK(is_problem(authority.ask(authority.sender, "PUT", own, authority.jwe("x"), "image/png"), 415));
    std::string for_another_key = authority.jwe("x");
    for_another_key.replace(0, for_another_key.find('.'), protocols::jose::base64url_from_bytes(R"({"alg":"RSA-OAEP-256","enc":"A256GCM","kid":"another-key","cty":"image/png"})"));
    CHECK(is_problem(authority.ask(authority.sender, "PUT", own, for_another_key, "application/jose"), 422));
    for_another_key.replace(0, for_another_key.find('.'), protocols::jose::base64url_from_bytes(R"({"alg":"RSA1_5","enc":"A256GCM","kid":"another-key","cty":"image/png"})"));
    CHECK(is_problem(authority.ask(authority.sender, "PUT", own, for_another_key, "application/jose"), 422));
    CHECK(is_problem(authority.ask(authority.sender, "PUT", own, std::string(17 * 1024 * 1024, 'a'), "application/jose"), 413));
  }

  TEST_CASE("announcements are refused as the OpenAPI has it") {
    SmallAuthority authority;
    const auto announced = [&authority](const std::string& destination, const std::string& service, const std::string& attachments) {
      return authority.ask(authority.sender, "POST", "submissions", R"({"destinationId":")" + destination + R"(","announcedAttachments":)" + attachments +
                                                                        R"(,"serviceType":{"name":"x","identifier":")" + service + "\"}}");
    };
    CHECK(is_problem(announced("not-an-id", kService, "[]"), 400));
    CHECK(is_problem(announced(kDestination, kService, R"(["not-an-id"])"), 400));
    CHECK(is_problem(announced(kDestination, kService, std::string("[\"") + kAttachment + "\",\"" + kAttachment + "\"]"), 400));
    CHECK(is_problem(authority.ask(authority.sender, "POST", "submissions", "{}"), 400));
    CHECK(is_problem(announced(kForeignDestination, kService, "[]"), 404));
    CHECK(is_problem(announced(kDestination, "urn:de:fim:leika:leistung:99000000000000", "[]"), 422));
    CHECK(set_destination_status(authority.connection, kDestination, "inactive").ok());
    CHECK(is_problem(announced(kDestination, kService, "[]"), 422));
  }

  TEST_CASE("without a sound token nothing can be done, and a token does no more than it is for") {
    SmallAuthority authority;
    authority.send();
    const std::string one = "submissions/" + authority.submission_id;
    CHECK(is_problem(authority.ask("", "GET", "submissions"), 401));
    CHECK(is_problem(authority.ask("made-up", "GET", one), 401));
    CHECK(authority.ask("", "GET", one).header("WWW-Authenticate").find("Bearer") == 0);
    CHECK(is_problem(authority.ask(authority.sender, "GET", "submissions"), 403));
    CHECK(is_problem(authority.ask(authority.sender, "GET", one), 403));
    CHECK(is_problem(authority.ask(authority.receiver, "PUT", one, R"({"encryptedMetadata":"x"})"), 403));
    CHECK(is_problem(authority.ask(authority.sender, "POST", "cases/" + authority.case_id + "/events", "x", "application/jose"), 403));
    CHECK(authority.ask(authority.receiver, "GET", "cases/" + authority.case_id + "/events").status == 200);
    authority.now += kTokenSeconds;
    CHECK(is_problem(authority.ask(authority.receiver, "GET", "submissions"), 401));
  }

  TEST_CASE("a wrong secret gets no token, and the refusal is OAuth's own") {
    const SmallAuthority authority;
    const auto token = [&authority](const std::string& body) { return authority.ask("", "POST", "/token", body, "application/x-www-form-urlencoded"); };
    CHECK(token("grant_type=client_credentials&client_id=gateway&client_secret=guess").status == 401);
    CHECK(SmallAuthority::text_in(token("grant_type=client_credentials&client_id=gateway&client_secret=guess"), "error") == "invalid_client");
    CHECK(SmallAuthority::text_in(token("grant_type=password"), "error") == "unsupported_grant_type");
    CHECK(SmallAuthority::text_in(token("client_id=gateway"), "error") == "invalid_request");
    const std::string sound = "grant_type=client_credentials&client_id=authority&client_secret=" + authority.keys.client.client_secret;
    CHECK(SmallAuthority::text_in(token(sound + "&scope=create%3Adestination"), "error") == "invalid_scope");
    CHECK(token(sound + "&scope=subscribe%3Adestination%3A" + kDestination).status == 200);
  }

  TEST_CASE("a scope covers the regions below it, and one service where it names one") {
    const Grant broad("client", "send:region:DE09 subscribe:destination:a");
    CHECK(broad.may_send("DE091620000000", kService));
    CHECK(!broad.may_send("DE05", kService));
    CHECK(broad.may_subscribe("a"));
    CHECK(!broad.may_subscribe("b"));
    const Grant narrow("client", std::string("send:region:DE+send:service:") + kService);
    CHECK(narrow.may_send("DE09", kService));
    CHECK(!narrow.may_send("DE09", "urn:de:fim:leika:leistung:99000000000000"));
  }
}
}  // namespace stadttor::city_server
