// The window of a terminal: SDL2, OpenGL and Dear ImGui's own backends for both. Owns Dear ImGui's context.
#pragma once

#include <functional>
#include <memory>

#include "foundation/result.h"
#include "programs/terminal/idle_reset.h"

namespace stadttor::terminal {

enum class WindowSize : unsigned char { FullScreen, Window };

class TerminalWindow {
 public:
  // Errors: NotSupported where there is no screen or no OpenGL.
  static Result<std::unique_ptr<TerminalWindow>> open(WindowSize size);
  ~TerminalWindow();
  TerminalWindow(const TerminalWindow&) = delete;
  TerminalWindow& operator=(const TerminalWindow&) = delete;

  struct Events {
    bool has_input = false;    // a citizen did something
    bool has_movement = false; // the pointer moved, or a window came under it
    bool needs_frame = false;  // also when the window was uncovered or resized
    bool is_closed = false;
  };
  // Sleeps until there is an event, at most `patience`; negative: as long as it takes. What comes faster than frames are
  // drawn waits for the next ones.
  Events wait(Milliseconds patience);
  void draw(const std::function<void()>& show_pages, unsigned background);
  Milliseconds now() const;

 private:
  struct Parts;
  explicit TerminalWindow(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace stadttor::terminal
