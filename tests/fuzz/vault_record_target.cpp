// A stored record and what is inside it: whatever is read is written as it was.
#include "fuzz/fuzz_target.h"
#include "vault/record.h"
#include "vault/recovery_code.h"

void stadttor::fuzz::feed(std::string_view input) {
  using namespace vault;
  const RecordPlace place{std::string(kIdSize, 'v'), std::string(kKeyIdSize, 'k'), RecordType::Draft, {std::string(kIdSize, 'i')}, 1, 1};
  const auto message = parse_envelope(input, place);
  if (message.ok()) must(envelope_from(place, message.value()) == input, "one record for each message");
  const auto content = parse_padded(input);
  if (content.ok()) must(content.value().size() + 4 <= input.size(), "content stood in it");
  for (const RecordType type : {RecordType::Draft, RecordType::Document}) {
    const auto back = parse_padded(padded(input, type));
    must(back.ok() && back.value() == input, "all content comes back");
  }
  static_cast<void>(parse_recovery_code(input).has_value());
}
