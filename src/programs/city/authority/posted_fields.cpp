#include "programs/city/authority/posted_fields.h"

#include <algorithm>

#include "foundation/json_reader.h"
#include "foundation/json_writer.h"
#include "foundation/url.h"

namespace stadttor::city_server::authority {
namespace {

constexpr std::size_t kMostFields = 100;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

// What goes into signed JSON later has to be UTF-8; the JSON reader takes nothing else.
bool is_text(std::string_view value) { return JsonDocument::parse(JsonWriter().text(value).take(), "field").ok(); }

}  // namespace

std::optional<PostedFields> PostedFields::parse(std::string_view body) {
  PostedFields posted;
  while (!body.empty()) {
    const std::string_view field = body.substr(0, body.find('&'));
    body.remove_prefix(std::min(field.size() + 1, body.size()));
    if (field.empty()) continue;
    if (posted.fields_.size() == kMostFields) return std::nullopt;
    const std::size_t equals = std::min(field.find('='), field.size());
    const std::string_view value = field.substr(std::min(equals + 1, field.size()));
    posted.fields_.emplace_back(percent_decoded(field.substr(0, equals)), percent_decoded(value));
    if (!is_text(posted.fields_.back().second)) return std::nullopt;
  }
  return posted;
}

bool PostedFields::has(std::string_view name) const {
  return std::any_of(fields_.begin(), fields_.end(), [name](const auto& field) { return field.first == name; });
}

std::string PostedFields::value(std::string_view name) const {
  for (const auto& [known, value] : fields_) {
    if (known == name) return std::string(trimmed(value));
  }
  return {};
}

std::string_view find_cookie(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const std::string_view pair = trimmed(header.substr(0, header.find(';')));
    header.remove_prefix(std::min(std::min(header.find(';'), header.size()) + 1, header.size()));
    if (pair.size() > name.size() && pair.substr(0, name.size()) == name && pair[name.size()] == '=') return pair.substr(name.size() + 1);
  }
  return {};
}

}  // namespace stadttor::city_server::authority
