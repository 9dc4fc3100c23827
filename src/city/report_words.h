// Which everyday words mean which kind of report, as the city's pack says: they lie on the device, because what a citizen types to find a kind is
// sent to nobody.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/json_reader.h"

namespace stadttor::city {

struct ReportKindWords {
  std::string service_code;
  std::vector<std::string> words;  // beginnings or parts of words, in lower case: "latern"
};

struct ReportWords {
  std::vector<ReportKindWords> kinds;
};

// How well a text fits: the length of what fits, summed up. Case and umlauts (ü, ue) don't matter.
double fit_of_words(const std::vector<std::string>& words, std::string_view text);

Result<ReportWords> read_report_words(std::string_view json, std::string where);

}  // namespace stadttor::city
