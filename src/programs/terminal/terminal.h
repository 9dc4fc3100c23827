// The loop of a terminal: events wake it, the portal settles, a frame is drawn, and it sleeps again. Begins anew when
// nobody is there any more.
#pragma once

#include <functional>
#include <string>

#include "programs/drawing/city_look.h"
#include "programs/terminal/idle_reset.h"
#include "programs/terminal/terminal_visit.h"
#include "programs/terminal/terminal_window.h"

namespace stadttor::terminal {

struct TerminalOptions {
  TerminalVisit::Start start;
  Milliseconds quiet = 120'000;
  Milliseconds warning = 30'000;
  WindowSize size = WindowSize::FullScreen;
  // Told what happens, for tests: "path /de/leistungen", "focus button", "warning", "anew",
  // "note phone". Never what was typed.
  std::function<void(const std::string&)> report = [](const std::string&) {};
};

// Until the window is closed. Errors: as those of TerminalWindow.
Outcome run_terminal(const drawing::CityFiles& files, platform::Clock& clock, drawing::CityLook look, const TerminalOptions& options);

}  // namespace stadttor::terminal
