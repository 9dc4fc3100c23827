// Writes the bench's index: reads documents and synonyms as JSON from the file named first, writes the index to the second.
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "portal/search/index_writer.h"

namespace search = stadttor::portal::search;

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: search_bench_index CORPUS.json INDEX\n";
    return 2;
  }
  const nlohmann::json corpus = nlohmann::json::parse(std::ifstream(arguments[1]));
  std::vector<search::SearchDocument> documents;
  for (const nlohmann::json& entry : corpus.at("documents")) {
    documents.push_back({entry.at("id"), search::DocumentKind::Service, "de", entry.at("title"), entry.at("summary"),
                         entry.at("words"), entry.at("text")});
  }
  const search::Synonyms synonyms{corpus.at("synonyms").get<std::vector<std::vector<std::string>>>()};
  const std::string bytes = search::write_search_index(documents, synonyms);
  std::ofstream(arguments[2], std::ios::binary) << bytes;
  std::cout << bytes.size() << " bytes\n";
  return 0;
}
