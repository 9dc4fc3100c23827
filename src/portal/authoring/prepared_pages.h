// Every page of the portal as static HTML, in every language: what is there before, and without, any engine.
#pragma once

#include <string>
#include <vector>

#include "city/address.h"
#include "portal/authoring/pack_compile.h"

namespace stadttor::portal::authoring {

struct PreparedPage {
  city::Address address;
  std::string file;  // below the site's root: "de/leistungen/hund-anmelden/index.html", "de/404.html"
  // Of addresses where the same page stands before there is an engine: an application's later steps begin at its first.
  std::vector<std::string> further_files;
  std::string title;
  std::string description;
  std::string language;
  std::string direction;
  std::string html;  // the page's root element
  // What an engine asks for besides the catalogue before it takes the page over, below the data path: "de/leistungen/hund-anmelden.json".
  std::vector<std::string> packs;
};

// In the order of the city's languages. A language whose catalogue cannot be read has no pages.
std::vector<PreparedPage> prepare_pages(const CompiledPack& pack);

// The classes that occur in the pages, sorted: what the style sheet has to provide.
std::vector<std::string> classes_in(const std::vector<PreparedPage>& pages);

}  // namespace stadttor::portal::authoring
