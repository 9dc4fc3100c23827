#include "portal/authoring/json_file.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "portal/authoring/json_builder.h"

namespace stadttor::portal::authoring {

namespace {

std::string line_at(std::string_view text, std::size_t position) {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(position, text.size()));
  return "Zeile " + std::to_string(1 + std::count(text.begin(), end, '\n'));
}

void report_syntax(std::string_view text, const JsonBuilder& builder, ProblemLog log) {
  const std::size_t position = builder.error_position();
  if (position > text.size()) {
    log.error(
        "",
        line_at(text, text.size()) + ": Die Datei endet mitten im Inhalt; sie ist abgeschnitten. Sie wird übergangen.",
        "Übertragen Sie die Datei noch einmal vollständig oder schließen Sie die offenen Klammern und "
        "Anführungszeichen.");
    return;
  }
  if (builder.is_broken_utf8()) {
    log.error("", line_at(text, position) + ": Ein Zeichen ist nicht als UTF-8 gespeichert. Die Datei wird übergangen.",
              "Speichern Sie die Datei mit der Zeichenkodierung UTF-8 und prüfen Sie Umlaute in dieser Zeile.");
    return;
  }
  log.error(
      "", line_at(text, position == 0 ? 0 : position - 1) + ": Hier ist kein gültiges JSON. Die Datei wird übergangen.",
      "Prüfen Sie an dieser Stelle und in der Zeile davor Kommas, Anführungszeichen und Klammern.");
}

}  // namespace

std::optional<Json> parse_json_text(std::string_view text, ProblemLog log) {
  constexpr std::size_t kLargestFile = 16 * 1024 * 1024;
  if (text.size() > kLargestFile) {
    log.error("", "Die Datei ist größer als 16 MB. Sie wird übergangen.", "Teilen Sie die Datei auf.");
    return {};
  }
  JsonBuilder builder;
  const bool is_json = Json::sax_parse(text, &builder);
  for (const std::string& pointer : builder.repeated_keys()) {
    log.error(pointer, "Diese Angabe steht zweimal im selben Abschnitt. Nur die erste gilt.",
              "Löschen Sie eine der beiden.");
  }
  if (is_json) return builder.take();
  if (builder.is_too_deep()) {
    log.error("", "Die Angaben sind tiefer als 32 Ebenen verschachtelt. Die Datei wird übergangen.",
              "Prüfen Sie, ob eine Klammer zu viel geöffnet wird.");
  } else {
    report_syntax(text, builder, log);
  }
  return {};
}

std::optional<Json> read_json_file(const std::filesystem::path& path, ProblemLog log) {
  std::error_code failure;
  std::ifstream file;
  if (std::filesystem::is_regular_file(path, failure)) file.open(path, std::ios::binary);
  std::ostringstream text;
  if (file.is_open()) text << file.rdbuf();
  if (!file.is_open() || text.bad()) {
    log.error("", "Die Datei lässt sich nicht lesen.", "Prüfen Sie, ob es sie gibt und ob Sie die Leserechte haben.");
    return {};
  }
  return parse_json_text(text.str(), std::move(log));
}

}  // namespace stadttor::portal::authoring
