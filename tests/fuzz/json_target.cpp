// What was read once reads the same again after it was written.
#include "foundation/json_reader.h"
#include "fuzz/fuzz_target.h"

void stadttor::fuzz::feed(std::string_view input) {
  auto document = JsonDocument::parse(input, "fuzz");
  if (!document.ok()) return;
  const JsonValue value = document.value().root().as_value();
  const std::string text = text_from_json(value);
  auto again = JsonDocument::parse(text, "fuzz");
  must(again.ok(), "what was written can be read");
  must(again.value().root().as_value() == value, "and says the same");
  must(text_from_json(again.value().root().as_value()) == text, "and is written the same");
  JsonReader root = document.value().root();
  root.required_text("a");
  root.required_number("b");
  root.texts("c");
  root.each_member("d", [](const std::string&, JsonReader member) { member.as_text(); });
}
