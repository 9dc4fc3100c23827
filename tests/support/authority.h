// An authority of nobody: its keys, something encrypted for it and an event it signed, all made by another implementation.
#pragma once

#include <nlohmann/json.hpp>

#include "support/text_file.h"

namespace stadttor::testing {

inline const nlohmann::json& authority() {
  static const nlohmann::json kAuthority =
      nlohmann::json::parse(text_of_file(repository() / "tests/protocols/fixtures/authority.json"), nullptr, false);
  return kAuthority;
}

}  // namespace stadttor::testing
