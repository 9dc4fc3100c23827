#include "services/report_defect/report_draft.h"

#include <array>

#include "foundation/json_reader.h"
#include "foundation/json_writer.h"

namespace stadttor::services::report_defect {

namespace {

using Text = Personal<std::string>;
using Values = std::vector<std::string>;

// In the order of PlaceWay.
constexpr std::array<std::string_view, 4> kWays = {"address", "object", "here", "point"};

struct KeptText {
  std::string_view name;
  Text ReportEntries::*text;
};
constexpr KeptText kTexts[] = {
    {"street", &ReportEntries::street},          {"house", &ReportEntries::house_number},    {"placeNote", &ReportEntries::place_note},
    {"object", &ReportEntries::object},          {"here", &ReportEntries::here},             {"point", &ReportEntries::point},
    {"words", &ReportEntries::words},            {"description", &ReportEntries::description}, {"firstName", &ReportEntries::first_name},
    {"lastName", &ReportEntries::last_name},     {"email", &ReportEntries::email},           {"phone", &ReportEntries::phone},
};

PlaceWay way_named(std::string_view name) {
  for (std::size_t at = 0; at < kWays.size(); ++at) {
    if (kWays[at] == name) return static_cast<PlaceWay>(at);
  }
  return PlaceWay::Address;
}

}  // namespace

Personal<std::string> draft_from(const ReportEntries& entries) {
  JsonWriter json;
  json.begin_object().member("way", kWays[static_cast<std::size_t>(entries.way)]);
  for (const KeptText& kept : kTexts) json.optional_member(kept.name, (entries.*kept.text).reveal<"kept in the vault until the report is sent">());
  json.optional_member("serviceCode", entries.service_code).optional_member("objectKind", entries.object_kind).optional_member("replaced", entries.replaced);
  json.optional_member("photo", entries.photo);
  if (entries.wants_answer) json.optional_member("wantsAnswer", "yes");
  json.name("values").begin_list();
  for (const auto& [code, values] : entries.values) {
    json.begin_object().member("code", code).name("values").begin_list();
    for (const std::string& value : values.reveal<"kept in the vault until the report is sent">()) json.text(value);
    json.end_list().end_object();
  }
  json.end_list().end_object();
  return Text(json.take());
}

Result<ReportEntries> read_report_draft(const Personal<std::string>& text) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(text.reveal<"read back from the citizen's own vault">(), "draft of a report"));
  JsonReader root = document.root();
  ReportEntries entries;
  entries.way = way_named(root.optional_text("way"));
  for (const KeptText& kept : kTexts) entries.*kept.text = Text(root.optional_text(kept.name));
  entries.service_code = root.optional_text("serviceCode");
  entries.object_kind = root.optional_text("objectKind");
  entries.replaced = root.optional_text("replaced");
  entries.photo = root.optional_text("photo");
  entries.wants_answer = root.optional_text("wantsAnswer") == "yes";
  root.each("values", [&entries](JsonReader one) { entries.values[one.required_text("code")] = Personal<Values>(one.texts("values")); });
  TRY(document.finish());
  return entries;
}

}  // namespace stadttor::services::report_defect
