// A delivery service with one destination and two clients over a database of its own, asked like the server asks it. Its keys are
// made once for each build.
#pragma once

#include <doctest/doctest.h>

#include "foundation/json_reader.h"
#include "programs/city/fit_connect/delivery_service.h"
#include "programs/city/fit_connect/destination_import.h"
#include "programs/city/fit_connect/security_event_token.h"
#include "programs/city/temporary_folder.h"
#include "programs/city/fit_connect/submission_records.h"
#include "programs/city/site/file_text.h"
#include "protocols/jose/base64url.h"
#include "protocols/jose/json_web_signature.h"

namespace stadttor::city_server {

inline const std::filesystem::path& test_keys() {
  static const std::filesystem::path kFolder = [] {
    const std::filesystem::path folder = STADTTOR_TEST_KEYS;
    CHECK(make_keys(folder, "https://zustelldienst.kleinstadt.example").ok());
    return folder;
  }();
  return kFolder;
}

inline constexpr const char* kDestination = "5a2f5f0e-3f3b-4a57-9d62-7a6a2f1d0c11";
inline constexpr const char* kForeignDestination = "b1c0ffee-3f3b-4a57-9d62-7a6a2f1d0c22";
inline constexpr const char* kAttachment = "0d9a6a0e-61c5-4d7b-8a39-5f0f7c1f2a33";
inline constexpr const char* kService = "urn:de:fim:leika:leistung:99115005000000";

class SmallAuthority {
 public:
  SmallAuthority() : connection(Connection::open(folder.path() / "city.sqlite").value()), keys(read_authority_keys(test_keys()).value()) {
    const DestinationRecord destination{kDestination, "buergerbuero", "Bürgerbüro", "active", {}, {{kService, "wohnsitz-anmelden", "DE990000000001", "urn:stadttor:form:wohnsitz-anmelden", "application/json"}}};
    const GatewayKeys gateway = read_gateway_keys(test_keys()).value();
    CHECK(import_destinations(connection, {destination}, read_destination_keys(test_keys()).value()).ok());
    CHECK(register_client(connection, gateway.client, sending_scope({destination})).ok());
    CHECK(register_client(connection, keys.client, subscribing_scope({destination})).ok());
    service = std::make_shared<DeliveryService>(DeliveryService{connection, read_delivery_service_keys(test_keys()).value(), [this] { return now; }});
    add_delivery_service(routes, service);
    sender = token_of(gateway.client);
    receiver = token_of(keys.client);
  }

  Answer ask(const std::string& token, const std::string& method, std::string path, std::string body = {}, std::string type = "application/json") const {
    IncomingRequest request;
    request.method = method;
    if (const std::size_t mark = path.find('?'); mark != std::string::npos) {
      const std::string query = path.substr(mark + 1);
      request.query.emplace_back(query.substr(0, query.find('=')), query.substr(query.find('=') + 1));
      path.resize(mark);
    }
    request.path = path.front() == '/' ? path : "/submission-api/v1/" + path;
    if (!token.empty()) request.authorization = "Bearer " + token;
    if (!body.empty()) request.body_state = BodyState::Read;
    request.content_type = std::move(type);
    request.body = std::move(body);
    return routes.answer(std::move(request));
  }

  std::string token_of(const ClientCredentials& client) const {
    const Answer answer = ask("", "POST", "/token", "grant_type=client_credentials&client_id=" + client.client_id + "&client_secret=" + client.client_secret,
                              "application/x-www-form-urlencoded");
    return text_in(answer, "access_token");
  }

  static std::string text_in(const Answer& answer, const char* name) {
    Result<JsonDocument> document = JsonDocument::parse(answer.body, "answer");
    return document.ok() ? document.value().root().optional_text(name) : "";
  }

  // A JWE as far as anybody without the key can see.
  std::string jwe(const std::string& content, const std::string& type = "application/json") const {
    using protocols::jose::base64url_from_bytes;
    const std::string header = R"({"alg":"RSA-OAEP-256","enc":"A256GCM","kid":")" + keys.encryption_key_id + R"(","cty":")" + type + "\"}";
    return base64url_from_bytes(header) + "." + std::string(683, 'k') + "." + base64url_from_bytes("twelve bytes") + "." + base64url_from_bytes(content) + "." +
           base64url_from_bytes("tag of " + content + "................").substr(0, 22);
  }

  // Announced with one attachment; the ids are kept.
  Answer announce() {
    const Answer answer = ask(sender, "POST", "submissions",
                              std::string(R"({"destinationId":")") + kDestination + R"(","announcedAttachments":[")" + kAttachment +
                                  R"("],"serviceType":{"name":"Wohnsitz anmelden","identifier":")" + kService + "\"}}");
    submission_id = text_in(answer, "submissionId");
    case_id = text_in(answer, "caseId");
    return answer;
  }
  Answer upload() const { return ask(sender, "PUT", "submissions/" + submission_id + "/attachments/" + kAttachment, jwe("scan", "image/png"), "application/jose"); }
  Answer submit(const std::string& content = "data") const {
    return ask(sender, "PUT", "submissions/" + submission_id, R"({"encryptedMetadata":")" + jwe("metadata") + R"(","encryptedData":")" + jwe(content) + "\"}");
  }
  void send() {
    announce();
    CHECK(upload().status == 204);
    CHECK(submit().status == 202);
  }

  protocols::fit_connect::AuthenticationTags tags() const {
    return tags_of(find_submission(connection, submission_id).value().value(), read_attachments(connection, submission_id).value());
  }
  EventStatement statement(const std::string& name, std::string content) const { return {kDestination, submission_id, case_id, name, std::move(content), now}; }
  Answer post(const EventStatement& said) const { return post(sign_event(keys.signing, said).value().compact); }
  Answer post(const std::string& token) const { return ask(receiver, "POST", "cases/" + case_id + "/events", token, "application/jose"); }

  // The names of what the log says, one after another, as the sender reads it.
  std::string log() const {
    std::string names;
    Result<JsonDocument> document = JsonDocument::parse(ask(sender, "GET", "cases/" + case_id + "/events").body, "log");
    if (!document.ok()) return "unreadable";
    for (const std::string& token : document.value().root().texts("eventLog")) {
      const std::string payload = protocols::jose::parse_base64url(token.substr(token.find('.') + 1, token.rfind('.') - token.find('.') - 1)).value_or("");
      const std::size_t at = payload.find("/events/") + 8;
      names.append(names.empty() ? "" : " ").append(payload.substr(at, payload.find('-', at) - at));
    }
    return names;
  }

  TemporaryFolder folder;
  mutable Connection connection;
  AuthorityKeys keys;
  std::int64_t now = 1795593600;
  std::shared_ptr<DeliveryService> service;
  ApiRoutes routes;
  std::string sender;
  std::string receiver;
  std::string submission_id;
  std::string case_id;
};

}  // namespace stadttor::city_server
