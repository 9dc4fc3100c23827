#include <algorithm>
#include <cmath>

#include "forms/schema/schema_documents.h"

namespace stadttor::forms {

namespace {

constexpr std::string_view kTypes[] = {"null", "boolean", "number", "string", "array", "object", "integer"};

bool is_meta_schema(std::string_view reference) {
  if (!reference.empty() && reference.back() == '#') reference.remove_suffix(1);
  return reference == "http://json-schema.org/draft-07/schema" || reference == "https://json-schema.org/draft/2020-12/schema";
}

}  // namespace

class SchemaCompiler {
 public:
  SchemaCompiler(Schema& schema, const SchemaOptions& options) : schema_(schema), documents_(options) { schema_.nodes_.emplace_back(); }

  // Nothing, or what is wrong and where.
  std::optional<std::pair<std::string, std::string>> compile(const JsonValue& source, bool follows_references) {
    follows_references_ = follows_references;
    const SchemaPlace root = documents_.add(source, "");
    schema_.root_ = compile_node(*root.schema, root.resource, "");
    // Each anchor that a $dynamicRef may land on.
    for (std::uint32_t number = 0; number < documents_.size() && !fault_; ++number) {
      for (const std::string& name : std::vector<std::string>(documents_.resource(number).dynamic_anchors)) {
        const JsonValue* place = documents_.resource(number).anchors.at(name);
        schema_.dynamic_anchors_.push_back({number, name, compile_node(*place, number, "#" + name)});
      }
    }
    return fault_;
  }

 private:
  using Keyword = Schema::Keyword;
  using Assertion = Schema::Assertion;

  void fail(const std::string& pointer, std::string what) {
    if (!fault_) fault_ = {pointer, std::move(what)};
  }

  std::uint32_t compile_node(const JsonValue& source, std::uint32_t around, const std::string& pointer) {
    if (source.is(JsonKind::Boolean) && source.as_boolean()) return 0;
    const std::uint32_t resource = documents_.resource_of(source, around);
    const auto known = nodes_.find({&source, resource});
    if (known != nodes_.end()) return known->second;
    const auto number = static_cast<std::uint32_t>(schema_.nodes_.size());
    nodes_.emplace(std::pair(&source, resource), number);
    schema_.nodes_.push_back({source.is(JsonKind::Boolean), resource});
    if (!source.is(JsonKind::Boolean) && !source.is(JsonKind::Object)) fail(pointer, "a schema is an object, true or false");
    std::vector<Assertion> assertions;
    compile_keywords(source, resource, pointer, assertions);
    schema_.nodes_[number].assertions = std::move(assertions);
    return number;
  }

  void compile_keywords(const JsonValue& source, std::uint32_t resource, const std::string& pointer, std::vector<Assertion>& out) {
    const SchemaResource& facts = documents_.resource(resource);
    const bool is_draft7 = facts.dialect == SchemaDialect::Draft7;
    if (is_draft7 && source.find("$ref") != nullptr) return compile_reference(source, "$ref", resource, pointer, out);
    if (facts.has_validation) compile_validation(source, pointer, out);
    if (facts.checks_formats && source.find("format") != nullptr) {
      Assertion assertion{Keyword::Format, json_pointer_to(pointer, "format")};
      assertion.format = schema_format_from(source.find("format")->as_text());
      if (assertion.format != SchemaFormat::Unknown) out.push_back(std::move(assertion));
    }
    compile_definitions(source, resource, pointer);
    compile_members(source, resource, pointer, out);
    compile_items(source, resource, pointer, is_draft7, out);
    for (const auto& [name, keyword] : {std::pair("allOf", Keyword::AllOf), std::pair("anyOf", Keyword::AnyOf), std::pair("oneOf", Keyword::OneOf)}) {
      const JsonValue* list = source.find(name);
      if (list == nullptr) continue;
      if (list->items().empty()) fail(json_pointer_to(pointer, name), "expected a list of schemas");
      out.push_back({keyword, json_pointer_to(pointer, name)});
      for (std::size_t i = 0; i < list->items().size(); ++i) {
        const std::uint32_t node = compile_node(list->items()[i], resource, json_pointer_to(out.back().pointer, std::to_string(i)));
        out.back().nodes.push_back(node);
      }
    }
    add_single(source, "not", Keyword::Not, resource, pointer, out);
    add_single(source, "propertyNames", Keyword::PropertyNames, resource, pointer, out);
    compile_condition(source, resource, pointer, out);
    compile_dependencies(source, resource, pointer, out);
    compile_reference(source, "$ref", resource, pointer, out);
    if (is_draft7) return;
    compile_reference(source, "$dynamicRef", resource, pointer, out);
    // Last, because they ask what all others have looked at.
    add_single(source, "unevaluatedItems", Keyword::UnevaluatedItems, resource, pointer, out);
    add_single(source, "unevaluatedProperties", Keyword::UnevaluatedProperties, resource, pointer, out);
  }

  void compile_validation(const JsonValue& source, const std::string& pointer, std::vector<Assertion>& out) {
    struct Limit {
      const char* name;
      Keyword keyword;
      bool is_count;
    };
    constexpr Limit kLimits[] = {
        {"multipleOf", Keyword::MultipleOf, false}, {"maximum", Keyword::Maximum, false}, {"exclusiveMaximum", Keyword::ExclusiveMaximum, false},
        {"minimum", Keyword::Minimum, false}, {"exclusiveMinimum", Keyword::ExclusiveMinimum, false}, {"maxLength", Keyword::MaxLength, true},
        {"minLength", Keyword::MinLength, true}, {"maxItems", Keyword::MaxItems, true}, {"minItems", Keyword::MinItems, true},
        {"maxProperties", Keyword::MaxProperties, true}, {"minProperties", Keyword::MinProperties, true}};
    compile_types(source, pointer, out);
    for (const Limit& limit : kLimits) {
      const JsonValue* value = source.find(limit.name);
      if (value == nullptr) continue;
      const double number = value->as_number();
      const bool is_right = value->is(JsonKind::Number) && (!limit.is_count || (number >= 0 && std::floor(number) == number)) &&
                            (limit.keyword != Keyword::MultipleOf || number > 0);
      if (!is_right) fail(json_pointer_to(pointer, limit.name), limit.is_count ? "expected a count" : "expected a number");
      out.push_back({limit.keyword, json_pointer_to(pointer, limit.name), number});
    }
    if (const JsonValue* value = source.find("const")) add_value(Keyword::Const, "const", *value, pointer, out);
    add_list(source, "enum", Keyword::Enum, pointer, out);
    add_list(source, "required", Keyword::Required, pointer, out);
    if (const JsonValue* value = source.find("uniqueItems"); value != nullptr && value->as_boolean()) out.push_back({Keyword::UniqueItems, json_pointer_to(pointer, "uniqueItems")});
    if (const JsonValue* value = source.find("dependentRequired")) add_value(Keyword::DependentRequired, "dependentRequired", *value, pointer, out);
    if (const JsonValue* value = source.find("pattern")) {
      Assertion assertion{Keyword::Pattern, json_pointer_to(pointer, "pattern")};
      add_pattern(value->as_text(), 0, assertion);
      out.push_back(std::move(assertion));
    }
  }

  void compile_types(const JsonValue& source, const std::string& pointer, std::vector<Assertion>& out) {
    const JsonValue* value = source.find("type");
    if (value == nullptr) return;
    const std::string place = json_pointer_to(pointer, "type");
    unsigned bits = 0;
    const std::vector<JsonValue> names = value->is(JsonKind::List) ? value->items() : std::vector<JsonValue>{*value};
    for (const JsonValue& name : names) {
      const auto found = std::find(std::begin(kTypes), std::end(kTypes), name.as_text());
      if (found == std::end(kTypes)) return fail(place, "there is no such type");
      bits |= 1U << (found - std::begin(kTypes));
    }
    out.push_back({Keyword::Type, place, static_cast<double>(bits)});
  }

  static void add_value(Keyword keyword, const char* name, const JsonValue& value, const std::string& pointer, std::vector<Assertion>& out) {
    Assertion assertion{keyword, json_pointer_to(pointer, name)};
    assertion.value = value;
    out.push_back(std::move(assertion));
  }

  void add_list(const JsonValue& source, const char* name, Keyword keyword, const std::string& pointer, std::vector<Assertion>& out) {
    const JsonValue* value = source.find(name);
    if (value == nullptr) return;
    if (!value->is(JsonKind::List)) fail(json_pointer_to(pointer, name), "expected a list");
    add_value(keyword, name, *value, pointer, out);
  }

  void add_pattern(const std::string& text, std::uint32_t node, Assertion& assertion) {
    auto pattern = Pattern::compile(text);
    if (!pattern.ok()) return fail(assertion.pointer, pattern.error().detail);
    assertion.patterns.emplace_back(std::move(pattern).value(), node);
  }

  void add_single(const JsonValue& source, const char* name, Keyword keyword, std::uint32_t resource, const std::string& pointer, std::vector<Assertion>& out) {
    const JsonValue* value = source.find(name);
    if (value == nullptr) return;
    Assertion assertion{keyword, json_pointer_to(pointer, name)};
    assertion.nodes = {compile_node(*value, resource, assertion.pointer)};
    if (keyword >= Keyword::UnevaluatedItems) schema_.tracks_evaluated_ = true;
    out.push_back(std::move(assertion));
  }

  // Whether or not something refers to them: a schema with a broken definition is none.
  void compile_definitions(const JsonValue& source, std::uint32_t resource, const std::string& pointer) {
    for (const char* name : {"$defs", "definitions"}) {
      const JsonValue* map = source.find(name);
      if (map == nullptr) continue;
      for (const auto& [member, value] : map->members()) compile_node(value, resource, json_pointer_to(json_pointer_to(pointer, name), member));
    }
  }

  void compile_members(const JsonValue& source, std::uint32_t resource, const std::string& pointer, std::vector<Assertion>& out) {
    const JsonValue* named = source.find("properties");
    const JsonValue* patterns = source.find("patternProperties");
    const JsonValue* others = source.find("additionalProperties");
    if (named == nullptr && patterns == nullptr && others == nullptr) return;
    Assertion assertion{Keyword::Members, pointer};
    for (const auto* map : {named, patterns}) {
      if (map != nullptr && !map->is(JsonKind::Object)) return fail(pointer, "properties are an object");
    }
    if (named != nullptr) {
      for (const auto& [name, value] : named->members()) {
        assertion.names.push_back(name);
        assertion.nodes.push_back(compile_node(value, resource, json_pointer_to(json_pointer_to(pointer, "properties"), name)));
      }
    }
    if (patterns != nullptr) {
      for (const auto& [name, value] : patterns->members()) {
        const std::string place = json_pointer_to(json_pointer_to(pointer, "patternProperties"), name);
        add_pattern(name, compile_node(value, resource, place), assertion);
      }
    }
    assertion.number = others == nullptr ? 0 : 1;
    if (others != nullptr) assertion.rest = compile_node(*others, resource, json_pointer_to(pointer, "additionalProperties"));
    out.push_back(std::move(assertion));
  }

  void compile_items(const JsonValue& source, std::uint32_t resource, const std::string& pointer, bool is_draft7, std::vector<Assertion>& out) {
    const JsonValue* items = source.find("items");
    const bool is_tuple = is_draft7 && items != nullptr && items->is(JsonKind::List);
    const JsonValue* first = is_draft7 ? (is_tuple ? items : nullptr) : source.find("prefixItems");
    const char* rest_name = is_tuple ? "additionalItems" : "items";
    const JsonValue* rest = is_tuple ? source.find("additionalItems") : items;
    if (first != nullptr || rest != nullptr) {
      Assertion assertion{Keyword::Items, pointer};
      for (std::size_t i = 0; first != nullptr && i < first->items().size(); ++i) {
        const std::string place = json_pointer_to(json_pointer_to(pointer, is_draft7 ? "items" : "prefixItems"), std::to_string(i));
        assertion.nodes.push_back(compile_node(first->items()[i], resource, place));
      }
      assertion.number = rest == nullptr ? 0 : 1;
      if (rest != nullptr) assertion.rest = compile_node(*rest, resource, json_pointer_to(pointer, rest_name));
      out.push_back(std::move(assertion));
    }
    const JsonValue* contained = source.find("contains");
    if (contained == nullptr) return;
    Assertion assertion{Keyword::Contains, json_pointer_to(pointer, "contains")};
    const JsonValue* least = is_draft7 ? nullptr : source.find("minContains");
    const JsonValue* most = is_draft7 ? nullptr : source.find("maxContains");
    assertion.number = least == nullptr ? 1 : least->as_number();
    assertion.most = most == nullptr ? 1e300 : most->as_number();
    assertion.nodes = {compile_node(*contained, resource, assertion.pointer)};
    // In draft-07 what is contained does not count as evaluated; there is nothing that asks.
    out.push_back(std::move(assertion));
  }

  void compile_condition(const JsonValue& source, std::uint32_t resource, const std::string& pointer, std::vector<Assertion>& out) {
    const JsonValue* condition = source.find("if");
    if (condition == nullptr) return;
    Assertion assertion{Keyword::If, json_pointer_to(pointer, "if")};
    assertion.nodes = {compile_node(*condition, resource, assertion.pointer), 0, 0};
    if (const JsonValue* then = source.find("then")) assertion.nodes[1] = compile_node(*then, resource, json_pointer_to(pointer, "then"));
    if (const JsonValue* otherwise = source.find("else")) assertion.nodes[2] = compile_node(*otherwise, resource, json_pointer_to(pointer, "else"));
    out.push_back(std::move(assertion));
  }

  // "dependencies" of draft-07 is both of what came after it.
  void compile_dependencies(const JsonValue& source, std::uint32_t resource, const std::string& pointer, std::vector<Assertion>& out) {
    for (const char* name : {"dependentSchemas", "dependencies"}) {
      const JsonValue* map = source.find(name);
      if (map == nullptr) continue;
      Assertion assertion{Keyword::DependentSchemas, json_pointer_to(pointer, name)};
      std::vector<JsonValue::Member> lists;
      for (const auto& [member, value] : map->members()) {
        if (value.is(JsonKind::List)) {
          lists.emplace_back(member, value);
          continue;
        }
        assertion.names.push_back(member);
        assertion.nodes.push_back(compile_node(value, resource, json_pointer_to(assertion.pointer, member)));
      }
      out.push_back(std::move(assertion));
      if (!lists.empty()) add_value(Keyword::DependentRequired, name, JsonValue::object(std::move(lists)), pointer, out);
    }
  }

  void compile_reference(const JsonValue& source, const char* name, std::uint32_t resource, const std::string& pointer, std::vector<Assertion>& out) {
    const JsonValue* value = source.find(name);
    if (value == nullptr || !follows_references_) return;
    const bool is_dynamic = name == std::string_view("$dynamicRef");
    Assertion assertion{is_dynamic ? Keyword::DynamicRef : Keyword::Ref, json_pointer_to(pointer, name)};
    const std::string& reference = value->as_text();
    if (!value->is(JsonKind::Text)) return fail(assertion.pointer, "expected a reference");
    const SchemaPlace place = documents_.find(reference, resource);
    if (place.schema == nullptr && is_meta_schema(reference)) {
      assertion.keyword = Keyword::IsSchema;
      assertion.number = reference.find("draft-07") == std::string::npos ? 1 : 0;
      return out.push_back(std::move(assertion));
    }
    if (place.schema == nullptr) return fail(assertion.pointer, "the reference leads nowhere: " + reference);
    const std::size_t hash = reference.find('#');
    const std::string anchor = hash == std::string::npos ? std::string() : reference.substr(hash + 1);
    const JsonValue* target_anchor = place.schema->find("$dynamicAnchor");
    if (is_dynamic && target_anchor != nullptr && target_anchor->as_text() == anchor) assertion.anchor = anchor;
    assertion.nodes = {compile_node(*place.schema, place.resource, place.pointer)};
    out.push_back(std::move(assertion));
  }

  Schema& schema_;
  SchemaDocuments documents_;
  std::map<std::pair<const JsonValue*, std::uint32_t>, std::uint32_t> nodes_;
  bool follows_references_ = true;
  std::optional<std::pair<std::string, std::string>> fault_;
};

Result<Schema> Schema::compile(const JsonValue& source, const SchemaOptions& options, std::string where) {
  Schema schema;
  if (auto fault = SchemaCompiler(schema, options).compile(source, true)) {
    return Error{ErrorKind::MalformedData, where + "#" + fault->first, fault->second, NextStep::ContactOffice};
  }
  return schema;
}

bool is_schema(const JsonValue& value, SchemaDialect dialect) {
  Schema schema;
  SchemaOptions options;
  options.dialect = dialect;
  return !SchemaCompiler(schema, options).compile(value, false);
}

}  // namespace stadttor::forms
