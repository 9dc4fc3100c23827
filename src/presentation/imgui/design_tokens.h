// The design tokens that drawing needs: KERN's by KERN's names, ours beside them. What a city changes is theme.h's matter.
#pragma once

#include <cstdint>
#include <string_view>

namespace stadttor::presentation::imgui {

enum class ColourToken : unsigned char {
  Text,
  MutedText,
  Background,
  HuedBackground,
  LayerSurface,
  Border,
  DecorativeBorder,
  Action,
  OnAction,
  Visited,
  Focus,
  InputBorder,
  Feedback,
  FeedbackBackground,
  Danger,
  DangerBackground,
  Info,
  InfoBackground,
  Success,
  SuccessBackground,
  Warning,
  WarningBackground,
  // Ours; where a theme doesn't set them, each follows one of KERN's.
  Brand,
  OnBrand,
  Accent,
  Band,
  OnBand,
  Footer,
  OnFooter,
};
inline constexpr int kColourTokenCount = static_cast<int>(ColourToken::OnFooter) + 1;

enum class LengthToken : unsigned char {
  RadiusSmall,
  RadiusDefault,
  RadiusLarge,
  TextSmall,
  TextMedium,
  TextLarge,
  // Headings, on narrow pages and on wide ones.
  HeadingMedium,
  HeadingLarge,
  HeadingXLarge,
  Heading2XLarge,
};
inline constexpr int kLengthTokenCount = static_cast<int>(LengthToken::Heading2XLarge) + 1;

struct ColourTokenFacts {
  ColourToken token;
  std::string_view name;  // of the CSS custom property
  std::uint32_t light;    // 0xrrggbb, as KERN publishes it
  std::uint32_t dark;
  ColourToken follows;    // its own token for KERN's
};

struct LengthTokenFacts {
  LengthToken token;
  std::string_view name;
  float narrow;  // in rem, as KERN publishes it
  float wide;    // from a width of 768 px on
};

const ColourTokenFacts& facts_of(ColourToken token);
const LengthTokenFacts& facts_of(LengthToken token);

}  // namespace stadttor::presentation::imgui
