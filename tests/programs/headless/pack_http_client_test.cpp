#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "programs/headless/pack_http_client.h"

using namespace stadttor;
using namespace stadttor::headless;

namespace {

using Files = std::map<std::string, std::string>;

struct Asked {
  std::vector<std::string> answers;
  platform::HttpCallback callback() {
    return [this](Result<platform::HttpResponse> response) {
      answers.push_back(response.ok() ? std::to_string(response.value().status) + " " + response.value().body : text_from_error(response.error()));
    };
  }
};

}  // namespace

TEST_SUITE("programs/headless") {
  TEST_CASE("files are answered when polled, never at once") {
    PackHttpClient http(Files{{"daten/a.json", "A"}});
    Asked asked;

    const auto handle = http.send({"GET", "/daten/a.json", {}, {}}, asked.callback());
    CHECK(asked.answers.empty());
    CHECK(http.poll());

    CHECK(asked.answers == std::vector<std::string>{"200 A"});
    CHECK_FALSE(http.poll());
    CHECK(http.requested() == std::vector<std::string>{"/daten/a.json"});
  }

  TEST_CASE("what is not there is 404, and no network is an error") {
    PackHttpClient http(Files{});
    Asked asked;

    const auto missing = http.send({"GET", "/x", {}, {}}, asked.callback());
    http.poll();
    http.set_unreachable(true);
    const auto lost = http.send({"GET", "/x", {}, {}}, asked.callback());
    http.poll();

    CHECK(asked.answers == std::vector<std::string>{"404 ", "NetworkUnreachable at /x: no network"});
  }

  TEST_CASE("a request whose handle is gone is silent") {
    PackHttpClient http(Files{{"a", "A"}});
    Asked asked;

    auto handle = http.send({"GET", "/a", {}, {}}, asked.callback());
    handle.reset();
    http.poll();

    CHECK(asked.answers.empty());
  }

  TEST_CASE("a request sent from within an answer waits for the next poll") {
    PackHttpClient http(Files{{"a", "A"}});
    Asked asked;
    std::unique_ptr<platform::RequestHandle> second;

    const auto first = http.send({"GET", "/a", {}, {}}, [&](Result<platform::HttpResponse>) { second = http.send({"GET", "/a", {}, {}}, asked.callback()); });
    http.poll();
    CHECK(asked.answers.empty());
    http.poll();

    CHECK(asked.answers.size() == 1);
  }
}
