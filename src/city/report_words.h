// Which everyday words mean which kind of report, and how far the city reaches, as its pack says: both lie on the device, because what a citizen
// types and chooses before sending is sent to nobody.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "city/places.h"
#include "foundation/json_reader.h"

namespace stadttor::city {

struct ReportKindWords {
  std::string service_code;
  std::vector<std::string> words;  // beginnings or parts of words, in lower case: "latern"
};

struct ReportWords {
  std::vector<ReportKindWords> kinds;
  std::vector<Position> area;  // a ring; empty: not known
};

// How well a text fits: the length of what fits, summed up. Case and umlauts (ü, ue) don't matter.
double fit_of_words(const std::vector<std::string>& words, std::string_view text);

Result<ReportWords> read_report_words(std::string_view json, std::string where);

}  // namespace stadttor::city
