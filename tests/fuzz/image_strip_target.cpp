// A photo: whatever it is, it is cleaned or refused; cleaned twice is cleaned once, and it hardly grows.
#include "attachments/clean_file.h"
#include "fuzz/fuzz_target.h"

void stadttor::fuzz::feed(std::string_view input) {
  if (attachments::media_type_of(input) == "application/pdf") return;
  const auto once = attachments::clean_file(input, {});
  if (!once.ok()) return;
  constexpr std::size_t kOrientation = 64;
  const std::string& clean = once.value().bytes.reveal<"a fuzz target looks at its own input">();
  must(clean.size() <= input.size() + kOrientation, "what is cleaned doesn't grow");
  must(attachments::media_type_of(clean) == once.value().media_type, "what is cleaned is of the same kind");
  const auto twice = attachments::clean_file(clean, once.value().media_type);
  must(twice.ok(), "what is cleaned can be cleaned");
  must(twice.value().bytes.reveal<"a fuzz target looks at its own input">() == clean, "cleaned twice is cleaned once");
}
