// Five words by chance for a passphrase.
#include "services/keep_data/keep_page_parts.h"

namespace stadttor::services::keep_data {

using semantics::Appearance;

void show_passphrase_suggestion(const KeepView& view) {
  const auto& screen = view.screen;
  const auto suggest = [&view](std::string_view key, std::string_view text) {
    if (view.state.words == nullptr || !view.page.button(key, view.screen.text(text), {.look = Appearance::Secondary}).pressed()) return;
    view.wish(KeepCommand::SuggestPassphrase);
    view.answer.wish.words = view.state.words;
  };
  if (view.data.suggested_passphrase.is_empty()) {
    auto line = view.page.block("suggest", {.look = Appearance::Cluster});
    return suggest("make", "data.words.make");
  }
  {
    auto note = view.page.block("suggestion", {.look = Appearance::SideBox});
    view.page.paragraph(screen.text("data.words.title"), {.look = Appearance::Bold});
    view.page.paragraph(view.data.suggested_passphrase.reveal<"shown to the citizen who writes it down">(), {.look = Appearance::Large, .language = "de", .direction = "ltr"});
    view.page.paragraph(screen.text("data.words.odds"), {.look = Appearance::Small});
    view.page.paragraph(screen.text("data.words.keep"), {.look = Appearance::Small});
  }
  auto line = view.page.block("suggest", {.look = Appearance::Cluster});
  if (view.page.button("take", screen.text("data.words.take"), {.look = Appearance::Secondary}).pressed()) view.state.new_passphrase = view.data.suggested_passphrase;
  suggest("make", "data.words.another");
  if (view.page.button("print-words", screen.text("data.words.print"), {.look = Appearance::Tertiary, .icon = "print"}).pressed()) view.answer.print = true;
}

}  // namespace stadttor::services::keep_data
