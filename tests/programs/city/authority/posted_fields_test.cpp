#include "programs/city/authority/posted_fields.h"

#include <doctest/doctest.h>

using namespace stadttor::city_server::authority;

TEST_SUITE("city/authority") {
  TEST_CASE("fields of a posted form are decoded, and blanks around them are no part of them") {
    const auto posted = PostedFields::parse("a=%20Stra%C3%9Fe+1%0D%0A&b=&c&a=zweimal&&d=x%3Dy");
    if (!CHECK(posted.has_value())) return;
    CHECK(posted->value("a") == "Straße 1");
    CHECK(posted->has("b"));
    CHECK(posted->has("c"));
    CHECK(posted->value("d") == "x=y");
    CHECK_FALSE(posted->has("e"));
  }

  TEST_CASE("a body with more fields than a page has, or with what is not text, is refused") {
    std::string many;
    for (int field = 0; field < 101; ++field) many.append("a=1&");
    CHECK_FALSE(PostedFields::parse(many).has_value());
    CHECK_FALSE(PostedFields::parse("a=%FF%FE").has_value());
    CHECK_FALSE(PostedFields::parse("a=%C0%AF").has_value());
  }

  TEST_CASE("a cookie is found by its whole name") {
    CHECK(find_cookie("x=1; behoerde=abc; y=2", "behoerde") == "abc");
    CHECK(find_cookie("behoerde2=abc;behoerde=def", "behoerde") == "def");
    CHECK(find_cookie("xbehoerde=abc", "behoerde").empty());
    CHECK(find_cookie("", "behoerde").empty());
  }
}
