#include "services/find_service/search_box.h"

#include <utility>

namespace stadttor::services::find_service {

using semantics::Appearance;
using semantics::key_text;
using semantics::Page;
using semantics::State;

namespace {

std::string option_key(int number) { return "suggestion" + std::to_string(number); }

void move_active(SearchBoxState& state, int step) {
  const int count = static_cast<int>(state.suggestions.size());
  if (count == 0) return;
  state.is_open = true;
  // One step beyond either end is the typed text itself.
  state.active += step;
  if (state.active >= count) state.active = -1;
  if (state.active < -1) state.active = count - 1;
}

}  // namespace

void offer_suggestions(SearchBoxState& state, std::vector<Suggestion> suggestions) {
  state.suggestions = std::move(suggestions);
  state.is_open = !state.suggestions.empty();
  state.active = -1;
  if (const int step = std::exchange(state.waiting_step, 0); step != 0) move_active(state, step);
}

SearchBoxAnswer show_search_box(const Screen& screen, Page& page, SearchBoxState& state, SearchPlace place) {
  SearchBoxAnswer answer;
  auto form = page.search_landmark("search", screen.text("search.label"), screen.path(city::PageKind::Search),
                                  {.look = Appearance::SearchForm});
  const bool is_open = state.is_open && !state.suggestions.empty();
  const auto list_key = page.key_of("suggestions");
  std::string active;
  if (is_open && state.active >= 0) active = key_text(semantics::child_key(list_key, option_key(state.active)));

  const auto field = page.combo_box("query", screen.text("search.field"), state.typed,
                                    {.states = semantics::when(is_open, State::Expanded),
                                     .type = "search",
                                     .autocomplete = "off",
                                     .placeholder = place == SearchPlace::Header ? screen.text("search.field") : std::string_view(),
                                     .controls = key_text(list_key),
                                     .active_option = active});
  if (is_open) {
    auto list = page.list_box("suggestions", screen.text("search.suggestions"));
    for (int i = 0; i < static_cast<int>(state.suggestions.size()); ++i) {
      const Suggestion& suggestion = state.suggestions[static_cast<std::size_t>(i)];
      const auto option = page.option(option_key(i), suggestion.text, {.states = semantics::when(i == state.active, State::Selected)});
      if (option.pressed()) answer.path = suggestion.path;
    }
  }
  const auto button = page.button("submit", screen.text("search.submit"), {.look = Appearance::Primary, .icon = "search"});

  if (const std::string* typed = field.entered()) {
    answer.typed_changed = *typed != state.typed;
    state.typed = *typed;
    state.active = -1;
  }
  answer.was_focused = field.focused();
  const int step = (field.moved_next() ? 1 : 0) - (field.moved_previous() ? 1 : 0);
  if (answer.typed_changed) {
    state.waiting_step = step;
  } else if (step != 0) {
    move_active(state, step);
  }
  if (field.closed() || field.blurred()) {
    state.is_open = false;
    state.active = -1;
    state.waiting_step = 0;
  }
  if (!form->submitted() && !button.pressed()) return answer;
  if (is_open && state.active >= 0) {
    answer.path = state.suggestions[static_cast<std::size_t>(state.active)].path;
  } else {
    answer.query = state.typed;
  }
  return answer;
}

}  // namespace stadttor::services::find_service
