// Where JSON stops being JSON, in words for whoever runs the server: the faults that GeoReport's own examples have.
#pragma once

#include <string>
#include <string_view>

namespace stadttor::protocols::open311 {

// "line 3: ...", with the remedy; empty where the fault is none of these.
std::string first_json_fault(std::string_view text);

}  // namespace stadttor::protocols::open311
