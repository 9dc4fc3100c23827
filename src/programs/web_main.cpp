// The client in the browser: joins the portal to the document. Everything JavaScript may call is declared here; what it
// does with the answers is in web/engine.js.
#include <emscripten.h>

#include <memory>
#include <string>

#include "foundation/json_reader.h"
#include "platform/web/clock_web.h"
#include "platform/web/http_client_web.h"
#include "portal/portal.h"
#include "presentation/document/change_encoder.h"
#include "programs/web/web_desk.h"
#include "semantics/tree_teller.h"

EM_JS(void, stadttor_host_apply, (const unsigned char* list, int length), { Module['host'].applyChanges(list, length); });
EM_JS(void, stadttor_host_request_frame, (), { Module['host'].requestFrame(); });
EM_JS(void, stadttor_host_tell_tree, (const unsigned char* list, int length, int isWhole), { Module['host'].tellTree(list, length, isWhole !== 0); });
EM_JS(void, stadttor_host_give_up, (const char* why, int length), { Module['host'].giveUp(why, length); });

namespace {

using stadttor::portal::Effect;
using stadttor::portal::EffectKind;
using stadttor::presentation::document::ChangeEncoder;
using stadttor::semantics::ActionKind;
using stadttor::semantics::NodeKey;
using stadttor::semantics::Tree;

class DocumentFront : public stadttor::portal::Front {
 public:
  void take_over(const Tree& tree) override { encoder_.hydrate(tree); }

  void show(const Tree& tree, const std::vector<Effect>& effects) override {
    if (encoder_.has_shown() && !must_rebuild_) {
      encoder_.update(tree, focused_);
    } else {
      encoder_.rebuild(tree);
    }
    must_rebuild_ = false;
    for (const Effect& effect : effects) encode(effect);
    const auto& list = encoder_.take();
    stadttor_host_apply(list.data(), static_cast<int>(list.size()));
    if (teller_.is_listened_to()) tell(teller_.changes_to(tree), 0);
  }

  void request_frame() override { stadttor_host_request_frame(); }
  void give_up(std::string_view why) override { stadttor_host_give_up(why.data(), static_cast<int>(why.size())); }

  NodeKey key_of_handle(std::uint32_t handle) const { return encoder_.key_of_handle(handle); }
  std::uint32_t handle_of_key(NodeKey key) const { return encoder_.handle_of_key(key); }
  void note_focus(NodeKey key) { focused_ = key; }
  void tell_whole_tree() { tell(teller_.whole(encoder_.shown()), 1); }
  void stop_telling() { teller_.stop(); }
  void rebuild_next() { must_rebuild_ = true; }

 private:
  void encode(const Effect& effect) {
    switch (effect.kind) {
      case EffectKind::PushUrl: return encoder_.push_url(effect.text);
      case EffectKind::ReplaceUrl: return encoder_.replace_url(effect.text);
      case EffectKind::ScrollToTop: return encoder_.scroll_to_top();
      case EffectKind::RestoreScroll: return encoder_.restore_scroll();
      case EffectKind::ScrollTo: return encoder_.scroll_to(effect.text);
      case EffectKind::Focus: return encoder_.focus(effect.key);
      case EffectKind::Announce: return encoder_.announce(effect.text, false);
      case EffectKind::OpenUrl: return encoder_.open_url(effect.text);
      case EffectKind::SetView: return encoder_.set_view(effect.text, effect.value);
      case EffectKind::ForgetView: return encoder_.forget_view();
      case EffectKind::Speak: return encoder_.speak(effect.value, effect.text);
      case EffectKind::StopSpeaking: return encoder_.speak({}, {});
      case EffectKind::Print: return encoder_.print();
      case EffectKind::SaveFile: return encoder_.save_file(effect.text, effect.value);
      case EffectKind::AskBeforeLeaving: return encoder_.ask_before_leaving(true);
      case EffectKind::StopAskingBeforeLeaving: return encoder_.ask_before_leaving(false);
    }
  }

  static void tell(const std::vector<std::uint8_t>& bytes, int is_whole) {
    stadttor_host_tell_tree(bytes.data(), static_cast<int>(bytes.size()), is_whole);
  }

  ChangeEncoder encoder_;
  stadttor::semantics::TreeTeller teller_;
  NodeKey focused_{};
  bool must_rebuild_ = false;
};

struct Client {
  stadttor::platform::WebHttpClient http;
  stadttor::platform::WebClock clock;
  DocumentFront front;
  std::unique_ptr<stadttor::portal::Portal> portal;
  std::string text;  // what JavaScript hands over with the next call
};

Client& client() {
  static Client instance;
  return instance;
}

}  // namespace

extern "C" {

// A place for `size` bytes of UTF-8 that the next call reads.
EMSCRIPTEN_KEEPALIVE char* stadttor_text(int size) {
  client().text.assign(static_cast<std::size_t>(size), '\0');
  return client().text.data();
}

// The handed-over text is a JSON object of boot facts: {"url", "data", "hydrate", "online", "speech", "view": {}}.
EMSCRIPTEN_KEEPALIVE int stadttor_start(int) {
  auto document = stadttor::JsonDocument::parse(client().text, "boot facts");
  if (!document.ok()) return 0;
  stadttor::JsonReader facts = document.value().root();
  stadttor::portal::VisitFacts visit;
  visit.url = facts.required_text("url");
  visit.data_path = facts.required_text("data");
  visit.fallback_language = facts.text_or("language", visit.fallback_language);
  visit.first_page = facts.flag_or("hydrate", false) ? stadttor::portal::FirstPage::PreparedInAdvance : stadttor::portal::FirstPage::Empty;
  visit.can_read_aloud = facts.flag_or("speech", false);
  visit.is_offline = !facts.flag_or("online", true);
  stadttor::JsonReader view = facts.member("view");
  visit.view = {view.optional_text("text-size"), view.optional_text("contrast"), view.optional_text("theme"), view.optional_text("motion"), view.optional_text("presentation")};
  visit.usual_presentation = facts.text_or("presentation", visit.usual_presentation);
  if (document.value().first_error() != nullptr) return 0;
  client().portal = std::make_unique<stadttor::portal::Portal>(
      stadttor::portal::PortalPorts{client().http, client().clock, client().front, stadttor::programs::make_web_desk(client().http, client().clock)},
      std::move(visit));
  return 1;
}

// The handed-over text is the action's value.
EMSCRIPTEN_KEEPALIVE void stadttor_act(unsigned handle, int kind, int) {
  const NodeKey key = client().front.key_of_handle(handle);
  if (!client().portal || key == NodeKey{} || kind < 0 || kind >= stadttor::semantics::kActionKindCount) return;
  const auto action_kind = static_cast<ActionKind>(kind);
  if (action_kind == ActionKind::Focus) client().front.note_focus(key);
  // Moved: a chosen file's bytes are text, too.
  client().portal->act({action_kind, key, std::move(client().text)});
  client().text.clear();
}

// Back and forward: the handed-over text is the address.
EMSCRIPTEN_KEEPALIVE void stadttor_open(int) {
  if (client().portal) client().portal->open_from_history(client().text);
}

EMSCRIPTEN_KEEPALIVE void stadttor_frame() {
  if (client().portal) client().portal->settle();
}

EMSCRIPTEN_KEEPALIVE void stadttor_online(int is_online) {
  if (client().portal) client().portal->set_offline(is_online == 0);
}

EMSCRIPTEN_KEEPALIVE void stadttor_visible(int is_visible) {
  if (client().portal) client().portal->set_hidden(is_visible == 0);
}

EMSCRIPTEN_KEEPALIVE void stadttor_rebuild() {
  client().front.rebuild_next();
  if (client().portal) client().portal->show_anew();
}

// Scenes are drawn by another module: from now on it is told what is on the page, now as a whole, then each change.
EMSCRIPTEN_KEEPALIVE void stadttor_tell_tree() { client().front.tell_whole_tree(); }
EMSCRIPTEN_KEEPALIVE void stadttor_stop_telling() { client().front.stop_telling(); }

// A node's key is 64 bits, which JavaScript gets and gives in two halves; a handle is 0 where nothing stands for the key.
EMSCRIPTEN_KEEPALIVE unsigned stadttor_handle_of_key(unsigned high, unsigned low) {
  return client().front.handle_of_key(static_cast<NodeKey>(std::uint64_t{high} << 32U | low));
}
EMSCRIPTEN_KEEPALIVE unsigned stadttor_key_high(unsigned handle) {
  return static_cast<unsigned>(static_cast<std::uint64_t>(client().front.key_of_handle(handle)) >> 32U);
}
EMSCRIPTEN_KEEPALIVE unsigned stadttor_key_low(unsigned handle) {
  return static_cast<unsigned>(static_cast<std::uint64_t>(client().front.key_of_handle(handle)));
}

// The handed-over text is the key of a word of the interface; its length in bytes, the word itself lies at stadttor_word_text.
EMSCRIPTEN_KEEPALIVE int stadttor_word(int) {
  if (client().portal) client().text = client().portal->word(client().text);
  return static_cast<int>(client().text.size());
}
EMSCRIPTEN_KEEPALIVE const char* stadttor_word_text() { return client().text.data(); }

// Degrees (WGS 84). Asked for by the citizen, and never sent anywhere.
EMSCRIPTEN_KEEPALIVE void stadttor_found_position(double latitude, double longitude) {
  if (client().portal) client().portal->found_position({latitude, longitude});
}

// The handed-over text says why the drawn presentation stands aside; empty: it doesn't.
EMSCRIPTEN_KEEPALIVE void stadttor_gives_way(int) {
  if (client().portal) client().portal->presentation_gives_way(client().text);
}

EMSCRIPTEN_KEEPALIVE void stadttor_speech_ended() {
  if (client().portal) client().portal->reading_ended();
}

}  // extern "C"

int main() { return 0; }
