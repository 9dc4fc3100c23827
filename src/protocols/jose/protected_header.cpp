#include "protocols/jose/protected_header.h"

#include <algorithm>

#include "foundation/json_reader.h"
#include "protocols/jose/base64url.h"

namespace stadttor::protocols::jose {

namespace {

constexpr std::size_t kLongestHeader = 4096;

Error refused(const char* why) { return {ErrorKind::MalformedData, "JOSE header", why, NextStep::ContactOffice}; }

// Each member of an object has one colon outside of texts, so repeated ones, of which a reader sees only one, give themselves
// away.
std::size_t count_colons(std::string_view json) {
  std::size_t colons = 0;
  bool is_in_text = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (is_in_text && json[i] == '\\') {
      ++i;
    } else if (json[i] == '"') {
      is_in_text = !is_in_text;
    } else if (json[i] == ':' && !is_in_text) {
      ++colons;
    }
  }
  return colons;
}

std::string* place_of(ProtectedHeader& header, const std::string& name, HeaderKind kind) {
  if (name == "alg") return &header.algorithm;
  if (name == "kid") return &header.key_id;
  if (name == "typ") return &header.type;
  if (name == "cty") return &header.content_type;
  return name == "enc" && kind == HeaderKind::Encryption ? &header.encryption : nullptr;
}

void append_member(std::string& json, const char* name, const std::string& value) {
  if (value.empty()) return;
  json.append(json.size() > 1 ? ",\"" : "\"").append(name).append("\":\"").append(value).append("\"");
}

}  // namespace

Result<ProtectedHeader> read_protected_header(std::string_view segment, HeaderKind kind) {
  if (segment.size() > kLongestHeader) return refused("too long");
  const auto json = parse_base64url(segment);
  if (!json) return refused("not base64url");
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(*json, "JOSE header"));
  ProtectedHeader header;
  std::size_t members = 0;
  const char* fault = nullptr;
  document.root().each_member({}, [&](const std::string& name, JsonReader value) {
    ++members;
    std::string* place = place_of(header, name, kind);
    if (name == "zip") {
      fault = "compressed; compression tells lengths and hides bombs";
    } else if (place == nullptr || !value.is_text()) {
      fault = "a member that this profile does not have";
    } else {
      *place = value.as_text();
    }
  });
  TRY(document.finish());
  if (fault != nullptr) return refused(fault);
  if (count_colons(*json) != members) return refused("a member is there twice");
  if (header.algorithm.empty()) return refused("no algorithm");
  return header;
}

std::string text_from_header(const ProtectedHeader& header) {
  std::string json = "{";
  append_member(json, "alg", header.algorithm);
  append_member(json, "enc", header.encryption);
  append_member(json, "kid", header.key_id);
  append_member(json, "typ", header.type);
  append_member(json, "cty", header.content_type);
  return json.append("}");
}

std::vector<std::string_view> segments_of(std::string_view compact, std::size_t count) {
  std::vector<std::string_view> segments;
  if (static_cast<std::size_t>(std::count(compact.begin(), compact.end(), '.')) + 1 != count) return segments;
  for (std::size_t begin = 0; begin <= compact.size();) {
    const std::size_t end = std::min(compact.find('.', begin), compact.size());
    segments.push_back(compact.substr(begin, end - begin));
    begin = end + 1;
  }
  return segments;
}

}  // namespace stadttor::protocols::jose
