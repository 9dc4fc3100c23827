// Reads the JSON an author wrote and says what is wrong with it by line: broken UTF-8, broken syntax, a file cut off,
// a key written twice. What the values mean belongs to the checks.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "portal/authoring/json_value.h"
#include "portal/authoring/problem_list.h"

namespace stadttor::portal::authoring {

// Nothing where the text is no JSON. Of a key written twice the first value counts; the rest is kept.
std::optional<Json> parse_json_text(std::string_view text, ProblemLog log);

// Nothing where the file cannot be read, too.
std::optional<Json> read_json_file(const std::filesystem::path& path, ProblemLog log);

}  // namespace stadttor::portal::authoring
