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
  Focus,          // key; text "heading": of the page's main heading, whichever it then is
  Announce,       // text
  OpenUrl,        // text: leave the engine for this address
  SetView,        // text: name, value: value
  ForgetView,
  Speak,          // text, value: language
  StopSpeaking,
  Print,
  SaveFile,       // text: name, value: content; on the citizen's own device
  AskBeforeLeaving,      // from now on: what is entered is kept nowhere else
  StopAskingBeforeLeaving,
};

struct Effect {
  EffectKind kind;
  std::string text = {};
  std::string value = {};
  semantics::NodeKey key = {};
};

}  // namespace stadttor::portal
