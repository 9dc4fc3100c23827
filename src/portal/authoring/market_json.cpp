// stadt/wochenmarkt.json
#include "portal/authoring/details_json.h"
#include "portal/authoring/discovery_json.h"
#include "portal/authoring/hours_json.h"
#include "portal/authoring/markdown_blocks.h"

namespace stadttor::portal::authoring {

namespace {

// Names of traders and squares stay as they stand on signs; easy German reads them as its own.
bool are_names_foreign(const std::string& language) { return language != kFallbackLanguage && language != "de-simple"; }

Json stall_json(const StallContent& stall, const std::string& reader_language) {
  const auto& [language, text] = translation_for(stall.texts, reader_language);
  Json entry = {{"id", stall.facts.id},         {"number", stall.facts.number}, {"name", stall.facts.name},
                {"offer", text.offer},          {"goods", stall.facts.goods},   {"days", Json::array()},
                {"organic", stall.facts.is_organic}, {"cards", stall.facts.takes_cards}};
  mark_language(entry, language, reader_language);
  if (are_names_foreign(reader_language)) entry["name_lang"] = kFallbackLanguage;
  for (const Weekday day : stall.facts.days) entry["days"].push_back(static_cast<int>(day));
  if (!stall.facts.shape.empty()) entry["shape"] = stall.facts.shape;
  if (Json about = markdown_text_from(text.about).blocks; !about.empty()) entry["about"] = std::move(about);
  return entry;
}

}  // namespace

Json market_json_from(const MarketContent& market, const std::string& reader_language) {
  const auto& [language, description] = translation_for(market.descriptions, reader_language);
  Json json = {{"sites", Json::array()}, {"hours", Json::array()}, {"stalls", Json::array()}};
  mark_language(json, language, reader_language);
  if (Json blocks = markdown_text_from(description).blocks; !blocks.empty()) json["description"] = std::move(blocks);
  for (const city::MarketSite& site : market.sites) {
    Json entry = {{"id", site.id}, {"name", site.name}, {"address", site.address_line}};
    if (are_names_foreign(reader_language)) entry["lang"] = kFallbackLanguage;
    json["sites"].push_back(std::move(entry));
  }
  for (const city::MarketDay& day : market.days) {
    Json entry = span_json_from(day.span);
    entry["day"] = static_cast<int>(day.day);
    entry["site"] = day.site;
    json["hours"].push_back(std::move(entry));
  }
  if (market.plan.width > 0) {
    json["plan"] = {{"site", market.plan.site},
                    {"background", kMarketPlanFile},
                    {"width", market.plan.width},
                    {"height", market.plan.height}};
  }
  for (const StallContent& stall : market.stalls) json["stalls"].push_back(stall_json(stall, reader_language));
  return json;
}

}  // namespace stadttor::portal::authoring
