// Writes JSON piece by piece, in the order it is told; commas and escapes are its affair. Reading is json_reader.h's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stadttor {

class JsonWriter {
 public:
  JsonWriter& begin_object() { return begin('{'); }
  JsonWriter& end_object() { return end('}'); }
  JsonWriter& begin_list() { return begin('['); }
  JsonWriter& end_list() { return end(']'); }

  // The name of the next value.
  JsonWriter& name(std::string_view name);
  JsonWriter& text(std::string_view value);
  JsonWriter& number(std::int64_t value);
  JsonWriter& flag(bool value);

  JsonWriter& member(std::string_view key, std::string_view value) { return name(key).text(value); }
  // Left out where there is nothing to say.
  JsonWriter& optional_member(std::string_view key, std::string_view value) { return value.empty() ? *this : member(key, value); }

  std::string take() { return std::move(json_); }

 private:
  JsonWriter& begin(char bracket);
  JsonWriter& end(char bracket);
  void separate();
  void append_text(std::string_view value);

  std::string json_;
  bool needs_comma_ = false;
};

}  // namespace stadttor
