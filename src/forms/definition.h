// A form as the city's pack describes it, in one language: steps, questions, conditions, calculated values. Read from
// antraege/<id>.json (definition_reading.cpp); what a citizen answered is in answers.h, what follows from it in evaluation.h.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "forms/checks/date_limit.h"
#include "forms/logic/rule.h"
#include "forms/schema/pattern.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace stadttor::forms {

inline constexpr std::uint32_t kNone = 0xffffffff;

enum class QuestionKind : unsigned char {
  Text,
  LongText,
  Name,          // letters of DIN 91379
  Date,          // entered as three fields, see date_entry.h
  Number,
  Money,         // euros with two decimals
  Choice,        // one of `options`
  Choices,       // several of them; entered one a line
  YesNo,         // entered as "yes" or "no"
  Email,
  Phone,
  Iban,
  TaxId,
  LicencePlate,
  Postcode,
  Files,
  Group,         // questions that belong together; may be repeated
  Address,       // a group whose parts are fixed (composite_parts.h)
  Person,        // likewise
  Derived,       // not asked but calculated
  Note,          // nothing to enter: words between questions
};

enum class ChoiceLook : unsigned char { Radio, Select, Search };

enum class Requirement : unsigned char {
  Optional,
  Always,
  ByRule,
  WithParent,  // parts of an address or person: where that is required, or begun
};

struct Option {
  std::string value;
  std::string label;
  std::string help;
  std::string position = {};      // on its question's map: "51.43210,9.87140"
  std::string shape = {};         // on its plan: "x,y x,y ..."
  std::string abbreviation = {};  // of its label, there
};

// What one of several options can be chosen on, besides their list.
struct QuestionScene {
  std::string kind;    // "map" or "plan"; empty: there is none
  std::string source;  // of a plan: its background, below the data path
  std::string extent;  // of a plan: "0,0,900,600"
};

// Sizes of one uploaded file, and how many.
struct FileLimits {
  std::uint32_t most = 1;
  std::uint64_t largest_bytes = 10U << 20;
  std::vector<std::string> media_types;  // "application/pdf"
};

// Of questions and rules: numbers in Definition's lists, or kNone.
struct Question {
  std::string id;     // unique in the form; of parts: in their group
  std::string name;   // of the member in what the authority receives: the FIM id where there is one
  std::string fim;    // "F60000227", may be empty
  QuestionKind kind = QuestionKind::Text;

  std::string label;
  std::string label_key;  // instead of a label, the interface's words: parts of addresses and persons
  std::string help;
  std::string example;
  std::string add_label;  // repeated groups: "Weiteres Kind hinzufügen"
  std::string item_label; // and what one of them is called: "Kind"

  std::string autocomplete;  // token of HTML
  std::string suggestions;   // "streets": what the device knows and may offer
  std::string keyboard;      // "numeric", "tel", "email": HTML's inputmode
  ChoiceLook look = ChoiceLook::Radio;
  std::vector<Option> options;
  QuestionScene scene;

  Requirement requirement = Requirement::Optional;
  std::uint32_t shortest = 0;  // code points
  std::uint32_t longest = 0;   // 0: the kind's own limit
  std::optional<double> least;
  std::optional<double> most;
  int decimals = 0;
  std::string unit;
  std::shared_ptr<const Pattern> pattern;  // null where there is none
  std::optional<DateLimit> earliest;
  std::optional<DateLimit> latest;
  FileLimits files;
  std::uint32_t fewest_items = 1;  // of a repeated group
  std::uint32_t most_items = 1;    // above 1: it is repeated

  std::uint32_t visible_rule = kNone;
  std::uint32_t required_rule = kNone;
  std::uint32_t value_rule = kNone;  // of derived values
  bool is_sent = true;

  std::uint32_t step = 0;
  std::uint32_t parent = kNone;
  std::uint32_t repeated_in = kNone;  // the repeated group it is part of, itself left out
  std::vector<std::uint32_t> parts;   // of groups
  std::string path_before;            // "children" or "dog.breed"
  std::string path_after;             // in repeated groups: "name" of "children.0.name"

  bool is_repeated() const { return most_items > 1; }
  bool is_group() const { return kind == QuestionKind::Group || is_composite(); }
  bool is_composite() const { return kind == QuestionKind::Address || kind == QuestionKind::Person; }
  bool is_entered() const { return !is_group() && kind != QuestionKind::Derived && kind != QuestionKind::Note; }
};

struct Step {
  std::string id;
  std::string title;
  std::string lead;
  bool is_precheck = false;  // asked before anything personal; never sent
  std::uint32_t visible_rule = kNone;
  std::vector<std::uint32_t> questions;
};

// Said once its rule holds: what a pre-check comes to.
struct Advice {
  std::uint32_t step = 0;  // after which it is said
  std::uint32_t rule = kNone;
  std::string title;
  std::string text;      // paragraphs, one a line
  std::string service;   // id of a service that helps instead; may be empty
  bool ends_here = false;  // the form goes no further
};

// A condition between answers, told at the questions it names where it does not hold.
struct AnswerCheck {
  std::uint32_t rule = kNone;
  std::vector<std::uint32_t> questions;
  std::uint32_t repeated_in = kNone;
  std::string message;
};

struct FormLegalBasis {
  std::string name;
  std::string url;
};

// What a rule's variable stands for.
enum class VariableKind : unsigned char { Answer, Today };
struct Variable {
  VariableKind kind = VariableKind::Answer;
  std::uint32_t question = kNone;
  std::string rest;  // of the path, inside the answer: "age" of a date, "length" of a list
};

// Nodes are questions and, after them, steps.
struct Reader {
  enum class Of : unsigned char { Node, Requirement, Check, Advice };
  Of of = Of::Node;
  std::uint32_t number = 0;
};

// One question as often as it is asked: `instance` counts the repetitions of the group it is in.
struct Place {
  std::uint32_t question = 0;
  std::uint32_t instance = 0;
  friend bool operator==(const Place& a, const Place& b) { return a.question == b.question && a.instance == b.instance; }
};

struct Definition {
  std::string id;
  std::string language;  // of the texts, where it is not the interface's
  std::string title;
  std::string lead;
  std::string leika;
  std::string office;       // the one responsible: recipient
  std::string destination;  // FIT-Connect
  std::string purpose;      // why the data is asked for
  std::string retention;    // how long it is kept
  std::vector<FormLegalBasis> legal_basis;

  std::vector<Step> steps;
  std::vector<Question> questions;  // groups before their parts
  std::vector<AnswerCheck> checks;
  std::vector<Advice> advice;
  std::string schema_uri;
  JsonValue schema;  // of what the authority receives; null where the form has none

  std::vector<Rule> rules;
  VariableNames names;
  std::vector<Variable> variables;           // by number
  std::vector<std::vector<Reader>> readers;  // by question: what depends on its answer
  std::vector<std::uint32_t> order;          // nodes, each after what it depends on
  std::vector<std::uint32_t> ranks;          // by node: its place in `order`

  std::uint32_t find_question(std::string_view wanted) const;  // by id, at any depth but parts of addresses and persons; or kNone
  std::string path_of(Place place) const;                  // "children.0.name": the key of the answer
  std::optional<Place> find_place(std::string_view path) const;
  bool is_only_precheck() const;
  bool suggests_streets() const;
  // How FIT-Connect names the service it is for: the LeiKa key's URN, or one of this portal's own where the catalogue has no key.
  std::string service_identifier() const;
};

// `json` as portal/authoring writes it: the form with its texts in one language.
Result<Definition> read_definition(std::string_view json, std::string where);

}  // namespace stadttor::forms
