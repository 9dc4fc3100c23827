// Each SNIPPET is compiled on its own, and all but ALLOWED must be refused by the compiler: a citizen's value has no way out
// but reveal<"reason">(), a secret is never copied, and a result is never ignored.
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "foundation/personal.h"
#include "foundation/result.h"

using stadttor::Error;
using stadttor::Personal;
using stadttor::Result;
using stadttor::Secret;

Result<int> answer();

void snippet(Personal<std::string> name, Secret key) {
#if defined(ALLOWED)
  const std::string shown = name.reveal<"shown to the citizen who typed it">();
  const Secret moved = std::move(key);
  if (answer().ok()) std::cout << shown.size();
#elif defined(PRINTED)
  std::cout << name;
#elif defined(MADE_A_STRING)
  const std::string text = name;
#elif defined(PUT_INTO_AN_ERROR)
  const Error error{stadttor::ErrorKind::NotFound, "place", name};
#elif defined(SERIALISED)
  const nlohmann::json json(name);
#elif defined(COMPARED)
  const bool is_known = name == Personal<std::string>("Erika");
#elif defined(REVEALED_WITHOUT_A_REASON)
  const std::string text = name.reveal();
#elif defined(REVEALED_FOR_NO_GOOD_REASON)
  const std::string text = name.reveal<"debug">();
#elif defined(SECRET_COPIED)
  const Secret copy = key;
#elif defined(SECRET_PRINTED)
  std::cout << key;
#elif defined(RESULT_IGNORED)
  answer();
#endif
}
