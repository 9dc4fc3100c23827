#include "programs/terminal/terminal_visit.h"

#include <cstdio>
#include <cstdlib>

namespace stadttor::terminal {

using portal::EffectKind;
using presentation::imgui::Brightness;
using presentation::imgui::Contrast;
using presentation::imgui::view::Motion;

TerminalVisit::TerminalVisit(const drawing::CityFiles& files, platform::Clock& clock, drawing::CityLook& look,
                             drawing::CityScenes& scenes, presentation::imgui::Presenter& presenter, Start start)
    : files_(files), clock_(clock), look_(look), scenes_(scenes), presenter_(presenter), start_(std::move(start)), desk_(files.http, clock) {
  begin_anew();
}

void TerminalVisit::begin_anew() {
  portal::VisitFacts facts;
  facts.url = start_.path;
  facts.data_path = files_.data_path;
  path_ = start_.path;
  presenter_.forget();
  forget_view();
  portal_.reset();
  desk_.clear();
  portal_ = std::make_unique<portal::Portal>(portal::PortalPorts{files_.http, clock_, *this, desk_.make()}, facts);
  wants_frame_ = true;
}

void TerminalVisit::act(const semantics::ActionQueue& actions) {
  for (const semantics::Action& action : actions) portal_->act(action);
  if (!actions.empty()) wants_frame_ = true;
}

bool TerminalVisit::go_on() {
  const bool is_desk_busy = desk_.go_on();
  const bool is_busy = files_.poll() || is_desk_busy;
  if (!wants_frame_ && !is_busy) return false;
  wants_frame_ = false;
  portal_->settle();
  return is_busy || wants_frame_ || !portal_->is_at_rest();
}

void TerminalVisit::show(const semantics::Tree& tree, const std::vector<portal::Effect>& effects) {
  shown_ = tree;
  drawing::add_pictures_of(shown_, files_, look_.pictures);
  presenter_.show(shown_);
  for (const portal::Effect& effect : effects) carry_out(effect);
}

void TerminalVisit::carry_out(const portal::Effect& effect) {
  switch (effect.kind) {
    case EffectKind::PushUrl:
    case EffectKind::ReplaceUrl: path_ = effect.text; return;
    case EffectKind::ScrollToTop:
    case EffectKind::RestoreScroll: return presenter_.scroll_to_top();
    case EffectKind::ScrollTo: return presenter_.scroll_to(effect.text);
    case EffectKind::Focus: return presenter_.focus(effect.key);
    case EffectKind::SetView: return set_view(effect.text, effect.value);
    case EffectKind::ForgetView: return forget_view();
    // A terminal has no printer, no voice, no other windows and no files of the citizen's; what changed is to be seen.
    case EffectKind::Announce:
    case EffectKind::OpenUrl:
    case EffectKind::Speak:
    case EffectKind::StopSpeaking:
    case EffectKind::Print:
    case EffectKind::SaveFile:
    case EffectKind::AskBeforeLeaving:
    case EffectKind::StopAskingBeforeLeaving: return;
  }
}

void TerminalVisit::set_view(const std::string& name, const std::string& value) {
  if (name == "text-size") {
    const auto percent = static_cast<float>(std::strtol(value.c_str(), nullptr, 10));
    presenter_.set_text_size(percent > 0 ? start_.text_size * percent / 100 : start_.text_size);
  }
  if (name == "motion") scenes_.set_motion(value == "less" ? Motion::Reduced : Motion::Full);
  if (name == "theme") look_.theme.set_brightness(value == "dark" ? Brightness::Dark : Brightness::Light);
  if (name == "contrast") look_.theme.set_contrast(value == "more" ? Contrast::More : Contrast::Usual);
  presenter_.set_theme(look_.theme);
}

void TerminalVisit::forget_view() {
  for (const char* name : {"text-size", "theme", "contrast", "motion"}) set_view(name, {});
}

void TerminalVisit::give_up(std::string_view why) { std::fprintf(stderr, "stadttor terminal: %.*s\n", static_cast<int>(why.size()), why.data()); }

}  // namespace stadttor::terminal
