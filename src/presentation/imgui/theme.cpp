#include "presentation/imgui/theme.h"

#include <cstdlib>

#include "foundation/json_reader.h"

namespace stadttor::presentation::imgui {

namespace {

// KERN's only breakpoint for type, in rem.
constexpr float kWidePage = 48;
constexpr float kPixelsOfRem = 16;

// In rem; negative for what can't be read.
float length_from_css(std::string_view value) {
  const std::string text(value);
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  const std::string_view unit(end);
  if (end == text.c_str() || number < 0) return -1;
  if (unit == "rem") return static_cast<float>(number);
  if (unit == "px") return static_cast<float>(number / kPixelsOfRem);
  return number == 0 && unit.empty() ? 0.0F : -1.0F;
}

constexpr Colour kBlack = colour_of(0, 0, 0);
constexpr Colour kWhite = colour_of(255, 255, 255);

enum class Side : unsigned char { Neither, Ink, Ground };

// What a token is where there is only ink and ground.
Side side_of(ColourToken token) {
  switch (token) {
    case ColourToken::Text:
    case ColourToken::MutedText:
    case ColourToken::Border:
    case ColourToken::DecorativeBorder:
    case ColourToken::InputBorder:
    case ColourToken::Focus:
    case ColourToken::OnBand: return Side::Ink;
    case ColourToken::Background:
    case ColourToken::HuedBackground:
    case ColourToken::LayerSurface:
    case ColourToken::Band: return Side::Ground;
    default: return Side::Neither;
  }
}

}  // namespace

Colour Theme::colour(ColourToken token) const {
  const Side side = contrast_ == Contrast::More ? side_of(token) : Side::Neither;
  if (side == Side::Neither) return colours_[brightness_][static_cast<std::size_t>(token)];
  const bool is_light = brightness() == Brightness::Light;
  return (side == Side::Ink) == is_light ? kBlack : kWhite;
}

Theme::Theme() {
  for (int i = 0; i < kColourTokenCount; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const ColourTokenFacts& facts = facts_of(static_cast<ColourToken>(i));
    colours_[0][at] = opaque_colour(facts.light);
    colours_[1][at] = opaque_colour(facts.dark);
  }
  for (int i = 0; i < kLengthTokenCount; ++i) {
    const LengthTokenFacts& facts = facts_of(static_cast<LengthToken>(i));
    lengths_[static_cast<std::size_t>(i)] = {facts.narrow, facts.wide};
  }
  follow_kern();
}

float Theme::length(LengthToken token, float page_width) const {
  return lengths_[static_cast<std::size_t>(token)][page_width >= kWidePage ? 1 : 0];
}

void Theme::set_colour(std::string_view name, Brightness brightness, Colour colour) {
  for (int i = 0; i < kColourTokenCount; ++i) {
    if (facts_of(static_cast<ColourToken>(i)).name != name) continue;
    colours_[static_cast<std::size_t>(brightness)][static_cast<std::size_t>(i)] = colour;
    is_set_[static_cast<std::size_t>(brightness)][static_cast<std::size_t>(i)] = true;
  }
  follow_kern();
}

void Theme::set_length(std::string_view name, std::string_view value) {
  const float length = length_from_css(value);
  if (length < 0) return;
  for (int i = 0; i < kLengthTokenCount; ++i) {
    if (facts_of(static_cast<LengthToken>(i)).name == name) lengths_[static_cast<std::size_t>(i)] = {length, length};
  }
}

void Theme::follow_kern() {
  for (std::size_t brightness = 0; brightness < 2; ++brightness) {
    for (int i = 0; i < kColourTokenCount; ++i) {
      const auto token = static_cast<ColourToken>(i);
      const ColourToken followed = facts_of(token).follows;
      if (followed == token || is_set_[brightness][static_cast<std::size_t>(i)]) continue;
      colours_[brightness][static_cast<std::size_t>(i)] = colours_[brightness][static_cast<std::size_t>(followed)];
    }
  }
}

Result<Theme> read_theme(std::string_view json, std::string where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json, std::move(where)));
  JsonReader root = document.root();
  Theme theme;
  const auto read_colours = [&](std::string_view part, Brightness brightness) {
    root.each_member(part, [&](const std::string& name, JsonReader value) {
      if (const auto colour = parse_colour(value.as_text())) theme.set_colour(name, brightness, *colour);
    });
  };
  read_colours("light", Brightness::Light);
  read_colours("dark", Brightness::Dark);
  for (const char* part : {"metric", "typography"}) {
    root.each_member(part, [&](const std::string& name, JsonReader value) { theme.set_length(name, value.as_text()); });
  }
  TRY(document.finish());
  return theme;
}

}  // namespace stadttor::presentation::imgui
