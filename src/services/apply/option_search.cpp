// One of many options, found by typing: a combo box (ARIA APG, list autocomplete) over what the form offers.
#include <algorithm>

#include "services/apply/question_view.h"

namespace stadttor::services::apply {

using forms::Option;
using forms::Place;
using semantics::FieldTraits;
using semantics::key_text;
using semantics::State;

namespace {

constexpr std::size_t kMostOffered = 8;

// Small letters of ASCII: the options are a form's own words, and who types "Ö" means "Ö".
std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

// Those that begin with what was typed come first, then those with it inside.
std::vector<const Option*> offered_options(const std::vector<Option>& options, const std::string& typed) {
  const std::string wanted = lower(typed);
  std::vector<const Option*> first;
  std::vector<const Option*> later;
  for (const Option& option : options) {
    const std::size_t at = lower(option.label).find(wanted);
    if (at != std::string::npos) (at == 0 ? first : later).push_back(&option);
  }
  first.insert(first.end(), later.begin(), later.end());
  if (first.size() > kMostOffered) first.resize(kMostOffered);
  return first;
}

const Option* find_option(const std::vector<Option>& options, const std::string& text) {
  const auto found = std::find_if(options.begin(), options.end(), [&text](const Option& option) { return option.value == text || lower(option.label) == lower(text); });
  return found == options.end() ? nullptr : &*found;
}

}  // namespace

void move_active(OptionSearch& search, int step, int count) {
  if (count == 0) return;
  // One step beyond either end is the typed text itself.
  search.active += step;
  if (search.active >= count) search.active = -1;
  if (search.active < -1) search.active = count - 1;
}

void show_option_search(const QuestionView& view, Place place) {
  const auto& options = view.question(place).options;
  const FieldWords words = words_of_field(view, place);
  const std::string key = field_key(view, place);
  const std::string list_name = key + "-options";
  OptionSearch& search = view.application.search;
  const std::string entered = view.entered(place);
  const Option* chosen = find_option(options, entered);
  const std::string typed = chosen != nullptr ? chosen->label : entered;
  const auto offered = chosen != nullptr && search.path != key ? std::vector<const Option*>() : offered_options(options, typed);
  const bool is_open = search.path == key && !offered.empty();
  const int count = static_cast<int>(offered.size());
  const auto list_key = view.page.key_of(list_name);
  std::string active;
  if (is_open && search.active >= 0 && search.active < count) {
    active = key_text(semantics::child_key(list_key, offered[static_cast<std::size_t>(search.active)]->value));
  }
  const std::string list_text = key_text(list_key);
  FieldTraits traits = words.traits();
  traits.states = semantics::joined(traits.states, semantics::when(is_open, State::Expanded));
  traits.autocomplete = "off";
  traits.controls = list_text;
  traits.active_option = active;
  const auto field = view.page.combo_box(key, words.label, typed, traits);
  bool has_chosen = false;
  const auto choose = [&](const std::string& value) {
    has_chosen = true;
    view.enter(place, value);
    search = {};
  };
  if (is_open) {
    auto list = view.page.list_box(list_name, view.screen.text("form.options"));
    for (int i = 0; i < count; ++i) {
      const Option& option = *offered[static_cast<std::size_t>(i)];
      if (view.page.option(option.value, option.label, {.states = semantics::when(i == search.active, State::Selected)}).pressed()) choose(option.value);
    }
  }
  if (field.focused()) view.application.come_to(place);
  take_focus(view, place, field.key());
  // Whoever chooses and goes on at once also leaves the field, which then tells once more what had been typed.
  if (const std::string* text = field.entered(); text != nullptr && !has_chosen) {
    const Option* named = find_option(options, *text);
    view.enter(place, named != nullptr ? named->value : *text);
    search = {key, -1};
  }
  if (const int step = (field.moved_next() ? 1 : 0) - (field.moved_previous() ? 1 : 0); step != 0) {
    if (!is_open) search = {key, -1};
    move_active(search, step, count);
  }
  if ((field.closed() || field.blurred()) && search.path == key) search = {};
}

}  // namespace stadttor::services::apply
