// A JSON Schema and, after a zero byte, a value to hold against it: accepted, or with problems that name places in both.
#include "forms/schema/schema.h"
#include "foundation/json_reader.h"
#include "fuzz/fuzz_target.h"

void stadttor::fuzz::feed(std::string_view input) {
  using namespace forms;
  auto source = JsonDocument::parse(take_part(input), "schema");
  if (!source.ok()) return;
  SchemaOptions options;
  options.checks_formats = true;
  const auto schema = Schema::compile(source.value().root().as_value(), options, "schema");
  if (!schema.ok()) return;
  auto given = JsonDocument::parse(input, "value");
  const JsonValue value = given.ok() ? given.value().root().as_value() : JsonValue();
  must(schema.value().accepts(value) == schema.value().problems_of(value).empty(), "accepted where there is no problem");
}
