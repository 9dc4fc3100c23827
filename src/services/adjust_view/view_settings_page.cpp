#include "services/adjust_view/view_settings_page.h"

#include <algorithm>
#include <array>

namespace stadttor::services::adjust_view {

using semantics::Appearance;
using semantics::Page;

namespace {

struct Choice {
  std::string_view value;
  std::string_view text_key;
};

// Radio buttons need a value; "auto" stands for an empty setting.
constexpr std::string_view kAuto = "auto";
constexpr std::array<Choice, 5> kTextSizes = {{{kAuto, "view.text_size.100"}, {"125", "view.text_size.125"}, {"150", "view.text_size.150"},
                                               {"175", "view.text_size.175"}, {"200", "view.text_size.200"}}};
constexpr std::array<Choice, 3> kThemes = {{{kAuto, "view.theme.auto"}, {"light", "view.theme.light"}, {"dark", "view.theme.dark"}}};
constexpr std::array<Choice, 2> kContrasts = {{{kAuto, "view.contrast.auto"}, {"more", "view.contrast.more"}}};
constexpr std::array<Choice, 2> kMotions = {{{kAuto, "view.motion.auto"}, {"less", "view.motion.less"}}};

// Why the drawn presentation stands aside, as web/canvas/giving_way.js says it.
constexpr std::array<std::string_view, 9> kReasons = {"contrast", "device", "lost", "narrow", "script", "spacing", "text_size", "touch", "translated"};

std::string sentence_about(const Screen& screen, std::string_view reason) {
  if (std::find(kReasons.begin(), kReasons.end(), reason) == kReasons.end()) return {};
  const std::string_view words = screen.text("view.presentation.gives_way." + std::string(reason));
  return screen.text("view.presentation.gives_way", {{"reason", words}});
}

void show_presentation(const Screen& screen, Page& page, const ViewSettings& settings, const PresentationFacts& facts, ViewAnswer& answer) {
  const std::string& chosen = settings.presentation.empty() ? facts.usual : settings.presentation;
  {
    auto group = page.radio_group("presentation", screen.text("view.presentation"), chosen, {.hint = screen.text("view.presentation.hint")});
    for (const std::string_view value : {"document", "canvas"}) page.radio(value, screen.text("view.presentation." + std::string(value)));
    if (const std::string* wish = group->entered()) {
      answer.changed = "presentation";
      answer.value = *wish == facts.usual ? std::string() : *wish;
    }
  }
  page.status("gives-way", chosen == "canvas" ? sentence_about(screen, facts.gives_way) : std::string());
}

template <std::size_t Count>
void show_choices(const Screen& screen, Page& page, std::string_view name, std::string_view legend_key,
                  const std::array<Choice, Count>& choices, const std::string& value, ViewAnswer& answer) {
  auto group = page.radio_group(name, screen.text(legend_key), value.empty() ? kAuto : std::string_view(value));
  for (const Choice& choice : choices) page.radio(choice.value, screen.text(choice.text_key));
  if (const std::string* chosen = group->entered()) {
    answer.changed = name;
    answer.value = *chosen == kAuto ? std::string_view() : std::string_view(*chosen);
  }
}

}  // namespace

ViewAnswer show_view_settings(const Screen& screen, Page& page, const ViewSettings& settings, const PresentationFacts& presentation) {
  ViewAnswer answer;
  show_breadcrumb(screen, page, {{std::string(screen.text("page.view")), {}, {}}});
  page.heading(1, screen.text("page.view"));
  page.paragraph(screen.text("view.lead"), {.look = Appearance::Lead});
  auto form = page.form("view", screen.text("page.view"), {.look = Appearance::Stack});
  show_choices(screen, page, "text-size", "view.text_size", kTextSizes, settings.text_size, answer);
  show_choices(screen, page, "theme", "view.theme", kThemes, settings.theme, answer);
  show_choices(screen, page, "contrast", "view.contrast", kContrasts, settings.contrast, answer);
  show_choices(screen, page, "motion", "view.motion", kMotions, settings.motion, answer);
  show_presentation(screen, page, settings, presentation, answer);
  if (screen.city.language != "de-simple") {
    page.link("easy", screen.text("view.easy_language"), city::path_to("de-simple", city::PageKind::Start), {.icon = "easy-language"});
  }
  page.paragraph(screen.text("view.kept_on_device"));
  if (!settings.is_default()) answer.forget = page.button("forget", screen.text("view.forget")).pressed();
  return answer;
}

}  // namespace stadttor::services::adjust_view
