// The fields of a posted form and the file that came with them, whichever of the two ways it was encoded in.
#pragma once

#include <optional>
#include <string>

#include "programs/city/exchange.h"
#include "programs/city/open311/fault.h"

namespace stadttor::city_server::open311 {

struct PostedForm {
  NamedValues fields;  // UTF-8, without control characters
  std::optional<FormPart> photo;

  std::string value(std::string_view name) const { return std::string(value_of(fields, name)); }
};

std::optional<PostedForm> read_posted_form(const IncomingRequest& request, Faults& faults);

}  // namespace stadttor::city_server::open311
