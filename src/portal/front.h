// Where a portal shows itself: the browser's document, a terminal, a test.
#pragma once

#include <string_view>
#include <vector>

#include "portal/effect.h"
#include "semantics/tree.h"

namespace stadttor::portal {

class Front {
 public:
  virtual ~Front() = default;

  // The page written in advance is already there: take it over. `tree` is what it shows.
  virtual void take_over(const semantics::Tree& tree) = 0;
  // Shows `tree`, then carries out `effects` in order.
  virtual void show(const semantics::Tree& tree, const std::vector<Effect>& effects) = 0;
  // Portal::settle is to be called soon, outside of any callback.
  virtual void request_frame() = 0;
  // Nothing will be shown: the page stays as it was delivered. `why` is for developers, and never personal.
  virtual void give_up(std::string_view why) = 0;
};

}  // namespace stadttor::portal
