// The portal's own client against this gateway and this delivery service, without a socket: what one writes the other has to read.
#include "platform/native/cryptography_native.h"
#include "platform/native/event_loop_native.h"
#include "programs/city/gateway/gateway.h"
#include "programs/city/small_authority.h"
#include "protocols/fit_connect/event_verification.h"
#include "protocols/fit_connect/sealing.h"

namespace stadttor::city_server {
namespace {

using namespace protocols::fit_connect;

class RoutesClient : public platform::HttpClient {
 public:
  RoutesClient(const ApiRoutes& routes, platform::EventLoop& loop) : routes_(routes), loop_(loop) {}

  std::unique_ptr<platform::RequestHandle> send(platform::HttpRequest request, platform::HttpCallback callback) override {
    loop_.post([this, request = std::move(request), callback = std::move(callback)] {
      IncomingRequest incoming;
      incoming.method = request.method;
      incoming.path = request.url.substr(0, request.url.find('?'));
      for (const auto& [name, value] : request.headers) {
        if (name == "content-type") incoming.content_type = value;
      }
      incoming.body = request.body;
      if (!incoming.body.empty()) incoming.body_state = BodyState::Read;
      Answer answer = routes_.answer(std::move(incoming));
      callback(platform::HttpResponse{answer.status, answer.body, std::string(answer.header("Retry-After"))});
    });
    return std::make_unique<platform::RequestHandle>();
  }

 private:
  const ApiRoutes& routes_;
  platform::EventLoop& loop_;
};

struct Citizen {
  Citizen() {
    Gateway::add_routes(routes, std::make_shared<Gateway>(upstream_of(authority.routes), read_gateway_keys(test_keys()).value(), GatewaySettings(), [this] { return authority.now; }));
  }

  // Runs a call to its end; the answer where there was one.
  template <class Value, class Call>
  std::optional<Value> wait(Call call) {
    std::optional<Value> answer;
    call([&answer](Result<Value> result, auto&&...) {
      if (CHECK(result.ok())) answer = std::move(result).value();
    });
    loop.run();
    return answer;
  }

  SmallAuthority authority;
  ApiRoutes routes;
  platform::NativeEventLoop loop;
  platform::NativeCryptography cryptography{loop};
  RoutesClient http{routes, loop};
  SubmissionClient client{http, dialect_v1(), "/fit-connect"};
};

}  // namespace

TEST_SUITE("programs/city") {
  TEST_CASE("what the portal's client seals and sends arrives, and it believes what the log says of it") {
    Citizen citizen;
    const auto destination = citizen.wait<Destination>([&](auto answer) { citizen.client.request_destination(kDestination, answer); });
    if (!CHECK(destination.has_value())) return;
    const auto schema = find_schema(*destination, kService, "application/json");
    if (!CHECK(schema.ok())) return;
    const auto key = citizen.wait<protocols::jose::JsonWebKey>([&](auto answer) { citizen.client.request_encryption_key(*destination, answer); });
    if (!CHECK(key.has_value())) return;
    const auto handle = citizen.wait<platform::KeyHandle>(
        [&](auto answer) { citizen.cryptography.import_rsa_public(platform::KeyKind::RsaOaepPublic, key->rsa, answer); });
    if (!CHECK(handle.has_value())) return;

    PlainSubmission plain{Personal<std::string>(R"({"name":"Mönika"})"), schema.value(), {}, Personal<std::string>(""), "", "2026-11-26"};
    plain.attachments.push_back({kAttachment, "image/jpeg", "foto.jpg", Personal<std::string>("a photo")});
    const auto sealed = citizen.wait<Sealed>(
        [&](auto answer) { seal_submission(citizen.cryptography, {*handle, key->key_id}, std::move(plain), answer); });
    if (!CHECK(sealed.has_value())) return;

    const Announcement announcement{kDestination, "Wohnsitz anmelden", kService, "", {kAttachment}};
    const auto announced = citizen.wait<AnnouncedSubmission>([&](auto answer) { citizen.client.announce(announcement, answer); });
    if (!CHECK(announced.has_value())) return;
    CHECK(citizen.wait<Done>([&](auto answer) { citizen.client.put_attachment(announced->submission_id, kAttachment, sealed->parts.attachments[0].jwe, answer); }));
    CHECK(citizen.wait<Done>([&](auto answer) { citizen.client.submit(announced->submission_id, sealed->parts.metadata, sealed->parts.data, answer); }));
    citizen.authority.submission_id = announced->submission_id;
    citizen.authority.case_id = announced->case_id;
    CHECK(citizen.authority.post(citizen.authority.statement("accept-submission", content_from_tags(citizen.authority.tags()))).status == 204);

    const auto tokens = citizen.wait<std::vector<std::string>>([&](auto answer) { citizen.client.request_events(*announced, answer); });
    if (!CHECK(tokens.has_value())) return;
    const EventExpectation expected{*announced, kDestination, citizen.authority.service->keys.issuer, sealed->parts.tags};
    const auto events = citizen.wait<std::vector<SecurityEvent>>([&](auto answer) { verify_events(citizen.cryptography, citizen.client, expected, *tokens, answer); });
    if (!CHECK(events.has_value())) return;
    if (!CHECK(events->size() == 3)) return;
    CHECK(events->back().kind == EventKind::Accepted);
  }
}
}  // namespace stadttor::city_server
