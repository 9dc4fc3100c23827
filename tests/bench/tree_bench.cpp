// Build, compare and encode on the web: a page of 1,000 nodes as a module of its own. One call of bench_step is what
// the engine does after an action, up to the finished change list.
#include <array>
#include <cstdint>
#include <numeric>
#include <string>

#include "presentation/document/change_encoder.h"
#include "semantics/page.h"

namespace {

using namespace stadttor::semantics;
using stadttor::presentation::document::ChangeEncoder;

constexpr NodeIndex kNodes = 1000;
constexpr int kItems = 60;

enum class Case { OneText, ReorderedItems, EverythingNew };

struct Content {
  std::string generation = "0";  // part of the keys
  std::string changing_text = "Stand: 0";
  std::array<int, kItems> order{};
};

void show_header(Page& page) {
  auto banner = page.banner();
  page.paragraph("Das Bürgerportal der Stadt Musterstadt", {.look = Appearance::Small});
  auto menu = page.navigation("menu", "Hauptmenü");
  auto list = page.list(Appearance::MainMenu);
  for (const char* entry : {"Leistungen A bis Z", "Lebenslagen", "Ämter und Öffnungszeiten", "Aktuelles"}) {
    auto item = page.item(entry);
    page.link("link", entry, "/de/leistungen");
  }
}

void show_services(Page& page, const Content& content) {
  auto region = page.region("services", 2, "Häufig gesucht");
  auto list = page.list(Appearance::CardGrid);
  for (const int number : content.order) {
    const std::string id = std::to_string(number);
    auto item = page.item(id);
    auto card = page.block(Appearance::Card);
    page.link("link", "Leistung " + id + " beantragen", "/de/leistungen/leistung-" + id, {.look = Appearance::Bold});
    page.paragraph("Sie sind neu nach Musterstadt gezogen. Melden Sie Ihre Wohnung innerhalb von zwei Wochen an.");
    auto line = page.running_paragraph({.look = Appearance::Muted});
    page.text("Zuständig ist das ");
    page.strong("Bürgerbüro");
  }
}

void show_form(Page& page) {
  auto form = page.form("form", "Hund anmelden");
  for (int number = 0; number < 60; ++number) {
    const std::string id = std::to_string(number);
    page.text_field("field" + id, "Angabe " + id + " zu Ihrem Hund", "Wert " + id,
                    {.states = when(number % 3 == 0, State::Required), .hint = "Steht im Impfpass oder im Kaufvertrag.",
                     .autocomplete = "off", .name = id});
  }
  for (int number = 0; number < 10; ++number) {
    page.checkbox("box" + std::to_string(number), "Ich habe die Hinweise gelesen.", number % 2 == 0);
  }
  page.button("send", "Weiter", {.look = Appearance::Primary});
}

void show_costs(Page& page) {
  auto region = page.region("costs", 2, "Kosten und Öffnungszeiten");
  {
    auto facts = page.description_list();
    for (int number = 0; number < 30; ++number) {
      page.term("Jeder weitere Hund, pro Jahr");
      page.definition("156,00 EUR");
    }
  }
  auto table = page.table("hours", "Öffnungszeiten");
  auto body = page.table_body();
  for (const char* day : {"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"}) {
    auto row = page.row(day);
    page.row_header(day);
    page.cell("8 bis 12 Uhr und 14 bis 18 Uhr");
  }
}

void build(Tree& tree, const ActionQueue& actions, const Content& content) {
  Page page(tree, actions);
  page.set_document("Hund anmelden - Musterstadt", "de", "ltr");
  auto whole = page.block(content.generation, {});
  show_header(page);
  auto main = page.main();
  page.heading(1, "Hund anmelden");
  page.paragraph(content.changing_text);
  show_services(page, content);
  show_form(page);
  show_costs(page);
  auto list = page.list();
  while (tree.size() < kNodes) page.text_item("Nachweise für eine Ermäßigung, falls zutreffend");
}

struct Bench {
  ActionQueue actions;
  Tree tree;
  ChangeEncoder encoder;
  Content content;
  unsigned step = 0;
};

Bench& bench() {
  static Bench instance;
  return instance;
}

// Another order each time, the same ones in every run.
void shuffle(std::array<int, kItems>& order, unsigned seed) {
  for (unsigned at = kItems - 1; at > 0; --at) {
    seed = seed * 1664525U + 1013904223U;
    std::swap(order[at], order[(seed >> 8) % (at + 1)]);
  }
}

}  // namespace

extern "C" {

// Shows the page for the first time; the number of its nodes.
unsigned bench_start() {
  Bench& it = bench();
  std::iota(it.content.order.begin(), it.content.order.end(), 0);
  build(it.tree, it.actions, it.content);
  it.encoder.rebuild(it.tree);
  it.encoder.take();
  return it.tree.size();
}

// What changes before the next step; not part of what is measured.
void bench_change(int which) {
  Bench& it = bench();
  const std::string number = std::to_string(++it.step);
  switch (static_cast<Case>(which)) {
    case Case::OneText: it.content.changing_text = "Stand: " + number; break;
    case Case::ReorderedItems: shuffle(it.content.order, it.step); break;
    case Case::EverythingNew: it.content.generation = number; break;
  }
}

// Builds, compares and encodes; the size of the change list in bytes.
unsigned bench_step() {
  Bench& it = bench();
  build(it.tree, it.actions, it.content);
  it.encoder.update(it.tree, NodeKey{});
  return static_cast<unsigned>(it.encoder.take().size());
}
}
