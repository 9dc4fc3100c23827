// What can be reported, and what a server asks about it: discovery, service types and their attributes (GeoReport v2, "Service
// Discovery", "GET Service List", "GET Service Definition").
#pragma once

#include <string>
#include <vector>

#include "protocols/open311/message.h"

namespace stadttor::protocols::open311 {

struct Endpoint {
  std::string specification;
  std::string url;
  bool is_production = false;
  std::vector<Format> formats;
};

struct Discovery {
  std::string contact;
  std::string key_service;
  std::vector<Endpoint> endpoints;
};

// When a report gets its id: at once, later by a token, or never.
enum class Delivery : unsigned char { Realtime, Batch, Blackbox };

struct ServiceType {
  std::string code;
  std::string name;
  std::string description;
  std::string group;
  std::vector<std::string> keywords;
  Delivery delivery = Delivery::Realtime;
  bool has_definition = false;  // "metadata": attributes are asked for
};

enum class AttributeKind : unsigned char { Text, Number, DateTime, LongText, OneOfList, SeveralOfList };

struct AttributeValue {
  std::string key;
  std::string name;
};

struct Attribute {
  std::string code;
  AttributeKind kind = AttributeKind::Text;
  std::string question;  // "description"
  std::string hint;      // "datatype_description"
  std::vector<AttributeValue> values;
  int order = 0;
  bool is_asked = true;  // "variable": false is a text to be read
  bool is_required = false;
};

struct ServiceDefinition {
  std::string service_code;
  std::vector<Attribute> attributes;  // in their order
};

Result<Discovery> parse_discovery(Format format, const std::string& body, const std::string& where);
// The production endpoint of GeoReport v2 over https, one with JSON before others.
Result<Endpoint> choose_endpoint(const Discovery& discovery, const std::string& where);

Result<std::vector<ServiceType>> parse_service_types(Format format, const std::string& body, const std::string& where);
Result<ServiceDefinition> parse_service_definition(Format format, const std::string& body, const std::string& where);

}  // namespace stadttor::protocols::open311
