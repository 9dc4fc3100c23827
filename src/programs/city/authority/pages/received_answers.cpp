#include "programs/city/authority/pages/received_answers.h"

#include <algorithm>

namespace stadttor::city_server::authority {

using forms::Definition;
using forms::Question;
using forms::QuestionKind;
using semantics::Appearance;
using semantics::Page;

namespace {

std::string label_of(const InboxPage& view, const Question& question) {
  if (!question.label.empty()) return question.label;
  return view.shelf.texts().has(question.label_key) ? std::string(view.shelf.texts()(question.label_key)) : question.id;
}

std::string label_of_option(const Question* question, const std::string& value) {
  if (question == nullptr) return value;
  const auto found = std::find_if(question->options.begin(), question->options.end(), [&value](const forms::Option& option) { return option.value == value; });
  // The value too, where it has a name: it is what the authority's own programs work with.
  return found == question->options.end() ? value : found->label;
}

std::string words_of_number(const InboxPage& view, const Question* question, double value) {
  if (question == nullptr) return text_from_number(value);
  if (question->kind == QuestionKind::Money) return view.locale.decimal(value, 2) + " €";
  const std::string number = view.locale.decimal(value, question->decimals);
  return question->unit.empty() ? number : number + " " + question->unit;
}

std::string words_of_text(const Question* question, const std::string& text) {
  if (question != nullptr && question->kind == QuestionKind::Date) {
    if (const auto date = parse_date(text)) return std::to_string(date->day) + "." + std::to_string(date->month) + "." + std::to_string(date->year);
  }
  return label_of_option(question, text);
}

std::string words_of_value(const InboxPage& view, const Question* question, const JsonValue& value) {
  switch (value.kind()) {
    case JsonKind::Null: return "leer";
    case JsonKind::Boolean: return value.as_boolean() ? "Ja" : "Nein";
    case JsonKind::Number: return words_of_number(view, question, value.as_number());
    case JsonKind::Text: return words_of_text(question, value.as_text());
    case JsonKind::Object: return text_from_json(value);
    case JsonKind::List: break;
  }
  std::string words;
  for (const JsonValue& item : value.items()) words.append(words.empty() ? "" : ", ").append(words_of_value(view, question, item));
  return words;
}

// A value with its place and, where the form knows it, its question.
struct PlacedValue {
  std::string pointer;
  const Question* question = nullptr;
  std::string label;
  const JsonValue* value = nullptr;
};

bool is_composed(const JsonValue& value) {
  const auto is_object = [](const JsonValue& item) { return item.is(JsonKind::Object); };
  return value.is(JsonKind::Object) || (value.is(JsonKind::List) && std::any_of(value.items().begin(), value.items().end(), is_object));
}

// What a list of questions makes of an object's members: first the known ones in their order, then all others.
std::vector<PlacedValue> placed_values(const InboxPage& view, const Definition* form, const std::vector<std::uint32_t>& questions,
                                       const JsonValue& object, const std::string& pointer) {
  std::vector<PlacedValue> placed;
  for (const std::uint32_t number : questions) {
    const Question& question = form->questions[number];
    if (const JsonValue* value = object.find(question.name)) placed.push_back({json_pointer_to(pointer, question.name), &question, label_of(view, question), value});
  }
  for (const auto& [name, value] : object.members()) {
    const bool is_known = std::any_of(questions.begin(), questions.end(), [&, &known = name](std::uint32_t number) { return form->questions[number].name == known; });
    if (!is_known) placed.push_back({json_pointer_to(pointer, name), nullptr, name, &value});
  }
  return placed;
}

const std::vector<std::uint32_t>& parts_of(const Question* question) {
  static const std::vector<std::uint32_t> kNoParts;
  return question == nullptr ? kNoParts : question->parts;
}

std::string item_title(const PlacedValue& placed, std::size_t index) {
  const bool has_name = placed.question != nullptr && !placed.question->item_label.empty();
  return (has_name ? placed.question->item_label : placed.label) + " " + std::to_string(index + 1);
}

// Walks the data once and tells each single value and each object around them.
class Walk {
 public:
  virtual ~Walk() = default;
  virtual void begin_group(const std::string& title, const std::string& pointer) = 0;
  virtual void end_group() = 0;
  virtual void show_value(const PlacedValue& placed) = 0;

  void walk(const InboxPage& view, const Definition* form, const std::vector<std::uint32_t>& questions, const JsonValue& object, const std::string& pointer) {
    const auto placed = placed_values(view, form, questions, object, pointer);
    for (const PlacedValue& value : placed) {
      if (!is_composed(*value.value)) show_value(value);
    }
    for (const PlacedValue& value : placed) {
      if (is_composed(*value.value)) walk_composed(view, form, value);
    }
  }

 private:
  void walk_composed(const InboxPage& view, const Definition* form, const PlacedValue& placed) {
    if (placed.value->is(JsonKind::Object)) {
      begin_group(placed.label, placed.pointer);
      walk(view, form, parts_of(placed.question), *placed.value, placed.pointer);
      return end_group();
    }
    for (std::size_t index = 0; index < placed.value->items().size(); ++index) {
      const std::string pointer = json_pointer_to(placed.pointer, std::to_string(index));
      const JsonValue& item = placed.value->items()[index];
      if (!item.is(JsonKind::Object)) {
        show_value({pointer, placed.question, item_title(placed, index), &item});
        continue;
      }
      begin_group(item_title(placed, index), pointer);
      walk(view, form, parts_of(placed.question), item, pointer);
      end_group();
    }
  }
};

class ShownWalk : public Walk {
 public:
  ShownWalk(const InboxPage& view, Page& page) : view_(view), page_(page) {}
  ShownWalk(const ShownWalk&) = delete;
  ShownWalk& operator=(const ShownWalk&) = delete;
  ~ShownWalk() override { end_facts(); }

  void begin_group(const std::string& title, const std::string& pointer) override {
    end_facts();
    groups_.push_back(page_.block("group" + pointer, {}));
    page_.heading(static_cast<int>(std::min<std::size_t>(2 + groups_.size(), 6)), title);
  }
  void end_group() override {
    end_facts();
    groups_.pop_back();
  }
  void show_value(const PlacedValue& placed) override {
    if (facts_.empty()) facts_.push_back(page_.description_list(Appearance::Facts));
    page_.term(placed.label);
    page_.definition(words_of_value(view_, placed.question, *placed.value));
  }

 private:
  void end_facts() { facts_.clear(); }

  const InboxPage& view_;
  Page& page_;
  // Scopes cannot be assigned; a list of one or none can be emptied.
  std::vector<semantics::Scope> groups_;
  std::vector<semantics::Scope> facts_;
};

class CollectingWalk : public Walk {
 public:
  void begin_group(const std::string& title, const std::string&) override { titles_.push_back(title); }
  void end_group() override { titles_.pop_back(); }
  void show_value(const PlacedValue& placed) override {
    std::string words;
    for (const std::string& title : titles_) words.append(title).append(": ");
    places.emplace_back(placed.pointer, words + placed.label);
  }

  std::vector<std::pair<std::string, std::string>> places;

 private:
  std::vector<std::string> titles_;
};

std::vector<std::uint32_t> questions_of(const Definition* form) {
  std::vector<std::uint32_t> questions;
  if (form == nullptr) return questions;
  for (const forms::Step& step : form->steps) questions.insert(questions.end(), step.questions.begin(), step.questions.end());
  return questions;
}

}  // namespace

void show_received_answers(const InboxPage& view, Page& page, const Definition* form, const JsonValue& data) {
  if (!data.is(JsonKind::Object)) return page.paragraph(words_of_value(view, nullptr, data));
  ShownWalk(view, page).walk(view, form, questions_of(form), data, {});
}

std::vector<std::pair<std::string, std::string>> places_of_data(const InboxPage& view, const Definition* form, const JsonValue& data) {
  CollectingWalk walk;
  if (data.is(JsonKind::Object)) walk.walk(view, form, questions_of(form), data, {});
  return std::move(walk.places);
}

}  // namespace stadttor::city_server::authority
