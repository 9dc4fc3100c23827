// A pack's forms: as their authors wrote them, and as the client reads them in one language (forms/definition_reading.cpp).
#pragma once

#include <string>
#include <vector>

#include "portal/authoring/json_value.h"
#include "portal/authoring/pack_source.h"

namespace stadttor::portal::authoring {

struct FormContent {
  std::string id;
  std::string service;
  Json source;  // with the schema itself in the place of its file's name
};

// The forms that can be read; what is wrong with the others the check says.
std::vector<FormContent> forms_from_source(const PackSource& source);

// Where the background of a plan lies below the data path: "plan/formular-friedhof.json".
std::string form_plan_path(const std::string& file);

// antraege/<id>.json: each "texts" gives way to its members in this language, or else in German.
Json form_json_from(const Json& source, const std::string& language);

}  // namespace stadttor::portal::authoring
