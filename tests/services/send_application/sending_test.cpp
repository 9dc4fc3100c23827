// An application from the vault to the authority and back: sealed, kept with its entry in the ledger, sent over a gateway, and told of
// by signed events.
#include "services/send_application/gateway_transport.h"
#include "services/send_application/vault_delivery_store.h"
#include "support/scripted_http.h"
#include "support/signed_event.h"
#include "support/vault_workshop.h"

using namespace stadttor;
using namespace stadttor::services::send_application;
using namespace stadttor::protocols;
using namespace stadttor::testing;
using fit_connect::SealedSubmission;
using fit_connect::SubmissionClient;
using platform::HttpRequest;
using platform::HttpResponse;
using Json = nlohmann::json;

namespace {

const std::string kDestination = "4f2c9f6e-0f4b-4a55-9c42-9a0e2f6d3c11";
const std::string kSubmission = "f39ab143-d91a-474a-b69f-b00f1a1873c2";
const std::string kCase = "7c1f9b5e-3b0a-4e7d-9e51-51f7a5d0a1b2";
const std::string kService = "https://fit.musterstadt.example";

bool has_ending(const std::string& text, const std::string& ending) {
  return text.size() >= ending.size() && text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

// A delivery service with one submission in it, and the authority behind it.
struct Service {
  bool is_submitted = false;
  bool is_accepted = false;
  bool answers_submit = true;
  int announcements = 0;
  Json tags;
  std::string forged;  // put at the end of the log

  Result<HttpResponse> answer(const HttpRequest& request) {
    if (request.method == "POST") {
      ++announcements;
      return HttpResponse{201, Json{{"destinationId", kDestination}, {"submissionId", kSubmission}, {"caseId", kCase}}.dump(), {}};
    }
    if (request.method == "PUT" && request.url.find("/attachments/") != std::string::npos) return HttpResponse{204, "", {}};
    if (request.method == "PUT") {
      is_submitted = true;
      if (answers_submit) return HttpResponse{202, "{}", {}};
      return Error{ErrorKind::NetworkUnreachable, request.url, "reset", NextStep::TryAgain};
    }
    if (has_ending(request.url, "/.well-known/jwks.json")) {
      Json key = authority()["signature_key"];
      key["kid"] = "zustelldienst-2026";
      return HttpResponse{200, Json{{"keys", {key}}}.dump(), {}};
    }
    if (request.url.find("/keys/") != std::string::npos) return HttpResponse{200, authority()["signature_key"].dump(), {}};
    return HttpResponse{200, log().dump(), {}};
  }

  Json log() const {
    Json events = {signed_event("create-submission", kService, kSubmission, kCase, Json::object(), "zustelldienst-2026")};
    if (is_submitted) events.push_back(signed_event("submit-submission", kService, kSubmission, kCase, tags, "zustelldienst-2026"));
    if (is_accepted) events.push_back(signed_event("accept-submission", kDestination, kSubmission, kCase, tags));
    if (!forged.empty()) events.push_back(forged);
    return {{"count", events.size()}, {"offset", 0}, {"totalCount", events.size()}, {"eventLog", events}};
  }
};

struct Citizen : VaultWorkshop {
  Service service;
  ScriptedHttp http{loop, [this](const HttpRequest& request) { return service.answer(request); }};
  SubmissionClient client{http, fit_connect::dialect_v1(), "https://gateway.example"};
  GatewayTransport transport{cryptography, client, kService};
  vault::Vault vault{ports()};
  vault::RecordId outbox;
  std::optional<Error> failure;

  // Kept as ready, together with the ledger's entry.
  bool begin() {
    DeliveryContent content;
    content.parts.metadata = "h.k.n.m.tag-of-metadata";
    content.parts.data = "h.k.n.d.tag-of-data";
    content.parts.attachments = {{"a1", "h.k.n.a.tag-of-file"}};
    content.announcement = {kDestination, "Hund anmelden", "urn:de:fim:leika:leistung:99102013104000", "", {"a1"}};
    service.tags = {{"authenticationTags", {{"metadata", "tag-of-metadata"}, {"data", "tag-of-data"}, {"attachments", {{"a1", "tag-of-file"}}}}}};
    Delivery delivery;
    delivery.content = std::make_shared<const DeliveryContent>(std::move(content));
    if (!create(vault, secrets(recovery())).ok()) return false;
    outbox = fresh_id(vault);
    NewDelivery begun{outbox, delivery, {fresh_id(vault), vault::RecordType::Ledger, 1, Personal<std::string>("entry")}};
    return answer<Done>([&](auto callback) { begin_delivery(vault, std::move(begun), callback); }).ok();
  }

  // From what is kept, as far as it goes.
  std::pair<CourierStop, Delivery> carry() {
    auto kept = answer<KeptDelivery>([&](auto callback) { read_delivery(vault, outbox, callback); });
    if (!CHECK(kept.ok())) return {CourierStop::NotKept, {}};
    VaultDeliveryStore deliveries(vault, outbox, kept.value().version);
    Courier courier({deliveries, transport, clock, random}, kept.value().delivery);
    CourierStop stop = CourierStop::NotKept;
    courier.carry([&stop](CourierStop why) { stop = why; });
    loop.run();
    failure = courier.last_failure();
    return {stop, courier.delivery()};
  }
};

}  // namespace

TEST_SUITE("services") {
  TEST_CASE("an application is sent, and its acceptance believed because the authority signed it") {
    Citizen citizen;
    if (!CHECK(citizen.begin())) return;
    CHECK(citizen.vault.records().size() == 2);
    CHECK(citizen.http.requests.empty());
    CHECK(citizen.carry().first == CourierStop::Asked);
    CHECK(citizen.service.is_submitted);
    CHECK(citizen.carry().second.state == DeliveryState::Sent);
    citizen.service.is_accepted = true;
    CHECK(citizen.carry().second.state == DeliveryState::Accepted);
    CHECK(citizen.carry().first == CourierStop::Over);
    CHECK(citizen.service.announcements == 1);
  }

  TEST_CASE("when the last answer is lost, the event log tells that it has arrived") {
    Citizen citizen;
    if (!CHECK(citizen.begin())) return;
    citizen.service.answers_submit = false;
    const auto carried = citizen.carry();
    const Delivery& waiting = carried.second;
    CHECK(carried.first == CourierStop::Waits);
    CHECK(waiting.state == DeliveryState::Submitting);
    citizen.clock.set(waiting.not_before);
    CHECK(citizen.carry().second.state == DeliveryState::Sent);
    int submits = 0;
    for (const HttpRequest& request : citizen.http.requests) submits += request.method == "PUT" && has_ending(request.url, kSubmission) ? 1 : 0;
    CHECK(submits == 1);
  }

  TEST_CASE("forged, foreign and reordered events change nothing") {
    Citizen citizen;
    if (!CHECK(citizen.begin())) return;
    CHECK(citizen.carry().first == CourierStop::Asked);
    const std::string accepted = signed_event("accept-submission", kDestination, kSubmission, kCase, citizen.service.tags);
    std::string broken = accepted;
    broken[broken.rfind('.') + 9] = broken[broken.rfind('.') + 9] == 'A' ? 'Q' : 'A';
    Json other_tags = citizen.service.tags;
    other_tags["authenticationTags"]["data"] = "tag-of-another";
    for (const std::string& forged :
         {broken, std::string("no token"), signed_event("accept-submission", kDestination, kSubmission, kCase, other_tags),
          signed_event("accept-submission", "https://elsewhere.example", kSubmission, kCase, citizen.service.tags),
          signed_event("accept-submission", kDestination, kCase, kSubmission, citizen.service.tags),
          signed_event("reject-submission", kService, kSubmission, kCase, Json::object(), "another-key"),
          signed_event("create-submission", kService, kSubmission, kCase, Json::object(), "zustelldienst-2026")}) {
      citizen.service.forged = forged;
      const auto carried = citizen.carry();
      const Delivery& delivery = carried.second;
      CHECK(carried.first == CourierStop::Waits);
      CHECK(delivery.state == DeliveryState::Sent);
      if (CHECK(citizen.failure)) CHECK(citizen.failure->kind == (forged == "no token" ? ErrorKind::MalformedData : ErrorKind::Tampered));
      citizen.clock.set(delivery.not_before + 1);
    }
    citizen.service.forged = accepted;
    CHECK(citizen.carry().second.state == DeliveryState::Accepted);
  }

  TEST_CASE("of two tabs that carry the same application one is told to read it anew, and it arrives once") {
    Citizen citizen;
    if (!CHECK(citizen.begin())) return;
    vault::Vault other(citizen.ports());
    CHECK(citizen.unlock(other, recovery()).ok());
    auto kept = citizen.answer<KeptDelivery>([&](auto callback) { read_delivery(other, citizen.outbox, callback); });
    if (!CHECK(kept.ok())) return;
    VaultDeliveryStore here(citizen.vault, citizen.outbox, kept.value().version);
    VaultDeliveryStore there(other, citizen.outbox, kept.value().version);
    Courier first({here, citizen.transport, citizen.clock, citizen.random}, kept.value().delivery);
    Courier second({there, citizen.transport, citizen.clock, citizen.random}, kept.value().delivery);
    std::vector<CourierStop> stops;
    first.carry([&](CourierStop stop) { stops.push_back(stop); });
    second.carry([&](CourierStop stop) { stops.push_back(stop); });
    citizen.loop.run();
    CHECK(stops == std::vector<CourierStop>{CourierStop::Superseded, CourierStop::Asked});
    CHECK(citizen.carry().second.state == DeliveryState::Sent);
  }
}
