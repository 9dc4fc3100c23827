#include <doctest/doctest.h>

#include "programs/city/site/content_coding.h"
#include "programs/city/site/entity_tag.h"
#include "programs/city/site/language_choice.h"
#include "programs/city/site/weighted_list.h"

namespace stadttor::city_server {
TEST_SUITE("programs/city") {
  TEST_CASE("members of a header field come in the order of their weights") {
    const auto members = weighted_members_from_field("de;q=0.5, en , tr;q=0.875, uk;q=x,, *;q=0");

    if (!CHECK(members.size() == 5)) return;
    CHECK(members[0].text == "en");
    CHECK(members[1].text == "tr");
    CHECK(members[1].weight == 875);
    CHECK(members[2].text == "de");
    CHECK(members[3].weight == 0);
  }

  TEST_CASE("a visitor sees the best language the portal has") {
    const std::vector<std::string> languages = {"de", "de-x-leicht", "en", "tr"};
    CHECK(chosen_language("en-GB,en;q=0.9,de;q=0.8", languages) == "en");
    CHECK(chosen_language("fr, TR;q=0.3", languages) == "tr");
    CHECK(chosen_language("de-AT", languages) == "de");
    CHECK(chosen_language("de-x-leicht", languages) == "de-x-leicht");
  }

  TEST_CASE("a visitor without a matching language sees the portal's first") {
    const std::vector<std::string> languages = {"de", "en"};
    CHECK(chosen_language("", languages) == "de");
    CHECK(chosen_language("fr,*;q=0.5", languages) == "de");
    CHECK(chosen_language("en;q=0", languages) == "de");
    CHECK(chosen_language("\xff;;;,,=", languages) == "de");
  }

  TEST_CASE("a compressed variant is sent only to who accepts it, the smallest first") {
    CHECK(accepted_codings("gzip, deflate, br, zstd").front().name == "br");
    CHECK(accepted_codings("gzip").front().name == "gzip");
    CHECK(accepted_codings("br;q=0, gzip;q=0.1").front().name == "gzip");
    CHECK(accepted_codings("*").size() == 2);
    CHECK(accepted_codings("identity").empty());
    CHECK(accepted_codings("").empty());
  }

  TEST_CASE("an entity tag changes with content and coding and is found in a list") {
    const std::string tag = entity_tag_from_content("text", "br");
    CHECK(tag != entity_tag_from_content("text", ""));
    CHECK(tag != entity_tag_from_content("texts", "br"));
    CHECK(matches_entity_tag("\"other\", W/" + tag, tag));
    CHECK(matches_entity_tag("*", tag));
    CHECK_FALSE(matches_entity_tag("\"other\"", tag));
    CHECK_FALSE(matches_entity_tag("", tag));
  }
}
}  // namespace stadttor::city_server
