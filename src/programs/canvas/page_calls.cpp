// What JavaScript may call where an instance of the canvas module draws a whole page (web/canvas/page_drawing.js). Keys of
// nodes come in two halves of 32 bits, rectangles as four floats each: x, y, width, height in CSS pixels.
#include <emscripten.h>

#include <cstring>

#include "programs/canvas/page_on_canvas.h"

EM_JS(void, stadttor_page_use_context, (), {
  GL.makeContextCurrent(GL.registerContext(Module['host'].context, { majorVersion : 2, minorVersion : 0, enableExtensionsByDefault : 0 }));
});

namespace {

using stadttor::presentation::imgui::Brightness;
using stadttor::presentation::imgui::Rect;
using stadttor::semantics::NodeKey;

struct PageCalls {
  std::vector<std::uint8_t> bytes;  // what JavaScript hands over with the next call
  std::string names = stadttor::programs::names_of_look();
  const std::vector<stadttor::programs::WantedRectangle>* wanted = nullptr;
  stadttor::programs::PageOnCanvas page;
};

PageCalls& calls() {
  static PageCalls instance;
  return instance;
}

NodeKey key_from(unsigned high, unsigned low) { return static_cast<NodeKey>(std::uint64_t{high} << 32U | low); }

std::vector<Rect> handed_over_rectangles() {
  std::vector<Rect> rectangles(calls().bytes.size() / sizeof(Rect));
  std::memcpy(rectangles.data(), calls().bytes.data(), rectangles.size() * sizeof(Rect));
  return rectangles;
}

}  // namespace

extern "C" {

// A place for `size` bytes that the next call reads.
EMSCRIPTEN_KEEPALIVE std::uint8_t* stadttor_page_bytes(int size) {
  calls().bytes.resize(static_cast<std::size_t>(size));
  return calls().bytes.data();
}

// False where the context cannot be drawn with.
EMSCRIPTEN_KEEPALIVE int stadttor_page_begin() {
  stadttor_page_use_context();
  return calls().page.begin() ? 1 : 0;
}

// The handed-over bytes are changes of the page's tree. False where they do not fit the tree.
EMSCRIPTEN_KEEPALIVE int stadttor_page_changes() { return calls().page.change(calls().bytes) ? 1 : 0; }

// Custom properties that the look is made of, one a line.
EMSCRIPTEN_KEEPALIVE const char* stadttor_page_names() { return calls().names.data(); }
EMSCRIPTEN_KEEPALIVE int stadttor_page_names_size() { return static_cast<int>(calls().names.size()); }

// The handed-over bytes are lines "custom-property value".
EMSCRIPTEN_KEEPALIVE void stadttor_page_look(int is_dark) {
  const std::string_view lines(reinterpret_cast<const char*>(calls().bytes.data()), calls().bytes.size());
  calls().page.set_look(lines, is_dark != 0 ? Brightness::Dark : Brightness::Light);
}

EMSCRIPTEN_KEEPALIVE void stadttor_page_size(double width, double height, double ratio) {
  calls().page.resize(static_cast<float>(width), static_cast<float>(height), static_cast<float>(ratio));
}

// How many rectangles are wanted; at stadttor_page_wanted_list three numbers for each: key's halves, part.
EMSCRIPTEN_KEEPALIVE int stadttor_page_wanted(double page_width) {
  calls().wanted = &calls().page.wanted(static_cast<float>(page_width));
  return static_cast<int>(calls().wanted->size());
}
EMSCRIPTEN_KEEPALIVE const void* stadttor_page_wanted_list() { return calls().wanted == nullptr ? nullptr : calls().wanted->data(); }

// The handed-over bytes are the wanted rectangles.
EMSCRIPTEN_KEEPALIVE void stadttor_page_place() { calls().page.place(handed_over_rectangles()); }

// True where something looks different from now on.
EMSCRIPTEN_KEEPALIVE int stadttor_page_hover(unsigned high, unsigned low) { return calls().page.hover(key_from(high, low)) ? 1 : 0; }

// The handed-over bytes are the rectangles with a ring.
EMSCRIPTEN_KEEPALIVE void stadttor_page_ring(unsigned high, unsigned low) { calls().page.ring(key_from(high, low), handed_over_rectangles()); }

EMSCRIPTEN_KEEPALIVE void stadttor_page_draw(double top) { calls().page.draw(static_cast<float>(top)); }

}  // extern "C"
