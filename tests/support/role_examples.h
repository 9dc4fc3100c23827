// One page with every role there is, in several variants that differ in what the roles carry: texts, values, hints,
// errors, states, order.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "semantics/page.h"

namespace stadttor::testing {

inline constexpr int kExampleVariants = 4;

class RoleExamples {
 public:
  // Variants: 0 bare, 1 full of hints, errors and values, 2 like 1 with other texts, 3 like 0 with parts missing.
  RoleExamples(semantics::Page& page, int variant) : page_(page), variant_(variant) {}

  void show() {
    page_.set_document("Beispiele", "de", "ltr");
    page_.link("skip", "Zum Inhalt", "#inhalt", {.look = semantics::Appearance::SkipLink});
    {
      auto banner = page_.banner();
      {
        auto navigation = page_.navigation("menu", "Hauptmenü");
        auto list = page_.list(semantics::Appearance::MainMenu);
        auto item = page_.item("start");
        page_.link("link", word("Start"), "/de/", {.states = semantics::when(is_full(), semantics::State::CurrentPage)});
      }
      auto search = page_.search_landmark("search", "Suche", "/de/suche");
      show_combo_box();
    }
    {
      auto main = page_.main();
      page_.heading(1, word("Beispiele"));
      show_text();
      show_lists_and_tables();
      show_form();
      show_feedback();
      show_things_that_open();
    }
    auto foot = page_.content_info();
    auto block = page_.block(semantics::Appearance::Footer);
    page_.paragraph(word("Fuß"), {.look = semantics::Appearance::Small});
  }

 private:
  bool is_full() const { return variant_ == 1 || variant_ == 2; }
  std::string word(std::string_view text) const { return variant_ == 2 ? "Anders: " + std::string(text) + " <&>" : std::string(text); }
  std::string full(std::string_view text) const { return is_full() ? word(text) : std::string(); }
  std::string_view view(std::string text) {
    kept_.push_back(std::make_unique<std::string>(std::move(text)));
    return *kept_.back();
  }
  semantics::FieldTraits field() {
    return {.states = semantics::when(is_full(), semantics::State::Required), .hint = view(full("Hinweis")), .error = view(full("Fehler"))};
  }

  void show_combo_box() {
    const auto list = page_.key_of("suggestions");
    const auto option = semantics::child_key(list, "one");
    page_.combo_box("query", "Suchwort", view(full("hund")),
                    {.states = semantics::when(is_full(), semantics::State::Expanded),
                     .type = "search",
                     .controls = view(semantics::key_text(list)),
                     .active_option = view(is_full() ? semantics::key_text(option) : "")});
    if (is_full()) {
      auto box = page_.list_box("suggestions", "Vorschläge");
      page_.option("one", word("Hund anmelden"), {.states = states_of(semantics::State::Selected)});
      page_.option("two", "Hund abmelden");
    }
    page_.button("submit", "Suchen", {.look = semantics::Appearance::Primary, .icon = "search"});
  }

  void show_text() {
    auto region = page_.region("text", 2, word("Texte"), {.anchor = "texte"});
    page_.paragraph(word("Ein Absatz"), {.look = semantics::Appearance::Lead});
    {
      auto paragraph = page_.running_paragraph({.language = view(is_full() ? "en" : "")});
      page_.text("Mit ");
      page_.strong(word("wichtigem"));
      page_.text(" und ");
      page_.emphasis("betontem");
      page_.text(" Text, am ");
      page_.time("24. Dezember", view(is_full() ? "2026-12-24" : "2026-12-25"));
      {
        auto link = page_.running_link("link", "https://example.org/", {.states = states_of(semantics::State::NewTab)});
        page_.text(word("Verweis"));
        page_.icon("open-in-new");
      }
    }
    {
      auto quotation = page_.quotation();
      page_.paragraph("Zitat");
    }
    if (variant_ != 3) page_.separator();
    {
      auto block = page_.block("beside", {.look = semantics::Appearance::Cluster});
      page_.paragraph(word("daneben"));
    }
    page_.picture("picture", view(is_full() ? "/bilder/a.svg" : "/bilder/b.svg"), full("Das Rathaus"));
    auto scene = page_.scene("map", "Stadtplan", {.kind = "map"});
    page_.paragraph("Rathaus am Marktplatz");
  }

  void show_lists_and_tables() {
    auto region = page_.region("lists", 2, "Listen");
    {
      auto list = page_.list();
      if (is_full()) page_.text_item("erstens");
      page_.text_item(word("zweitens"));
    }
    {
      auto list = page_.ordered_list(semantics::Appearance::Steps);
      for (const auto* key : {"a", "b", "c"}) {
        if (variant_ == 3 && std::string_view(key) == "b") continue;
        auto item = page_.item(is_full() ? view(std::string(1, static_cast<char>('a' + 'c' - *key))) : key);
        page_.text(word(key));
      }
    }
    {
      auto facts = page_.description_list();
      page_.term("Kosten");
      page_.definition(word("96 Euro"));
      page_.term("Dauer");
      auto definition = page_.definition();
      page_.strong("sofort");
    }
    auto table = page_.table("hours", word("Öffnungszeiten"));
    {
      auto head = page_.table_head();
      auto row = page_.row();
      page_.column_header("Tag");
      page_.column_header("Zeit");
    }
    auto body = page_.table_body();
    auto row = page_.row("monday");
    page_.row_header("Montag");
    if (is_full()) {
      page_.cell(word("8 bis 12"));
    } else {
      auto cell = page_.running_cell();
      page_.strong("geschlossen");
    }
  }

  void show_form() {
    auto form = page_.form("form", "Antrag");
    page_.text_field("name", word("Name"), full("Müller"), field());
    page_.text_area("message", "Nachricht", full("Guten Tag"), field());
    page_.checkbox("agree", word("Einverstanden"), is_full(), field());
    page_.file_field("proof", "Nachweis", field());
    {
      auto group = page_.radio_group("size", word("Größe"), is_full() ? "large" : "small", field());
      page_.radio("small", "klein");
      page_.radio("large", word("groß"));
    }
    {
      auto select = page_.select("colour", word("Farbe"), is_full() ? "red" : "", field());
      page_.option("", "bitte wählen");
      page_.option("red", word("rot"));
    }
    {
      auto group = page_.group("address", word("Anschrift"), field());
      page_.text_field("street", "Straße", full("Marktplatz"), {.autocomplete = "street-address"});
    }
    page_.button("send", word("Absenden"), {.look = semantics::Appearance::Primary, .states = semantics::when(is_full(), semantics::State::Disabled)});
  }

  void show_feedback() {
    auto region = page_.region("feedback", 2, "Meldungen");
    page_.progress("upload", "Hochladen", is_full() ? "50" : "10", "100");
    page_.meter("space", "Platz", "3", is_full() ? "5" : "4");
    {
      auto message = page_.message("notice", word("Hinweis"), is_full() ? semantics::Appearance::Warning : semantics::Appearance::Info);
      page_.paragraph("Text dazu");
    }
    page_.status("status", word("gespeichert"), {.states = semantics::when(is_full(), semantics::State::Assertive)});
  }

  void show_things_that_open() {
    auto aside = page_.complementary("side", "Am Rand");
    {
      auto disclosure = page_.disclosure("more", word("Mehr"), {.states = semantics::when(is_full(), semantics::State::Expanded)});
      page_.paragraph("Noch mehr");
    }
    {
      const auto panel = page_.key_of("panel");
      {
        auto tabs = page_.tab_list("tabs", "Reiter");
        page_.tab("one", word("Eins"), view(semantics::key_text(panel)), {.states = semantics::when(is_full(), semantics::State::Selected)});
      }
      auto shown = page_.tab_panel("panel", "Eins");
      page_.paragraph("Inhalt");
    }
    if (variant_ == 3) return;
    auto dialog = page_.dialog("dialog", 2, word("Wirklich?"));
    page_.button("yes", "Ja");
  }

  semantics::Page& page_;
  int variant_;
  std::vector<std::unique_ptr<std::string>> kept_;
};

inline semantics::Tree example_tree(int variant) {
  semantics::Tree tree;
  const semantics::ActionQueue nothing;
  semantics::Page page(tree, nothing);
  RoleExamples(page, variant).show();
  page.finish();
  return tree;
}

}  // namespace stadttor::testing
