// JSON Schema, draft-07 and 2020-12: compiled once into flat lists of nodes and assertions, then asked about values. Says where a value
// breaks which keyword, in pointers; the words are others'. Documents it refers to come from whoever compiles.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "forms/schema/format_check.h"
#include "forms/schema/pattern.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace stadttor::forms {

enum class SchemaDialect : unsigned char { Draft7, Draft202012 };

struct SchemaOptions {
  SchemaDialect dialect = SchemaDialect::Draft202012;  // where a document does not say
  bool checks_formats = false;                         // else "format" is an annotation
  // The schema with this absolute URI (without fragment); nothing where there is none.
  std::function<std::optional<JsonValue>(const std::string& uri)> find_document = {};
};

struct SchemaProblem {
  std::string instance;  // JSON Pointer into the value
  std::string schema;    // and to the keyword, in the document where it stands
  std::string keyword;
};

class Schema {
 public:
  // `where` is named in errors. A keyword with a value of the wrong kind, a reference that leads nowhere and a pattern that cannot be
  // read are errors.
  static Result<Schema> compile(const JsonValue& source, const SchemaOptions& options, std::string where);

  // Empty where the value is as the schema wants it.
  std::vector<SchemaProblem> problems_of(const JsonValue& value) const;
  bool accepts(const JsonValue& value) const;

 private:
  friend class SchemaCompiler;
  friend class SchemaEvaluator;

  enum class Keyword : unsigned char {
    Type, Enum, Const, MultipleOf, Maximum, ExclusiveMaximum, Minimum, ExclusiveMinimum, MaxLength, MinLength, Pattern, Format,
    MaxItems, MinItems, UniqueItems, MaxProperties, MinProperties, Required, DependentRequired,
    AllOf, AnyOf, OneOf, Not, If, PropertyNames, DependentSchemas, Members, Items, Contains, Ref, DynamicRef, IsSchema,
    UnevaluatedItems, UnevaluatedProperties,
  };

  struct Assertion {
    Keyword keyword;
    std::string pointer;
    double number = 0;                 // limits; of Type: a bit for each; of Contains: the least
    double most = 0;                   // of Contains
    JsonValue value = {};              // of Enum, Const, Required, DependentRequired
    std::vector<std::uint32_t> nodes = {};  // of If: condition, then, else; of Items: the first ones, and `rest`
    std::vector<std::string> names = {};    // of Members and DependentSchemas: as many as nodes
    std::vector<std::pair<forms::Pattern, std::uint32_t>> patterns = {};
    std::uint32_t rest = 0;            // node of what no other is for; 0: anything
    std::string anchor = {};           // of DynamicRef
    SchemaFormat format = SchemaFormat::Unknown;
  };

  struct Node {
    bool accepts_nothing = false;
    std::uint32_t resource = 0;
    std::vector<Assertion> assertions = {};
  };

  struct DynamicAnchor {
    std::uint32_t resource;
    std::string name;
    std::uint32_t node;
  };

  std::vector<Node> nodes_;  // 0 accepts everything
  std::uint32_t root_ = 0;
  std::vector<DynamicAnchor> dynamic_anchors_;
  bool tracks_evaluated_ = false;
};

// Whether a value can be used as a schema: what references to the meta-schemas ask. Where its own references lead is not looked at.
bool is_schema(const JsonValue& value, SchemaDialect dialect);

}  // namespace stadttor::forms
