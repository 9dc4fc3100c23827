#include "programs/city/open311/posted_answers.h"

#include <algorithm>

#include "foundation/calendar.h"
#include "programs/city/open311/posted_numbers.h"
#include "protocols/open311/date_time.h"

namespace stadttor::city_server::open311 {
namespace {

constexpr std::string_view kPrefix = "attribute[";
constexpr std::size_t kLongestAnswer = 1000;

// "LAMP" of "attribute[LAMP]" and "attribute[LAMP][]"; empty for other fields.
std::string code_of(const std::string& field) {
  if (field.compare(0, kPrefix.size(), kPrefix) != 0) return {};
  const std::size_t end = field.find(']', kPrefix.size());
  if (end == std::string::npos) return {};
  const std::string rest = field.substr(end + 1);
  return rest.empty() || rest == "[]" ? field.substr(kPrefix.size(), end - kPrefix.size()) : std::string();
}

// In quotation marks, as questions are named to people.
std::string name_of(const AttributeDefinition& definition) { return "„" + text_in(definition.question, "de") + "“ (attribute[" + definition.code + "])"; }

bool is_choice(const AttributeDefinition& definition, const std::string& key) {
  return std::any_of(definition.values.begin(), definition.values.end(), [&key](const AttributeChoice& choice) { return choice.key == key; });
}

std::string keys_of(const AttributeDefinition& definition) {
  std::string keys;
  for (const AttributeChoice& choice : definition.values) keys.append(keys.empty() ? "" : ", ").append(choice.key);
  return keys;
}

// What is wrong with one value, as the end of a sentence; empty where nothing is.
std::string problem_of(const AttributeDefinition& definition, const std::string& value) {
  if (value.size() > kLongestAnswer) return " ist zu lang; erlaubt sind 1000 Zeichen.";
  switch (definition.kind) {
    case AttributeKind::OneOfList:
    case AttributeKind::SeveralOfList:
      return is_choice(definition, value) ? std::string() : " muss eines von diesen sein: " + keys_of(definition) + ".";
    case AttributeKind::Number:
      return find_number_in(value) ? std::string() : " muss eine Zahl sein, zum Beispiel 12 oder 0.5.";
    case AttributeKind::DateTime:
      return protocols::open311::parse_date_time(value) || parse_date(value) ? std::string() : " muss ein Zeitpunkt sein, zum Beispiel 2026-11-26T08:30:00+01:00.";
    case AttributeKind::Text:
    case AttributeKind::LongText: break;
  }
  return {};
}

void check_answer(const AttributeDefinition& definition, const ReportAnswer& answer, Faults& faults) {
  if (definition.kind != AttributeKind::SeveralOfList && answer.values.size() > 1) {
    faults.push_back({400, name_of(definition) + " darf nur einmal beantwortet werden."});
  }
  for (const std::string& value : answer.values) {
    const std::string problem = problem_of(definition, value);
    if (!problem.empty()) return faults.push_back({400, name_of(definition) + problem});
  }
}

}  // namespace

std::vector<ReportAnswer> read_answers(const PostedForm& form, const OfferedService& service, Faults& faults) {
  std::vector<ReportAnswer> answers;
  for (const auto& [field, value] : form.fields) {
    const std::string code = code_of(field);
    if (code.empty() || value.empty()) continue;
    if (find_attribute(service, code) == nullptr) {
      faults.push_back({400, "Zu dieser Art von Meldung gibt es eine der beantworteten Fragen nicht. Lesen Sie die Fragen unter /services/" + service.code + " noch einmal."});
      continue;
    }
    auto known = std::find_if(answers.begin(), answers.end(), [&code](const ReportAnswer& answer) { return answer.code == code; });
    if (known == answers.end()) known = answers.insert(answers.end(), ReportAnswer{code, {}});
    known->values.push_back(value);
  }
  for (const AttributeDefinition& definition : service.attributes) {
    const auto given = std::find_if(answers.begin(), answers.end(), [&definition](const ReportAnswer& answer) { return answer.code == definition.code; });
    if (given != answers.end()) {
      check_answer(definition, *given, faults);
    } else if (definition.is_required) {
      faults.push_back({400, name_of(definition) + " muss beantwortet werden."});
    }
  }
  return answers;
}

}  // namespace stadttor::city_server::open311
