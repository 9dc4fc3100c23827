#include "programs/city/site/site.h"

#include <doctest/doctest.h>

#include "programs/city/temporary_folder.h"

namespace stadttor::city_server {
namespace {

IncomingRequest request_for(std::string path) {
  IncomingRequest request;
  request.method = "GET";
  request.path = std::move(path);
  return request;
}

}  // namespace

TEST_SUITE("programs/city") {
  TEST_CASE("a folder's page is served without a redirect") {
    const TemporaryFolder folder;
    folder.write("de/index.html", "Start");
    const Result<Site> site = Site::open(folder.path(), {"de"});
    if (!CHECK(site.ok())) return;

    CHECK(site.value().answer(request_for("/de")).body == "Start");
    CHECK(site.value().answer(request_for("/de/")).body == "Start");
  }

  TEST_CASE("a known page that has not changed costs a 304 with the length of the page") {
    const TemporaryFolder folder;
    folder.write("de/index.html", "Start");
    const Result<Site> site = Site::open(folder.path(), {"de"});
    if (!CHECK(site.ok())) return;
    IncomingRequest again = request_for("/de/");
    again.if_none_match = std::string(site.value().answer(request_for("/de/")).header("ETag"));

    const Answer answer = site.value().answer(again);

    CHECK(answer.status == 304);
    CHECK(answer.body.empty());
    CHECK(answer.header("ETag") == again.if_none_match);
    CHECK(answer.header("Content-Length") == "5");
  }

  TEST_CASE("an unknown page is answered in the language of its path") {
    const TemporaryFolder folder;
    folder.write("404.html", "general");
    folder.write("tr/404.html", "tr");
    const Result<Site> site = Site::open(folder.path(), {"de", "tr"});
    if (!CHECK(site.ok())) return;

    CHECK(site.value().answer(request_for("/tr/yok")).body == "tr");
    CHECK(site.value().answer(request_for("/de/fehlt")).body == "general");
    CHECK(site.value().answer(request_for("/../x")).status == 404);
  }

  TEST_CASE("a link out of the site's folder is not followed") {
    const TemporaryFolder outside;
    outside.write("secret.txt", "secret");
    const TemporaryFolder folder;
    std::filesystem::create_symlink(outside.path() / "secret.txt", folder.path() / "link.txt");
    const Result<Site> site = Site::open(folder.path(), {"de"});
    if (!CHECK(site.ok())) return;

    CHECK(site.value().answer(request_for("/link.txt")).status == 404);
  }

  TEST_CASE("a site that is not built is refused with the command that builds it") {
    const TemporaryFolder folder;

    const Result<Site> site = Site::open(folder.path() / "missing", {"de"});

    if (!CHECK_FALSE(site.ok())) return;
    CHECK(site.error().detail.find("./dev build") != std::string::npos);
  }

  TEST_CASE("a page cannot be written to") {
    const TemporaryFolder folder;
    const Result<Site> site = Site::open(folder.path(), {"de"});
    if (!CHECK(site.ok())) return;
    IncomingRequest request = request_for("/de/");
    request.method = "POST";

    const Answer answer = site.value().answer(request);

    CHECK(answer.status == 405);
    CHECK(answer.header("Allow") == "GET, HEAD");
  }
}
}  // namespace stadttor::city_server
