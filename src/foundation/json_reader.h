// Reads JSON without exceptions: each wrong or missing member leaves one sticky error with its JSON Pointer (RFC 6901),
// and reading goes on with empty values. The only door to the JSON library in the engine.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/json.h"
#include "foundation/result.h"

namespace stadttor {

class JsonReader;

class JsonDocument {
 public:
  // `where` names the source in errors: a file or URL. Broken UTF-8 is malformed JSON.
  static Result<JsonDocument> parse(std::string_view text, std::string where);

  JsonDocument(JsonDocument&&) noexcept;
  JsonDocument& operator=(JsonDocument&&) noexcept;
  ~JsonDocument();

  JsonReader root();
  // The first error met by readers of this document.
  const Error* first_error() const;
  Outcome finish() const;

 private:
  friend class JsonReader;
  struct Content;
  explicit JsonDocument(std::unique_ptr<Content> content);
  std::unique_ptr<Content> content_;
};

// A place in a document. Cheap to copy; the document outlives it.
class JsonReader {
 public:
  std::string required_text(std::string_view name);
  std::string text_or(std::string_view name, std::string_view otherwise);
  std::string optional_text(std::string_view name) { return text_or(name, {}); }
  double required_number(std::string_view name);
  double number_or(std::string_view name, double otherwise);
  bool flag_or(std::string_view name, bool otherwise);
  bool has(std::string_view name) const;

  // For an object member or an array; missing optional ones yield nothing.
  void each(std::string_view name, const std::function<void(JsonReader)>& visit);
  void each_member(std::string_view name, const std::function<void(const std::string&, JsonReader)>& visit);
  std::vector<std::string> texts(std::string_view name);
  // An object, or an empty place (whose reads yield empty values) where there is none.
  JsonReader member(std::string_view name);

  // This place itself, and as an array.
  std::string as_text();
  double as_number();
  bool is_text() const;
  bool is_number() const;
  bool is_array() const;
  bool exists() const { return value_ != nullptr; }
  std::size_t size() const;
  JsonReader at(std::size_t index);
  // All that stands here, whatever it is; null for an empty place.
  JsonValue as_value() const;
  JsonValue value_of(std::string_view name) const;

  std::string pointer() const { return pointer_; }
  void report(std::string_view name, std::string detail);

 private:
  friend class JsonDocument;
  JsonReader(JsonDocument::Content* content, const void* value, std::string pointer)
      : content_(content), value_(value), pointer_(std::move(pointer)) {}

  JsonDocument::Content* content_;
  const void* value_;  // a value of the library, or null
  std::string pointer_;
};

}  // namespace stadttor
