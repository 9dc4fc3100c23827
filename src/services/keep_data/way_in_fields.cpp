// Fields for what opens the vault: a passphrase, old or new, and the recovery sheet's code.
#include "services/keep_data/keep_page_parts.h"
#include "vault/recovery_code.h"

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

std::string fault_words(const Screen& screen, const vault::RecoveryFault& fault) {
  switch (fault.kind) {
    case vault::RecoveryFault::Kind::TooShort: return std::string(screen.text("data.code.too_short"));
    case vault::RecoveryFault::Kind::TooLong: return std::string(screen.text("data.code.too_long"));
    case vault::RecoveryFault::Kind::InGroup: return screen.text("data.code.in_group", {{"number", std::to_string(fault.group)}});
    case vault::RecoveryFault::Kind::Somewhere: return std::string(screen.text("data.code.somewhere"));
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

void show_way_in(const KeepView& view) {
  const auto& screen = view.screen;
  if (view.state.uses_code) {
    const auto& code = typed(view.state.code);
    const auto fault = view.state.tells_code_fault ? vault::find_recovery_fault(code) : std::nullopt;
    const std::string words = fault ? fault_words(screen, *fault) : std::string();
    const auto field = view.page.text_field("code", screen.text("data.code"), code,
                                            {.states = semantics::states_of(State::Required), .hint = screen.text("data.code.hint"), .error = words, .autocomplete = "off"});
    if (const std::string* entered = field.entered()) view.state.code = Personal<std::string>(*entered);
  } else {
    show_passphrase_field(view, PassphraseUse::Existing);
  }
  const auto other = view.page.button("other-way", screen.text(view.state.uses_code ? "data.use_passphrase" : "data.use_code"), {.look = Appearance::Tertiary});
  if (other.pressed()) view.state.uses_code = !view.state.uses_code;
}

bool take_way_in(const KeepView& view) {
  view.answer.wish.way_in = view.state.uses_code ? EnteredWayIn{vault::SlotKind::Recovery, view.state.code} : EnteredWayIn{vault::SlotKind::Passphrase, view.state.passphrase};
  view.state.tells_code_fault = view.state.uses_code && vault::find_recovery_fault(typed(view.state.code)).has_value();
  if (!view.state.tells_code_fault) return true;
  view.wish(KeepCommand::None);
  view.page.focus(view.page.key_of("code"));
  return false;
}

}  // namespace stadttor::services::keep_data
