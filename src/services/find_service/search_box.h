// The search field with suggestions while typing: a combo box (ARIA APG, list autocomplete) whose answers come from the
// device. Without the engine it is a plain form that opens the search page; its field has no name, so that even then what
// is typed is not sent.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "services/screen.h"

namespace stadttor::services::find_service {

struct Suggestion {
  std::string text;  // what is offered
  std::string path;  // where it leads
};

struct SearchBoxState {
  std::string typed;
  std::vector<Suggestion> suggestions;
  int active = -1;  // chosen with the arrow keys
  bool is_open = false;
  int waiting_step = 0;  // an arrow key came with the last letter, before there were suggestions for it
};

struct SearchBoxAnswer {
  bool typed_changed = false;        // ask the index for suggestions
  bool was_focused = false;          // now is the time to fetch the index
  std::optional<std::string> query;  // submitted
  std::optional<std::string> path;   // a suggestion was chosen
};

// In the header there is room for the field only: its label is for assistive technology, and stands in the empty field.
enum class SearchPlace : unsigned char { Header, StartPage };

// The suggestions for what is typed have come.
void offer_suggestions(SearchBoxState& state, std::vector<Suggestion> suggestions);

SearchBoxAnswer show_search_box(const Screen& screen, semantics::Page& page, SearchBoxState& state, SearchPlace place);

}  // namespace stadttor::services::find_service
