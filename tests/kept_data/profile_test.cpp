// What is kept of people, and that a later portal's additions survive an earlier one.
#include "kept_data/profile.h"

#include <doctest/doctest.h>

using namespace stadttor;
using kept_data::Person;
using kept_data::Profile;

namespace {

std::string kept(const Profile& profile) { return kept_data::text_from_profile(profile).reveal<"a test compares what is kept">(); }
Result<Profile> read(const char* text) { return kept_data::read_profile(Personal<std::string>(text)); }
std::string value(const Person& person, std::string_view name) { return person.value(name).reveal<"a test compares what is kept">(); }

}  // namespace

TEST_SUITE("kept_data/profile") {
  TEST_CASE("people and their values come back as they were kept") {
    Profile profile;
    profile.add("self").set("given-name", Personal<std::string>("Erika"));
    profile.add("child").set("bday", Personal<std::string>("01.02.2020"));
    const auto again = kept_data::read_profile(kept_data::text_from_profile(profile));

    if (!CHECK(again.ok())) return;
    if (!CHECK(again.value().people.size() == 2)) return;
    CHECK(again.value().people[0].relation == "self");
    CHECK(value(again.value().people[0], "given-name") == "Erika");
    CHECK(value(again.value().people[1], "bday") == "01.02.2020");
    CHECK(again.value().people[0].id != again.value().people[1].id);
  }

  TEST_CASE("values and relations that a later version knows stay") {
    const auto profile = read(R"({"schema": 2, "people": [{"id": "7", "relation": "godparent", "values": {"shoe-size": "38", "odd": 5}}], "more": []})");

    if (!CHECK(profile.ok())) return;
    CHECK(kept(profile.value()) == R"({"schema":1,"people":[{"id":"7","relation":"godparent","values":{"shoe-size":"38"}}]})");
  }

  TEST_CASE("an emptied value is erased, and so is a person") {
    Profile profile;
    Person& self = profile.add("self");
    self.set("tel", Personal<std::string>("0123"));
    self.set("tel", Personal<std::string>());
    CHECK(self.values.empty());
    profile.remove(self.id);
    CHECK(profile.empty());
  }

  TEST_CASE("two people never share an id, whatever is stored") {
    const auto profile = read(R"({"people": [{"id": "1"}, {"id": "1"}, {}]})");

    if (!CHECK(profile.ok())) return;
    const auto& people = profile.value().people;
    if (!CHECK(people.size() == 3)) return;
    CHECK(people[0].id != people[1].id);
    CHECK(people[1].id != people[2].id);
    CHECK(people[0].id != people[2].id);
  }

  TEST_CASE("what is no JSON is no profile") { CHECK_FALSE(read("{").ok()); }
}
