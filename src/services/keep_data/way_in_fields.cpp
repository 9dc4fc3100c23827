// Fields for what opens the vault: a passphrase, old or new, and the recovery sheet's code.
#include "services/keep_data/keep_page_parts.h"

namespace stadttor::services::keep_data {

using semantics::Appearance;
using semantics::FieldTraits;
using semantics::State;

namespace {

std::string_view strength_key(PassphraseStrength strength) {
  switch (strength) {
    case PassphraseStrength::TooShort: return "data.strength.too_short";
    case PassphraseStrength::Guessable: return "data.strength.guessable";
    case PassphraseStrength::Good: return "data.strength.good";
    case PassphraseStrength::VeryGood: return "data.strength.very_good";
  }
  return {};
}

const std::string& typed(const Personal<std::string>& value) { return value.reveal<"shown in its field to the citizen who typed it">(); }

}  // namespace

std::string_view fault_of_new_passphrase(const KeepPagesState& state) {
  if (state.new_passphrase.is_empty()) return "data.fault.passphrase_missing";
  return strength_of(typed(state.new_passphrase)) == PassphraseStrength::TooShort ? "data.strength.too_short" : std::string_view();
}

void show_passphrase_field(const KeepView& view, PassphraseUse use) {
  const auto& screen = view.screen;
  const bool is_new = use == PassphraseUse::New;
  Personal<std::string>& value = is_new ? view.state.new_passphrase : view.state.passphrase;
  FieldTraits traits;
  traits.states = semantics::states_of(State::Required);
  traits.type = view.state.shows_passphrase ? "text" : "password";
  traits.autocomplete = is_new ? "new-password" : "current-password";
  if (is_new) traits.hint = screen.text("data.passphrase.hint");
  if (is_new && view.state.tells_problems) {
    if (const auto fault = fault_of_new_passphrase(view.state); !fault.empty()) traits.error = screen.text(fault);
  }
  const auto field = view.page.text_field(is_new ? "new-passphrase" : "passphrase", screen.text(is_new ? "data.passphrase.new" : "data.passphrase"), typed(value), traits);
  if (const std::string* entered = field.entered()) value = Personal<std::string>(*entered);
  const auto shown = view.page.checkbox(is_new ? "show-new" : "show", screen.text("data.passphrase.show"), view.state.shows_passphrase);
  if (const std::string* checked = shown.checked()) view.state.shows_passphrase = *checked == "1";
  if (is_new) {
    const std::string words = value.is_empty() ? std::string() : std::string(screen.text(strength_key(strength_of(typed(value)))));
    view.page.status("strength", words);
  }
}

EnteredWayIn entered_way_in(const KeepPagesState& state) {
  if (state.uses_code) return {vault::SlotKind::Recovery, state.code};
  return {vault::SlotKind::Passphrase, state.passphrase};
}

void show_way_in(const KeepView& view) {
  const auto& screen = view.screen;
  if (view.state.uses_code) {
    const auto field = view.page.text_field("code", screen.text("data.code"), typed(view.state.code),
                                            {.states = semantics::states_of(State::Required), .hint = screen.text("data.code.hint"), .autocomplete = "off"});
    if (const std::string* entered = field.entered()) view.state.code = Personal<std::string>(*entered);
  } else {
    show_passphrase_field(view, PassphraseUse::Existing);
  }
  const auto other = view.page.button("other-way", screen.text(view.state.uses_code ? "data.use_passphrase" : "data.use_code"), {.look = Appearance::Tertiary});
  if (other.pressed()) view.state.uses_code = !view.state.uses_code;
}

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
    view.page.paragraph(view.data.recovery_code.reveal<"shown to the citizen who writes it down">(), {.look = Appearance::Large, .language = "zxx", .direction = "ltr"});
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
