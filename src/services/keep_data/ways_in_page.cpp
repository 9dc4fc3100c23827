// Ways into the vault: which there are, a new passphrase, a new recovery sheet.
#include "services/keep_data/keep_page_parts.h"

namespace stadttor::services::keep_data {

using semantics::Appearance;

namespace {

std::string_view kind_key(vault::SlotKind kind) {
  switch (kind) {
    case vault::SlotKind::Passphrase: return "data.way.passphrase";
    case vault::SlotKind::Recovery: return "data.way.sheet";
    case vault::SlotKind::Passkey: return "data.way.passkey";
  }
  return {};
}

void show_new_passphrase(const KeepView& view) {
  const auto& screen = view.screen;
  auto region = view.page.region("change", 2, screen.text("data.change.passphrase"));
  auto form = view.page.form("form", screen.text("data.change.passphrase"), {.look = Appearance::Stack});
  show_way_in(view);
  show_passphrase_field(view, PassphraseUse::New);
  show_passphrase_suggestion(view);
  const auto button = view.page.button("save", screen.text("data.change.passphrase.save"));
  if ((!form->submitted() && !button.pressed()) || view.is_busy()) return;
  view.state.tells_problems = true;
  if (!fault_of_new_passphrase(view.state).empty()) return view.page.focus(view.page.key_of("new-passphrase"));
  view.wish(KeepCommand::ChangePassphrase);
  take_way_in(view);
  view.answer.wish.passphrase = view.state.new_passphrase;
}

void show_new_sheet(const KeepView& view) {
  const auto& screen = view.screen;
  auto region = view.page.region("sheet", 2, screen.text("data.change.sheet"));
  view.page.paragraph(screen.text("data.change.sheet.text"));
  auto form = view.page.form("form", screen.text("data.change.sheet"), {.look = Appearance::Stack});
  show_recovery_code(view);
  if (view.data.recovery_code.is_empty()) return;
  show_way_in(view);
  const auto button = view.page.button("save", screen.text("data.change.sheet.save"));
  if ((!form->submitted() && !button.pressed()) || view.is_busy()) return;
  view.state.tells_problems = true;
  if (!view.state.has_written_code) return view.page.focus(view.page.key_of("written"));
  view.wish(KeepCommand::ChangeRecoveryCode);
  take_way_in(view);
}

}  // namespace

void show_ways_in(const KeepView& view) {
  const auto& screen = view.screen;
  view.page.paragraph(screen.text("data.ways.lead"), {.look = Appearance::Lead});
  {
    auto list = view.page.list();
    for (const vault::SlotSummary& way_in : view.data.ways_in) view.page.text_item(screen.text(kind_key(way_in.kind)));
  }
  // One at a time: all of them ask for what opens the vault now.
  if (view.state.edits_passkeys) return show_passkeys(view);
  if (view.data.recovery_code.is_empty()) show_new_passphrase(view);
  show_new_sheet(view);
  if (view.data.recovery_code.is_empty()) show_passkeys(view);
}

}  // namespace stadttor::services::keep_data
