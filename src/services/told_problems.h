// What is wrong with what was entered, above the fields: each with the way to its field. Whoever shows it moves the focus.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "semantics/page.h"

namespace stadttor::services {

struct ToldProblem {
  std::string anchor;  // of its field
  std::string text;
};

// Which of them the citizen chose to be led to; nothing is shown where there are none.
std::optional<std::size_t> show_problem_list(semantics::Page& page, std::string_view key, std::string_view title, const std::vector<ToldProblem>& problems);

// "Vorname: Ihre Antwort fehlt." After a question there is no colon. A label that runs another way than the line is kept together.
std::string problem_line(std::string_view label, std::string_view problem, bool label_runs_another_way = false);

}  // namespace stadttor::services
