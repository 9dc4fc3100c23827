// Between the HTTP library and our own exchange: which header fields are kept, how much of a body is read, how an
// answer is written. Included by server.cpp alone.
#pragma once

#include <httplib.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "programs/city/exchange.h"
#include "programs/city/site/security_headers.h"

namespace stadttor::city_server {

// What is read and thrown away of a body that is too large, so that the sender is still there to read the refusal.
inline constexpr std::size_t kDrainLimit = 8 * 1024 * 1024;  // bytes
// Of any body whatsoever, with what is thrown away: the largest sealed attachment fits in.
inline constexpr std::size_t kLongestBody = 32 * 1024 * 1024;  // bytes

enum class AfterAnswer : unsigned char { KeepOpen, Close };
// What is read of a request's body.
struct BodyRules {
  std::size_t limit;  // bytes
  FormFiles files = FormFiles::Refused;
};

enum class BodyRest : unsigned char { None, Unread };

bool may_have_body(std::string_view method);
bool announces_body(const httplib::Request& request);
std::uint64_t announced_body_size(const httplib::Request& request);

// Everything but the body.
IncomingRequest incoming_from(const httplib::Request& request);

// Reads as many bytes as the rules allow, unpacked, into the request; says whether bytes are left on the connection.
BodyRest read_body(const httplib::Request& request, const httplib::ContentReader& content, BodyRules rules,
                   IncomingRequest& incoming);

// Encrypted when a proxy in front says so; the server itself speaks plain HTTP only.
Transport transport_of(const httplib::Request& request);

// Keeps the library from cutting ranges out of the answer (the site's files are small, so every answer is the whole
// one, as RFC 9110 section 14.2 allows) and from compressing it once more.
void keep_answer_as_written(const httplib::Request& request);

void write_answer(Answer answer, AfterAnswer after, httplib::Response& response);

}  // namespace stadttor::city_server
