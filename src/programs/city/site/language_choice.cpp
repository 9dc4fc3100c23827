#include "programs/city/site/language_choice.h"

#include "programs/city/site/weighted_list.h"

namespace stadttor::city_server {
namespace {

// "de-AT" becomes "de"; a single letter before the cut ("de-x") goes with it, as the RFC says.
std::string_view shortened_range(std::string_view range) {
  const std::size_t dash = range.rfind('-');
  if (dash == std::string_view::npos) return {};
  range = range.substr(0, dash);
  if (range.size() >= 2 && range[range.size() - 2] == '-') range.remove_suffix(2);
  return range;
}

}  // namespace

std::string chosen_language(std::string_view accept_language, const std::vector<std::string>& languages) {
  for (const WeightedMember& wanted : weighted_members_from_field(accept_language)) {
    if (wanted.weight == 0) break;
    for (std::string_view range = wanted.text; !range.empty(); range = shortened_range(range)) {
      for (const std::string& language : languages) {
        if (equals_ignoring_case(language, range)) return language;
      }
    }
  }
  return languages.front();
}

}  // namespace stadttor::city_server
