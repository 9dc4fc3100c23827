// Turns FIM's groups and fields into a form of a pack: one step for each group of the schema, FIM ids as the names of what is sent. A
// person refines it: what could not be carried over is listed.
#pragma once

#include <string>
#include <vector>

#include "portal/authoring/json_value.h"
#include "portal/authoring/xdf/xdf_message.h"

namespace stadttor::portal::authoring {

struct XdfForm {
  Json form;                       // as assets/schemas/form.schema.json has it
  std::vector<std::string> notes;  // what is left to do, in German
};

struct XdfTarget {
  std::string id;  // empty: made from the name
  std::string service;
  std::string office;
};

XdfForm form_from_xdf(const XdfElement& message, const XdfTarget& target);

}  // namespace stadttor::portal::authoring
