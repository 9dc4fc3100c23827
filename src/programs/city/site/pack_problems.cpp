#include "programs/city/site/pack_problems.h"

#include <optional>

#include "foundation/json_reader.h"
#include "programs/city/site/file_text.h"

namespace stadttor::city_server {

Result<std::vector<PackProblem>> parse_pack_problems(const std::string& text) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(text, "problems.json"));
  JsonReader root = document.root();
  if (!root.is_array()) {
    return Error{ErrorKind::MalformedData, "problems.json", "expected a list", NextStep::CorrectInput};
  }
  std::vector<PackProblem> problems;
  for (std::size_t at = 0; at < root.size(); ++at) {
    JsonReader entry = root.at(at);
    problems.push_back({entry.text_or("file", ""), entry.text_or("pointer", ""), entry.required_text("problem"),
                        entry.text_or("remedy", "")});
  }
  TRY(document.finish());
  return problems;
}

Result<std::vector<PackProblem>> read_pack_problems(const std::filesystem::path& site) {
  // "site/" and "site" name the same folder, but only of the second one parent_path() is the folder above.
  const std::filesystem::path folder = site.has_filename() ? site : site.parent_path();
  const std::optional<std::string> text = find_file_text(folder.parent_path() / "problems.json");
  if (!text) return std::vector<PackProblem>();
  return parse_pack_problems(*text);
}

std::string pack_id_from_file(std::string_view file) {
  const std::string_view first = file.substr(0, file.find('/'));
  return std::string(first.substr(0, first.find('.')));
}

}  // namespace stadttor::city_server
