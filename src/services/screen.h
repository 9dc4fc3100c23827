// What every screen is given: the city, the language it speaks, and what time it is on the city's clock. Screens are
// functions from this and their own state to a page; none of them loads, stores or sends.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "city/address.h"
#include "city/catalogue.h"
#include "city/text_blocks.h"
#include "platform/locale.h"
#include "semantics/page.h"

namespace stadttor::services {

struct Screen {
  const city::Catalogue& city;
  const platform::Locale& locale;
  // Nothing while pages are written in advance: what depends on the hour is added by the engine.
  std::optional<LocalTime> now;
  bool can_read_aloud = false;
  bool is_reading_aloud = false;
  // Where the city's packs lie, for the files a scene draws: "/daten/<version>/".
  std::string_view data_path = {};
  // So the citizen said: browsers are asked not to remember what is entered either.
  bool is_shared_computer = false;

  std::string_view text(std::string_view key) const { return city.texts(key); }
  std::string text(std::string_view key, std::initializer_list<city::Replacement> replacements) const {
    return city.texts(key, replacements);
  }
  std::string path(city::PageKind page, std::string_view id = {}) const { return city::path_to(city.language, page, id); }
  // What a field says it is for (WCAG 2.2, 1.3.5), so that the browser can fill it in, and remembers what is entered.
  std::string_view autocomplete(std::string_view token) const { return is_shared_computer ? std::string_view("off") : token; }
};

// Traits of text whose language may differ from the interface's; `language` empty: it does not.
semantics::Traits in_language(const Screen& screen, std::string_view language,
                              semantics::Appearance look = semantics::Appearance::Plain);

// The language that in_language() means by nothing: what is kept says its language, for it may be read in another one.
std::string language_to_keep(const Screen& screen, const std::string& language);
// The other way: of what was kept. Nothing is said of what was kept without a language, or in the interface's own.
semantics::Traits in_kept_language(const Screen& screen, const std::string& language,
                                   semantics::Appearance look = semantics::Appearance::Plain);
// For what others wrote, in a language that they did not name.
semantics::Traits in_unknown_language(semantics::Appearance look = semantics::Appearance::Plain);
// Numbers, keys and hashes run from left to right in every language.
semantics::Traits of_machines(const Screen& screen);

// Formatted text as nodes. Headings in it begin one level below `heading_level`.
void show_text_blocks(semantics::Page& page, const city::TextBlocks& blocks, int heading_level);

// "Dienstag, 24. November 2026, 10:05", on the city's clock.
std::string moment_words(const Screen& screen, platform::Instant moment);

// Opens in a new tab, and says so.
void show_external_link(const Screen& screen, semantics::Page& page, std::string_view key, std::string_view text,
                        std::string_view url);

// Says that what follows is not in the interface's language, and which one it is in.
void show_fallback_notice(const Screen& screen, semantics::Page& page, std::string_view language);

struct Crumb {
  std::string text;
  std::string path;
  std::string language;
};

// Says that what the page is about could not be loaded, and whom to call; true when the citizen wants to try again.
bool show_not_loaded(const Screen& screen, semantics::Page& page);

// Where this page stands; the page itself is the last crumb, without a path.
void show_breadcrumb(const Screen& screen, semantics::Page& page, const std::vector<Crumb>& crumbs);

// Read aloud and print; they need the engine and keep their place without it.
struct ToolbarAnswer {
  bool read_aloud = false;
  bool stop_reading = false;
  bool print = false;
};
ToolbarAnswer show_toolbar(const Screen& screen, semantics::Page& page);

}  // namespace stadttor::services
