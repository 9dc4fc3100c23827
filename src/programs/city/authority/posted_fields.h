// What a form without script sends, and the cookie that comes along: application/x-www-form-urlencoded (WHATWG URL, 5.1) and
// the Cookie field (RFC 6265, 4.2). What the fields mean is the pages' affair.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stadttor::city_server::authority {

class PostedFields {
 public:
  // Nothing for more fields than any page has, or for what is not UTF-8.
  static std::optional<PostedFields> parse(std::string_view body);

  // Without spaces at both ends; empty where the field was not sent. Of a name sent twice the first one counts.
  std::string value(std::string_view name) const;
  bool has(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

// Empty where there is none of that name.
std::string_view find_cookie(std::string_view header, std::string_view name);

}  // namespace stadttor::city_server::authority
