#include "programs/city/authority/decision_entries.h"

#include <algorithm>

namespace stadttor::city_server::authority {

namespace {

constexpr std::size_t kLongestText = 4000;  // bytes; the fields take 2000 characters

std::optional<ProblemType> find_type(std::string_view name) {
  for (int number = 0; number < kProblemTypes; ++number) {
    if (name_of(static_cast<ProblemType>(number)) == name) return static_cast<ProblemType>(number);
  }
  return std::nullopt;
}

bool is_empty(const ReasonEntry& entry) { return entry.type.empty() && entry.detail.empty() && entry.place.empty(); }

// What is wrong with one reason, or nothing.
std::string problem_of(const ReasonEntry& entry, std::string_view place_name) {
  if (!find_type(entry.type)) return "Wählen Sie einen Grund.";
  if (entry.detail.empty()) return "Schreiben Sie dazu, was die antragstellende Person wissen oder tun soll.";
  if (entry.detail.size() > kLongestText) return "Die Begründung ist zu lang.";
  if (!entry.place.empty() && place_name.empty()) return "Diese Angabe steht nicht im Antrag.";
  return {};
}

DecisionProblem problem_from(const ReasonEntry& entry, const std::string& place_name) {
  DecisionProblem problem;
  const ProblemType type = *find_type(entry.type);
  problem.type = uri_of(type);
  problem.title = title_of(type);
  // Said in the words too, for readers that know no pointers.
  problem.detail = place_name.empty() ? entry.detail : place_name + ": " + entry.detail;
  problem.instance = entry.place.empty() ? "submission" : "data";
  problem.pointer = entry.place.empty() ? std::string() : "#" + entry.place;
  return problem;
}

}  // namespace

DecisionEntries entries_from(const PostedFields& posted) {
  DecisionEntries entries;
  entries.notice = posted.value("notice");
  for (int index = 0; index < kReasons; ++index) {
    const std::string number = std::to_string(index + 1);
    entries.reasons[index] = {posted.value("type" + number), posted.value("place" + number), posted.value("detail" + number), {}};
  }
  return entries;
}

std::string problem_of_acceptance(const OpenedApplication& opened, const DecisionEntries& entries) {
  const auto is_unreadable = [](const Finding& finding) {
    return finding.type == ProblemType::EncryptionIssue || finding.type == ProblemType::IncorrectAuthenticationTag;
  };
  // The tags in an acceptance vouch for what was read here.
  if (std::any_of(opened.findings.begin(), opened.findings.end(), is_unreadable)) {
    return "Angenommen werden kann nur, was ganz gelesen wurde und so abgesendet war. Weisen Sie den Antrag zurück.";
  }
  return entries.notice.size() > kLongestText ? "Der Hinweis ist zu lang. Es wurde noch nichts gesendet." : std::string();
}

Decision acceptance_from(const DecisionEntries& entries) {
  Decision decision;
  if (!entries.notice.empty()) decision.problems.push_back({"about:blank", "Hinweis", entries.notice, "submission", {}});
  return decision;
}

std::optional<Decision> find_rejection(const InboxPage& view, const OpenedApplication& opened, DecisionEntries& entries) {
  Decision decision;
  decision.verdict = Verdict::Reject;
  bool is_sound = true;
  for (int index = 0; index < kReasons; ++index) {
    ReasonEntry& entry = entries.reasons[index];
    if (index > 0 && is_empty(entry)) continue;
    const std::string place_name = entry.place.empty() ? std::string() : name_of_place(view, opened, entry.place);
    entry.problem = problem_of(entry, place_name);
    is_sound = is_sound && entry.problem.empty();
    if (entry.problem.empty()) decision.problems.push_back(problem_from(entry, place_name));
  }
  if (!is_sound) return std::nullopt;
  return decision;
}

}  // namespace stadttor::city_server::authority
