// A way in, as it is stored: what is taken keeps its bounds and is written as it was.
#include "fuzz/fuzz_target.h"
#include "vault/key_slot.h"

void stadttor::fuzz::feed(std::string_view input) {
  using namespace vault;
  const auto split = split_slot(input);
  const auto slot = parse_slot(split.ok() ? split.value().bytes : input);
  if (!slot.ok()) return;
  must(bytes_from_slot(slot.value()) == (split.ok() ? split.value().bytes : input), "one text for each slot");
  must(slot.value().cost.memory_kib <= 262'144 && slot.value().cost.passes <= 10, "no cost exhausts a device");
}
