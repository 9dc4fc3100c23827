#include <doctest/doctest.h>

#include <set>
#include <string>

#include "foundation/error.h"

using namespace stadttor;

TEST_SUITE("foundation") {
  TEST_CASE("an error says what, where and why in one line") {
    const Error error{ErrorKind::MalformedData, "services/x.json#/id", "expected text", NextStep::ContactOffice};

    CHECK(text_from_error(error) == "MalformedData at services/x.json#/id: expected text");
  }

  TEST_CASE("an error without a place or detail leaves them out") {
    CHECK(text_from_error({ErrorKind::TimedOut, "", "", NextStep::None}) == "TimedOut");
    CHECK(text_from_error({ErrorKind::NotFound, "de/", "", NextStep::None}) == "NotFound at de/");
    CHECK(text_from_error({ErrorKind::StorageFull, "", "no room", NextStep::None}) == "StorageFull: no room");
  }

  TEST_CASE("every kind of error has a name of its own") {
    std::set<std::string> names;

    for (int kind = 0; kind <= static_cast<int>(ErrorKind::NotSupported); ++kind) {
      names.emplace(error_kind_name(static_cast<ErrorKind>(kind)));
    }

    CHECK(names.size() == static_cast<std::size_t>(ErrorKind::NotSupported) + 1);
    CHECK(names.count("Unknown") == 0);
    CHECK(names.count("NetworkUnreachable") == 1);
  }
}
