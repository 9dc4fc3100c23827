// The schemas that are compiled together: each "$id" with its anchors, found by URI. Knows where subschemas stand, not what they mean.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "forms/schema/schema.h"

namespace stadttor::forms {

struct SchemaResource {
  std::string uri;
  SchemaDialect dialect = SchemaDialect::Draft202012;
  bool has_validation = true;    // its meta-schema's vocabularies
  bool checks_formats = false;
  const JsonValue* root = nullptr;
  std::string pointer = {};      // of the root in its document
  std::map<std::string, const JsonValue*> anchors = {};
  std::vector<std::string> dynamic_anchors = {};
};

struct SchemaPlace {
  const JsonValue* schema = nullptr;  // null: there is none
  std::uint32_t resource = 0;
  std::string pointer = {};
};

class SchemaDocuments {
 public:
  explicit SchemaDocuments(const SchemaOptions& options) : options_(options) {}

  SchemaPlace add(const JsonValue& document, const std::string& uri);
  // What `reference` means where it stands in this resource.
  SchemaPlace find(const std::string& reference, std::uint32_t from);

  const SchemaResource& resource(std::uint32_t number) const { return resources_[number]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(resources_.size()); }
  // The resource a subschema begins, or else the one it stands in.
  std::uint32_t resource_of(const JsonValue& schema, std::uint32_t around) const;

 private:
  void index(const JsonValue& schema, std::uint32_t resource, const std::string& pointer);
  std::uint32_t begin_resource(const JsonValue& schema, std::uint32_t around, const std::string& pointer);
  void read_dialect(const JsonValue& schema, SchemaResource& resource);
  SchemaPlace find_pointer(std::uint32_t resource, std::string_view pointer) const;

  const SchemaOptions& options_;
  std::deque<JsonValue> documents_;  // addresses of what is in them stay
  std::deque<SchemaResource> resources_;
  std::map<const JsonValue*, std::uint32_t> beginnings_;
};

}  // namespace stadttor::forms
