// outline, visit and search: looking at a city as a citizen does.
#include <cstdio>
#include <nlohmann/json.hpp>

#include "portal/search_answers.h"
#include "presentation/outline/outline.h"
#include "programs/headless/chosen_clock.h"
#include "programs/headless/city_connection.h"
#include "programs/headless/commands.h"
#include "programs/headless/site_files.h"
#include "programs/headless/visit_script.h"

namespace stadttor::headless {

namespace {

void print_page(const CommandLine& line, const Visitor& visitor) {
  const auto& page = visitor.page();
  const std::string text = line.has("--json") ? presentation::outline::json_from_tree(page) + "\n" : presentation::outline::outline_from_tree(page);
  std::fputs(text.c_str(), stdout);
}

}  // namespace

int run_outline(const CommandLine& line) {
  if (line.operands.size() != 1) return failed({ErrorKind::NotSupported, "outline", "write: stadttor outline PATH", NextStep::CorrectInput});
  auto city = connect_to_city(city_of(line), interface_languages_of(line));
  if (!city.ok()) return failed(city.error());
  ChosenClock clock(line);
  Visitor visitor(*city.value().http, clock, city.value().poll, city.value().data_path);
  visitor.opens(path_in_language(line, line.operands[0]));
  if (visitor.page().size() == 0) {
    return failed(page_not_shown(line.operands[0], visitor));
  }
  print_page(line, visitor);
  return 0;
}

int run_visit_command(const CommandLine& line) {
  if (line.operands.empty()) return failed({ErrorKind::NotSupported, "visit", "write: stadttor visit SCRIPT", NextStep::CorrectInput});
  auto city = connect_to_city(city_of(line), interface_languages_of(line));
  if (!city.ok()) return failed(city.error());
  for (const std::string& file : line.operands) {
    const auto script = read_file(file);
    if (!script.ok()) return failed(script.error());
    const auto steps = parse_visit_script(script.value(), file);
    if (!steps.ok()) return failed(steps.error());
    ChosenClock clock(line);
    Visitor visitor(*city.value().http, clock, city.value().poll, city.value().data_path);
    const Outcome outcome = run_visit(steps.value(), file, visitor, [&](const semantics::Tree& page, const std::string& picture) {
      return write_picture(line, city.value(), page, picture);
    });
    if (!outcome.ok()) {
      print_page(line, visitor);
      for (const std::string& entry : visitor.log_lines()) std::fprintf(stderr, "%s\n", entry.c_str());
      return failed(outcome.error());
    }
    std::printf("%s: %zu steps, all as expected\n", file.c_str(), steps.value().size());
  }
  return 0;
}

int run_search(const CommandLine& line) {
  if (line.operands.empty()) return failed({ErrorKind::NotSupported, "search", "write: stadttor search QUERY", NextStep::CorrectInput});
  auto city = connect_to_city(city_of(line), interface_languages_of(line));
  if (!city.ok()) return failed(city.error());
  std::string query;
  for (const std::string& word : line.operands) query.append(query.empty() ? "" : " ").append(word);
  const std::string language = line.option("--lang", city.value().languages.empty() ? "de" : city.value().languages.front());

  portal::Library library(*city.value().http, city.value().data_path, [] {});
  library.catalogue(language);
  library.search_index(language);
  while (city.value().poll()) {
  }
  const auto& index = library.search_index(language);
  if (index.get() == nullptr) return failed(index.error.value_or(Error{ErrorKind::NotFound, language, "no search index", NextStep::TryAgain}));
  const city::Catalogue* catalogue = library.find_catalogue(language);
  if (catalogue == nullptr) return failed({ErrorKind::NotFound, language, "no catalogue in this language", NextStep::CorrectInput});

  nlohmann::json results = nlohmann::json::array();
  for (const auto& found : portal::found_for_query(*index.get(), *catalogue, query)) {
    if (line.has("--json")) {
      results.push_back({{"title", found.title}, {"path", found.path}, {"summary", found.summary}, {"reasons", found.reasons}});
      continue;
    }
    std::printf("%s\n  %s\n", found.title.c_str(), found.path.c_str());
    for (const std::string& reason : found.reasons) std::printf("  %s\n", reason.c_str());
  }
  if (line.has("--json")) std::printf("%s\n", results.dump(1).c_str());
  return 0;
}

}  // namespace stadttor::headless
