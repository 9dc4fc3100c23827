// import-xdf: a form from FIM's XDatenfelder, and the schema of what it sends.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "forms/form_fault.h"
#include "portal/authoring/form_content.h"
#include "portal/authoring/form_schema.h"
#include "portal/authoring/xdf/xdf_form.h"
#include "programs/headless/commands.h"

namespace stadttor::headless {

namespace {

namespace fs = std::filesystem;
namespace authoring = portal::authoring;

Outcome write_json(const fs::path& file, const authoring::Json& json) {
  std::error_code ignored;
  fs::create_directories(file.parent_path(), ignored);
  std::ofstream stream(file, std::ios::binary);
  stream << json.dump(2, ' ', false, authoring::Json::error_handler_t::replace) << '\n';
  if (stream.flush()) return Done{};
  return Error{ErrorKind::StorageUnreadable, file.string(), "the file cannot be written", NextStep::TryAgain};
}

// With --out: forms/<id>.json and schemas/<id>.json in that pack. Else the form on the standard output.
Outcome hand_over(authoring::Json form, const CommandLine& line) {
  if (!line.has("--out")) {
    std::printf("%s\n", form.dump(2, ' ', false, authoring::Json::error_handler_t::replace).c_str());
    return Done{};
  }
  const fs::path pack = line.option("--out", "");
  const std::string id = form["id"].get<std::string>();
  const auto read = forms::read_form(authoring::json_text_from_value(authoring::form_json_from(form, "de")), id);
  if (read.ok() && read.value().faults.empty()) {
    form["schema"] = "schemas/" + id + ".json";
    TRY(write_json(pack / "schemas" / (id + ".json"), authoring::form_schema_from(read.value().definition)));
  }
  TRY(write_json(pack / "forms" / (id + ".json"), form));
  std::printf("%s\n", (pack / "forms" / (id + ".json")).string().c_str());
  return Done{};
}

}  // namespace

int run_import_xdf(const CommandLine& line) {
  if (line.operands.size() != 1) {
    return failed({ErrorKind::NotSupported, "import-xdf", "write: stadttor import-xdf FILE [--out PACK --id ID --service ID --office ID]", NextStep::CorrectInput});
  }
  std::ifstream stream(line.operands[0], std::ios::binary);
  if (!stream) return failed({ErrorKind::NotFound, line.operands[0], "no such file", NextStep::CorrectInput});
  std::ostringstream text;
  text << stream.rdbuf();
  const auto message = authoring::read_xdf(text.str(), line.operands[0]);
  if (!message.ok()) return failed(message.error());
  const authoring::XdfForm imported = authoring::form_from_xdf(message.value(), {line.option("--id", ""), line.option("--service", ""), line.option("--office", "")});
  for (const std::string& note : imported.notes) std::fprintf(stderr, "%s\n", note.c_str());
  if (!imported.form.contains("steps")) return failed({ErrorKind::MalformedData, line.operands[0], "there is no field to ask for", NextStep::CorrectInput});
  const Outcome outcome = hand_over(imported.form, line);
  return outcome.ok() ? 0 : failed(outcome.error());
}

}  // namespace stadttor::headless
