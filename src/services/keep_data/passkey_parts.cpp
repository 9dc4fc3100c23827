// Passkeys on the pages: made, removed, asked for.
#include "services/keep_data/keep_page_parts.h"

namespace stadttor::services::keep_data {

using semantics::Appearance;

namespace {

void show_form(const KeepView& view) {
  const auto& screen = view.screen;
  auto form = view.page.form("form", screen.text("data.passkey.title"), {.look = Appearance::Stack});
  show_way_in(view);
  KeepCommand wanted = KeepCommand::None;
  {
    auto buttons = view.page.block("buttons", {.look = Appearance::Cluster});
    if (view.data.can_have_passkeys) {
      const auto make = view.page.button("make", screen.text("data.passkey.make"), {.look = Appearance::Primary});
      if (make.pressed() || form->submitted()) wanted = KeepCommand::MakePasskey;
    }
    int number = 0;
    for (const vault::SlotSummary& way_in : view.data.ways_in) {
      if (way_in.kind != vault::SlotKind::Passkey) continue;
      const std::string shown = std::to_string(++number);
      if (!view.page.button("remove-" + shown, screen.text("data.passkey.remove", {{"number", shown}}), {.look = Appearance::Secondary}).pressed()) continue;
      wanted = KeepCommand::RemovePasskey;
      view.answer.wish.slot = way_in.id;
    }
    if (view.page.button("close", screen.text("data.passkey.close"), {.look = Appearance::Tertiary}).pressed()) view.state.edits_passkeys = false;
  }
  if (wanted == KeepCommand::None || view.is_busy()) return;
  view.wish(wanted);
  view.answer.wish.name = screen.text("data.passkey.name", {{"city", screen.city.city.name}});
  take_way_in(view);
}

// Why there are none; `otherwise` where it is the browser's own doing.
std::string_view why_not(const KeepView& view, std::string_view otherwise) {
  return view.screen.text(view.data.are_passkeys_refused_here ? "data.problem.passkey.refused" : otherwise);
}

}  // namespace

void show_passkeys(const KeepView& view) {
  const auto& screen = view.screen;
  auto region = view.page.region("passkeys", 2, screen.text("data.passkey.title"));
  if (!view.data.can_have_passkeys && !view.data.has_passkey()) return view.page.paragraph(why_not(view, "data.passkey.none"));
  view.page.paragraph(screen.text("data.passkey.text"));
  if (view.data.has_passkey()) view.page.paragraph(screen.text("data.passkey.removing"), {.look = Appearance::Small});
  if (view.state.edits_passkeys) return show_form(view);
  auto line = view.page.block("open", {.look = Appearance::Cluster});
  const auto key = view.data.has_passkey() ? "data.passkey.edit" : "data.passkey.set_up";
  if (view.page.button("edit", screen.text(key)).pressed()) view.state.edits_passkeys = true;
}

void show_passkey_unlocking(const KeepView& view) {
  const auto& screen = view.screen;
  if (!view.data.has_passkey()) return;
  if (!view.data.can_have_passkeys) return view.page.paragraph(why_not(view, "data.passkey.not_here"));
  {
    auto line = view.page.block("passkey", {.look = Appearance::Cluster});
    if (view.page.button("open", screen.text("data.passkey.open"), {.look = Appearance::Primary}).pressed() && !view.is_busy()) view.wish(KeepCommand::UnlockWithPasskey);
  }
  view.page.paragraph(screen.text("data.passkey.or"));
}

}  // namespace stadttor::services::keep_data
