// "Auf diesem Gerät merken": a passphrase and a recovery sheet, because one way in is easily lost.
#include "services/keep_data/keep_page_parts.h"

namespace stadttor::services::keep_data {

using semantics::Appearance;

namespace {

void try_to_keep(const KeepView& view) {
  view.state.tells_problems = true;
  if (!fault_of_new_passphrase(view.state).empty()) return view.page.focus(view.page.key_of("new-passphrase"));
  if (view.data.recovery_code.is_empty() || !view.state.has_written_code) return view.page.focus(view.page.key_of("written"));
  view.wish(KeepCommand::KeepOnDevice);
  view.answer.wish.passphrase = view.state.new_passphrase;
}

}  // namespace

void show_keeping(const KeepView& view) {
  const auto& screen = view.screen;
  if (view.data.state == KeepState::Open) {
    view.page.paragraph(screen.text("data.open.title"));
    view.page.link("overview", screen.text("data.title"), view.path({}));
    return;
  }
  view.page.paragraph(screen.text("data.keeping.lead"), {.look = Appearance::Lead});
  auto form = view.page.form("form", screen.text("data.title.merken"), {.look = Appearance::Stack});
  view.page.heading(2, screen.text("data.keeping.passphrase"));
  show_passphrase_field(view, PassphraseUse::New);
  show_passphrase_suggestion(view);
  view.page.heading(2, screen.text("data.keeping.sheet"));
  show_recovery_code(view);
  const auto button = view.page.button("keep", screen.text("data.keep"), {.look = Appearance::Primary});
  if ((form->submitted() || button.pressed()) && !view.is_busy()) try_to_keep(view);
}

}  // namespace stadttor::services::keep_data
