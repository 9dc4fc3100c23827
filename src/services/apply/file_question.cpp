// Files: chosen one after the other, listed with name and size, and taken away again. Their bytes stay where they are.
#include <cstdlib>

#include "services/apply/form_words.h"
#include "services/apply/question_view.h"

namespace stadttor::services::apply {

using forms::Place;
using semantics::Appearance;
using semantics::FieldTraits;

namespace {

// As the presentation tells a chosen file: id, media type, size in bytes and name, one a line.
std::optional<forms::Attachment> attachment_from(std::string_view told) {
  std::string lines[4];
  for (int i = 0; i < 4; ++i) {
    const std::size_t end = i < 3 ? told.find('\n') : told.size();
    if (end == std::string_view::npos) return std::nullopt;
    lines[i] = told.substr(0, end);
    told.remove_prefix(std::min(end + 1, told.size()));
  }
  return forms::Attachment{lines[0], Personal<std::string>(lines[3]), lines[1], std::strtoull(lines[2].c_str(), nullptr, 10)};
}

std::string accepted_types(const forms::Question& question) {
  std::string types;
  for (const std::string& type : question.files.media_types) types.append(types.empty() ? "" : ",").append(type);
  return types;
}

}  // namespace

void show_file_question(const QuestionView& view, Place place) {
  const forms::Question& question = view.question(place);
  const std::string path = view.application.definition().path_of(place);
  const FieldWords words = words_of_field(view, place);
  const std::string accept = accepted_types(question);
  auto block = view.page.block(path, {});
  FieldTraits traits = words.traits();
  traits.accept = accept;
  const auto field = view.page.file_field("file", words.label, traits);
  take_focus(view, place, field.key());
  const auto files = view.application.evaluation().answers().attachments(path);
  if (!files.empty()) {
    auto list = view.page.list(Appearance::LinkList, view.screen.text("form.files.chosen"));
    for (const forms::Attachment& file : files) {
      auto item = view.page.item(file.id);
      const std::string& name = file.name.reveal<"shown to the citizen who chose the file">();
      view.page.text(name + " (" + size_words(view.screen, file.bytes) + ") ");
      if (view.page.button("remove", view.screen.text("form.files.remove", {{"name", name}}), {.look = Appearance::Small}).pressed()) {
        view.application.evaluation().detach(place, file.id);
        view.application.wanted_focus = place;
      }
    }
  }
  if (const std::string* told = field.entered()) {
    if (auto attachment = attachment_from(*told)) view.application.evaluation().attach(place, *std::move(attachment));
  }
}

}  // namespace stadttor::services::apply
