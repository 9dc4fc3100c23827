// Values of @kern-ux/native; tests/shell compares this table with the package's style sheet.
#include "presentation/imgui/design_tokens.h"

namespace stadttor::presentation::imgui {

namespace {

using C = ColourToken;
using L = LengthToken;

constexpr ColourTokenFacts kColours[kColourTokenCount] = {
    {C::Text, "--kern-color-layout-text-default", 0x131525, 0xf3f4f7, C::Text},
    {C::MutedText, "--kern-color-layout-text-muted", 0x51577a, 0xb2b6cc, C::MutedText},
    {C::Background, "--kern-color-layout-background-default", 0xffffff, 0x000000, C::Background},
    {C::HuedBackground, "--kern-color-layout-background-hued", 0xf3f4f7, 0x131525, C::HuedBackground},
    {C::LayerSurface, "--kern-color-layout-background-default-surface", 0xf3f4f7, 0x131525, C::LayerSurface},
    {C::Border, "--kern-color-layout-border", 0x6e7597, 0x6e7597, C::Border},
    {C::DecorativeBorder, "--kern-color-decorative-border-default", 0xc0c3d5, 0x454b6b, C::DecorativeBorder},
    {C::Action, "--kern-color-action-default", 0x2044aa, 0x97afe1, C::Action},
    {C::OnAction, "--kern-color-action-on-default", 0xffffff, 0x000000, C::OnAction},
    {C::Visited, "--kern-color-action-visited", 0x7e01a8, 0xce9ce8, C::Visited},
    {C::Focus, "--kern-color-action-focus-default", 0x454b6b, 0xa9aec6, C::Focus},
    {C::InputBorder, "--kern-color-form-input-border", 0x1d2034, 0xe8e9ef, C::InputBorder},
    {C::Feedback, "--kern-color-feedback-default", 0x454b6b, 0xe8e9ef, C::Feedback},
    {C::FeedbackBackground, "--kern-color-feedback-default-background", 0xdfe1ea, 0x454b6b, C::FeedbackBackground},
    {C::Danger, "--kern-color-feedback-danger", 0xc31c13, 0xea7060, C::Danger},
    {C::DangerBackground, "--kern-color-feedback-danger-background", 0xfee4e0, 0x4c0000, C::DangerBackground},
    {C::Info, "--kern-color-feedback-info", 0x006b8c, 0x00a1cd, C::Info},
    {C::InfoBackground, "--kern-color-feedback-info-background", 0xc0f3ff, 0x002533, C::InfoBackground},
    {C::Success, "--kern-color-feedback-success", 0x007155, 0x16a884, C::Success},
    {C::SuccessBackground, "--kern-color-feedback-success-background", 0xcdf2e4, 0x00271b, C::SuccessBackground},
    {C::Warning, "--kern-color-feedback-warning", 0x925400, 0xd58100, C::Warning},
    {C::WarningBackground, "--kern-color-feedback-warning-background", 0xffe7b6, 0x351b00, C::WarningBackground},
    {C::Brand, "--st-color-brand", 0, 0, C::Action},
    {C::OnBrand, "--st-color-on-brand", 0, 0, C::OnAction},
    {C::Accent, "--st-color-accent", 0, 0, C::Action},
    {C::Band, "--st-color-band", 0, 0, C::HuedBackground},
    {C::OnBand, "--st-color-on-band", 0, 0, C::Text},
    {C::Footer, "--st-color-footer", 0, 0, C::HuedBackground},
    {C::OnFooter, "--st-color-on-footer", 0, 0, C::Text},
};

constexpr LengthTokenFacts kLengths[kLengthTokenCount] = {
    {L::RadiusSmall, "--kern-metric-border-radius-small", 0.125F, 0.125F},
    {L::RadiusDefault, "--kern-metric-border-radius-default", 0.25F, 0.25F},
    {L::RadiusLarge, "--kern-metric-border-radius-large", 0.5F, 0.5F},
    {L::TextSmall, "--kern-typography-font-size-small-static", 1, 1},
    {L::TextMedium, "--kern-typography-font-size-medium-static", 1.125F, 1.125F},
    {L::TextLarge, "--kern-typography-font-size-large-static", 1.3125F, 1.3125F},
    {L::HeadingMedium, "--kern-typography-font-size-medium-adaptive", 1.3125F, 1.5F},
    {L::HeadingLarge, "--kern-typography-font-size-large-adaptive", 1.625F, 2},
    {L::HeadingXLarge, "--kern-typography-font-size-x-large-adaptive", 2, 3},
    {L::Heading2XLarge, "--kern-typography-font-size-2x-large-adaptive", 3, 4.5F},
};

constexpr bool are_in_order() {
  for (int i = 0; i < kColourTokenCount; ++i) {
    if (static_cast<int>(kColours[i].token) != i) return false;
  }
  for (int i = 0; i < kLengthTokenCount; ++i) {
    if (static_cast<int>(kLengths[i].token) != i) return false;
  }
  return true;
}
static_assert(are_in_order(), "the tables are indexed by token");

}  // namespace

const ColourTokenFacts& facts_of(ColourToken token) { return kColours[static_cast<int>(token)]; }

const LengthTokenFacts& facts_of(LengthToken token) { return kLengths[static_cast<int>(token)]; }

}  // namespace stadttor::presentation::imgui
