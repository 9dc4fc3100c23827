#include "programs/city/api/api_routes.h"

#include <doctest/doctest.h>

#include "foundation/json_reader.h"
#include "programs/city/api/json_object.h"
#include "programs/city/api/problem.h"

namespace stadttor::city_server {
namespace {

ApiRoutes routes_with_inbox() {
  ApiRoutes routes;
  const auto accept = [](const IncomingRequest& request) {
    Answer answer;
    answer.content_type = "application/json";
    answer.body = request.body;
    return answer;
  };
  routes.add({"GET", "/api/inbox", "application/json", accept});
  routes.add({"POST", "/api/inbox", "application/json", accept});
  return routes;
}

IncomingRequest posted(std::string content_type, std::string body) {
  IncomingRequest request;
  request.method = "POST";
  request.path = "/api/inbox";
  request.content_type = std::move(content_type);
  request.body_state = BodyState::Read;
  request.body = std::move(body);
  return request;
}

}  // namespace

TEST_SUITE("programs/city") {
  TEST_CASE("a sound request reaches its API and is never cached") {
    const Answer answer = routes_with_inbox().answer(posted("application/json; charset=utf-8", R"({"a":1})"));

    CHECK(answer.status == 200);
    CHECK(answer.body == R"({"a":1})");
    CHECK(answer.header("Cache-Control") == "no-store");
  }

  TEST_CASE("bad input is refused with the status that names the fault") {
    const ApiRoutes routes = routes_with_inbox();
    IncomingRequest unknown = posted("application/json", "{}");
    unknown.path = "/api/inboxes";
    IncomingRequest too_large = posted("application/json", "");
    too_large.body_state = BodyState::TooLarge;
    IncomingRequest wrong_method = posted("application/json", "{}");
    wrong_method.method = "DELETE";

    CHECK(routes.answer(unknown).status == 404);
    CHECK(routes.answer(too_large).status == 413);
    CHECK(routes.answer(posted("text/plain", "{}")).status == 415);
    CHECK(routes.answer(posted("", "{}")).status == 415);
    CHECK(routes.answer(posted("application/json", "{")).status == 400);
    CHECK(routes.answer(posted("application/json", "\"\xff\"")).status == 400);
    CHECK(routes.answer(posted("application/json", std::string(100000, '['))).status == 400);
    CHECK(routes.answer(wrong_method).status == 405);
    CHECK(routes.answer(wrong_method).header("Allow") == "GET, HEAD, POST");
  }

  TEST_CASE("HEAD is answered like GET") {
    IncomingRequest request = posted("", "");
    request.method = "HEAD";
    request.body_state = BodyState::Absent;

    CHECK(routes_with_inbox().answer(request).status == 200);
  }

  TEST_CASE("a refusal is a problem document with type, title, status and a German sentence") {
    const Answer answer = unknown_path_answer("/api/<b>\"\xff");

    CHECK(answer.content_type == "application/problem+json");
    Result<JsonDocument> document = JsonDocument::parse(answer.body, "answer");
    if (!CHECK(document.ok())) return;
    JsonReader root = document.value().root();
    CHECK(root.required_text("type") == "urn:stadttor:problem:unknown-path");
    CHECK(root.required_text("title") == "Unbekannter Pfad");
    CHECK(root.required_number("status") == 404);
    CHECK(root.required_text("detail").find("Bitte prüfen Sie die Adresse") != std::string::npos);
  }

  TEST_CASE("written JSON keeps the order of members and escapes text") {
    CHECK(JsonObject().add("b", "a\"\n").add("a", 7).add("list", {JsonObject().add("x", "")}).text() ==
          R"({"b":"a\"\n","a":7,"list":[{"x":""}]})");
  }
}
}  // namespace stadttor::city_server
