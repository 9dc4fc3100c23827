#include "programs/terminal/idle_warning.h"

#include "semantics/page.h"

namespace stadttor::terminal {

using semantics::Appearance;
using semantics::State;

WarningAnswer show_idle_warning(const city::Texts& texts, const std::string& language, const std::string& direction, int seconds_left,
                                const semantics::ActionQueue& actions, semantics::Tree& tree) {
  semantics::Page page(tree, actions);
  const std::string title(texts("terminal.idle_title"));
  page.set_document(title, language, direction);
  auto dialog = page.dialog("idle", 2, title, {.states = State::Expanded | State::Modal});
  page.paragraph(texts("terminal.idle_text", {{"seconds", std::to_string(seconds_left)}}));
  auto cluster = page.block(Appearance::Cluster);
  const bool goes_on = page.button("go-on", texts("terminal.idle_go_on"), {.look = Appearance::Primary}).pressed();
  const bool ends = page.button("end", texts("terminal.idle_end")).pressed();
  return goes_on ? WarningAnswer::GoOn : ends ? WarningAnswer::End : WarningAnswer::None;
}

}  // namespace stadttor::terminal
