// The protected header of a JWE or JWS, reduced to this profile: a flat object of texts with known members. Whatever names a
// key (jwk, jku, x5u), asks for extensions (crit) or says a thing twice is refused.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"

namespace stadttor::protocols::jose {

struct ProtectedHeader {
  std::string algorithm;     // alg
  std::string encryption;    // enc, of a JWE
  std::string key_id;        // kid
  std::string type;          // typ
  std::string content_type;  // cty
};

enum class HeaderKind : unsigned char { Encryption, Signature };

// `segment` is the base64url text in front of the first dot.
Result<ProtectedHeader> read_protected_header(std::string_view segment, HeaderKind kind);
std::string text_from_header(const ProtectedHeader& header);

// The segments of a compact serialization, exactly `count` of them; none of them when there are more or fewer.
std::vector<std::string_view> segments_of(std::string_view compact, std::size_t count);

}  // namespace stadttor::protocols::jose
