#include "forms/composite_parts.h"

namespace stadttor::forms {

namespace {

struct Part {
  const char* id;
  const char* fim;
  QuestionKind kind;
  const char* label_key;
  const char* autocomplete;
  std::uint32_t longest;
  bool is_needed;
};

constexpr Part kAddressParts[] = {
    {"street", "F60000243", QuestionKind::Name, "form.part.street", "address-line1", 55, true},
    {"house_number", "F60000244", QuestionKind::Text, "form.part.house_number", "", 9, true},
    {"addition", "F60000248", QuestionKind::Name, "form.part.addition", "address-line2", 40, false},
    {"postcode", "F60000246", QuestionKind::Postcode, "form.part.postcode", "postal-code", 5, true},
    {"town", "F60000247", QuestionKind::Name, "form.part.town", "address-level2", 44, true},
};

constexpr Part kPersonParts[] = {
    {"given_names", "F60000228", QuestionKind::Name, "form.part.given_names", "given-name", 80, true},
    {"family_name", "F60000227", QuestionKind::Name, "form.part.family_name", "family-name", 120, true},
    {"birth_name", "F60000230", QuestionKind::Name, "form.part.birth_name", "", 120, false},
    {"birth_date", "G60000083", QuestionKind::Date, "form.part.birth_date", "bday", 0, true},
};

template <std::size_t Size>
std::vector<Question> questions_from(const Part (&parts)[Size]) {
  std::vector<Question> questions;
  for (const Part& part : parts) {
    Question question;
    question.id = part.id;
    question.name = part.fim;
    question.fim = part.fim;
    question.kind = part.kind;
    question.label_key = part.label_key;
    question.autocomplete = part.autocomplete;
    question.longest = part.longest;
    question.requirement = part.is_needed ? Requirement::WithParent : Requirement::Optional;
    if (part.kind == QuestionKind::Date) question.latest = DateLimit{};
    if (part.fim == std::string_view("F60000243")) question.suggestions = "streets";
    questions.push_back(std::move(question));
  }
  return questions;
}

}  // namespace

std::vector<Question> composite_parts_of(QuestionKind kind) {
  if (kind == QuestionKind::Address) return questions_from(kAddressParts);
  if (kind == QuestionKind::Person) return questions_from(kPersonParts);
  return {};
}

}  // namespace stadttor::forms
