// A citizen in Musterstadt, on a Tuesday morning, who finds things by what they are and what they are called.
#pragma once

#include <string>

#include "presentation/outline/outline.h"
#include "programs/headless/pack_http_client.h"
#include "programs/headless/visitor.h"
#include "support/fake_clock.h"
#include "support/musterstadt.h"

namespace stadttor::testing {

struct Citizen {
  Citizen() : city(musterstadt().files), clock(usual_morning()), visit(city, clock, [this] { return city.poll(); }, musterstadt_data_path()) {}

  void opens(std::string_view path) { visit.opens(path); }
  void goes_back() { visit.goes_back(); }
  bool presses(std::string_view role, std::string_view name) { return visit.presses(role, name); }
  bool types(std::string_view label, std::string_view text) { return visit.types(label, text); }
  bool chooses(std::string_view label, std::string_view option) { return visit.chooses(label, option); }
  bool submits() { return visit.submits(); }
  bool sees(std::string_view role, std::string_view name) const { return visit.sees(role, name); }
  bool reads(std::string_view text) const { return visit.reads(text); }
  std::string path() const { return visit.path(); }

  // Whether anything of this kind happened, from the effect numbered `since` on.
  bool felt(portal::EffectKind kind, std::size_t since = 0) const {
    for (std::size_t i = since; i < visit.effects().size(); ++i) {
      if (visit.effects()[i].kind == kind) return true;
    }
    return false;
  }
  std::size_t effects_so_far() const { return visit.effects().size(); }

  // For failures: the page as it is.
  std::string page() const { return presentation::outline::outline_from_tree(visit.page()); }

  headless::PackHttpClient city;
  FakeClock clock;
  headless::Visitor visit;
};

}  // namespace stadttor::testing
