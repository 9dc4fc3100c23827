#include "programs/terminal/terminal_window.h"

#include <SDL.h>
#include <SDL_opengl.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_impl_sdl2.h>
#include <imgui_internal.h>

#include <algorithm>

namespace stadttor::terminal {

struct TerminalWindow::Parts {
  SDL_Window* window = nullptr;
  SDL_GLContext context = nullptr;
  bool has_imgui = false;
};

namespace {

constexpr int kWidth = 1280;
constexpr int kHeight = 800;
constexpr float kLongestFrame = 0.05F;  // in seconds

Error no_window() { return {ErrorKind::NotSupported, "the terminal's window", SDL_GetError(), NextStep::CorrectInput}; }

bool is_input(const SDL_Event& event) {
  switch (event.type) {
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEWHEEL:
    case SDL_KEYDOWN:
    case SDL_TEXTINPUT:
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION: return true;
    default: return false;
  }
}

// Its frame is drawn before anything else is taken in: ImGui would take the release of Shift into the same frame as the
// press of Tab.
bool is_chord(const SDL_Event& event) {
  return event.type == SDL_KEYDOWN && (event.key.keysym.mod & (KMOD_SHIFT | KMOD_CTRL | KMOD_ALT | KMOD_GUI)) != 0;
}

// A press counts where it was made. What ImGui knows of the pointer may be older, or that it left the window: between a
// movement and a press there may be frames, and what windows say about the pointer while a button is down.
void move_pointer_to_press(const SDL_MouseButtonEvent& button) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(button.which == SDL_TOUCH_MOUSEID ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  io.AddMousePosEvent(static_cast<float>(button.x), static_cast<float>(button.y));
}

}  // namespace

TerminalWindow::TerminalWindow(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Result<std::unique_ptr<TerminalWindow>> TerminalWindow::open(WindowSize size) {
  // A terminal has no one who would answer a screen saver.
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return no_window();
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 3);
  const Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_ALLOW_HIGHDPI | (size == WindowSize::FullScreen ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_RESIZABLE);
  auto window = std::unique_ptr<TerminalWindow>(new TerminalWindow(std::make_unique<Parts>()));
  Parts& parts = *window->parts_;
  parts.window = SDL_CreateWindow("Stadttor", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, kWidth, kHeight, flags);
  if (parts.window == nullptr) return no_window();
  parts.context = SDL_GL_CreateContext(parts.window);
  if (parts.context == nullptr) return no_window();
  SDL_GL_SetSwapInterval(1);
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui::GetIO().ConfigInputTextCursorBlink = false;
  ImGui_ImplSDL2_InitForOpenGL(parts.window, parts.context);
  ImGui_ImplOpenGL3_Init("#version 330");
  parts.has_imgui = true;
  return window;
}

TerminalWindow::~TerminalWindow() {
  if (parts_->has_imgui) {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplSDL2_Shutdown();
    ImGui::DestroyContext();
  }
  if (parts_->context != nullptr) SDL_GL_DeleteContext(parts_->context);
  if (parts_->window != nullptr) SDL_DestroyWindow(parts_->window);
  SDL_Quit();
}

TerminalWindow::Events TerminalWindow::wait(Milliseconds patience) {
  Events events;
  // ImGui spreads what came at once over several frames. Nothing is added before it is through.
  events.needs_frame = !ImGui::GetCurrentContext()->InputEventsQueue.empty();
  if (events.needs_frame) return events;
  SDL_Event event;
  bool has_event = patience < 0 ? SDL_WaitEvent(&event) != 0 : SDL_WaitEventTimeout(&event, static_cast<int>(std::min<Milliseconds>(patience, 60'000))) != 0;
  for (; has_event; has_event = !is_chord(event) && SDL_PollEvent(&event) != 0) {
    if (event.type == SDL_MOUSEBUTTONDOWN || event.type == SDL_MOUSEBUTTONUP) move_pointer_to_press(event.button);
    ImGui_ImplSDL2_ProcessEvent(&event);
    events.needs_frame = true;
    events.has_input = events.has_input || is_input(event);
    events.has_movement = events.has_movement || event.type == SDL_MOUSEMOTION;
    events.is_closed = events.is_closed || event.type == SDL_QUIT;
  }
  return events;
}

void TerminalWindow::draw(const std::function<void()>& show_pages, unsigned background) {
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplSDL2_NewFrame();
  // A frame that took long is no key held down for long.
  ImGui::GetIO().DeltaTime = std::min(ImGui::GetIO().DeltaTime, kLongestFrame);
  ImGui::NewFrame();
  show_pages();
  ImGui::Render();
  const auto share = [background](unsigned shift) { return static_cast<float>(background >> shift & 0xffU) / 255; };
  glClearColor(share(0), share(8), share(16), 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  SDL_GL_SwapWindow(parts_->window);
}

Milliseconds TerminalWindow::now() const { return static_cast<Milliseconds>(SDL_GetTicks64()); }

}  // namespace stadttor::terminal
