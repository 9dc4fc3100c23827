#include "city/places.h"

#include <doctest/doctest.h>

using namespace stadttor;
using namespace stadttor::city;

TEST_SUITE("city") {
  TEST_CASE("a place is read with all it says") {
    const auto read = read_places(R"({"places":[{"id":"bad","kind":"pool","name":"Luhebad","lang":"de","district":"Altstadt","street":"Ufer 1","town":"12344 Stadt",
      "latitude":51.43,"longitude":9.86,"accessibility":["lift"],"lines":["1"],"hours":[{"day":1,"from":"10:00","to":"22:00"}],"phone":"115",
      "note":"Mit Sauna.","note_lang":"de"},{"id":"park","kind":"playground","name":"Park","latitude":51.4,"longitude":9.8,"always_open":true}]})", "x");
    if (!CHECK(read.ok())) return;
    const Place* bath = read.value().find("bad");
    if (!CHECK(bath != nullptr)) return;

    CHECK(bath->name_language == "de");
    CHECK(bath->position.longitude == doctest::Approx(9.86));
    CHECK(bath->has_hours());
    CHECK(bath->note == "Mit Sauna.");
    const Place* park = read.value().find("park");
    if (!CHECK(park != nullptr)) return;
    CHECK(park->is_always_open);
    CHECK_FALSE(park->has_hours());
    CHECK(read.value().find("see") == nullptr);
  }

  TEST_CASE("a kind of place that came later is passed over") {
    const auto read = read_places(R"({"places":[{"id":"a","kind":"spaceport","name":"A","latitude":1,"longitude":1},{"id":"b","kind":"stop","name":"B","latitude":1,"longitude":1}]})", "x");
    if (!CHECK(read.ok())) return;
    CHECK(read.value().places.size() == 1);
  }

  TEST_CASE("a place without a position is an error, and so is a pack that is cut off") {
    CHECK_FALSE(read_places(R"({"places":[{"id":"a","kind":"stop","name":"A","longitude":1}]})", "x").ok());
    CHECK_FALSE(read_places(R"({"places":[{"id":"a")", "x").ok());
    CHECK(read_places("{}", "x").ok());
  }

  TEST_CASE("distances are straight lines in metres") {
    const Position town_hall{51.4321, 9.8714};
    CHECK(metres_between(town_hall, town_hall) == doctest::Approx(0));
    CHECK(metres_between(town_hall, {51.4421, 9.8714}) == doctest::Approx(1112).epsilon(0.001));
    CHECK(metres_between(town_hall, {51.4321, 9.8814}) == doctest::Approx(693).epsilon(0.002));
  }

  TEST_CASE("positions are written with five decimals, a metre") {
    CHECK(text_from_position({51.4321, 9.87140499}) == "51.43210,9.87140");
    CHECK(text_from_position({-0.5, 0}) == "-0.50000,0.00000");
  }
}
