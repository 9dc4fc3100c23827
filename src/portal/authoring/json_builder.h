// Builds JSON values while the parser reads, to notice what a finished value no longer shows: keys written twice and
// nesting too deep for the readers.
#pragma once

#include <string>
#include <vector>

#include "portal/authoring/json_value.h"

namespace stadttor::portal::authoring {

class JsonBuilder : public nlohmann::json_sax<Json> {
 public:
  static constexpr std::size_t kDeepest = 32;

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t&) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override;
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override;

  Json take() { return std::move(root_); }
  const std::vector<std::string>& repeated_keys() const { return repeated_keys_; }  // as JSON Pointers
  bool is_too_deep() const { return is_too_deep_; }
  bool is_broken_utf8() const { return is_broken_utf8_; }
  std::size_t error_position() const { return error_position_; }  // bytes read when the error was met

 private:
  struct Frame {
    Json container;
    std::string key;
    bool is_repeated = false;
  };

  bool add(Json value);
  bool open(Json container);
  bool close();
  std::string pointer() const;

  Json root_;
  std::vector<Frame> frames_;
  std::vector<std::string> repeated_keys_;
  std::size_t error_position_ = 0;
  bool is_too_deep_ = false;
  bool is_broken_utf8_ = false;
};

}  // namespace stadttor::portal::authoring
