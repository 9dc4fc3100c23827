#include "presentation/imgui/theme.h"

#include <doctest/doctest.h>

namespace stadttor::presentation::imgui {

TEST_SUITE("theme") {
  TEST_CASE("without a city's word it looks as KERN publishes it, and our tokens follow KERN's") {
    Theme theme;
    CHECK(theme.colour(ColourToken::Action) == opaque_colour(0x2044aa));
    CHECK(theme.colour(ColourToken::Brand) == opaque_colour(0x2044aa));
    theme.set_brightness(Brightness::Dark);
    CHECK(theme.colour(ColourToken::Background) == opaque_colour(0x000000));
    CHECK(theme.colour(ColourToken::Footer) == theme.colour(ColourToken::HuedBackground));
  }

  TEST_CASE("a city's colours and lengths replace KERN's, for light and dark on their own") {
    const auto read = read_theme(R"({"light": {"--kern-color-action-default": "#00566b", "--st-color-accent": "#e3a92b"},
      "dark": {"--kern-color-action-default": "#8fd0e2"}, "metric": {"--kern-metric-border-radius-large": "4px"}})",
                                 "theme.json");
    if (!CHECK(read.ok())) return;
    Theme theme = read.value();
    CHECK(theme.colour(ColourToken::Action) == opaque_colour(0x00566b));
    CHECK(theme.colour(ColourToken::Brand) == opaque_colour(0x00566b));
    CHECK(theme.colour(ColourToken::Accent) == opaque_colour(0xe3a92b));
    CHECK(theme.length(LengthToken::RadiusLarge, 80) == doctest::Approx(0.25));
    theme.set_brightness(Brightness::Dark);
    CHECK(theme.colour(ColourToken::Accent) == opaque_colour(0x8fd0e2));
  }

  TEST_CASE("what a theme says in another form, or only to style sheets, changes nothing") {
    const auto read = read_theme(R"json({"light": {"--kern-color-action-default": "red", "--kern-color-other": "#000000"},
      "metric": {"--kern-metric-border-radius-large": "calc(1px + 2px)"}})json",
                                 "theme.json");
    if (!CHECK(read.ok())) return;
    CHECK(read.value().colour(ColourToken::Action) == opaque_colour(0x2044aa));
    CHECK(read.value().length(LengthToken::RadiusLarge, 80) == doctest::Approx(0.5));
    CHECK_FALSE(read_theme("{", "theme.json").ok());
  }

  TEST_CASE("more contrast leaves ink and ground, and what a city has for actions") {
    Theme theme;
    const Colour action = theme.colour(ColourToken::Action);
    theme.set_contrast(Contrast::More);
    CHECK(theme.colour(ColourToken::MutedText) == opaque_colour(0x000000));
    CHECK(theme.colour(ColourToken::HuedBackground) == opaque_colour(0xffffff));
    CHECK(theme.colour(ColourToken::Action) == action);
    theme.set_brightness(Brightness::Dark);
    CHECK(theme.colour(ColourToken::InputBorder) == opaque_colour(0xffffff));
    CHECK(theme.colour(ColourToken::Background) == opaque_colour(0x000000));
    theme.set_contrast(Contrast::Usual);
    CHECK(theme.colour(ColourToken::MutedText) != opaque_colour(0xffffff));
  }

  TEST_CASE("headings are larger on wide pages") {
    const Theme theme;
    CHECK(theme.length(LengthToken::HeadingXLarge, 24) == doctest::Approx(2));
    CHECK(theme.length(LengthToken::HeadingXLarge, 80) == doctest::Approx(3));
  }

  TEST_CASE("colours mix and fade by share") {
    CHECK(mixed_colour(opaque_colour(0xff0000), opaque_colour(0x000000), 0.5F) == opaque_colour(0x800000));
    CHECK(with_alpha(opaque_colour(0x010203), 0.5F) == colour_of(1, 2, 3, 128));
    CHECK_FALSE(parse_colour("#12345").has_value());
    CHECK_FALSE(parse_colour("#12345g").has_value());
  }
}

}  // namespace stadttor::presentation::imgui
