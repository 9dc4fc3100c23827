#include "programs/city/open311/posted_form.h"

#include <algorithm>

#include "foundation/json_reader.h"
#include "foundation/json_writer.h"
#include "foundation/url.h"
#include "programs/city/site/weighted_list.h"

namespace stadttor::city_server::open311 {
namespace {

constexpr std::size_t kMostFields = 200;
constexpr std::string_view kUrlEncoded = "application/x-www-form-urlencoded";
constexpr std::string_view kMultipart = "multipart/form-data";

bool is_media_type(std::string_view content_type, std::string_view expected) {
  std::string_view bare = content_type.substr(0, content_type.find(';'));
  while (!bare.empty() && bare.back() == ' ') bare.remove_suffix(1);
  return equals_ignoring_case(bare, expected);
}

// The JSON reader takes nothing but UTF-8.
bool is_text(std::string_view value) { return JsonDocument::parse(JsonWriter().text(value).take(), "field").ok(); }

std::string plain_text(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') plain.push_back(c);
  }
  const std::size_t begin = plain.find_first_not_of(" \n\t");
  if (begin == std::string::npos) return {};
  return plain.substr(begin, plain.find_last_not_of(" \n\t") + 1 - begin);
}

NamedValues fields_of_body(std::string_view body) {
  NamedValues fields;
  while (!body.empty() && fields.size() <= kMostFields) {
    const std::string_view field = body.substr(0, body.find('&'));
    body.remove_prefix(std::min(field.size() + 1, body.size()));
    if (field.empty()) continue;
    const std::size_t equals = std::min(field.find('='), field.size());
    fields.emplace_back(percent_decoded(field.substr(0, equals)), percent_decoded(field.substr(std::min(equals + 1, field.size()))));
  }
  return fields;
}

}  // namespace

std::optional<PostedForm> read_posted_form(const IncomingRequest& request, Faults& faults) {
  PostedForm form;
  if (request.body_state == BodyState::TooLarge) {
    faults.push_back({413, "Die Meldung ist zu groß. Bitte verkleinern Sie das Foto auf höchstens 5 MiB. Es wurde nichts gespeichert."});
    return std::nullopt;
  }
  if (is_media_type(request.content_type, kMultipart)) {
    for (const FormPart& part : request.parts) {
      if (part.name == "media" && !part.bytes.empty()) {
        form.photo = part;
      } else if (part.file_name.empty()) {
        form.fields.emplace_back(part.name, part.bytes);
      }
    }
  } else if (is_media_type(request.content_type, kUrlEncoded)) {
    form.fields = fields_of_body(request.body);
  } else {
    faults.push_back({415, "Bitte senden Sie die Meldung als application/x-www-form-urlencoded, mit Foto als multipart/form-data."});
    return std::nullopt;
  }
  const bool is_readable = form.fields.size() <= kMostFields && std::all_of(form.fields.begin(), form.fields.end(), [](const auto& field) { return is_text(field.first) && is_text(field.second); });
  if (!is_readable) {
    faults.push_back({400, "Die Felder der Meldung sind kein UTF-8 oder mehr als " + std::to_string(kMostFields) + ". Es wurde nichts gespeichert."});
    return std::nullopt;
  }
  for (auto& field : form.fields) field.second = plain_text(field.second);
  return form;
}

}  // namespace stadttor::city_server::open311
