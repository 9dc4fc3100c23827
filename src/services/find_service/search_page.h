// What was found, and why. Without the engine, or when the index cannot be had, the way leads through A to Z.
#pragma once

#include "services/find_service/search_box.h"

namespace stadttor::services::find_service {

struct Found {
  std::string title;
  std::string summary;
  std::string path;
  std::string kind_key;  // text key: "search.kind.service" ...
  std::string language;  // of title and summary, where not the interface's
  std::vector<std::string> reasons;  // whole sentences
  std::string form_path = {};  // where it is applied for online; empty where that cannot be done
};

enum class SearchProgress : unsigned char { NotAsked, Loading, Unavailable, Answered };

struct SearchResults {
  std::string query;
  SearchProgress progress = SearchProgress::NotAsked;
  std::vector<Found> found;
};

struct SearchPageAnswer {
  bool try_again = false;
};

SearchPageAnswer show_search_page(const Screen& screen, semantics::Page& page, const SearchResults& results);

}  // namespace stadttor::services::find_service
