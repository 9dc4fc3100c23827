#include "presentation/imgui/measured_page.h"

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include <algorithm>
#include <functional>

#include "presentation/imgui/box_styles.h"
#include "semantics/page.h"

namespace stadttor::presentation::imgui {

using semantics::Appearance;
using semantics::NodeIndex;
using semantics::Page;
using semantics::Role;

namespace {

struct Measured {
  explicit Measured(const std::function<void(Page&)>& show) {
    const semantics::ActionQueue nothing;
    Page page(tree, nothing);
    page.set_document("Seite", "de", "ltr");
    {
      auto main = page.main();
      show(page);
    }
    page.finish();
    styles = box_styles_from_tree(tree, Theme(), {});
    boxes = boxes_to_measure(tree, styles);
  }

  const Box* find(Role role, Part part, Shape shape = Shape::Surface) const {
    const auto found = std::find_if(boxes.begin(), boxes.end(), [&](const Box& box) {
      return tree.node(box.node).role == role && box.part == part && box.shape == shape;
    });
    return found == boxes.end() ? nullptr : &*found;
  }

  semantics::Tree tree;
  std::vector<BoxStyle> styles;
  std::vector<Box> boxes;
};

// What is painted in the middle of a sheet of one draw list: how many corners have the colour.
struct Sheet {
  Sheet() : list(&shared) {
    shared.InitialFringeScale = 1;
    shared.CurveTessellationTol = 1.25F;
    shared.SetCircleTessellationMaxError(0.3F);
    shared.ClipRectFullscreen = {0, 0, 1000, 1000};
    list._ResetForNewFrame();
    list.PushTexture(ImTextureRef(ImTextureID{1}));
    list.PushClipRect({0, 0}, {1000, 1000});
  }
  std::ptrdiff_t corners_in(Colour colour) const {
    return std::count_if(list.VtxBuffer.begin(), list.VtxBuffer.end(), [colour](const ImDrawVert& corner) { return corner.col == colour; });
  }

  ImDrawListSharedData shared;
  ImDrawList list;
};

}  // namespace

TEST_SUITE("presentation/imgui/measured_page") {
  TEST_CASE("plain text wants no rectangle, what has a surface or a border does") {
    const Measured plain([](Page& page) { page.paragraph("Text"); });
    const Measured card([](Page& page) {
      auto block = page.block("card", {.look = Appearance::Card});
      page.button("go", "Los", {.look = Appearance::Primary});
    });

    CHECK(plain.boxes.empty());
    CHECK(card.find(Role::Block, Part::Whole) != nullptr);
    CHECK(card.find(Role::Button, Part::Whole) != nullptr);
  }

  TEST_CASE("a field is measured at its control, a choice at its box") {
    const Measured form([](Page& page) {
      page.text_field("name", "Name", "");
      page.checkbox("yes", "Ja", false);
    });

    CHECK(form.find(Role::TextField, Part::Control) != nullptr);
    CHECK(form.find(Role::TextField, Part::Whole) == nullptr);
    CHECK(form.find(Role::Checkbox, Part::Control) != nullptr);
  }

  TEST_CASE("what floats above the text is left to the browser, with all that is in it") {
    const Measured page_with_dialog([](Page& page) {
      auto dialog = page.dialog("ask", 2, "Wirklich?", {.states = states_of(semantics::State::Expanded)});
      page.button("yes", "Ja", {.look = Appearance::Primary});
    });

    CHECK(page_with_dialog.boxes.empty());
  }

  TEST_CASE("a closed disclosure is its frame and its summary; its content is wanted once it is open") {
    const auto measured = [](semantics::States states) {
      return Measured([states](Page& page) {
        auto disclosure = page.disclosure("more", "Mehr", {.states = states});
        page.button("go", "Los", {.look = Appearance::Primary});
      });
    };

    CHECK(measured(0).find(Role::Disclosure, Part::Whole) != nullptr);
    CHECK(measured(0).find(Role::Disclosure, Part::Label) != nullptr);
    CHECK(measured(0).find(Role::Button, Part::Whole) == nullptr);
    CHECK(measured(states_of(semantics::State::Expanded)).find(Role::Button, Part::Whole) != nullptr);
  }

  TEST_CASE("boxes are painted where they were measured, in the part of the page that is shown, and nowhere without a place") {
    Measured page([](Page& content) { content.button("go", "Los", {.look = Appearance::Primary}); });
    const Colour colour = page.boxes.front().style.surface;
    const auto painted = [&](Rect rect, float top) {
      Sheet sheet;
      page.boxes.front().rect = rect;
      paint_measured(sheet.list, page.boxes, {.top = top, .height = 800});
      return sheet.corners_in(colour) > 0;
    };

    CHECK(painted({10, 10, 100, 40}, 0));
    CHECK_FALSE(painted({10, 10, 100, 40}, 2000));
    CHECK(painted({10, 2010, 100, 40}, 2000));
    CHECK_FALSE(painted({10, 10, 0, 0}, 0));
  }

  TEST_CASE("edges lie between two pixels, as browsers put them") {
    Measured page([](Page& content) { content.separator(); });
    page.boxes.front().rect = {10.4F, 20.3F, 100, 1};
    Sheet sheet;

    paint_measured(sheet.list, page.boxes, {.height = 800});

    if (!CHECK(sheet.list.VtxBuffer.Size > 0)) return;
    CHECK(sheet.list.VtxBuffer.front().pos.y == 20);
    CHECK(sheet.list.VtxBuffer.front().pos.x == 10);
  }

  TEST_CASE("under the pointer a button has another surface, a paragraph nothing") {
    Measured page([](Page& content) { content.button("go", "Los", {.look = Appearance::Primary}); });
    Box& button = page.boxes.front();
    button.rect = {10, 10, 100, 40};
    Sheet sheet;

    paint_measured(sheet.list, page.boxes, {.height = 800, .under_pointer = {button.node}});

    CHECK(looks_different_under_pointer(button));
    CHECK(sheet.corners_in(button.style.hover_surface) > 0);
    CHECK(sheet.corners_in(button.style.surface) == 0);
  }

  TEST_CASE("the ring around a field follows its control") {
    const Measured form([](Page& page) { page.text_field("name", "Name", ""); });
    const NodeIndex field = form.find(Role::TextField, Part::Control)->node;

    CHECK(ring_style(form.tree, field, form.styles).focus == form.styles[field].focus);
    CHECK(ring_style(form.tree, field, form.styles).radius == control_style(form.styles[field]).radius);
  }
}

}  // namespace stadttor::presentation::imgui
