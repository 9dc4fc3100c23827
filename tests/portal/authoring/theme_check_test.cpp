#include <doctest/doctest.h>

#include "portal/authoring/contrast.h"
#include "portal/authoring/pack_folder.h"
#include "portal/authoring/theme_css.h"

using namespace stadttor::portal::authoring;

TEST_SUITE("portal/authoring") {
  TEST_CASE("contrast is measured as WCAG 2.2 says") {
    CHECK(contrast_ratio("#000000", "#ffffff") == doctest::Approx(21.0));
    CHECK(contrast_ratio("#777777", "#FFFFFF") == doctest::Approx(4.478).epsilon(0.001));
    CHECK(contrast_ratio("#123f8c", "#123f8c") == doctest::Approx(1.0));
  }

  TEST_CASE("a pair of colours that is hard to read is named with its ratio, in light and dark") {
    PackFolder folder;
    folder.replace("theme.json", "\"light\": {\"--st-color-text\": \"#000000\"",
                   "\"light\": {\"--st-color-text\": \"#777777\"");
    folder.replace("theme.json", "\"dark\": {\"--st-color-text\": \"#ffffff\"",
                   "\"dark\": {\"--st-color-text\": \"#333333\"");

    CHECK(folder.complaints() ==
          "theme.json#/dark/--st-color-text: Der Kontrast zu „--st-color-page“ beträgt 1,66:1, nötig sind 4,50:1 "
          "(Text).\n"
          "theme.json#/light/--st-color-text: Der Kontrast zu „--st-color-page“ beträgt 4,47:1, nötig sind 4,50:1 "
          "(Text).\n");
  }

  TEST_CASE("colours that are missing or none are named") {
    PackFolder folder;
    folder.replace("theme.json", "\"dark\": {\"--st-color-text\": \"#ffffff\", ", "\"dark\": {");
    folder.replace("theme.json", "\"#000000\"", "\"schwarz\"");
    folder.replace("theme.json", "\"--st-color-page\": \"#ffffff\"",
                   "\"--st-color-page\": \"#ffffff\", \"color\": \"#ffffff\"");
    folder.replace("theme.json", "\"light\":", "\"metric\": {\"--st-size\": \"1px;color:red\"}, \"light\":");

    CHECK(folder.complaints() ==
          "theme.json#/dark: Die Farbe „--st-color-text“ fehlt.\n"
          "theme.json#/light/--st-color-text: Der Wert „schwarz“ ist nicht erlaubt und bleibt ohne Wirkung.\n"
          "theme.json#/light/color: „color“ ist kein Name eines Gestaltungswertes und bleibt ohne Wirkung.\n"
          "theme.json#/metric/--st-size: Der Wert „1px;color:red“ ist nicht erlaubt und bleibt ohne Wirkung.\n");
  }

  TEST_CASE("a theme that does not exist is named") {
    PackFolder folder;
    folder.remove("theme.json");

    CHECK(folder.complaints().find("portal.json#/theme: Die Gestaltung „theme.json“ gibt es im Datenpaket nicht.") ==
          0);
  }

  TEST_CASE("a theme becomes a file of the pack, with allowed tokens only") {
    const Json theme = {{"name", "Musterstadt"},
                        {"light", {{"--st-color-a", "#111111"}, {"color", "#222222"}, {"--st-color-b", "red"}}},
                        {"metric", {{"--kern-metric-x", "0.25rem"}, {"--kern-metric-y", "url(a)"}}}};
    CHECK(json_text_from_value(theme_json_from(theme)) ==
          R"({"light":{"--st-color-a":"#111111"},"metric":{"--kern-metric-x":"0.25rem"}})");
    CHECK(json_text_from_value(theme_json_from(nullptr)) == "{}");
  }

  TEST_CASE("a theme becomes custom properties for light and dark, and for the reader's choice") {
    const Json theme = {{"light", {{"--st-color-a", "#111111"}}},
                        {"dark", {{"--st-color-a", "#eeeeee"}}},
                        {"metric", {{"--kern-metric-b", "0.5rem"}}},
                        {"typography", {{"--kern-font", "\"Fira Sans\", sans-serif"}}}};

    CHECK(theme_css_from(theme) ==
          ":root{--st-color-a:#111111;--kern-metric-b:0.5rem;--kern-font:\"Fira Sans\", sans-serif;}\n"
          "@media (prefers-color-scheme:dark){:root{--st-color-a:#eeeeee;}}\n"
          "[data-kern-theme=dark]{--st-color-a:#eeeeee;}\n"
          "[data-kern-theme=light]{--st-color-a:#111111;}\n");
    CHECK(theme_css_from(nullptr) == "");
  }

  TEST_CASE("nothing but tokens gets out of a theme") {
    for (const char* value : {"red", "#12", "#12345g", "#123456;", "url(x)", ""}) {
      CHECK(theme_css_from({{"light", {{"--st-color-a", value}}}}) == "");
    }
    for (const char* value :
         {"a;b", "a}b", "a{b", "a/*", "\\0", "\"offen", "(offen", "zu)", "url(x)", "</style>", "a\nb", ""}) {
      CHECK(theme_css_from({{"metric", {{"--st-a", value}}}}) == "");
    }
    CHECK(theme_css_from({{"metric", {{"color", "1"}}}}) == "");
    CHECK(theme_css_from({{"metric", {{"--st-a:b;c", "1"}}}}) == "");
  }
}
