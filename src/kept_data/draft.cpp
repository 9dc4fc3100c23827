#include "kept_data/draft.h"

#include "foundation/json_reader.h"

namespace stadttor::kept_data {

Personal<std::string> text_from_draft(const Draft& draft) {
  return Personal<std::string>(text_from_json(JsonValue::object({
      {"schema", JsonValue::number(kDraftSchema)},
      {"form", JsonValue::text(draft.form)},
      {"language", JsonValue::text(draft.language)},
      {"step", JsonValue::text(draft.step)},
      {"changed", JsonValue::number(static_cast<double>(draft.changed))},
      {"answers", JsonValue::text(draft.answers.reveal<"put into the citizen's own draft">())},
  })));
}

Result<Draft> read_draft(const Personal<std::string>& text) {
  TRY_ASSIGN(auto document, JsonDocument::parse(text.reveal<"read back from the citizen's own draft">(), "draft"));
  JsonReader root = document.root();
  Draft draft;
  draft.form = root.required_text("form");
  draft.language = root.optional_text("language");
  draft.step = root.optional_text("step");
  draft.changed = static_cast<std::int64_t>(root.number_or("changed", 0));
  draft.answers = Personal<std::string>(root.required_text("answers"));
  TRY(document.finish());
  return draft;
}

}  // namespace stadttor::kept_data
