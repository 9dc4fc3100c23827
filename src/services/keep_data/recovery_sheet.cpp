// The sheet of paper that opens the vault: the code in letters, and once more for a camera.
#include "services/keep_data/keep_page_parts.h"
#include "services/keep_data/qr_code.h"

namespace stadttor::services::keep_data {

using semantics::Appearance;
using semantics::State;

void show_recovery_code(const KeepView& view) {
  const auto& screen = view.screen;
  view.page.paragraph(screen.text("data.sheet.text"));
  if (view.data.recovery_code.is_empty()) {
    auto line = view.page.block("make", {.look = Appearance::Cluster});
    if (view.page.button("make-code", screen.text("data.sheet.make")).pressed()) view.wish(KeepCommand::MakeRecoveryCode);
    return;
  }
  {
    auto sheet = view.page.block("sheet", {.look = Appearance::SideBox});
    view.page.paragraph(screen.text("data.sheet.heading", {{"city", screen.city.city.name}}), {.look = Appearance::Bold});
    const std::string& code = view.data.recovery_code.reveal<"shown to the citizen who writes it down">();
    view.page.paragraph(code, {.look = Appearance::Large, .language = "zxx", .direction = "ltr"});
    view.page.picture("picture", qr_picture_of(code), screen.text("data.sheet.picture"), {.look = Appearance::Preview});
    view.page.paragraph(screen.text("data.sheet.picture.text"), {.look = Appearance::Small});
    view.page.paragraph(screen.text("data.sheet.keep"), {.look = Appearance::Small});
  }
  {
    auto line = view.page.block("tools", {.look = Appearance::Cluster});
    if (view.page.button("print", screen.text("data.sheet.print"), {.icon = "print"}).pressed()) view.answer.print = true;
  }
  const bool is_missing = view.state.tells_problems && !view.state.has_written_code;
  const auto box = view.page.checkbox("written", screen.text("data.sheet.written"), view.state.has_written_code,
                                      {.states = semantics::states_of(State::Required), .error = is_missing ? screen.text("data.fault.sheet") : std::string_view()});
  if (const std::string* checked = box.checked()) view.state.has_written_code = *checked == "1";
}

}  // namespace stadttor::services::keep_data
