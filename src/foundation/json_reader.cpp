#include "foundation/json_reader.h"

#include <nlohmann/json.hpp>
#include <optional>

namespace stadttor {

using Json = nlohmann::json;

struct JsonDocument::Content {
  Json json;
  std::string where;
  std::optional<Error> error;
};

namespace {

const Json& json_at(const void* value) { return *static_cast<const Json*>(value); }

const Json* find_member(const void* value, std::string_view name) {
  if (value == nullptr || !json_at(value).is_object()) return nullptr;
  const auto found = json_at(value).find(std::string(name));
  return found == json_at(value).end() ? nullptr : &*found;
}

JsonValue value_from(const Json& json) {
  switch (json.type()) {
    case Json::value_t::boolean: return JsonValue::boolean(json.get<bool>());
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
    case Json::value_t::number_float: return JsonValue::number(json.get<double>());
    case Json::value_t::string: return JsonValue::text(json.get_ref<const std::string&>());
    case Json::value_t::array: {
      std::vector<JsonValue> items;
      for (const Json& item : json) items.push_back(value_from(item));
      return JsonValue::list(std::move(items));
    }
    case Json::value_t::object: {
      std::vector<JsonValue::Member> members;
      for (auto at = json.begin(); at != json.end(); ++at) members.emplace_back(at.key(), value_from(at.value()));
      return JsonValue::object(std::move(members));
    }
    default: return {};
  }
}

// The library's own parser recurses into no exception, but deep nesting would eat the stack.
bool is_too_deep(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') {
        ++i;
      } else if (c == '"') {
        in_string = false;
      }
      continue;
    }
    if (c == '"') in_string = true;
    if ((c == '{' || c == '[') && ++depth > 64) return true;
    if (c == '}' || c == ']') --depth;
  }
  return false;
}

}  // namespace

JsonDocument::JsonDocument(std::unique_ptr<Content> content) : content_(std::move(content)) {}
JsonDocument::JsonDocument(JsonDocument&&) noexcept = default;
JsonDocument& JsonDocument::operator=(JsonDocument&&) noexcept = default;
JsonDocument::~JsonDocument() = default;

Result<JsonDocument> JsonDocument::parse(std::string_view text, std::string where) {
  if (is_too_deep(text)) return Error{ErrorKind::MalformedData, where, "JSON nested deeper than 64 levels", NextStep::TryAgain};
  auto content = std::make_unique<Content>();
  // The library takes a null byte for the end and would pass over what follows.
  if (text.find('\0') == std::string_view::npos) {
    content->json = Json::parse(text, nullptr, false);
  } else {
    content->json = Json(Json::value_t::discarded);
  }
  if (content->json.is_discarded()) {
    return Error{ErrorKind::MalformedData, where, "not valid JSON in UTF-8 (perhaps truncated)", NextStep::TryAgain};
  }
  content->where = std::move(where);
  return JsonDocument(std::move(content));
}

JsonReader JsonDocument::root() { return JsonReader(content_.get(), &content_->json, ""); }

const Error* JsonDocument::first_error() const { return content_->error ? &*content_->error : nullptr; }

Outcome JsonDocument::finish() const {
  if (content_->error) return *content_->error;
  return Done{};
}

void JsonReader::report(std::string_view name, std::string detail) {
  if (content_->error) return;
  const std::string pointer = name.empty() ? pointer_ : json_pointer_to(pointer_, name);
  content_->error = Error{ErrorKind::MalformedData, content_->where + "#" + pointer, std::move(detail), NextStep::TryAgain};
}

std::string JsonReader::required_text(std::string_view name) {
  const Json* found = find_member(value_, name);
  if (found != nullptr && found->is_string()) return found->get_ref<const std::string&>();
  report(name, found == nullptr ? "missing; expected text" : "expected text");
  return {};
}

std::string JsonReader::text_or(std::string_view name, std::string_view otherwise) {
  const Json* found = find_member(value_, name);
  if (found == nullptr) return std::string(otherwise);
  if (found->is_string()) return found->get_ref<const std::string&>();
  report(name, "expected text");
  return std::string(otherwise);
}

double JsonReader::required_number(std::string_view name) {
  const Json* found = find_member(value_, name);
  if (found != nullptr && found->is_number()) return found->get<double>();
  report(name, found == nullptr ? "missing; expected a number" : "expected a number");
  return 0;
}

double JsonReader::number_or(std::string_view name, double otherwise) {
  const Json* found = find_member(value_, name);
  if (found == nullptr) return otherwise;
  if (found->is_number()) return found->get<double>();
  report(name, "expected a number");
  return otherwise;
}

bool JsonReader::flag_or(std::string_view name, bool otherwise) {
  const Json* found = find_member(value_, name);
  if (found == nullptr) return otherwise;
  if (found->is_boolean()) return found->get<bool>();
  report(name, "expected true or false");
  return otherwise;
}

bool JsonReader::has(std::string_view name) const { return find_member(value_, name) != nullptr; }

void JsonReader::each(std::string_view name, const std::function<void(JsonReader)>& visit) {
  const Json* found = find_member(value_, name);
  if (found == nullptr) return;
  if (!found->is_array()) return report(name, "expected a list");
  const std::string base = json_pointer_to(pointer_, name);
  for (std::size_t i = 0; i < found->size(); ++i) {
    visit(JsonReader(content_, &(*found)[i], base + "/" + std::to_string(i)));
  }
}

void JsonReader::each_member(std::string_view name, const std::function<void(const std::string&, JsonReader)>& visit) {
  const Json* found = name.empty() ? static_cast<const Json*>(value_) : find_member(value_, name);
  if (found == nullptr) return;
  if (!found->is_object()) return report(name, "expected an object");
  const std::string base = name.empty() ? pointer_ : json_pointer_to(pointer_, name);
  for (auto at = found->begin(); at != found->end(); ++at) {
    visit(at.key(), JsonReader(content_, &at.value(), json_pointer_to(base, at.key())));
  }
}

std::vector<std::string> JsonReader::texts(std::string_view name) {
  std::vector<std::string> result;
  each(name, [&result](JsonReader element) { result.push_back(element.as_text()); });
  return result;
}

JsonReader JsonReader::member(std::string_view name) {
  const Json* found = find_member(value_, name);
  if (found != nullptr && !found->is_object() && !found->is_array()) {
    report(name, "expected an object");
    found = nullptr;
  }
  return JsonReader(content_, found, json_pointer_to(pointer_, name));
}

std::string JsonReader::as_text() {
  if (is_text()) return json_at(value_).get_ref<const std::string&>();
  report({}, "expected text");
  return {};
}

double JsonReader::as_number() {
  if (is_number()) return json_at(value_).get<double>();
  report({}, "expected a number");
  return 0;
}

bool JsonReader::is_number() const { return value_ != nullptr && json_at(value_).is_number(); }

bool JsonReader::is_text() const { return value_ != nullptr && json_at(value_).is_string(); }

bool JsonReader::is_array() const { return value_ != nullptr && json_at(value_).is_array(); }

std::size_t JsonReader::size() const { return is_array() ? json_at(value_).size() : 0; }

JsonReader JsonReader::at(std::size_t index) {
  const std::string pointer = pointer_ + "/" + std::to_string(index);
  if (index >= size()) return JsonReader(content_, nullptr, pointer);
  return JsonReader(content_, &json_at(value_)[index], pointer);
}

JsonValue JsonReader::as_value() const { return value_ == nullptr ? JsonValue() : value_from(json_at(value_)); }

JsonValue JsonReader::value_of(std::string_view name) const {
  const Json* found = find_member(value_, name);
  return found == nullptr ? JsonValue() : value_from(*found);
}

}  // namespace stadttor
