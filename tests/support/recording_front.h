// A front that keeps what a portal shows, and a visit that joins it to a city that answers when the test says so.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "portal/portal.h"
#include "programs/headless/pack_http_client.h"
#include "support/fake_clock.h"
#include "support/musterstadt.h"

namespace stadttor::testing {

class RecordingFront : public portal::Front {
 public:
  void take_over(const semantics::Tree& tree) override {
    taken_over = tree;
    ++take_overs;
  }
  void show(const semantics::Tree& tree, const std::vector<portal::Effect>& happened) override {
    shown = tree;
    effects = happened;
    ++shows;
  }
  void request_frame() override { wants_frame = true; }
  void give_up(std::string_view why) override { gave_up_because = why; }

  semantics::Tree taken_over;
  semantics::Tree shown;
  std::vector<portal::Effect> effects;  // of the last show
  std::string gave_up_because;
  int take_overs = 0;
  int shows = 0;
  bool wants_frame = false;
};

class PortalVisit {
 public:
  PortalVisit() : http(musterstadt().files), clock(usual_morning()) {}

  void begin(std::string url, portal::FirstPage first = portal::FirstPage::Empty) {
    portal::VisitFacts facts;
    facts.url = std::move(url);
    facts.data_path = musterstadt_data_path();
    facts.first_page = first;
    facts.can_read_aloud = true;
    engine = std::make_unique<portal::Portal>(portal::PortalPorts{http, clock, front}, facts);
  }

  // Frames and answers until nothing is under way; the effects of all of them.
  std::vector<portal::Effect> rest() {
    std::vector<portal::Effect> all;
    for (int round = 0; round < 50; ++round) {
      settle(all);
      if (!http.poll() && !front.wants_frame) break;
    }
    return all;
  }

  // One frame; nothing of the network.
  std::vector<portal::Effect> frame() {
    std::vector<portal::Effect> all;
    settle(all);
    return all;
  }

  semantics::NodeIndex find(std::string_view role, std::string_view name) const {
    for (semantics::NodeIndex index = 0; index < front.shown.size(); ++index) {
      const auto& node = front.shown.node(index);
      if (role_name(node.role) == role && front.shown.name_of(index) == name) return index;
    }
    return semantics::kNoNode;
  }
  bool sees(std::string_view role, std::string_view name) const { return find(role, name) != semantics::kNoNode; }

  bool act(std::string_view role, std::string_view name, semantics::ActionKind kind, std::string value = {}) {
    const auto index = find(role, name);
    if (index == semantics::kNoNode) return false;
    engine->act({kind, front.shown.node(index).key, std::move(value)});
    return true;
  }
  bool press(std::string_view role, std::string_view name) { return act(role, name, semantics::ActionKind::Press); }

  std::string main_heading() const {
    const auto index = front.shown.find(portal::main_heading_key(front.shown));
    return index == semantics::kNoNode ? std::string() : front.shown.name_of(index);
  }

  // The city's file below its data path: file("de/start.json").
  std::string& file(const std::string& name) { return http.files()["daten/" + musterstadt().version + "/" + name]; }
  void lose(const std::string& name) { http.files().erase("daten/" + musterstadt().version + "/" + name); }

  headless::PackHttpClient http;
  FakeClock clock;
  RecordingFront front;
  std::unique_ptr<portal::Portal> engine;

 private:
  void settle(std::vector<portal::Effect>& all) {
    front.wants_frame = false;
    front.effects.clear();
    engine->settle();
    all.insert(all.end(), front.effects.begin(), front.effects.end());
  }
};

inline bool has_effect(const std::vector<portal::Effect>& effects, portal::EffectKind kind) {
  for (const auto& effect : effects) {
    if (effect.kind == kind) return true;
  }
  return false;
}

inline const portal::Effect* find_effect(const std::vector<portal::Effect>& effects, portal::EffectKind kind) {
  for (const auto& effect : effects) {
    if (effect.kind == kind) return &effect;
  }
  return nullptr;
}

// A visit that has come to rest at `url`.
struct RestedVisit : PortalVisit {
  explicit RestedVisit(std::string url) {
    begin(std::move(url));
    rest();
  }
};

}  // namespace stadttor::testing
