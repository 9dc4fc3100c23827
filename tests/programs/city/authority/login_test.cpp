#include "programs/city/authority/authority_world.h"

using namespace stadttor;
using namespace stadttor::testing;

TEST_SUITE("city/authority") {
  TEST_CASE("nobody sees anything of the inbox who is not logged in") {
    AuthorityWorld world;
    for (const char* path : {"/behoerde/", "/behoerde/protokoll", "/behoerde/antrag/x", "/behoerde/unbekannt"}) {
      const Answer answer = world.get(path);
      CHECK(answer.status == 303);
      CHECK(answer.header("Location") == "/behoerde/anmelden");
    }
    CHECK(world.post_plainly("/behoerde/antrag/x/annehmen", "").status == 403);
    CHECK(world.get("/behoerde/anmelden").status == 200);
  }

  TEST_CASE("a clerk logs in with the right password only, and the cookie is for the inbox alone") {
    AuthorityWorld world;
    const Answer refused = world.log_in("falsch");
    CHECK(refused.status == 422);
    CHECK(contains(refused.body, "Benutzername oder Passwort ist falsch."));
    CHECK(refused.header("Set-Cookie").empty());

    const Answer let_in = world.log_in();
    CHECK(let_in.status == 303);
    const std::string cookie(let_in.header("Set-Cookie"));
    CHECK(contains(cookie, "; Path=/behoerde; HttpOnly; SameSite=Strict"));
    CHECK(world.get("/behoerde/").status == 200);

    CHECK(world.post("/behoerde/abmelden", "").status == 303);
    CHECK(world.get("/behoerde/").status == 303);
    world.cookie = cookie.substr(0, cookie.find(';'));
    CHECK(world.get("/behoerde/").status == 303);
  }

  TEST_CASE("a session ends half an hour after its last use") {
    AuthorityWorld world;
    world.log_in();
    world.clock.set(world.clock.now() + 29 * 60 * 1000);
    CHECK(world.get("/behoerde/protokoll").status == 200);
    world.clock.set(world.clock.now() + 30 * 60 * 1000);
    CHECK(world.get("/behoerde/protokoll").status == 303);
  }

  TEST_CASE("after five wrong passwords even the right one has to wait a quarter of an hour") {
    AuthorityWorld world;
    for (int attempt = 0; attempt < 5; ++attempt) CHECK(world.log_in("falsch").status == 422);
    const Answer waiting = world.log_in();
    CHECK(waiting.status == 429);
    CHECK(waiting.header("Retry-After") == "900");
    world.clock.set(world.clock.now() + 15 * 60 * 1000);
    CHECK(world.log_in().status == 303);
  }

  TEST_CASE("what another site posts changes nothing: it has no token, and browsers say where it comes from") {
    AuthorityWorld world;
    world.log_in();
    CHECK(world.post_plainly("/behoerde/abmelden", "").status == 403);
    CHECK(world.post_plainly("/behoerde/abmelden", "token=geraten").status == 403);
    CHECK(world.post_plainly("/behoerde/abmelden", "token=" + world.token(), "cross-site").status == 403);
    CHECK(world.post_plainly("/behoerde/anmelden", "name=anna&password=richtig+und+lang", "cross-site").status == 403);
    CHECK(world.get("/behoerde/").status == 200);
  }

  TEST_CASE("pages carry no script, are in no frame and in no cache, and look like the portal") {
    AuthorityWorld world;
    const Answer page = world.get("/behoerde/anmelden");
    const std::string policy(page.header("Content-Security-Policy"));
    CHECK(contains(policy, "default-src 'none'"));
    CHECK(contains(policy, "frame-ancestors 'none'"));
    CHECK_FALSE(contains(policy, "script-src"));
    CHECK(page.header("Cache-Control") == "no-store");
    CHECK(contains(page.body, "<link rel=\"stylesheet\" href=\"/assets/s.css\">"));
    CHECK_FALSE(contains(page.body, "<script"));
  }

  TEST_CASE("only the demo shows its password") {
    AuthorityWorld world;
    CHECK_FALSE(contains(world.get("/behoerde/anmelden").body, "Vorführung"));
  }
}
