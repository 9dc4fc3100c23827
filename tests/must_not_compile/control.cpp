// compiles
// The control: what the other snippets do, done as it is meant to be.
#include <iostream>
#include <nlohmann/json.hpp>

#include "foundation/personal.h"
#include "foundation/result.h"

using namespace stadttor;

Outcome send(const Personal<std::string>& name) {
  const nlohmann::json json = {{"name", name.reveal<"the control shows the one way out">()}};
  std::cout << json.dump();
  return Done{};
}

Outcome control() {
  const Personal<std::string> name(std::string("Erika"));
  Secret key(std::string("geheim"));
  const Secret moved(std::move(key));
  if (moved.reveal<"the control compares an invented key">() == "geheim") return Error{ErrorKind::NotFound, "control", "literal", NextStep::None};
  TRY(send(name));
  return Done{};
}
