// A photo: whatever it is, it is cleaned or refused; cleaned twice is cleaned once, and it hardly grows. Where it was taken can be read from it
// before, and no more after that.
#include "attachments/clean_file.h"
#include "attachments/picture_position.h"
#include "fuzz/fuzz_target.h"

void stadttor::fuzz::feed(std::string_view input) {
  if (attachments::media_type_of(input) == "application/pdf") return;
  if (const auto position = attachments::position_of_picture(input)) {
    const auto& at = position->reveal<"a fuzz target looks at its own input">();
    must(at.latitude >= -90 && at.latitude <= 90 && at.longitude >= -180 && at.longitude <= 180, "a position is one on earth");
  }
  const auto once = attachments::clean_file(input, {});
  if (!once.ok()) return;
  constexpr std::size_t kOrientation = 64;
  const std::string& clean = once.value().bytes.reveal<"a fuzz target looks at its own input">();
  must(clean.size() <= input.size() + kOrientation, "what is cleaned doesn't grow");
  must(attachments::media_type_of(clean) == once.value().media_type, "what is cleaned is of the same kind");
  must(!attachments::position_of_picture(clean), "what is cleaned doesn't say where it was taken");
  const auto twice = attachments::clean_file(clean, once.value().media_type);
  must(twice.ok(), "what is cleaned can be cleaned");
  must(twice.value().bytes.reveal<"a fuzz target looks at its own input">() == clean, "cleaned twice is cleaned once");
}
