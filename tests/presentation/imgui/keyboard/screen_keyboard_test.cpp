#include "presentation/imgui/keyboard/screen_keyboard.h"

#include <doctest/doctest.h>

#include "semantics/page.h"
#include "support/drawn_page.h"

namespace stadttor::presentation::imgui {

using semantics::Page;
using testing::described;
using testing::DrawnPage;

namespace {

semantics::Tree page_with_field(const char* language, const char* direction) {
  semantics::Tree tree;
  const semantics::ActionQueue nothing;
  Page page(tree, nothing);
  page.set_document("Seite", language, direction);
  {
    auto main = page.main();
    for (int i = 0; i < 11; ++i) page.paragraph("Zeile");
    auto form = page.form("form", "Antrag");
    page.text_field("name", "Name", "");
    page.button("other", "Andere");
    for (int i = 0; i < 20; ++i) page.paragraph("Zeile");
  }
  page.finish();
  return tree;
}

// A page and its keyboard, put together as a terminal does it.
struct Typing {
  DrawnPage drawn;
  ScreenKeyboard keyboard;

  explicit Typing(const char* language = "de", float width = 1000, float height = 700)
      : drawn(page_with_field(language, std::string_view(language) == "ar" ? "rtl" : "ltr"), width, height), keyboard(drawn.fonts()) {
    drawn.before_page = [this] {
      if (keyboard.answer()) drawn.presenter().do_without_keyboard();
      if (drawn.presenter().wants_keyboard()) {
        keyboard.show(drawn.tree().language, FirstKeys::Letters, kRemOfPage);
      } else {
        keyboard.hide();
      }
      drawn.presenter().set_covered(keyboard.height());
    };
    drawn.after_page = [this] { keyboard.draw(Theme()); };
  }
  // The page may have moved under the field: only where it is now is asked.
  semantics::ActionQueue goes_to_field() { return drawn.clicks("textbox", "Name"); }
  semantics::ActionQueue presses(KeyAction action, std::string_view text = {}) {
    for (const ScreenKeyboard::Key& key : keyboard.keys()) {
      if (key.cap.action == action && (text.empty() || key.cap.text == text)) {
        return drawn.clicks_at(key.rect.x + key.rect.width / 2, key.rect.y + key.rect.height / 2);
      }
    }
    return {};
  }
  std::string types(std::string_view text) { return described(presses(KeyAction::Type, text), drawn.tree()); }
};

}  // namespace

TEST_SUITE("keyboard/screen") {
  TEST_CASE("it comes when a field was reached with the pointer, not with keys, and goes with the focus") {
    Typing typing;
    typing.drawn.presses_key(ImGuiKey_Tab);
    CHECK(typing.drawn.focused_name() == "Name");
    CHECK_FALSE(typing.keyboard.is_shown());
    typing.goes_to_field();
    CHECK(typing.keyboard.is_shown());
    typing.drawn.presses_key(ImGuiKey_Tab);
    CHECK_FALSE(typing.keyboard.is_shown());
  }

  TEST_CASE("what its keys say stands in the field, which keeps the focus") {
    Typing typing;
    typing.goes_to_field();
    CHECK(typing.types("m") == "set value Name = m");
    CHECK(typing.types("ü") == "set value Name = mü");
    CHECK(described(typing.presses(KeyAction::Backspace), typing.drawn.tree()) == "set value Name = m");
    typing.presses(KeyAction::Left);
    CHECK(typing.types("ß") == "set value Name = ßm");
    CHECK(typing.drawn.focused_name() == "Name");
    CHECK(described(typing.presses(KeyAction::Enter), typing.drawn.tree()) == "submit Antrag");
  }

  TEST_CASE("capitals are for one letter, and a real keyboard still works") {
    Typing typing;
    typing.goes_to_field();
    typing.presses(KeyAction::Shift);
    CHECK(typing.types("Ä") == "set value Name = Ä");
    CHECK(typing.types("h") == "set value Name = Äh");
    CHECK(described(typing.drawn.types("m"), typing.drawn.tree()) == "set value Name = Ähm");
    typing.presses(KeyAction::Signs);
    CHECK(typing.types("7") == "set value Name = Ähm7");
  }

  TEST_CASE("it does not hide the field it types into") {
    Typing typing;
    typing.goes_to_field();
    const Rect field = typing.drawn.presenter().targets().rect_of(typing.drawn.find("textbox", "Name"));
    CHECK(field.y - typing.drawn.presenter().scroll() > 0);
    CHECK(field.bottom() - typing.drawn.presenter().scroll() < 700 - typing.keyboard.height());
  }

  TEST_CASE("a press on it, or beside its keys, is none on the page behind it") {
    Typing typing;
    typing.goes_to_field();
    CHECK(typing.drawn.clicks_at(2, 698).empty());
    CHECK(typing.drawn.focused_name() == "Name");
    CHECK(typing.keyboard.is_shown());
    CHECK(described(typing.drawn.types("a"), typing.drawn.tree()) == "set value Name = a");
  }

  TEST_CASE("put away it stays away, until the field is pressed again") {
    Typing typing;
    typing.goes_to_field();
    typing.presses(KeyAction::Hide);
    typing.drawn.plays(3);
    CHECK_FALSE(typing.keyboard.is_shown());
    CHECK(typing.drawn.focused_name() == "Name");
    typing.goes_to_field();
    CHECK(typing.keyboard.is_shown());
  }

  TEST_CASE("its keys are large enough for a finger and lie within the window, however narrow") {
    for (const float width : {600.0F, 1280.0F}) {
      Typing typing("uk", width, 800);
      typing.goes_to_field();
      if (!CHECK(typing.keyboard.is_shown())) return;
      for (const ScreenKeyboard::Key& key : typing.keyboard.keys()) {
        CHECK(key.rect.width >= 24);
        CHECK(key.rect.height >= 40);
        CHECK(key.rect.x >= 0);
        CHECK(key.rect.right() <= width);
        CHECK(key.rect.bottom() <= 800);
      }
      CHECK(typing.keyboard.height() <= 400);
    }
  }

  TEST_CASE("letters of another script follow each other as they are typed") {
    Typing typing("ar");
    typing.goes_to_field();
    CHECK(typing.types("س") == "set value Name = س");
    CHECK(typing.types("ل") == "set value Name = سل");
    typing.presses(KeyAction::OtherScript);
    CHECK(typing.types("ö") == "set value Name = سلö");
  }
}

}  // namespace stadttor::presentation::imgui
