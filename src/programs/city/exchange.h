// One HTTP exchange as the city server's parts see it: a request that was read and an answer to be written. The
// HTTP library appears only in server.cpp, so everything below it is tested without a socket.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stadttor::city_server {

enum class BodyState : unsigned char { Absent, Read, TooLarge };
enum class FormFiles : unsigned char { Refused, Taken };

using NamedValues = std::vector<std::pair<std::string, std::string>>;

// The first value of that name, empty when absent.
inline std::string_view value_of(const NamedValues& values, std::string_view name) {
  for (const auto& [known, value] : values) {
    if (known == name) return value;
  }
  return {};
}

// One field or file of a form with files (RFC 7578).
struct FormPart {
  std::string name;
  std::string file_name;  // empty: a field
  std::string content_type;
  std::string bytes;
};

// Only the header fields that some part of the server decides by; the rest of the request is never kept.
struct IncomingRequest {
  std::string method;
  std::string path;  // percent-decoded, without the query
  std::string accept_encoding;
  std::string accept_language;
  std::string content_type;
  std::string if_none_match;
  std::string authorization;
  std::string origin;
  std::string host;
  std::string cookie;
  std::string fetch_site;      // Sec-Fetch-Site (W3C Fetch Metadata); empty from browsers that do not say
  bool is_encrypted = false;   // between the browser and the proxy in front
  std::string idempotency_key;  // of a post that may be repeated (IETF draft-ietf-httpapi-idempotency-key-header)
  std::string client_address;  // for limits alone: it is neither logged nor stored
  NamedValues query;           // percent-decoded
  NamedValues path_values;     // what stands for "{name}" in the route's path
  BodyState body_state = BodyState::Absent;
  std::string body;
  std::vector<FormPart> parts;  // of a form with files, where it is taken; the body is empty then
};

struct Answer {
  int status = 200;
  std::string content_type;
  NamedValues headers;
  std::string body;

  void add_header(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
  }

  // The first value of a header field in the spelling it was added with, empty when absent.
  std::string_view header(std::string_view name) const { return value_of(headers, name); }
};

}  // namespace stadttor::city_server
