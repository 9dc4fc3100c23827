#include "presentation/imgui/layout/page_layout.h"

#include <doctest/doctest.h>

#include "semantics/page.h"
#include "support/drawn_page.h"

namespace stadttor::presentation::imgui {

using semantics::Page;
using testing::DrawnPage;

namespace {

constexpr const char* kLongWord = "Bundes\u00adausbildungs\u00adförderungs\u00adgesetz";

semantics::Tree page_with(std::string_view text, std::string_view promise) {
  semantics::Tree tree;
  const semantics::ActionQueue nothing;
  Page page(tree, nothing);
  page.set_document("Seite", "de", "ltr");
  {
    auto main = page.main();
    page.paragraph(text);
  }
  if (!promise.empty()) {
    auto foot = page.content_info();
    auto inner = page.block("inner", {.look = semantics::Appearance::Footer});
    {
      auto columns = page.block("columns", {.look = semantics::Appearance::FooterColumns});
      page.paragraph("Rathaus");
    }
    page.paragraph(promise);
  }
  page.finish();
  return tree;
}

std::string lines_of(DrawnPage& drawn) {
  std::string lines;
  for (const TextRun& run : drawn.presenter().page().runs) lines.append(lines.empty() ? "" : "|").append(run.text);
  return lines;
}

const TextRun* run_of(DrawnPage& drawn, std::string_view text) {
  for (const TextRun& run : drawn.presenter().page().runs) {
    if (run.text == text) return &run;
  }
  return nullptr;
}

const Box* box_of(DrawnPage& drawn, semantics::Role role) {
  for (const Box& box : drawn.presenter().page().boxes) {
    if (box.part == Part::Whole && drawn.tree().node(box.node).role == role) return &box;
  }
  return nullptr;
}

}  // namespace

TEST_SUITE("page layout") {
  TEST_CASE("a soft hyphen shows nothing where the line goes on") {
    DrawnPage drawn(page_with(kLongWord, ""), 1000);
    CHECK(lines_of(drawn) == "Bundesausbildungsförderungsgesetz");
  }

  TEST_CASE("a line that ends at a soft hyphen shows it, within the width there is") {
    {
      DrawnPage drawn(page_with(kLongWord, ""), 260);
      CHECK(lines_of(drawn) == "Bundesausbildungs-|förderungsgesetz");
    }
    // Whatever the width: no line is wider than the page.
    for (float width = 150; width < 320; width += 5) {
      DrawnPage narrow(page_with(kLongWord, ""), width);
      for (const TextRun& run : narrow.presenter().page().runs) CHECK_MESSAGE(run.rect.right() <= width, std::string(run.text) << " at " << width);
    }
  }

  TEST_CASE("the foot of a page that is shorter than the window stands at its bottom") {
    DrawnPage drawn(page_with("Kurz", "Keine Cookies"), 1000, 800);
    const Box* foot = box_of(drawn, semantics::Role::ContentInfo);
    const Box* main = box_of(drawn, semantics::Role::Main);
    if (!CHECK(foot != nullptr) || !CHECK(main != nullptr)) return;
    CHECK(foot->rect.bottom() == doctest::Approx(800));
    CHECK(main->rect.bottom() == doctest::Approx(foot->rect.y));
    CHECK(drawn.presenter().page().height == doctest::Approx(800));
    const TextRun* promise = run_of(drawn, "Keine Cookies");
    if (!CHECK(promise != nullptr)) return;
    CHECK(promise->rect.y > foot->rect.y);
  }

  TEST_CASE("the foot of a longer page follows what stands above it") {
    DrawnPage drawn(page_with("Lang", "Keine Cookies"), 1000, 100);
    const Box* foot = box_of(drawn, semantics::Role::ContentInfo);
    const Box* main = box_of(drawn, semantics::Role::Main);
    if (!CHECK(foot != nullptr) || !CHECK(main != nullptr)) return;
    CHECK(foot->rect.y == doctest::Approx(main->rect.bottom()));
    CHECK(foot->rect.bottom() > 100);
  }

  TEST_CASE("a thin line stands above what is below the foot's columns") {
    DrawnPage drawn(page_with("Kurz", "Keine Cookies"));
    const TextRun* promise = run_of(drawn, "Keine Cookies");
    if (!CHECK(promise != nullptr)) return;
    bool has_line = false;
    for (const Box& box : drawn.presenter().page().boxes) {
      if (box.node == promise->node && box.style.border.top == 1 && box.style.border_colour != kNoColour) has_line = true;
    }
    CHECK(has_line);
  }

  TEST_CASE("a placeholder that does not fit ends with a sign that there is more") {
    semantics::Tree tree;
    const semantics::ActionQueue nothing;
    Page page(tree, nothing);
    page.set_document("Seite", "de", "ltr");
    {
      auto main = page.main();
      auto form = page.form("form", "Suche");
      page.text_field("word", "Suchwort", "", {.placeholder = "Zum Beispiel Personalausweis beantragen oder Sperrmüll anmelden"});
      page.text_field("value", "Eingabe", "Zum Beispiel Personalausweis beantragen oder Sperrmüll anmelden");
    }
    page.finish();
    DrawnPage drawn(std::move(tree), 320);
    std::string cut;
    std::string value;
    for (const TextRun& run : drawn.presenter().page().runs) {
      if (run.part == Part::Control) (cut.empty() ? cut : value) = run.text;
    }
    CHECK(cut.find("Zum Beispiel") == 0);
    CHECK(cut.substr(cut.size() - 3) == "…");
    CHECK(value.find("Zum Beispiel") == 0);
    CHECK(value.find("…") == std::string::npos);
  }

  TEST_CASE("day, month and year stand beside each other, and where there is no room the next line begins below the fields") {
    const auto date = [] {
      semantics::Tree tree;
      const semantics::ActionQueue nothing;
      Page page(tree, nothing);
      page.set_document("Seite", "de", "ltr");
      {
        auto main = page.main();
        auto group = page.group("birth", "Geburtsdatum", {.look = semantics::Appearance::Cluster});
        page.text_field("day", "Tag", "14");
        page.text_field("month", "Monat", "3");
        page.text_field("year", "Jahr", "1975");
      }
      page.finish();
      return tree;
    };

    {
      DrawnPage wide(date(), 1000);
      CHECK(run_of(wide, "Tag")->rect.y == run_of(wide, "Jahr")->rect.y);
    }
    DrawnPage narrow(date(), 320);
    CHECK(run_of(narrow, "Tag")->rect.y == run_of(narrow, "Monat")->rect.y);
    CHECK(run_of(narrow, "Jahr")->rect.y > run_of(narrow, "14")->rect.y + run_of(narrow, "14")->rect.height);
  }
}

}  // namespace stadttor::presentation::imgui
