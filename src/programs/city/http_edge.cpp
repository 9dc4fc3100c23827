#include "programs/city/http_edge.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <string>

#include "programs/city/api/problem.h"
#include "programs/city/site/weighted_list.h"
#include "programs/city/utc_time.h"

namespace stadttor::city_server {

namespace {

constexpr std::size_t kMostParts = 200;

}  // namespace

bool may_have_body(std::string_view method) {
  return method == "POST" || method == "PUT" || method == "PATCH" || method == "DELETE";
}

std::uint64_t announced_body_size(const httplib::Request& request) {
  const std::string text = request.get_header_value("Content-Length");
  std::uint64_t size = 0;
  std::from_chars(text.data(), text.data() + text.size(), size);
  return size;
}

bool announces_body(const httplib::Request& request) {
  return request.has_header("Transfer-Encoding") || announced_body_size(request) > 0;
}

namespace {

// Behind a proxy of the same machine everybody would be one and the same client; the proxy's last word names the real one.
std::string client_address_of(const httplib::Request& request) {
  const std::string forwarded = request.get_header_value("X-Forwarded-For");
  const bool is_local = request.remote_addr == "127.0.0.1" || request.remote_addr == "::1";
  if (!is_local || forwarded.empty()) return request.remote_addr;
  const std::size_t comma = forwarded.rfind(',');
  return forwarded.substr(comma == std::string::npos ? 0 : forwarded.find_first_not_of(' ', comma + 1));
}

}  // namespace

IncomingRequest incoming_from(const httplib::Request& request) {
  IncomingRequest incoming;
  incoming.method = request.method;
  incoming.path = request.path;
  incoming.accept_encoding = request.get_header_value("Accept-Encoding");
  incoming.accept_language = request.get_header_value("Accept-Language");
  incoming.content_type = request.get_header_value("Content-Type");
  incoming.if_none_match = request.get_header_value("If-None-Match");
  incoming.authorization = request.get_header_value("Authorization");
  incoming.origin = request.get_header_value("Origin");
  incoming.host = request.get_header_value("Host");
  incoming.cookie = request.get_header_value("Cookie");
  incoming.fetch_site = request.get_header_value("Sec-Fetch-Site");
  incoming.is_encrypted = transport_of(request) == Transport::Encrypted;
  incoming.idempotency_key = request.get_header_value("Idempotency-Key");
  incoming.client_address = client_address_of(request);
  incoming.query.assign(request.params.begin(), request.params.end());
  return incoming;
}

namespace {

// A form's parts, all of them together within the limit.
BodyRest read_parts(const httplib::ContentReader& content, std::size_t limit, std::size_t drain_limit, IncomingRequest& incoming) {
  std::size_t received = 0;
  const auto begin_part = [&](const auto& header) {
    received += header.name.size() + header.filename.size();
    if (incoming.parts.size() == kMostParts) return false;
    incoming.parts.push_back({header.name, header.filename, header.content_type, {}});
    return true;
  };
  const auto add_bytes = [&](const char* bytes, std::size_t count) {
    received += count;
    if (received <= limit) {
      incoming.parts.back().bytes.append(bytes, count);
      return true;
    }
    incoming.body_state = BodyState::TooLarge;
    for (FormPart& part : incoming.parts) part.bytes.clear();
    return received <= drain_limit;
  };
  const bool complete = content(begin_part, add_bytes);
  // Broken off in the middle, or more parts than any form has.
  if (!complete) incoming.parts.clear();
  return complete ? BodyRest::None : BodyRest::Unread;
}

}  // namespace

BodyRest read_body(const httplib::Request& request, const httplib::ContentReader& content, BodyRules rules,
                   IncomingRequest& incoming) {
  const std::size_t limit = rules.limit;
  if (!announces_body(request)) return BodyRest::None;
  incoming.body_state = BodyState::Read;
  const std::size_t drain_limit = std::max(kDrainLimit, limit + limit / 2);
  if (announced_body_size(request) > drain_limit) {
    incoming.body_state = BodyState::TooLarge;
    return BodyRest::Unread;
  }
  // Where no form with files is taken, the content type alone refuses it, unread.
  if (request.is_multipart_form_data() && rules.files == FormFiles::Refused) return BodyRest::Unread;
  if (request.is_multipart_form_data()) return read_parts(content, limit, drain_limit, incoming);

  std::size_t received = 0;
  const bool complete = content([&](const char* bytes, std::size_t count) {
    received += count;
    if (received > limit) {
      incoming.body_state = BodyState::TooLarge;
      incoming.body.clear();
      return received <= drain_limit;
    }
    incoming.body.append(bytes, count);
    return true;
  });
  return complete ? BodyRest::None : BodyRest::Unread;
}

Transport transport_of(const httplib::Request& request) {
  const std::string scheme = request.get_header_value("X-Forwarded-Proto");
  return equals_ignoring_case(scheme, "https") ? Transport::Encrypted : Transport::Plain;
}

void keep_answer_as_written(const httplib::Request& request) {
  // Because: the library has no switch for either. The request behind the reference is its own and not const.
  auto& changeable = const_cast<httplib::Request&>(request);
  changeable.ranges.clear();
  changeable.headers.erase("Accept-Encoding");
}

void write_answer(Answer answer, AfterAnswer after, httplib::Response& response) {
  response.status = answer.status;
  response.headers.clear();
  for (const auto& [name, value] : answer.headers) response.set_header(name, value);
  response.set_header("Date", http_date_now());
  response.set_header("Accept-Ranges", "none");
  if (!answer.content_type.empty()) response.set_header("Content-Type", answer.content_type);
  if (after == AfterAnswer::KeepOpen || answer.body.empty()) {
    response.body = std::move(answer.body);
    return;
  }
  // A provider that gives up after its last byte is the only way to make the library close the connection.
  response.set_header("Connection", "close");
  response.headers.erase("Content-Type");
  const auto body = std::make_shared<const std::string>(std::move(answer.body));
  response.set_content_provider(body->size(), answer.content_type,
                                [body](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                                  sink.write(body->data() + offset, length);
                                  return false;
                                });
}

}  // namespace stadttor::city_server
