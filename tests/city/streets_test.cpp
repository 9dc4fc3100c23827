#include "city/streets.h"

#include <doctest/doctest.h>

using namespace stadttor;
using namespace stadttor::city;

namespace {

Streets some_streets() {
  auto read = read_streets(R"({"town": "Musterstadt", "streets": [{"name": "Am Alten Ufer", "postcodes": ["12344"]}, {"name": "Münzgasse", "postcodes": ["12344"]},
      {"name": "Neue Münzstraße", "postcodes": ["12345", "12346"]}, {"name": "Robert-Koch-Straße", "postcodes": ["12348"]}]})",
                           "streets");
  if (!CHECK(read.ok())) return {};
  return std::move(read).value();
}

std::string names(std::string_view typed, std::size_t most = 8) {
  const Streets streets = some_streets();
  std::string text;
  for (const Street* street : matching_streets(streets, typed, most)) text.append(text.empty() ? "" : ", ").append(street->name);
  return text;
}

}  // namespace

TEST_SUITE("city streets") {
  TEST_CASE("streets are found however they are typed, those that begin with it first") {
    CHECK(names("münz") == "Münzgasse, Neue Münzstraße");
    CHECK(names("MUENZG") == "Münzgasse");
    CHECK(names("robert koch str.") == "Robert-Koch-Straße");
    CHECK(names("robertkochstrasse") == "Robert-Koch-Straße");
    CHECK(names("am alten") == "Am Alten Ufer");
  }

  TEST_CASE("nothing is found for nothing and for what is not there, and no more than wanted") {
    CHECK(names("").empty());
    CHECK(names(" .").empty());
    CHECK(names("Hafen").empty());
    CHECK(names("münz", 1) == "Münzgasse");
  }

  TEST_CASE("a directory without a town is refused") { CHECK_FALSE(read_streets(R"({"streets": []})", "streets").ok()); }

  TEST_CASE("whether a street is the city's is known however it is written, with a number or without") {
    const Streets streets = some_streets();
    CHECK(has_street(streets, "Muenzgasse 15"));
    CHECK(has_street(streets, "neue münzstr."));
    CHECK_FALSE(has_street(streets, "Münz"));
    CHECK_FALSE(has_street(streets, "Champs-Élysées"));
  }
}
