#include "portal/authoring/form_schema.h"

namespace stadttor::portal::authoring {

namespace {

using forms::Question;
using forms::QuestionKind;

class SchemaWriting {
 public:
  explicit SchemaWriting(const forms::Definition& form) : form_(form) {}

  Json write() const {
    Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", form_.title}};
    if (!form_.schema_uri.empty()) schema["$id"] = form_.schema_uri;
    for (const forms::Step& step : form_.steps) {
      // What a step or question that need not be asked contains is never required.
      for (const std::uint32_t question : step.questions) {
        add_member(schema, question, step.visible_rule == forms::kNone);
      }
    }
    close_object(schema);
    return schema;
  }

 private:
  static void close_object(Json& schema) {
    schema["type"] = "object";
    schema["additionalProperties"] = false;
    if (!schema.contains("properties")) schema["properties"] = Json::object();
  }

  bool is_always_there(const Question& question) const {
    if (question.visible_rule != forms::kNone) return false;
    if (question.kind == QuestionKind::Derived) return false;  // a rule may come to nothing
    if (question.requirement == forms::Requirement::Always) return true;
    return question.requirement == forms::Requirement::WithParent;  // an address that is there at all is whole
  }

  void add_member(Json& schema, std::uint32_t number, bool may_be_required) const {
    const Question& question = form_.questions[number];
    if (!question.is_sent) return;
    Json member = question.is_group() ? group_schema(question) : field_schema(question);
    if (!question.label.empty()) member["title"] = question.label;
    if (question.is_repeated()) {
      member = {{"type", "array"}, {"items", std::move(member)}, {"maxItems", question.most_items}};
      if (!question.label.empty()) member["title"] = question.label;
    }
    schema["properties"][question.name] = std::move(member);
    if (may_be_required && is_always_there(question)) schema["required"].push_back(question.name);
  }

  Json group_schema(const Question& question) const {
    Json schema = Json::object();
    for (const std::uint32_t part : question.parts) add_member(schema, part, true);
    close_object(schema);
    return schema;
  }

  static Json field_schema(const Question& question) {
    switch (question.kind) {
      case QuestionKind::Number:
      case QuestionKind::Money: return number_schema(question);
      case QuestionKind::YesNo: return {{"type", "boolean"}};
      case QuestionKind::Date: return {{"type", "string"}, {"format", "date"}};
      case QuestionKind::Choice: return {{"enum", values_of(question)}};
      case QuestionKind::Choices: return {{"type", "array"}, {"items", {{"enum", values_of(question)}}}, {"uniqueItems", true}};
      case QuestionKind::Files: return {{"type", "array"}, {"items", {{"type", "string"}}}, {"maxItems", question.files.most}};
      case QuestionKind::Derived: return Json::object();
      case QuestionKind::Email: return {{"type", "string"}, {"format", "email"}};
      case QuestionKind::Postcode: return {{"type", "string"}, {"pattern", "^[0-9]{5}$"}};
      default: break;
    }
    Json schema = {{"type", "string"}, {"minLength", question.shortest > 0 ? question.shortest : 1}};
    if (question.longest > 0) schema["maxLength"] = question.longest;
    return schema;
  }

  static Json number_schema(const Question& question) {
    Json schema = {{"type", question.decimals == 0 ? "integer" : "number"}};
    if (question.least) schema["minimum"] = *question.least;
    if (question.most) schema["maximum"] = *question.most;
    return schema;
  }

  static Json values_of(const Question& question) {
    Json values = Json::array();
    for (const forms::Option& option : question.options) values.push_back(option.value);
    return values;
  }

  const forms::Definition& form_;
};

}  // namespace

Json form_schema_from(const forms::Definition& form) { return SchemaWriting(form).write(); }

}  // namespace stadttor::portal::authoring
