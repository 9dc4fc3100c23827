// Reads a form: {"id", "title", "steps": [{"id", "title", "questions": [...]}], "advice", "checks", "schema"}; the members are those of
// assets/schemas/form.schema.json with the texts of one language in the place of "texts".
#include <algorithm>
#include <array>

#include "forms/composite_parts.h"
#include "forms/definition_rules.h"
#include "forms/form_fault.h"
#include "foundation/json_reader.h"

namespace stadttor::forms {

namespace {

constexpr std::array<std::string_view, 21> kKindNames = {"text",  "long_text", "name",    "date",          "number",   "money", "choice",
                                                         "choices", "yes_no",  "email",   "phone",         "iban",     "tax_id", "licence_plate",
                                                         "postcode", "files",  "group",   "address",       "person",   "derived", "note"};

// Every one that has to be there is made at once: a slip of the pen must not take all of the device's memory.
constexpr std::uint32_t kMostItems = 1000;
// What a double can tell apart.
constexpr std::uint32_t kMostDecimals = 15;

std::uint32_t count_from(double number) { return static_cast<std::uint32_t>(std::clamp(number, 0.0, 1e9)); }

class FormReader {
 public:
  explicit FormReader(FormReading& reading) : form_(reading.definition), faults_(reading.faults), rules_(reading) {}

  void read(JsonReader root) {
    read_facts(root);
    root.each("steps", [this](JsonReader place) { read_step(place); });
    root.each("advice", [this](JsonReader place) { read_advice(place); });
    root.each("checks", [this](JsonReader place) { read_check(place); });
    form_.schema = root.value_of("schema");
    rules_.connect();
  }

 private:
  void report(FormFaultKind kind, const JsonReader& place, std::string_view member, std::string subject) {
    faults_.push_back({kind, member.empty() ? place.pointer() : json_pointer_to(place.pointer(), member), std::move(subject)});
  }

  void read_facts(JsonReader root) {
    form_.id = root.required_text("id");
    form_.language = root.optional_text("language");
    form_.title = root.required_text("title");
    form_.lead = root.optional_text("lead");
    form_.leika = root.optional_text("leika");
    form_.office = root.optional_text("office");
    form_.destination = root.optional_text("destination");
    form_.purpose = root.optional_text("purpose");
    form_.retention = root.optional_text("retention");
    form_.schema_uri = root.optional_text("schema_uri");
    root.each("legal_basis", [this](JsonReader basis) { form_.legal_basis.push_back({basis.required_text("name"), basis.optional_text("url")}); });
  }

  void read_step(JsonReader place) {
    const auto number = static_cast<std::uint32_t>(form_.steps.size());
    Step step;
    step.id = place.required_text("id");
    step.title = place.required_text("title");
    step.lead = place.optional_text("lead");
    step.is_precheck = place.flag_or("precheck", false);
    step.visible_rule = rules_.read(place, "when");
    form_.steps.push_back(std::move(step));
    place.each("questions", [this, number](JsonReader question) {
      const std::uint32_t read = read_question(question, number, kNone);
      form_.steps[number].questions.push_back(read);
    });
    if (form_.steps[number].questions.empty()) report(FormFaultKind::EmptyGroup, place, {}, form_.steps[number].id);
  }

  std::uint32_t read_question(JsonReader place, std::uint32_t step, std::uint32_t parent) {
    const auto number = static_cast<std::uint32_t>(form_.questions.size());
    form_.questions.emplace_back();
    Question question;
    question.id = place.required_text("id");
    if (form_.find_question(question.id) != kNone || question.id == "today") report(FormFaultKind::RepeatedId, place, "id", question.id);
    question.kind = read_kind(place);
    question.fim = place.optional_text("fim");
    question.name = place.text_or("name", question.fim.empty() ? question.id : question.fim);
    read_words(place, question);
    read_limits(place, question);
    read_choices(place, question);
    read_repetition(place, question, parent);
    question.is_sent = place.flag_or("send", !form_.steps[step].is_precheck && question.kind != QuestionKind::Note);
    set_position(question, step, parent);
    question.visible_rule = rules_.read(place, "when");
    question.value_rule = rules_.read(place, "value");
    read_requirement(place, question);
    form_.questions[number] = std::move(question);
    read_parts(place, number);
    return number;
  }

  QuestionKind read_kind(JsonReader place) {
    const std::string name = place.required_text("kind");
    const auto found = std::find(kKindNames.begin(), kKindNames.end(), name);
    if (found == kKindNames.end()) {
      report(FormFaultKind::UnknownKind, place, "kind", name);
      return QuestionKind::Text;
    }
    return static_cast<QuestionKind>(found - kKindNames.begin());
  }

  static void read_words(JsonReader place, Question& question) {
    question.label = place.optional_text("label");
    question.help = place.optional_text("help");
    question.example = place.optional_text("example");
    question.add_label = place.optional_text("add");
    question.item_label = place.optional_text("item");
    question.autocomplete = place.optional_text("autocomplete");
    question.suggestions = place.optional_text("suggestions");
    question.keyboard = place.optional_text("keyboard");
    question.unit = place.optional_text("unit");
  }

  void read_limits(JsonReader place, Question& question) {
    question.shortest = count_from(place.number_or("min_length", 0));
    question.longest = count_from(place.number_or("max_length", 0));
    if (place.has("min")) question.least = place.required_number("min");
    if (place.has("max")) question.most = place.required_number("max");
    question.decimals = static_cast<int>(std::min(kMostDecimals, count_from(place.number_or("decimals", question.kind == QuestionKind::Money ? 2 : 0))));
    read_pattern(place, question);
    question.earliest = read_date_limit(place, "earliest");
    question.latest = read_date_limit(place, "latest");
    JsonReader files = place.member("files");
    if (!files.exists()) return;
    question.files.most = count_from(files.number_or("most", 1));
    question.files.largest_bytes = static_cast<std::uint64_t>(count_from(files.number_or("largest_mb", 10))) << 20;
    question.files.media_types = files.texts("types");
  }

  void read_pattern(JsonReader place, Question& question) {
    const std::string source = place.optional_text("pattern");
    if (source.empty()) return;
    auto pattern = Pattern::compile(source);
    if (!pattern.ok()) return report(FormFaultKind::BrokenPattern, place, "pattern", pattern.error().detail);
    question.pattern = std::make_shared<const Pattern>(std::move(pattern).value());
  }

  std::optional<DateLimit> read_date_limit(JsonReader place, std::string_view member) {
    const std::string text = place.optional_text(member);
    if (text.empty()) return {};
    const auto limit = parse_date_limit(text);
    if (!limit) report(FormFaultKind::BrokenDateLimit, place, member, text);
    return limit;
  }

  void read_choices(JsonReader place, Question& question) {
    const std::string look = place.text_or("look", "radio");
    question.look = look == "select" ? ChoiceLook::Select : look == "search" ? ChoiceLook::Search : ChoiceLook::Radio;
    place.each("options", [&question](JsonReader option) {
      question.options.push_back({option.required_text("value"), option.required_text("label"), option.optional_text("help"), option.optional_text("position"),
                                  option.optional_text("shape"), option.optional_text("abbreviation")});
    });
    JsonReader scene = place.member("scene");
    if (scene.exists()) question.scene = {scene.required_text("kind"), scene.optional_text("source"), scene.optional_text("extent")};
    const bool is_choice = question.kind == QuestionKind::Choice || question.kind == QuestionKind::Choices;
    if (is_choice && question.options.empty()) report(FormFaultKind::NothingToChoose, place, {}, question.id);
  }

  void read_repetition(JsonReader place, Question& question, std::uint32_t parent) {
    JsonReader repeat = place.member("repeat");
    if (!repeat.exists()) return;
    question.fewest_items = std::min(kMostItems, count_from(repeat.number_or("fewest", 1)));
    question.most_items = std::clamp(count_from(repeat.number_or("most", 20)), 2U, kMostItems);
    const bool is_inside = parent != kNone && (form_.questions[parent].is_repeated() || form_.questions[parent].repeated_in != kNone);
    if (is_inside || !question.is_group()) report(FormFaultKind::NestedRepetition, place, "repeat", question.id);
    if (is_inside || !question.is_group()) question.most_items = 1;
  }

  void set_position(Question& question, std::uint32_t step, std::uint32_t parent) const {
    question.step = step;
    question.parent = parent;
    if (parent == kNone) {
      question.path_before = question.id;
      return;
    }
    const Question& group = form_.questions[parent];
    question.repeated_in = group.is_repeated() ? parent : group.repeated_in;
    question.path_before = group.path_before;
    if (question.repeated_in == kNone) {
      question.path_before += "." + question.id;
    } else {
      question.path_after = group.path_after.empty() ? question.id : group.path_after + "." + question.id;
    }
  }

  void read_requirement(JsonReader place, Question& question) {
    if (!place.has("required")) return;
    question.required_rule = rules_.read(place, "required");
    const bool is_flag = question.required_rule == kNone;
    question.requirement = !is_flag ? Requirement::ByRule : place.flag_or("required", false) ? Requirement::Always : Requirement::Optional;
  }

  void read_parts(JsonReader place, std::uint32_t number) {
    if (!form_.questions[number].is_group()) return;
    const std::uint32_t step = form_.questions[number].step;
    if (form_.questions[number].is_composite()) {
      for (Question& part : composite_parts_of(form_.questions[number].kind)) {
        part.is_sent = form_.questions[number].is_sent;
        set_position(part, step, number);
        form_.questions[number].parts.push_back(static_cast<std::uint32_t>(form_.questions.size()));
        form_.questions.push_back(std::move(part));
      }
      return;
    }
    place.each("questions", [this, step, number](JsonReader part) {
      const std::uint32_t read = read_question(part, step, number);
      form_.questions[number].parts.push_back(read);
    });
    if (form_.questions[number].parts.empty()) report(FormFaultKind::EmptyGroup, place, {}, form_.questions[number].id);
  }

  void read_advice(JsonReader place) {
    Advice advice;
    const std::string after = place.required_text("after");
    const auto step = std::find_if(form_.steps.begin(), form_.steps.end(), [&after](const Step& one) { return one.id == after; });
    if (step == form_.steps.end()) return report(FormFaultKind::UnknownStep, place, "after", after);
    advice.step = static_cast<std::uint32_t>(step - form_.steps.begin());
    advice.title = place.required_text("title");
    advice.text = place.optional_text("text");
    advice.service = place.optional_text("service");
    advice.ends_here = place.flag_or("ends", false);
    advice.rule = rules_.read(place, "when");
    form_.advice.push_back(std::move(advice));
  }

  void read_check(JsonReader place) {
    AnswerCheck check;
    check.message = place.required_text("message");
    for (const std::string& id : place.texts("questions")) {
      const std::uint32_t question = form_.find_question(id);
      if (question == kNone) return report(FormFaultKind::UnknownAnswer, place, "questions", id);
      check.repeated_in = form_.questions[question].repeated_in;
      check.questions.push_back(question);
    }
    check.rule = rules_.read(place, "rule");
    if (!check.questions.empty() && check.rule != kNone) form_.checks.push_back(std::move(check));
  }

  Definition& form_;
  std::vector<FormFault>& faults_;
  DefinitionRules rules_;
};

std::string_view words_of(FormFaultKind kind) {
  switch (kind) {
    case FormFaultKind::UnknownKind: return "there is no such kind of question";
    case FormFaultKind::RepeatedId: return "this id stands twice";
    case FormFaultKind::UnknownAnswer: return "no question has this id";
    case FormFaultKind::AnswerOfOneAmongMany: return "this answer is given once for each item of its group; read the group instead";
    case FormFaultKind::ComputedName: return "a rule names the answers it reads, it does not compute their names";
    case FormFaultKind::BrokenRule: return "the rule cannot be read";
    case FormFaultKind::DependsOnItself: return "these rules depend on each other in a circle";
    case FormFaultKind::NestedRepetition: return "only groups outside of other repeated groups can be repeated";
    case FormFaultKind::BrokenDateLimit: return "expected a date or today with what to add, as in today-18y";
    case FormFaultKind::BrokenPattern: return "the pattern cannot be read";
    case FormFaultKind::NothingToChoose: return "a choice needs options";
    case FormFaultKind::EmptyGroup: return "there is no question in it";
    case FormFaultKind::UnknownStep: return "there is no step with this id";
    case FormFaultKind::BrokenSchema: return "the schema cannot be used";
  }
  return "";
}

}  // namespace

Result<FormReading> read_form(std::string_view json, std::string where) {
  TRY_ASSIGN(auto document, JsonDocument::parse(json, std::move(where)));
  FormReading reading;
  FormReader(reading).read(document.root());
  TRY(document.finish());
  return reading;
}

Result<Definition> read_definition(std::string_view json, std::string where) {
  TRY_ASSIGN(auto reading, read_form(json, where));
  if (reading.faults.empty()) return std::move(reading.definition);
  const FormFault& fault = reading.faults.front();
  return Error{ErrorKind::MalformedData, where + "#" + fault.pointer, std::string(words_of(fault.kind)) + ": " + fault.subject, NextStep::ContactOffice};
}

}  // namespace stadttor::forms
