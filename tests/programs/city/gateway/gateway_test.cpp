#include "programs/city/gateway/gateway.h"

#include "programs/city/small_authority.h"

namespace stadttor::city_server {
namespace {

// What the gateway passes on, as the delivery service gets it.
class RecordingUpstream : public Upstream {
 public:
  explicit RecordingUpstream(ApiRoutes routes, std::vector<IncomingRequest>& calls, int& tokens) : inner_(upstream_of(std::move(routes))), calls_(calls), tokens_(tokens) {}
  Answer call(IncomingRequest request) override {
    calls_.push_back(request);
    return inner_->call(std::move(request));
  }
  Answer request_token(std::string body) override {
    ++tokens_;
    return inner_->request_token(std::move(body));
  }

 private:
  std::unique_ptr<Upstream> inner_;
  std::vector<IncomingRequest>& calls_;
  int& tokens_;
};

struct SmallGateway {
  explicit SmallGateway(GatewaySettings settings = {}) {
    auto upstream = std::make_unique<RecordingUpstream>(authority.routes, calls, tokens);
    Gateway::add_routes(routes, std::make_shared<Gateway>(std::move(upstream), read_gateway_keys(test_keys()).value(), std::move(settings), [this] { return authority.now; }));
  }

  Answer ask(const std::string& method, const std::string& path, std::string body = {}, std::string type = "application/json") {
    IncomingRequest request;
    request.method = method;
    request.path = "/fit-connect" + path;
    request.origin = origin;
    request.host = "portal.example";
    request.client_address = address;
    request.authorization = "Bearer of-the-browser";
    request.accept_language = "de";
    if (!body.empty()) request.body_state = BodyState::Read;
    request.content_type = std::move(type);
    request.body = std::move(body);
    return routes.answer(std::move(request));
  }
  std::string destination(const std::string& rest = {}) const { return std::string("/v1/destinations/") + kDestination + rest; }

  SmallAuthority authority;
  std::vector<IncomingRequest> calls;
  int tokens = 0;
  ApiRoutes routes;
  std::string origin = "https://portal.example";
  std::string address = "203.0.113.7";
};

}  // namespace

TEST_SUITE("programs/city") {
  TEST_CASE("the gateway adds its own token, asks for it once and takes what is encrypted as it is") {
    SmallGateway gateway;
    CHECK(gateway.ask("GET", gateway.destination()).status == 200);
    CHECK(gateway.ask("GET", gateway.destination("/keys/" + gateway.authority.keys.encryption_key_id)).body == gateway.authority.keys.encryption_public_jwk);
    gateway.authority.announce();
    const std::string attachment = "/v1/submissions/" + gateway.authority.submission_id + "/attachments/" + kAttachment;
    CHECK(gateway.ask("PUT", attachment, gateway.authority.jwe("scan"), "application/jose").status == 204);
    CHECK(gateway.tokens == 1);
    CHECK(gateway.calls.back().body == gateway.authority.jwe("scan"));
    CHECK(gateway.calls.back().authorization.find("Bearer ") == 0);
    CHECK(gateway.calls.back().authorization != "Bearer of-the-browser");
    CHECK(gateway.calls.back().client_address.empty());
  }

  TEST_CASE("a token that is refused gives way to a new one") {
    SmallGateway gateway;
    CHECK(gateway.ask("GET", gateway.destination()).status == 200);
    CHECK(gateway.authority.connection.execute("DELETE FROM access_token").ok());
    CHECK(gateway.ask("GET", gateway.destination()).status == 200);
    CHECK(gateway.tokens == 2);
    gateway.authority.now += kTokenSeconds - 30;
    CHECK(gateway.ask("GET", gateway.destination()).status == 200);
    CHECK(gateway.tokens == 3);
  }

  TEST_CASE("a gateway that is not let in says so as its own fault, which passes") {
    SmallGateway gateway;
    CHECK(gateway.authority.connection.execute("DELETE FROM api_client WHERE client_id = 'gateway'").ok());
    CHECK(gateway.ask("GET", gateway.destination()).status == 502);
  }

  TEST_CASE("only what a sender needs is passed on") {
    SmallGateway gateway;
    gateway.authority.send();
    CHECK(gateway.ask("GET", "/v1/submissions").status == 405);
    CHECK(gateway.ask("GET", "/v1/submissions/" + gateway.authority.submission_id).status == 405);
    CHECK(gateway.ask("GET", "/v1/destinations").status == 404);
    CHECK(gateway.ask("POST", "/v1/cases/" + gateway.authority.case_id + "/events", "x", "application/jose").status == 415);
    CHECK(gateway.ask("GET", "/token").status == 404);
    CHECK(gateway.calls.empty());
    CHECK(gateway.ask("GET", "/v1/destinations/..%2f..").status == 404);
    CHECK(gateway.calls.empty());
    CHECK(gateway.ask("GET", "/v1/cases/" + gateway.authority.case_id + "/events").status == 200);
  }

  TEST_CASE("pages of other sites are refused, the portal's own may read the answer") {
    GatewaySettings settings;
    settings.portal_origins = {"https://www.musterstadt.example"};
    SmallGateway gateway(settings);
    CHECK(gateway.ask("GET", gateway.destination()).header("Access-Control-Allow-Origin") == "https://portal.example");
    gateway.origin = "https://www.musterstadt.example";
    CHECK(gateway.ask("GET", gateway.destination()).header("Access-Control-Allow-Origin") == "https://www.musterstadt.example");
    const Answer preflight = gateway.ask("OPTIONS", gateway.destination());
    CHECK(preflight.status == 204);
    CHECK(preflight.header("Access-Control-Allow-Headers") == "accept, content-type");
    CHECK(preflight.header("Access-Control-Allow-Credentials").empty());
    for (const char* foreign : {"https://elsewhere.example", "http://portal.example.elsewhere.example", "null"}) {
      gateway.origin = foreign;
      const Answer refused = gateway.ask("GET", gateway.destination());
      CHECK(refused.status == 403);
      CHECK(refused.header("Access-Control-Allow-Origin").empty());
      CHECK(gateway.ask("OPTIONS", gateway.destination()).status == 403);
    }
  }

  TEST_CASE("who calls too often is told when to come back, and nobody else is kept out") {
    GatewaySettings settings;
    settings.each_client = {2, 0.5};
    SmallGateway gateway(settings);
    CHECK(gateway.ask("GET", gateway.destination()).status == 200);
    CHECK(gateway.ask("GET", gateway.destination()).status == 200);
    const Answer refused = gateway.ask("GET", gateway.destination());
    CHECK(refused.status == 429);
    CHECK(refused.header("Retry-After") == "2");
    gateway.address = "203.0.113.8";
    CHECK(gateway.ask("GET", gateway.destination()).status == 200);
    gateway.address = "203.0.113.7";
    gateway.authority.now += 2;
    CHECK(gateway.ask("GET", gateway.destination()).status == 200);
    CHECK(gateway.ask("GET", gateway.destination()).status == 429);
  }

  TEST_CASE("all clients together have a limit, too, and what is at rest is forgotten") {
    RateLimit limit({5, 1}, {3, 1});
    CHECK(limit.seconds_to_wait("a", 100) == 0);
    CHECK(limit.seconds_to_wait("b", 100) == 0);
    CHECK(limit.seconds_to_wait("c", 100) == 0);
    CHECK(limit.seconds_to_wait("d", 100) == 1);
    CHECK(limit.seconds_to_wait("d", 101) == 0);
  }

  TEST_CASE("an announcement, a submission and an attachment each have their own size limit") {
    SmallGateway gateway;
    gateway.authority.announce();
    const std::string one = "/v1/submissions/" + gateway.authority.submission_id;
    CHECK(gateway.ask("POST", "/v1/submissions", std::string(65 * 1024, ' ') + "{}").status == 413);
    CHECK(gateway.ask("PUT", one, std::string(9 * 1024 * 1024, ' ') + "{}").status == 413);
    CHECK(gateway.ask("PUT", one + "/attachments/" + kAttachment, std::string(17 * 1024 * 1024, 'a'), "application/jose").status == 413);
    CHECK(gateway.calls.empty());
  }
}
}  // namespace stadttor::city_server
