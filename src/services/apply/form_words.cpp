#include "services/apply/form_words.h"

#include <algorithm>

#include "forms/date_entry.h"

namespace stadttor::services::apply {

using forms::Evaluation;
using forms::Place;
using forms::Question;
using forms::QuestionKind;

namespace {

const std::string& label_of_option(const Question& question, const std::string& value) {
  const auto found = std::find_if(question.options.begin(), question.options.end(), [&value](const forms::Option& option) { return option.value == value; });
  return found == question.options.end() ? value : found->label;
}

std::string words_of_choices(const Question& question, const JsonValue& chosen) {
  std::string words;
  for (const JsonValue& value : chosen.items()) words.append(words.empty() ? "" : ", ").append(label_of_option(question, value.as_text()));
  return words;
}

// "DE02 1203 0000 ...": as it stands on a bank card.
std::string in_fours(const std::string& text) {
  std::string spaced;
  for (std::size_t i = 0; i < text.size(); i += 4) spaced.append(i == 0 ? "" : " ").append(text, i, 4);
  return spaced;
}

std::string words_of_value(const Screen& screen, const Question& question, const JsonValue& value) {
  switch (value.kind()) {
    case JsonKind::Boolean: return std::string(screen.text(value.as_boolean() ? "form.yes" : "form.no"));
    case JsonKind::Number: {
      const bool is_money = question.kind == QuestionKind::Money;
      const std::string number = screen.locale.decimal(value.as_number(), is_money ? 2 : question.decimals);
      if (is_money) return number + " €";
      return question.unit.empty() ? number : number + " " + question.unit;
    }
    case JsonKind::List: return words_of_choices(question, value);
    case JsonKind::Text: break;
    case JsonKind::Null:
    case JsonKind::Object: return {};
  }
  const std::string& text = value.as_text();
  if (question.kind == QuestionKind::Choice) return label_of_option(question, text);
  if (question.kind == QuestionKind::Iban) return in_fours(text);
  if (const auto date = parse_date(text); date && question.kind == QuestionKind::Date) {
    return std::to_string(date->day) + "." + std::to_string(date->month) + "." + std::to_string(date->year);
  }
  return text;
}

std::string words_of_files(const Screen& screen, const std::vector<forms::Attachment>& files) {
  std::string words;
  for (const forms::Attachment& file : files) {
    words.append(words.empty() ? "" : ", ").append(file.name.reveal<"shown to the citizen who chose the file">());
    words.append(" (").append(size_words(screen, file.bytes)).append(")");
  }
  return words;
}

void append_sentence(std::string& text, std::string_view sentence) {
  if (sentence.empty()) return;
  text.append(text.empty() ? "" : " ").append(sentence);
}

}  // namespace

std::string_view label_of(const Screen& screen, const Question& question) {
  return question.label.empty() && !question.label_key.empty() ? screen.text(question.label_key) : std::string_view(question.label);
}

std::string field_label(const Screen& screen, const Evaluation& evaluation, Place place) {
  const Question& question = evaluation.definition().questions[place.question];
  const std::string label(label_of(screen, question));
  if (!question.is_entered() || evaluation.is_required(place)) return label;
  // Parts of an address that need not be given are required together, once one of them is begun.
  if (question.requirement == forms::Requirement::WithParent) return label;
  return label + " (" + std::string(screen.text("form.optional")) + ")";
}

std::string hint_of(const Screen& screen, const Question& question) {
  std::string hint = question.help;
  if (!question.example.empty()) append_sentence(hint, screen.text("form.example", {{"example", question.example}}));
  if (question.kind == QuestionKind::Files) {
    append_sentence(hint, screen.text("form.files.limits", {{"most", std::to_string(question.files.most)}, {"size", size_words(screen, question.files.largest_bytes)}}));
  }
  if (!question.unit.empty()) append_sentence(hint, screen.text("form.unit", {{"unit", question.unit}}));
  return hint;
}

std::string words_of_problem(const Screen& screen, const Question& question, const forms::FieldProblem& problem) {
  const bool is_typed_choice = question.kind == QuestionKind::Choice && question.look == forms::ChoiceLook::Search;
  if (is_typed_choice && problem.key == "form.problem.option") return std::string(screen.text("form.not_in_list"));
  if (problem.key == forms::kOwnWords) return problem.words;
  std::string words(screen.text(problem.key));
  for (const auto& [name, value] : problem.parameters) {
    const std::string mark = "{" + std::string(name) + "}";
    std::string said = value;
    if (const auto date = parse_date(value); date && name == "date") said = screen.locale.long_date(*date);
    for (std::size_t at = words.find(mark); at != std::string::npos; at = words.find(mark, at + said.size())) words.replace(at, mark.size(), said);
  }
  return words;
}

std::string item_title(const Screen& screen, const Question& group, std::uint32_t item) {
  const std::string& name = group.item_label.empty() ? group.label : group.item_label;
  return screen.text("form.item", {{"item", name}, {"number", std::to_string(item + 1)}});
}

std::string size_words(const Screen& screen, std::uint64_t bytes) {
  constexpr double kKilobyte = 1024;
  const double kilobytes = static_cast<double>(bytes) / kKilobyte;
  if (kilobytes < kKilobyte) return screen.locale.decimal(std::max(kilobytes, 1.0), 0) + " KB";
  const double megabytes = kilobytes / kKilobyte;
  const bool is_whole = bytes % (1U << 20) == 0;
  return screen.locale.decimal(megabytes, is_whole ? 0 : 1) + " MB";
}

std::string answer_words(const Screen& screen, const Evaluation& evaluation, Place place) {
  const Question& question = evaluation.definition().questions[place.question];
  if (question.kind == QuestionKind::Files) return words_of_files(screen, evaluation.answers().attachments(evaluation.definition().path_of(place)));
  const JsonValue& value = evaluation.value(place).reveal<"shown to the citizen who answered">();
  if (!value.is(JsonKind::Null)) return words_of_value(screen, question, value);
  return evaluation.entered(place).reveal<"shown to the citizen who entered it">();
}

}  // namespace stadttor::services::apply
