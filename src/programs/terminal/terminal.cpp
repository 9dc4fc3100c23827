#include "programs/terminal/terminal.h"

#include <imgui.h>

#include <algorithm>

#include "city/catalogue.h"
#include "presentation/imgui/keyboard/screen_keyboard.h"
#include "programs/drawing/city_scenes.h"
#include "programs/terminal/idle_warning.h"
#include "programs/terminal/link_note.h"

namespace stadttor::terminal {

using namespace presentation::imgui;
using Phase = IdleReset::Phase;

namespace {

constexpr Milliseconds kFrame = 16;
constexpr Colour kVeil = colour_of(0, 0, 0, 160);  // over the page while the warning lies above it

class Terminal {
 public:
  Terminal(TerminalWindow& window, const drawing::CityFiles& files, platform::Clock& clock, drawing::CityLook& look, const TerminalOptions& options)
      : window_(window), files_(files), look_(look), options_(options), idle_(options.quiet, options.warning),
        fonts_(add_fonts(*ImGui::GetIO().Fonts, look.fonts)),
        page_(fonts_, rasterize(), shape_of(), "page"), above_(fonts_, rasterize(), shape_of(), "above"),
        keyboard_(fonts_), scenes_(files), visit_(files, clock, look, scenes_, page_, options.start) {
    page_.draw_scenes(scenes_);
    above_.set_veil(kVeil);
  }

  void run() {
    bool is_over = false;
    bool needs_frame = true;
    while (!is_over) {
      const bool is_busy = visit_.go_on();
      needs_frame = needs_frame || is_busy || goes_on();
      if (needs_frame) draw();
      if (!is_busy) tell_path();
      tell_focus();
      const Milliseconds now = window_.now();
      const TerminalWindow::Events events = window_.wait(is_busy || goes_on() ? kFrame : idle_.next_change(now));
      const bool stays = events.has_movement && idle_.phase(window_.now()) == Phase::Active;
      if (events.has_input || stays) idle_.note_input(window_.now());
      is_over = events.is_closed;
      needs_frame = events.needs_frame;
      // What an event leads to takes frames of its own: a movement first, then the press.
      if (events.needs_frame) page_.wake();
      if (events.needs_frame && is_covered()) above_.wake();
      needs_frame = update_idle() || needs_frame;
    }
  }

 private:
  Rasterize rasterize() {
    return [this](std::string_view name, PictureKind kind, int width, int height) { return look_.pictures.rasterize(name, kind, width, height); };
  }
  PictureShape shape_of() {
    return [this](std::string_view source) { return look_.pictures.shape_of(source); };
  }
  bool is_warned() const { return shown_phase_ == Phase::Warned; }
  bool has_note() const { return !noted_link_.empty(); }
  bool is_covered() const { return is_warned() || has_note(); }
  bool goes_on() const { return page_.wants_frame() || keyboard_.wants_frame() || (is_covered() && above_.wants_frame()); }

  void draw() {
    window_.draw(
        [this] {
          update_keyboard();
          page_.set_inert(is_covered());
          visit_.act(within_portal(page_.frame()));
          keyboard_.draw(look_.theme);
          if (is_warned()) return answer(above_.frame());
          if (has_note()) answer_note(above_.frame());
        },
        look_.theme.colour(ColourToken::Background));
  }

  void update_keyboard() {
    if (keyboard_.answer()) page_.do_without_keyboard();
    const bool was_shown = keyboard_.is_shown();
    if (page_.wants_keyboard() && !is_covered()) {
      const semantics::Tree& page = page_.tree();
      const semantics::Node& field = page.node(page_.focused());
      const bool is_for_digits = page.property_of(field, semantics::Property::InputMode) == "numeric" || page.property_of(field, semantics::Property::InputType) == "tel";
      keyboard_.show(page.language, is_for_digits ? FirstKeys::Signs : FirstKeys::Letters, kRemOfPage * page_.text_size());
    } else {
      keyboard_.hide();
    }
    if (keyboard_.is_shown() != was_shown) options_.report(was_shown ? "keyboard hidden" : "keyboard shown");
    page_.set_covered(keyboard_.height());
  }

  // What leads out of the portal is taken from the actions: it is said, not followed.
  semantics::ActionQueue within_portal(semantics::ActionQueue actions) {
    const auto leads_out = [](const semantics::Action& action) {
      return action.kind == semantics::ActionKind::Press && target_of_link(action.value) != LinkTarget::Portal;
    };
    const auto found = std::find_if(actions.begin(), actions.end(), leads_out);
    if (found == actions.end()) return actions;
    note_link(found->value);
    actions.erase(std::remove_if(actions.begin(), actions.end(), leads_out), actions.end());
    return actions;
  }

  void note_link(const std::string& href) {
    constexpr const char* kNames[] = {"portal", "phone", "mail", "site"};
    options_.report(std::string("note ") + kNames[static_cast<int>(target_of_link(href))]);
    noted_link_ = href;
    follow_page();
    above_.forget();
    show_note({});
  }

  NoteAnswer show_note(const semantics::ActionQueue& actions) {
    semantics::Tree tree;
    const semantics::Tree& page = visit_.page();
    const NoteAnswer answer = show_link_note(texts_, page.language, page.direction, noted_link_, actions, tree);
    above_.show(std::move(tree));
    return answer;
  }

  void answer_note(const semantics::ActionQueue& actions) {
    const bool is_left = ImGui::IsKeyPressed(ImGuiKey_Escape, false);
    if (actions.empty() && !is_left) return;
    if (!is_left && show_note(actions) == NoteAnswer::None) return;
    noted_link_.clear();
    options_.report("note closed");
    page_.wake();
  }

  void answer(const semantics::ActionQueue& actions) {
    if (actions.empty()) return;
    switch (show_warning(actions)) {
      case WarningAnswer::None: return;
      case WarningAnswer::GoOn: idle_.prolong(window_.now()); break;
      case WarningAnswer::End: begin_anew(); break;
    }
    update_idle();
    if (has_note()) show_note({});
    page_.wake();
  }

  WarningAnswer show_warning(const semantics::ActionQueue& actions) {
    semantics::Tree tree;
    const semantics::Tree& page = visit_.page();
    const auto answer = show_idle_warning(texts_, page.language, page.direction, idle_.seconds_left(window_.now()), actions, tree);
    above_.show(std::move(tree));
    return answer;
  }

  // True where something changed that has to be seen.
  bool update_idle() {
    const Phase phase = idle_.phase(window_.now());
    if (phase == Phase::Expired) {
      begin_anew();
      return true;
    }
    const bool has_changed = phase != shown_phase_;
    shown_phase_ = phase;
    if (phase != Phase::Warned) return has_changed;
    if (has_changed) {
      options_.report("warning");
      follow_page();
      above_.forget();
    }
    const int seconds = idle_.seconds_left(window_.now());
    if (seconds == shown_seconds_ && !has_changed) return false;
    shown_seconds_ = seconds;
    show_warning({});
    return true;
  }

  void begin_anew() {
    idle_.begin_anew();
    shown_phase_ = Phase::Untouched;
    noted_link_.clear();
    visit_.begin_anew();
    told_path_.clear();
    options_.report("anew");
  }

  // What lies above the page speaks its language and looks as the citizen has it.
  void follow_page() {
    above_.set_theme(look_.theme);
    above_.set_text_size(page_.text_size());
    const std::string language = visit_.page().language;
    const auto json = drawing::fetch(files_, files_.data_path + language + "/start.json");
    if (!json) return;
    auto catalogue = city::read_catalogue(*json, language);
    if (catalogue.ok()) texts_ = std::move(catalogue).value().texts;
  }

  void tell_path() {
    if (visit_.path() == told_path_ || visit_.page().size() == 0) return;
    told_path_ = visit_.path();
    // What was searched for stands behind the #.
    options_.report("path " + told_path_.substr(0, told_path_.find('#')));
  }

  // The role alone: names may hold what a citizen wrote.
  void tell_focus() {
    const semantics::NodeIndex focused = page_.focused();
    const std::string role(focused == semantics::kNoNode ? std::string_view() : semantics::role_name(page_.tree().node(focused).role));
    if (role == told_focus_) return;
    told_focus_ = role;
    if (!role.empty()) options_.report("focus " + role);
  }

  TerminalWindow& window_;
  const drawing::CityFiles& files_;
  drawing::CityLook& look_;
  const TerminalOptions& options_;
  IdleReset idle_;
  FontSet fonts_;
  Presenter page_;
  Presenter above_;
  ScreenKeyboard keyboard_;
  drawing::CityScenes scenes_;
  TerminalVisit visit_;
  city::Texts texts_;
  std::string noted_link_;  // what the note above the page says; empty: there is none
  Phase shown_phase_ = Phase::Untouched;
  int shown_seconds_ = -1;
  std::string told_path_;
  std::string told_focus_;
};

}  // namespace

Outcome run_terminal(const drawing::CityFiles& files, platform::Clock& clock, drawing::CityLook look, const TerminalOptions& options) {
  TRY_ASSIGN(std::unique_ptr<TerminalWindow> window, TerminalWindow::open(options.size));
  Terminal(*window, files, clock, look, options).run();
  return Done{};
}

}  // namespace stadttor::terminal
