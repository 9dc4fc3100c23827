// Files: chosen one after the other, listed with picture, size and what was taken out of them, and taken away again.
#include "services/apply/chosen_file.h"
#include "services/apply/form_words.h"
#include "services/apply/question_view.h"

namespace stadttor::services::apply {

using forms::Attachment;
using forms::Place;
using semantics::Appearance;
using semantics::FieldTraits;

namespace {

std::string accepted_types(const forms::Question& question) {
  std::string types;
  for (const std::string& type : question.files.media_types) types.append(types.empty() ? "" : ",").append(type);
  return types;
}

const std::string& name_of(const Attachment& file) { return file.name.reveal<"shown to the citizen who chose the file">(); }

// Says so before anybody has to ask what of a photo leaves the device.
void show_what_was_removed(const QuestionView& view, const Attachment& file) {
  std::string removed;
  for (const std::string_view words : words_of_removed(view.screen, file.removed)) removed.append(removed.empty() ? "" : ", ").append(words);
  if (!removed.empty()) view.page.paragraph(view.screen.text("form.files.removed", {{"what", removed}}), {.look = Appearance::Small});
  if (file.may_hold_more) view.page.paragraph(view.screen.text("form.files.may_hold_more"), {.look = Appearance::Small});
}

void show_file(const QuestionView& view, Place place, const Attachment& file) {
  auto item = view.page.item(file.id);
  const std::string& name = name_of(file);
  const bool is_picture = file.media_type.compare(0, 6, "image/") == 0;
  if (is_picture) view.page.picture("preview", "chosen:" + file.id, view.screen.text("form.files.preview", {{"name", name}}), {.look = Appearance::Preview});
  {
    auto line = view.page.running_paragraph();
    view.page.text(name + " (" + size_words(view.screen, file.bytes) + ")");
  }
  show_what_was_removed(view, file);
  if (view.page.button("remove", view.screen.text("form.files.remove", {{"name", name}}), {.look = Appearance::Small}).pressed()) {
    view.application.evaluation().detach(place, file.id);
    view.application.refused_file = {};
    view.application.wanted_focus = place;
  }
}

}  // namespace

void show_file_question(const QuestionView& view, Place place) {
  const forms::Question& question = view.question(place);
  const std::string path = view.application.definition().path_of(place);
  FieldWords words = words_of_field(view, place);
  const RefusedFile& refused = view.application.refused_file;
  if (refused.path == path) words.error = words_of_problem(view.screen, question, refused.problem);
  const std::string accept = accepted_types(question);
  auto block = view.page.block(path, {});
  FieldTraits traits = words.traits();
  traits.accept = accept;
  const auto field = view.page.file_field("file", words.label, traits);
  take_focus(view, place, field.key());
  const auto files = view.application.evaluation().answers().attachments(path);
  if (!files.empty()) {
    auto list = view.page.list(Appearance::Stack, view.screen.text("form.files.chosen"));
    for (const Attachment& file : files) show_file(view, place, file);
  }
  // Whoever does not see the list grow hears it.
  view.page.status("taken", files.empty() ? std::string() : std::string(view.screen.text("form.files.taken", {{"name", name_of(files.back())}})), {.look = Appearance::VisuallyHidden});
  if (const std::string* told = field.entered()) take_chosen_file(view.application, place, *told);
}

}  // namespace stadttor::services::apply
