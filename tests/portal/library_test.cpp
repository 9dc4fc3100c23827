#include <doctest/doctest.h>

#include <map>
#include <string>

#include "portal/library.h"
#include "programs/headless/pack_http_client.h"

using namespace stadttor;
using namespace stadttor::portal;

namespace {

struct Shelf {
  headless::PackHttpClient http{std::map<std::string, std::string>{{"daten/1/de/leistungen/hund.json", R"({"id":"hund","steps":["a"]})"}}};
  int arrivals = 0;
  Library library{http, "/daten/1/", [this] { ++arrivals; }};
};

}  // namespace

TEST_SUITE("portal") {
  TEST_CASE("a pack is asked for once, loads, and is then ready") {
    Shelf shelf;

    CHECK(shelf.library.service("de", "hund").state == PackState::Loading);
    CHECK(shelf.library.service("de", "hund").get() == nullptr);
    shelf.http.poll();

    CHECK(shelf.arrivals == 1);
    const auto& slot = shelf.library.service("de", "hund");
    CHECK(slot.state == PackState::Ready);
    if (!CHECK(slot.get() != nullptr)) return;
    CHECK(slot.get()->steps.size() == 1);
    CHECK(shelf.http.requested().size() == 1);
  }

  TEST_CASE("a pack that is not there fails, says why, and is not asked for again by itself") {
    Shelf shelf;
    shelf.library.service("de", "katze");
    shelf.http.poll();

    const auto& slot = shelf.library.service("de", "katze");
    CHECK(slot.state == PackState::Failed);
    if (!CHECK(slot.error.has_value())) return;
    CHECK(slot.error->kind == ErrorKind::NotFound);
    CHECK(slot.error->where == "/daten/1/de/leistungen/katze.json");
    CHECK(shelf.arrivals == 1);
    CHECK(shelf.http.requested().size() == 1);
  }

  TEST_CASE("a broken pack and a lost network fail with their own kinds of error") {
    Shelf shelf;
    shelf.http.files()["daten/1/de/leistungen/katze.json"] = "{";
    shelf.library.service("de", "katze");
    shelf.http.poll();
    shelf.http.set_unreachable(true);
    shelf.library.service("de", "maus");
    shelf.http.poll();

    CHECK(shelf.library.service("de", "katze").error->kind == ErrorKind::MalformedData);
    CHECK(shelf.library.service("de", "maus").error->kind == ErrorKind::NetworkUnreachable);
  }

  TEST_CASE("failures can be forgotten, what is there stays") {
    Shelf shelf;
    shelf.library.service("de", "hund");
    shelf.library.service("de", "katze");
    shelf.http.poll();
    shelf.http.files()["daten/1/de/leistungen/katze.json"] = R"({"id":"katze"})";

    shelf.library.forget_failures();
    CHECK(shelf.library.service("de", "katze").state == PackState::Loading);
    CHECK(shelf.library.service("de", "hund").state == PackState::Ready);
    shelf.http.poll();

    CHECK(shelf.library.service("de", "katze").state == PackState::Ready);
    CHECK_FALSE(shelf.library.service("de", "katze").error.has_value());
  }

  TEST_CASE("looking for a catalogue does not ask for it") {
    Shelf shelf;

    CHECK(shelf.library.find_catalogue("de") == nullptr);
    CHECK(shelf.http.requested().empty());
  }

  TEST_CASE("each language has packs of its own") {
    Shelf shelf;
    shelf.library.service("de", "hund");
    shelf.library.service("en", "hund");
    shelf.http.poll();

    CHECK(shelf.library.service("de", "hund").state == PackState::Ready);
    CHECK(shelf.library.service("en", "hund").state == PackState::Failed);
  }
}
