#include "forms/schema/schema_documents.h"

#include <algorithm>

#include "forms/schema/uri_reference.h"

namespace stadttor::forms {

namespace {

constexpr std::string_view kDraft7 = "http://json-schema.org/draft-07/schema";
constexpr std::string_view kDraft202012 = "https://json-schema.org/draft/2020-12/schema";

// Keywords whose value is a schema, a list or an object of schemas.
constexpr std::string_view kSchemaKeywords[] = {
    "additionalItems", "additionalProperties", "contains", "not", "if", "then", "else", "propertyNames", "unevaluatedItems", "unevaluatedProperties",
    "items", "contentSchema", "allOf", "anyOf", "oneOf", "prefixItems"};
constexpr std::string_view kSchemaMapKeywords[] = {"properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "dependencies"};

template <class List>
bool contains(const List& list, std::string_view name) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

std::string text_in(const JsonValue& schema, std::string_view name) {
  const JsonValue* found = schema.find(name);
  return found == nullptr ? std::string() : found->as_text();
}

}  // namespace

SchemaPlace SchemaDocuments::add(const JsonValue& document, const std::string& uri) {
  documents_.push_back(document);
  SchemaResource resource{uri, options_.dialect};
  resource.checks_formats = options_.checks_formats;
  resource.root = &documents_.back();
  resources_.push_back(std::move(resource));
  const std::uint32_t number = size() - 1;
  read_dialect(documents_.back(), resources_.back());
  index(documents_.back(), number, "");
  return {&documents_.back(), resource_of(documents_.back(), number), ""};
}

void SchemaDocuments::read_dialect(const JsonValue& schema, SchemaResource& resource) {
  const std::string address = split_uri(text_in(schema, "$schema")).address;
  if (address.empty()) return;
  if (address == kDraft7) resource.dialect = SchemaDialect::Draft7;
  if (address == kDraft202012) resource.dialect = SchemaDialect::Draft202012;
  if (address == kDraft7 || address == kDraft202012 || !options_.find_document) return;
  const auto meta = options_.find_document(address);
  const JsonValue* vocabularies = meta ? meta->find("$vocabulary") : nullptr;
  if (vocabularies == nullptr) return;
  resource.has_validation = vocabularies->find("https://json-schema.org/draft/2020-12/vocab/validation") != nullptr;
  if (vocabularies->find("https://json-schema.org/draft/2020-12/vocab/format-assertion") != nullptr) resource.checks_formats = true;
}

std::uint32_t SchemaDocuments::resource_of(const JsonValue& schema, std::uint32_t around) const {
  const auto found = beginnings_.find(&schema);
  return found == beginnings_.end() ? around : found->second;
}

// Where "$id" names one: a resource of its own, unless the document begins with it.
std::uint32_t SchemaDocuments::begin_resource(const JsonValue& schema, std::uint32_t around, const std::string& pointer) {
  const bool is_draft7 = resources_[around].dialect == SchemaDialect::Draft7;
  if (is_draft7 && schema.find("$ref") != nullptr) return around;
  const std::string id = text_in(schema, "$id");
  if (id.empty()) return around;
  const SplitUri split = split_uri(resolved_uri(resources_[around].uri, id));
  std::uint32_t number = around;
  if (id.front() != '#' && split.address != resources_[around].uri) {
    SchemaResource resource{split.address, resources_[around].dialect, resources_[around].has_validation, resources_[around].checks_formats, &schema, pointer};
    read_dialect(schema, resource);
    resources_.push_back(std::move(resource));
    number = size() - 1;
    beginnings_.emplace(&schema, number);
  }
  if (is_draft7 && !split.fragment.empty()) resources_[number].anchors.emplace(split.fragment, &schema);
  return number;
}

void SchemaDocuments::index(const JsonValue& schema, std::uint32_t around, const std::string& pointer) {
  if (!schema.is(JsonKind::Object)) return;
  const std::uint32_t number = begin_resource(schema, around, pointer);
  if (resources_[number].dialect != SchemaDialect::Draft7) {
    if (const std::string anchor = text_in(schema, "$anchor"); !anchor.empty()) resources_[number].anchors.emplace(anchor, &schema);
    if (const std::string anchor = text_in(schema, "$dynamicAnchor"); !anchor.empty()) {
      resources_[number].anchors.emplace(anchor, &schema);
      resources_[number].dynamic_anchors.push_back(anchor);
    }
  }
  for (const auto& [name, value] : schema.members()) {
    const std::string place = json_pointer_to(pointer, name);
    if (contains(kSchemaKeywords, name)) {
      index(value, number, place);
      for (std::size_t i = 0; i < value.items().size(); ++i) index(value.items()[i], number, json_pointer_to(place, std::to_string(i)));
    } else if (contains(kSchemaMapKeywords, name)) {
      for (const auto& [member, part] : value.members()) index(part, number, json_pointer_to(place, member));
    }
  }
}

SchemaPlace SchemaDocuments::find(const std::string& reference, std::uint32_t from) {
  const SplitUri split = split_uri(resolved_uri(resources_[from].uri, reference));
  const auto find_resource = [this, &split] {
    std::uint32_t number = 0;
    while (number < size() && resources_[number].uri != split.address) ++number;
    return number;
  };
  std::uint32_t number = split.address == resources_[from].uri ? from : find_resource();
  if (number == size() && options_.find_document) {
    if (const auto document = options_.find_document(split.address)) add(*document, split.address);
    number = find_resource();
  }
  if (number == size()) return {};
  if (split.fragment.empty()) return {resources_[number].root, resource_of(*resources_[number].root, number), resources_[number].pointer};
  if (split.fragment.front() == '/') return find_pointer(number, std::string_view(split.fragment).substr(1));
  const auto anchor = resources_[number].anchors.find(split.fragment);
  if (anchor == resources_[number].anchors.end()) return {};
  return {anchor->second, resource_of(*anchor->second, number), "#" + split.fragment};
}

SchemaPlace SchemaDocuments::find_pointer(std::uint32_t number, std::string_view pointer) const {
  SchemaPlace place{resources_[number].root, number, resources_[number].pointer};
  while (true) {
    const std::size_t slash = pointer.find('/');
    std::string name;
    for (std::size_t i = 0; i < std::min(slash, pointer.size()); ++i) {
      const bool is_escape = pointer[i] == '~' && i + 1 < pointer.size();
      name.push_back(is_escape ? (pointer[++i] == '1' ? '/' : '~') : pointer[i]);
    }
    const JsonValue* next = place.schema->find(name);
    if (place.schema->is(JsonKind::List)) {
      std::size_t index = 0;
      for (const char digit : name) index = digit >= '0' && digit <= '9' && index < 100000 ? index * 10 + static_cast<std::size_t>(digit - '0') : 1000000;
      next = !name.empty() && index < place.schema->items().size() ? &place.schema->items()[index] : nullptr;
    }
    if (next == nullptr) return {};
    place = {next, resource_of(*next, place.resource), json_pointer_to(place.pointer, name)};
    if (slash == std::string_view::npos) return place;
    pointer.remove_prefix(slash + 1);
  }
}

}  // namespace stadttor::forms
