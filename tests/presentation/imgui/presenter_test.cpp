#include "presentation/imgui/presenter.h"

#include <doctest/doctest.h>

#include "support/drawn_page.h"
#include "support/role_examples.h"

namespace stadttor::presentation::imgui {

using semantics::Page;
using semantics::State;
using testing::described;
using testing::DrawnPage;

namespace {

template <class Build>
semantics::Tree page_of(Build build) {
  semantics::Tree tree;
  const semantics::ActionQueue nothing;
  Page page(tree, nothing);
  page.set_document("Seite", "de", "ltr");
  build(page);
  page.finish();
  return tree;
}

semantics::Tree form_page() {
  return page_of([](Page& page) {
    auto main = page.main();
    page.heading(1, "Antrag");
    auto form = page.form("form", "Antrag");
    page.text_field("name", "Name", "");
    page.text_area("message", "Nachricht", "Guten Tag");
    page.checkbox("agree", "Einverstanden", false);
    {
      auto group = page.radio_group("size", "Größe", "small");
      page.radio("small", "klein");
      page.radio("large", "groß");
    }
    {
      auto select = page.select("colour", "Farbe", "red");
      page.option("red", "rot", {.states = states_of(State::Selected)});
      page.option("blue", "blau");
    }
    page.file_field("proof", "Nachweis");
    page.button("send", "Absenden", {.look = semantics::Appearance::Primary});
    page.link("help", "Hilfe", "/de/seiten/hilfe");
  });
}

}  // namespace

TEST_SUITE("presenter") {
  TEST_CASE("the Tab key goes through everything that can be operated, in reading order, and back") {
    DrawnPage drawn(form_page());
    std::string order;
    for (int i = 0; i < 9; ++i) {
      drawn.presses_key(ImGuiKey_Tab);
      order.append(drawn.focused_name()).append(" ");
    }
    CHECK(order == "Name Nachricht Einverstanden klein Farbe Nachweis Absenden Hilfe Name ");
    drawn.presses_key(ImGuiKey_Tab, ImGuiMod_Shift);
    CHECK(drawn.focused_name() == "Hilfe");
  }

  TEST_CASE("what is typed into a field comes as its value, letter by letter or at once") {
    DrawnPage drawn(form_page());
    drawn.presses_key(ImGuiKey_Tab);
    drawn.plays(2);
    CHECK(described(drawn.types("Ärger"), drawn.tree()) == "set value Name = Ärger");
    CHECK(described(drawn.presses_key(ImGuiKey_Backspace), drawn.tree()) == "set value Name = Ärge");
  }

  TEST_CASE("on a page that runs from right to left a click and the arrows go where letters are seen") {
    const auto field = [](const char* value) {
      semantics::Tree tree;
      const semantics::ActionQueue nothing;
      Page page(tree, nothing);
      page.set_document("Seite", "ar", "rtl");
      {
        auto main = page.main();
        auto form = page.form("form", "Antrag");
        page.text_field("name", "Name", value);
      }
      page.finish();
      return tree;
    };
    DrawnPage drawn(field("\u0628\u0628"));
    const Rect rect = drawn.presenter().targets().rect_of(drawn.find("textbox", "Name"));
    const auto clicks_from_right = [&](float away) { drawn.clicks_at(rect.right() - away, rect.y + rect.height / 2); };
    clicks_from_right(4);
    CHECK(described(drawn.types("1"), drawn.tree()) == "set value Name = 1\u0628\u0628");
    clicks_from_right(rect.width / 2);
    CHECK(described(drawn.types("2"), drawn.tree()) == "set value Name = 1\u0628\u06282");
    // To the right is back, where letters run to the left.
    drawn.presses_key(ImGuiKey_RightArrow);
    drawn.presses_key(ImGuiKey_RightArrow);
    CHECK(described(drawn.types("\u0627"), drawn.tree()) == "set value Name = 1\u0628\u0627\u06282");
  }

  TEST_CASE("Enter in a field of one line sends its form, and the citizen stays in the field") {
    DrawnPage drawn(form_page());
    drawn.presses_key(ImGuiKey_Tab);
    drawn.plays(2);
    CHECK(described(drawn.presses_key(ImGuiKey_Enter), drawn.tree()) == "submit Antrag");
    drawn.plays(3);
    CHECK(described(drawn.types("a"), drawn.tree()) == "set value Name = a");
  }

  TEST_CASE("Enter in a text area begins a new line") {
    DrawnPage drawn(form_page());
    drawn.presses_key(ImGuiKey_Tab);
    drawn.presses_key(ImGuiKey_Tab);
    drawn.plays(2);
    drawn.presses_key(ImGuiKey_End);
    CHECK(described(drawn.presses_key(ImGuiKey_Enter), drawn.tree()).find("set value Nachricht = ") == 0);
  }

  TEST_CASE("a click ticks a checkbox, chooses a radio button, presses a button and follows a link") {
    DrawnPage drawn(form_page(), 1000, 1600);
    CHECK(described(drawn.clicks("checkbox", "Einverstanden"), drawn.tree()) == "focus Einverstanden, set checked Einverstanden = 1");
    CHECK(described(drawn.clicks("radio", "groß"), drawn.tree()) == "blur Einverstanden, focus groß, choose Größe = large");
    CHECK(described(drawn.clicks("button", "Absenden"), drawn.tree()) == "blur groß, focus Absenden, press Absenden, submit Antrag");
    CHECK(described(drawn.clicks("link", "Hilfe"), drawn.tree()) == "blur Absenden, focus Hilfe, press Hilfe = /de/seiten/hilfe");
  }

  TEST_CASE("the label of a checkbox is part of its target") {
    DrawnPage drawn(form_page());
    const Rect box = drawn.presenter().targets().rect_of(drawn.find("checkbox", "Einverstanden"));
    CHECK(described(drawn.clicks_at(box.right() + 60, box.y + 10), drawn.tree()).find("set checked") != std::string::npos);
  }

  TEST_CASE("arrows choose among radio buttons and options, and a list has ends") {
    DrawnPage drawn(form_page());
    for (int i = 0; i < 4; ++i) drawn.presses_key(ImGuiKey_Tab);
    CHECK(described(drawn.presses_key(ImGuiKey_DownArrow), drawn.tree()) == "choose Größe = large, blur klein, focus groß");
    drawn.presses_key(ImGuiKey_Tab);
    CHECK(drawn.focused_name() == "Farbe");
    CHECK(described(drawn.presses_key(ImGuiKey_DownArrow), drawn.tree()) == "choose Farbe = blue");
    CHECK(described(drawn.presses_key(ImGuiKey_UpArrow), drawn.tree()).empty());
  }

  TEST_CASE("a select opens its list, and what is clicked there is chosen") {
    DrawnPage drawn(form_page(), 1000, 1600);
    drawn.clicks("select", "Farbe");
    drawn.plays(1);
    CHECK(drawn.presenter().targets().is_shown(drawn.find("option", "blau")));
    CHECK(described(drawn.clicks("option", "blau"), drawn.tree()) == "choose Farbe = blue");
    drawn.plays(1);
    CHECK_FALSE(drawn.presenter().targets().is_shown(drawn.find("option", "blau")));
  }

  TEST_CASE("Space and Enter press what has the focus; a link only answers Enter") {
    DrawnPage drawn(form_page(), 1000, 1600);
    for (int i = 0; i < 3; ++i) drawn.presses_key(ImGuiKey_Tab);
    CHECK(described(drawn.presses_key(ImGuiKey_Space), drawn.tree()) == "set checked Einverstanden = 1");
    drawn.presses_key(ImGuiKey_Tab, ImGuiMod_Shift);
    drawn.clicks("link", "Hilfe");
    CHECK(described(drawn.presses_key(ImGuiKey_Space), drawn.tree()).empty());
    CHECK(described(drawn.presses_key(ImGuiKey_Enter), drawn.tree()) == "press Hilfe = /de/seiten/hilfe");
  }

  TEST_CASE("a disabled button is neither reached nor pressed") {
    DrawnPage drawn(page_of([](Page& page) {
      auto main = page.main();
      page.button("send", "Absenden", {.states = states_of(State::Disabled)});
    }));
    CHECK(drawn.presenter().targets().stops().empty());
    CHECK(drawn.clicks("button", "Absenden").empty());
  }

  TEST_CASE("a disclosure opens and closes by itself, and what it holds is reached only when it is open") {
    DrawnPage drawn(page_of([](Page& page) {
      auto main = page.main();
      auto more = page.disclosure("more", "Mehr");
      page.link("inside", "Darin", "/de/");
    }));
    CHECK(drawn.presenter().targets().stops().size() == 1);
    CHECK(described(drawn.clicks("disclosure", "Mehr"), drawn.tree()) == "focus Mehr, open Mehr");
    drawn.plays(1);
    CHECK(drawn.presenter().targets().stops().size() == 2);
    CHECK(described(drawn.presses_key(ImGuiKey_Enter), drawn.tree()) == "close Mehr");
    drawn.plays(1);
    CHECK(drawn.presenter().targets().stops().size() == 1);
  }

  TEST_CASE("the skip link comes into sight with the focus and leads the Tab key to the content") {
    DrawnPage drawn(page_of([](Page& page) {
      page.link("skip", "Zum Inhalt springen", "#inhalt", {.look = semantics::Appearance::SkipLink});
      {
        auto banner = page.banner();
        page.link("menu", "Leistungen", "/de/leistungen");
      }
      auto main = page.main();
      page.heading(1, "Willkommen", {.anchor = "inhalt"});
      page.link("first", "Hund anmelden", "/de/leistungen/hund-anmelden");
    }));
    const auto skip = drawn.find("link", "Zum Inhalt springen");
    CHECK(drawn.presenter().targets().rect_of(skip).bottom() < 0);
    drawn.presses_key(ImGuiKey_Tab);
    CHECK(drawn.presenter().targets().rect_of(skip).y >= 0);
    drawn.presses_key(ImGuiKey_Enter);
    drawn.presses_key(ImGuiKey_Tab);
    CHECK(drawn.focused_name() == "Hund anmelden");
    CHECK(drawn.presenter().targets().rect_of(skip).bottom() < 0);
  }

  TEST_CASE("a page that is shown after another lies above it") {
    DrawnPage drawn(form_page());
    Presenter above(drawn.fonts(), [](std::string_view, PictureKind, int, int) { return Raster(); }, [](std::string_view) { return 1.0F; }, "above");
    above.show(form_page());
    drawn.after_page = [&above] { above.frame(); };
    drawn.clicks("textbox", "Name");
    const auto& lists = ImGui::GetDrawData()->CmdLists;
    if (!CHECK(lists.Size >= 2)) return;
    CHECK(std::string(lists[lists.Size - 1]->_OwnerName) == "above");
    drawn.after_page = {};
  }

  TEST_CASE("a modal dialog keeps pointer and keys to itself") {
    DrawnPage drawn(page_of([](Page& page) {
      auto main = page.main();
      page.button("outside", "Draußen");
      auto dialog = page.dialog("dialog", 2, "Wirklich?", {.states = State::Expanded | State::Modal});
      page.button("yes", "Ja");
    }));
    CHECK(drawn.clicks("button", "Draußen").empty());
    drawn.presses_key(ImGuiKey_Tab);
    CHECK(drawn.focused_name() == "Ja");
    drawn.presses_key(ImGuiKey_Tab);
    CHECK(drawn.focused_name() == "Ja");
  }

  TEST_CASE("arrows in a combo box and the Enter key on its active option reach the engine") {
    DrawnPage drawn(testing::example_tree(1), 1000, 1600);
    drawn.clicks("combobox", "Suchwort");
    drawn.plays(2);
    CHECK(described(drawn.presses_key(ImGuiKey_DownArrow), drawn.tree()) == "next Suchwort");
    CHECK(described(drawn.presses_key(ImGuiKey_Enter), drawn.tree()) == "press Hund anmelden");
    CHECK(described(drawn.presses_key(ImGuiKey_Escape), drawn.tree()) == "close Suchwort");
    CHECK(described(drawn.clicks("option", "Hund abmelden"), drawn.tree()) == "press Hund abmelden");
    CHECK(drawn.focused_name() == "Suchwort");
  }

  TEST_CASE("focus and typed text survive a new tree, and what the engine makes of it is taken over") {
    DrawnPage drawn(form_page());
    drawn.presses_key(ImGuiKey_Tab);
    drawn.plays(2);
    drawn.types("mül");
    drawn.presenter().show(page_of([](Page& page) {
      auto main = page.main();
      page.heading(1, "Antrag");
      page.paragraph("Neu hinzugekommen");
      auto form = page.form("form", "Antrag");
      page.text_field("name", "Name", "Mül");
    }));
    drawn.plays(2);
    CHECK(drawn.focused_name() == "Name");
    CHECK(described(drawn.types("l"), drawn.tree()) == "set value Name = Müll");
  }

  TEST_CASE("a press that becomes a movement of the page presses nothing") {
    DrawnPage drawn(page_of([](Page& page) {
      auto main = page.main();
      for (int i = 0; i < 60; ++i) page.paragraph("Zeile");
      page.button("deep", "Unten");
    }));
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(100, 700);
    io.AddMouseButtonEvent(0, true);
    drawn.plays(3);
    io.AddMousePosEvent(100, 300);
    drawn.plays(2);
    CHECK(drawn.presenter().scroll() > 300);
    io.AddMouseButtonEvent(0, false);
    CHECK(drawn.plays(3).empty());
  }

  TEST_CASE("what is pressed while the page changes is pressed, wherever it stands in the new tree") {
    const auto page_with = [](int lines_behind, const char* first) {
      return page_of([=](Page& page) {
        auto main = page.main();
        auto form = page.form("form", "Antrag");
        if (first != nullptr) page.link("first", first, "/de/");
        page.button("go", "Weiter", {.look = semantics::Appearance::Secondary});
        for (int i = 0; i < lines_behind; ++i) page.paragraph("Zeile");
      });
    };
    DrawnPage drawn(page_with(3, nullptr));
    const Rect before = drawn.presenter().targets().rect_of(drawn.find("button", "Weiter"));
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(before.x + 20, before.y + before.height / 2);
    io.AddMouseButtonEvent(0, true);
    drawn.plays(2);
    // Meanwhile the engine answers: there is one more, before what is pressed.
    drawn.presenter().show(page_with(3, "Neu"));
    drawn.plays(1);
    const Rect after = drawn.presenter().targets().rect_of(drawn.find("button", "Weiter"));
    io.AddMousePosEvent(after.x + 20, after.y + 2);
    io.AddMouseButtonEvent(0, false);
    CHECK(described(drawn.plays(3), drawn.tree()) == "press Weiter");
    // Or it is gone: then nothing is.
    drawn.presenter().show(page_with(0, "Neu"));
    io.AddMouseButtonEvent(0, true);
    drawn.plays(2);
    drawn.presenter().show(semantics::Tree());
    io.AddMousePosEvent(300, 300);
    drawn.plays(2);
    io.AddMouseButtonEvent(0, false);
    CHECK(drawn.plays(3).empty());
  }

  TEST_CASE("the focus can be sent into a page that was not drawn yet, and comes into view there") {
    DrawnPage drawn(page_of([](Page& page) { page.paragraph("Kurz"); }));
    const semantics::Tree longer = page_of([](Page& page) {
      auto main = page.main();
      for (int i = 0; i < 200; ++i) page.paragraph("Zeile");
      page.button("deep", "Unten");
    });
    const semantics::NodeKey button = longer.node(static_cast<semantics::NodeIndex>(longer.size() - 1)).key;
    drawn.presenter().show(longer);
    drawn.presenter().focus(button);
    CHECK(described(drawn.plays(1), drawn.tree()) == "focus Unten");
    const Rect rect = drawn.presenter().targets().rect_of(drawn.find("button", "Unten"));
    CHECK(rect.y > 800);
    CHECK(rect.bottom() <= drawn.presenter().scroll() + 800);
  }

  TEST_CASE("what gets the focus by keys comes into view") {
    DrawnPage drawn(page_of([](Page& page) {
      auto main = page.main();
      for (int i = 0; i < 60; ++i) page.paragraph("Zeile");
      page.button("deep", "Unten");
    }));
    drawn.presses_key(ImGuiKey_Tab);
    const Rect button = drawn.presenter().targets().rect_of(drawn.find("button", "Unten"));
    CHECK(button.y >= drawn.presenter().scroll());
    CHECK(button.bottom() <= drawn.presenter().scroll() + 800);
  }

  TEST_CASE("a live region that changes is announced, and no frame is wanted when nothing happens") {
    const auto with_status = [](const char* text) { return page_of([text](Page& page) { page.status("saved", text); }); };
    DrawnPage drawn(with_status("wird gespeichert"));
    drawn.presenter().show(with_status("gespeichert"));
    if (!CHECK(drawn.presenter().announcements().size() == 1)) return;
    CHECK(drawn.presenter().announcements()[0] == "gespeichert");
    drawn.presenter().show(with_status("gespeichert"));
    CHECK(drawn.presenter().announcements().empty());
    drawn.plays(5);
    CHECK_FALSE(drawn.presenter().wants_frame());
  }

  TEST_CASE("every role there is can be shown, in every variant and width") {
    for (int variant = 0; variant < testing::kExampleVariants; ++variant) {
      for (const float width : {320.0F, 1280.0F}) {
        DrawnPage drawn(testing::example_tree(variant), width);
        CHECK(drawn.presenter().page().height > 1000);
        for (const TextRun& run : drawn.presenter().page().runs) {
          CHECK_MESSAGE(run.rect.right() <= width + 1, std::string(run.text));
        }
      }
    }
  }
}

}  // namespace stadttor::presentation::imgui
