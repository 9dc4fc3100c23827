#include "programs/city/fit_connect/deadlines.h"
#include "programs/city/small_authority.h"

namespace stadttor::city_server {

TEST_SUITE("programs/city") {
  TEST_CASE("an authority's event is taken only where everything about it fits") {
    SmallAuthority authority;
    authority.send();
    const std::string content = content_from_tags(authority.tags());
    EventStatement of_the_service = authority.statement("accept-submission", content);
    of_the_service.issuer = authority.service->keys.issuer;
    EventStatement of_another = authority.statement("accept-submission", content);
    of_another.submission_id = kDestination;
    protocols::fit_connect::AuthenticationTags other_tags = authority.tags();
    other_tags.data = "AAAAAAAAAAAAAAAAAAAAAA";
    CHECK(authority.post(of_the_service).status == 422);
    CHECK(authority.post(of_another).status == 422);
    CHECK(authority.post(authority.statement("accept-submission", content_from_tags(other_tags))).status == 422);
    CHECK(authority.post(authority.statement("accept-submission", "{}")).status == 422);
    CHECK(authority.post(authority.statement("submit-submission", content)).status == 422);
    CHECK(authority.post(authority.statement("reject-submission", content_from_problems({}))).status == 422);
    CHECK(authority.post("not a token").status == 400);

    std::string forged = sign_event(authority.keys.signing, authority.statement("accept-submission", content)).value().compact;
    forged[forged.size() - 20] = forged[forged.size() - 20] == 'A' ? 'B' : 'A';
    CHECK(authority.post(forged).status == 422);
    const std::string by_the_service = sign_event(authority.service->keys.signing, authority.statement("accept-submission", content)).value().compact;
    CHECK(authority.post(by_the_service).status == 422);
    CHECK(authority.log() == "create submit");
  }

  TEST_CASE("a decided application cannot be decided again") {
    SmallAuthority authority;
    authority.send();
    const std::string problems = content_from_problems({{"https://schema.fitko.de/fit-connect/events/problems/missing-data", "Angaben fehlen", "", "data"}});
    const std::string forwarded = sign_event(authority.keys.signing, authority.statement("forward-submission", "{}")).value().compact;
    CHECK(authority.post(forwarded).status == 204);
    CHECK(authority.post(forwarded).status == 422);
    CHECK(authority.post(authority.statement("reject-submission", problems)).status == 204);
    CHECK(authority.post(authority.statement("accept-submission", content_from_tags(authority.tags()))).status == 409);
    CHECK(authority.log() == "create submit forward reject");
  }

  TEST_CASE("nothing can be decided before it was submitted, or about a case that does not exist") {
    SmallAuthority authority;
    authority.announce();
    CHECK(authority.post(authority.statement("accept-submission", content_from_tags(authority.tags()))).status == 409);
    CHECK(authority.ask(authority.receiver, "POST", std::string("cases/") + kDestination + "/events", "a.b.c", "application/jose").status == 404);
    CHECK(authority.ask(authority.sender, "GET", std::string("cases/") + kDestination + "/events").status == 404);
  }

  TEST_CASE("the log is given out in pages") {
    SmallAuthority authority;
    authority.send();
    const Answer page = authority.ask(authority.sender, "GET", "cases/" + authority.case_id + "/events?limit=1");
    CHECK(page.body.find(R"({"count":1,"offset":0,"totalCount":2,)") == 0);
    const Answer rest = authority.ask(authority.sender, "GET", "cases/" + authority.case_id + "/events?offset=1");
    CHECK(rest.body.find(R"({"count":1,"offset":1,"totalCount":2,)") == 0);
    CHECK(authority.ask(authority.sender, "GET", "cases/" + authority.case_id + "/events?limit=0").body.find(R"({"count":2,)") == 0);
  }

  TEST_CASE("what nobody fetches is told after three days, rejected after fourteen and gone after thirty more") {
    SmallAuthority authority;
    authority.send();
    const GatewayKeys gateway = read_gateway_keys(test_keys()).value();
    const auto days_later = [&](long days) {
      authority.now += days * kDaySeconds;
      authority.sender = authority.token_of(gateway.client);
      authority.receiver = authority.token_of(authority.keys.client);
      return authority.log();
    };
    CHECK(days_later(2) == "create submit");
    CHECK(days_later(2) == "create submit notify");
    CHECK(days_later(5) == "create submit notify");
    CHECK(days_later(5) == "create submit notify reject");
    CHECK(authority.ask(authority.receiver, "GET", "submissions/" + authority.submission_id).status == 404);
    CHECK(find_submission(authority.connection, authority.submission_id).value().value().encrypted_data.empty());
    CHECK(days_later(31) == "create submit notify reject delete");
    CHECK(authority.submit().status == 404);
  }

  TEST_CASE("what was announced and never sent is deleted after fourteen days") {
    SmallAuthority authority;
    authority.announce();
    authority.now += 15 * kDaySeconds;
    authority.sender = authority.token_of(read_gateway_keys(test_keys()).value().client);
    CHECK(authority.submit().status == 404);
    CHECK(authority.log() == "create delete");
  }
}
}  // namespace stadttor::city_server
