// What a citizen has on the desk during a visit: applications being filled in, what is kept for them, what is on its way. The portal
// knows only that there may be one; an engine that only shows pages is linked without (programs/web/reading_engine.cpp).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "city/address.h"

namespace stadttor::portal {

struct PageFamily;

// Details of the catalogue that a page at the desk shows besides its own; empty: none.
struct FurtherPacks {
  std::vector<std::string> services;
  std::string office;
};

class Desk {
 public:
  virtual ~Desk() = default;

  // Called whenever something on the desk has become different by itself: an answer of the device or the network.
  virtual void when_changed(std::function<void()> changed) = 0;
  // The citizen did something: what locks itself without use starts waiting anew.
  virtual void note_use() = 0;
  virtual void set_offline(bool is_offline) = 0;
  // Nobody can see the portal now: another tab or program is in front of it.
  virtual void set_hidden(bool is_hidden) = 0;
  // Something is entered that would be lost with the visit.
  virtual bool holds_unkept_answers() const = 0;
  // The citizen wants nothing to be kept here, for others use this computer, too.
  virtual bool is_shared_computer() const = 0;
  virtual FurtherPacks further_packs(const city::Address& address) const = 0;
};

// -- decided when a program is linked: portal/desk/ has it all, programs/web/reading_engine.cpp nothing

// The family of a page on which a citizen works at the desk; null for pages of that kind where the engine has no desk.
const PageFamily* find_desk_family(city::PageKind page);
// A desk with nothing on it and nowhere to keep anything: of pages that are written in advance. Null without desk pages.
std::unique_ptr<Desk> make_blank_desk();

// An engine without a desk leaves these pages to the browser, which loads the one that has it.
inline bool has_desk_pages() { return find_desk_family(city::PageKind::Form) != nullptr; }

}  // namespace stadttor::portal
