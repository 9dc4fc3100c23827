#include "portal/authoring/problem_list.h"

#include <algorithm>
#include <tuple>

#include "portal/authoring/json_value.h"

namespace stadttor::portal::authoring {

namespace {

auto sort_key(const Problem& problem) {
  return std::tie(problem.file, problem.pointer, problem.severity, problem.problem, problem.remedy);
}

}  // namespace

void ProblemLog::error(std::string pointer, std::string problem, std::string remedy) {
  problems_->push_back({file_, std::move(pointer), std::move(problem), std::move(remedy), Severity::Error});
}

void ProblemLog::warning(std::string pointer, std::string problem, std::string remedy) {
  problems_->push_back({file_, std::move(pointer), std::move(problem), std::move(remedy), Severity::Warning});
}

void sort_problems(std::vector<Problem>& problems) {
  std::sort(problems.begin(), problems.end(),
            [](const Problem& left, const Problem& right) { return sort_key(left) < sort_key(right); });
  const auto is_same = [](const Problem& left, const Problem& right) { return sort_key(left) == sort_key(right); };
  problems.erase(std::unique(problems.begin(), problems.end(), is_same), problems.end());
}

bool has_error(const std::vector<Problem>& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& problem) { return problem.severity == Severity::Error; });
}

std::string text_from_problem(const Problem& problem) {
  std::string text = problem.file;
  if (!problem.pointer.empty()) text.append("#").append(problem.pointer);
  text.append(problem.severity == Severity::Error ? ": Fehler: " : ": Hinweis: ");
  return text.append(problem.problem).append(" ").append(problem.remedy);
}

std::string json_from_problems(const std::vector<Problem>& problems) {
  Json list = Json::array();
  for (const Problem& problem : problems) {
    list.push_back({{"file", problem.file},
                    {"pointer", problem.pointer},
                    {"problem", problem.problem},
                    {"remedy", problem.remedy},
                    {"severity", problem.severity == Severity::Error ? "error" : "warning"}});
  }
  return json_text_from_value(list);
}

}  // namespace stadttor::portal::authoring
