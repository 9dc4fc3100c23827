// What a visit does besides changing the page: history, focus, announcements, settings, speech. Collected while the portal
// settles and handed over together with the page.
#pragma once

#include <string>

#include "semantics/node.h"

namespace stadttor::portal {

enum class EffectKind : unsigned char {
  PushUrl,        // text: path
  ReplaceUrl,     // text: path
  ScrollToTop,
  RestoreScroll,
  ScrollTo,       // text: anchor
  Focus,          // key
  Announce,       // text
  OpenUrl,        // text: leave the engine for this address
  SetView,        // text: name, value: value
  ForgetView,
  Speak,          // text, value: language
  StopSpeaking,
  Print,
};

struct Effect {
  EffectKind kind;
  std::string text = {};
  std::string value = {};
  semantics::NodeKey key = {};
};

}  // namespace stadttor::portal
