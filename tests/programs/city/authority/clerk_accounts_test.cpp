#include "programs/city/authority/authority_world.h"
#include "programs/city/authority/clerk_command.h"

using namespace stadttor;
using namespace stadttor::testing;

TEST_SUITE("city/authority") {
  TEST_CASE("accounts are listed, removed, and there is none of an unknown name") {
    AuthorityWorld world;
    CHECK(city_server::authority::set_clerk(world.connection(), "bert", Secret("auch richtig lang")).ok());
    CHECK(city_server::authority::read_clerks(world.connection()).value() == std::vector<std::string>{"anna", "bert"});
    CHECK(city_server::authority::remove_clerk(world.connection(), "bert").ok());
    CHECK(error_of(city_server::authority::remove_clerk(world.connection(), "bert")) == ErrorKind::NotFound);
    CHECK(city_server::authority::read_clerks(world.connection()).value() == std::vector<std::string>{"anna"});
  }

  TEST_CASE("who has lost the account, or has a new password, is logged out at the next click") {
    AuthorityWorld world;
    world.log_in();
    CHECK(world.get("/behoerde/").status == 200);
    CHECK(city_server::authority::set_clerk(world.connection(), "anna", Secret("ein neues Passwort")).ok());
    CHECK(world.get("/behoerde/").status == 303);
    CHECK(world.log_in("ein+neues+Passwort").status == 303);
    CHECK(world.get("/behoerde/").status == 200);
    CHECK(city_server::authority::remove_clerk(world.connection(), "anna").ok());
    CHECK(world.get("/behoerde/").status == 303);
    CHECK(world.log_in("ein+neues+Passwort").status == 422);
  }

  TEST_CASE("names and passwords that could not be entered at the login, or guessed at once, are refused") {
    using namespace city_server::authority;
    CHECK(problem_of_clerk_name("Anna Öz").empty());
    for (const char* name : {"", " anna", "anna ", "an\nna"}) CHECK_FALSE(problem_of_clerk_name(name).empty());
    CHECK(problem_of_password("fünf kurze Wörter reichen", "anna").empty());
    for (const char* password : {"", "zu kurz", "sachbearbeitung", " mit Leerzeichen davor", "mit Leerzeichen danach "}) CHECK_FALSE(problem_of_password(password, "sachbearbeitung").empty());
    CHECK_FALSE(problem_of_password(std::string(201, 'x'), "anna").empty());
  }
}
