#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <string>

#include "portal/authoring/contrast.h"
#include "portal/authoring/json_file.h"
#include "portal/authoring/pack_checks.h"
#include "portal/authoring/theme_css.h"

namespace stadttor::portal::authoring {

namespace {

// "4,48", rounded down: 4,499 must not read as 4,5.
std::string german_ratio(double ratio) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", std::floor(ratio * 100) / 100);
  std::string german(text);
  german.replace(german.find('.'), 1, ",");
  return german;
}

class ThemeCheck {
 public:
  ThemeCheck(const PackFile& theme, Problems& problems) : theme_(theme), log_(problems, theme.name) {}

  void check_tokens(const char* part, bool (*is_allowed)(std::string_view), const char* remedy) {
    for (const auto& token : object_of(member_of(theme_.content, part)).items()) {
      const std::string pointer = pointer_to(pointer_to("", part), token.key());
      if (!is_theme_token(token.key())) {
        log_.error(
            pointer, "„" + token.key() + "“ ist kein Name eines Gestaltungswertes und bleibt ohne Wirkung.",
            "Die Namen beginnen mit --kern- oder --st- und bestehen aus Kleinbuchstaben, Ziffern und Bindestrichen.");
      } else if (token.value().is_string() && !is_allowed(token.value().get<std::string>())) {
        log_.error(pointer,
                   "Der Wert „" + token.value().get<std::string>() + "“ ist nicht erlaubt und bleibt ohne Wirkung.",
                   remedy);
      }
    }
  }

  void check_pair(const Json& pair) {
    for (const char* part : {"light", "dark"}) {
      const auto text = find_colour(part, text_of(pair, "text"));
      const auto background = find_colour(part, text_of(pair, "background"));
      if (text && background) check_contrast(pair, part, contrast_ratio(*text, *background));
    }
  }

 private:
  // Nothing where the colour is missing, which is reported, or has a wrong form, which was reported with the tokens.
  std::optional<std::string> find_colour(const char* part, const std::string& token) {
    const std::string colour = text_of(member_of(theme_.content, part), token);
    if (is_theme_colour(colour)) return colour;
    if (colour.empty()) {
      log_.error(pointer_to("", part), "Die Farbe „" + token + "“ fehlt.", "Ergänzen Sie sie in der Form #rrggbb.");
    }
    return {};
  }

  void check_contrast(const Json& pair, const char* part, double ratio) {
    const double minimum = number_of(pair, "minimum");
    if (ratio >= minimum) return;
    log_.error(pointer_to(pointer_to("", part), text_of(pair, "text")),
               "Der Kontrast zu „" + text_of(pair, "background") + "“ beträgt " + german_ratio(ratio) +
                   ":1, nötig sind " + german_ratio(minimum) + ":1 (" + text_of(pair, "where") + ").",
               "Wählen Sie eine Farbe, die sich in der Helligkeit stärker unterscheidet.");
  }

  const PackFile& theme_;
  ProblemLog log_;
};

// Shared themes may stand outside the pack's folders.
bool is_in_pack(const PackSource& source, const std::string& name) {
  std::error_code failure;
  return std::any_of(source.folders.begin(), source.folders.end(), [&](const std::filesystem::path& folder) {
    return std::filesystem::exists(folder / name, failure);
  });
}

}  // namespace

void check_theme(const PackSource& source, const std::filesystem::path& contrast_pairs, Problems& problems) {
  const std::string name = text_of(source.manifest, "theme");
  if (!name.empty() && !is_in_pack(source, name)) {
    ProblemLog(problems, manifest_file(source, "theme"))
        .error(
            "/theme",
            "Die Gestaltung „" + name + "“ gibt es im Datenpaket nicht. Das Portal erscheint in den Farben von KERN.",
            "Legen Sie die Datei an oder berichtigen Sie den Namen.");
  }
  if (!source.theme.content.is_object()) return;
  ThemeCheck check(source.theme, problems);
  for (const char* part : {"light", "dark"})
    check.check_tokens(part, is_theme_colour, "Schreiben Sie Farben in der Form #rrggbb.");
  for (const char* part : {"metric", "typography"}) {
    check.check_tokens(part, is_theme_value, "Erlaubt sind Buchstaben, Ziffern und . , % # ( ) \" ' -, ohne url().");
  }
  const Json pairs =
      read_json_file(contrast_pairs, ProblemLog(problems, "contrast_pairs.json")).value_or(nullptr);
  for (const Json& pair : list_of(pairs)) check.check_pair(pair);
}

}  // namespace stadttor::portal::authoring
