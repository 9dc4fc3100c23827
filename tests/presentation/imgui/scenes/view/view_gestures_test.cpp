#include "presentation/imgui/scenes/view/view_gestures.h"

#include <doctest/doctest.h>

using namespace stadttor::presentation::imgui::view;

namespace {

const WorldBox kWorld{{0, 0}, {1, 1}};

struct Hand {
  Viewport viewport{kWorld, 0, 18};
  ViewGestures gestures;

  explicit Hand(Motion motion = Motion::Full) : gestures(motion) {
    viewport.resize(800, 600);
    viewport.look_at({0.5, 0.5}, 8);
  }

  // Ten pixels to the right each sixtieth of a second.
  void drag(int steps) {
    gestures.press(1, {100, 100}, 0);
    for (int i = 1; i <= steps; ++i) gestures.move(1, {100.0 + 10 * i, 100}, i / 60.0, viewport);
  }
};

}  // namespace

TEST_SUITE("presentation/imgui/scenes/view") {
  TEST_CASE("a press that stays where it is chooses; one that moves pans") {
    Hand still;
    still.gestures.press(1, {100, 100}, 0);
    still.gestures.move(1, {102, 101}, 0.05, still.viewport);
    CHECK(still.gestures.release(1, 0.1));
    CHECK(still.viewport.middle().x == 0.5);

    Hand moving;
    const WorldPoint held = moving.viewport.world_from_screen({100, 100});
    moving.drag(10);
    CHECK(moving.viewport.screen_from_world(held).x == doctest::Approx(200));
    CHECK_FALSE(moving.gestures.release(1, 10 / 60.0));
  }

  TEST_CASE("a thrown map glides on, slows down and comes to rest") {
    Hand hand;
    hand.drag(10);
    hand.gestures.release(1, 10 / 60.0);
    const double before = hand.viewport.middle().x;

    int frames = 0;
    while (hand.gestures.advance(1 / 60.0, hand.viewport) && frames < 1000) ++frames;

    CHECK(hand.viewport.middle().x < before);
    CHECK(frames > 10);
    CHECK(frames < 120);  // two seconds at most
    CHECK_FALSE(hand.gestures.advance(1 / 60.0, hand.viewport));
  }

  TEST_CASE("who asks for less motion during a visit stops what glides, and nothing glides afterwards") {
    Hand hand;
    hand.drag(10);
    hand.gestures.release(1, 10 / 60.0);
    CHECK(hand.gestures.advance(1 / 60.0, hand.viewport));

    hand.gestures.set_motion(Motion::Reduced);
    CHECK_FALSE(hand.gestures.advance(1 / 60.0, hand.viewport));
    hand.drag(10);
    hand.gestures.release(1, 10 / 60.0);
    CHECK_FALSE(hand.gestures.advance(1 / 60.0, hand.viewport));

    hand.gestures.set_motion(Motion::Full);
    hand.drag(10);
    hand.gestures.release(1, 10 / 60.0);
    CHECK(hand.gestures.advance(1 / 60.0, hand.viewport));
  }

  TEST_CASE("a hand that rests before letting go does not throw") {
    Hand hand;
    hand.drag(10);
    hand.gestures.release(1, 2.0);
    CHECK_FALSE(hand.gestures.advance(1 / 60.0, hand.viewport));
  }

  TEST_CASE("who wants less motion gets no glide") {
    Hand hand(Motion::Reduced);
    hand.drag(10);
    hand.gestures.release(1, 10 / 60.0);
    CHECK_FALSE(hand.gestures.advance(1 / 60.0, hand.viewport));
  }

  TEST_CASE("a glide ends at the map's edge") {
    Hand hand;
    hand.viewport.look_at({0, 0}, 8);
    hand.drag(10);
    hand.gestures.release(1, 10 / 60.0);
    CHECK_FALSE(hand.gestures.advance(1 / 60.0, hand.viewport));
  }

  TEST_CASE("two fingers zoom where they are, and choose nothing") {
    Hand hand;
    const WorldPoint held = hand.viewport.world_from_screen({400, 300});
    hand.gestures.press(1, {350, 300}, 0);
    hand.gestures.press(2, {450, 300}, 0);

    hand.gestures.move(1, {300, 300}, 0.1, hand.viewport);
    hand.gestures.move(2, {500, 300}, 0.1, hand.viewport);

    CHECK(hand.viewport.zoom() == doctest::Approx(9));
    CHECK(hand.viewport.screen_from_world(held).x == doctest::Approx(400));
    CHECK_FALSE(hand.gestures.release(1, 0.2));
    CHECK_FALSE(hand.gestures.release(2, 0.3));
  }

  TEST_CASE("keys pan and zoom, the wheel zooms at the pointer") {
    Hand hand;
    CHECK(hand.gestures.key(SceneKey::Right, hand.viewport));
    CHECK(hand.viewport.middle().x > 0.5);
    CHECK(hand.gestures.key(SceneKey::Up, hand.viewport));
    CHECK(hand.viewport.middle().y < 0.5);
    CHECK(hand.gestures.key(SceneKey::ZoomIn, hand.viewport));
    CHECK(hand.viewport.zoom() > 8);
    CHECK_FALSE(hand.gestures.key(SceneKey::ShowAll, hand.viewport));

    const WorldPoint held = hand.viewport.world_from_screen({50, 60});
    hand.gestures.wheel(-1, {50, 60}, hand.viewport);
    CHECK(hand.viewport.screen_from_world(held).x == doctest::Approx(50));
  }
}
