#include "services/told_problems.h"

namespace stadttor::services {

using semantics::Appearance;

std::optional<std::size_t> show_problem_list(semantics::Page& page, std::string_view key, std::string_view title, const std::vector<ToldProblem>& problems) {
  std::optional<std::size_t> chosen;
  if (problems.empty()) return chosen;
  auto message = page.message(key, title, Appearance::Danger);
  auto list = page.list(Appearance::LinkList);
  for (std::size_t at = 0; at < problems.size(); ++at) {
    auto item = page.item(problems[at].anchor);
    if (page.link("link", problems[at].text, "#" + problems[at].anchor).pressed()) chosen = at;
  }
  return chosen;
}

namespace {

bool is_question(std::string_view label) {
  constexpr std::string_view kArabicMark = "\u061f";
  const bool ends_as_arabic = label.size() >= kArabicMark.size() && label.substr(label.size() - kArabicMark.size()) == kArabicMark;
  return ends_as_arabic || (!label.empty() && label.back() == '?');
}

}  // namespace

std::string problem_line(std::string_view label, std::string_view problem, bool label_runs_another_way) {
  constexpr std::string_view kFirstStrongIsolate = "\u2068";
  constexpr std::string_view kPopDirectionalIsolate = "\u2069";
  std::string line;
  if (label_runs_another_way) line.append(kFirstStrongIsolate);
  line.append(label);
  if (label_runs_another_way) line.append(kPopDirectionalIsolate);
  return line.append(is_question(label) ? " " : ": ").append(problem);
}

}  // namespace stadttor::services
