#include "services/apply/chosen_file.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "attachments/clean_file.h"
#include "services/apply/told_file.h"

namespace stadttor::services::apply {

using forms::Attachment;
using forms::FieldProblem;

namespace {

constexpr std::uint64_t kMegabyte = 1U << 20;
// Of all files of an application: they are held in memory and sealed there.
constexpr std::uint64_t kMostTogether = 30 * kMegabyte;

FieldProblem problem_of(const Error& error, std::string_view content) {
  if (attachments::media_type_of(content) == "image/heic") return {"form.problem.file_heic"};
  return {error.kind == ErrorKind::NotSupported ? "form.problem.file_type" : "form.problem.file_broken"};
}

bool takes(const forms::Question& question, std::string_view media_type) {
  const auto& types = question.files.media_types;
  return types.empty() || std::find(types.begin(), types.end(), media_type) != types.end();
}

std::optional<FieldProblem> attach(Application& application, forms::Place place, const ToldFile& told) {
  const forms::Question& question = application.definition().questions[place.question];
  const auto& answers = application.evaluation().answers();
  const auto too_large = [](std::string_view key, std::uint64_t largest) { return FieldProblem{key, {{"largest", std::to_string(largest / kMegabyte)}}}; };
  if (told.size() > question.files.largest_bytes) return too_large("form.problem.file_size", question.files.largest_bytes);
  if (!told.content) return FieldProblem{"form.problem.file_unread"};
  if (told.content->empty()) return FieldProblem{"form.problem.file_empty"};
  if (answers.attachments(application.definition().path_of(place)).size() >= question.files.most) {
    return FieldProblem{"form.problem.too_many_files", {{"most", std::to_string(question.files.most)}}};
  }
  if (answers.attached_bytes() + told.content->size() > kMostTogether) return too_large("form.problem.files_together", kMostTogether);
  // By content: what a file is called and said to be is anybody's word.
  auto cleaned = attachments::clean_file(*told.content, {});
  if (!cleaned.ok()) return problem_of(cleaned.error(), *told.content);
  attachments::CleanedFile file = std::move(cleaned).value();
  if (!takes(question, file.media_type)) return FieldProblem{"form.problem.file_type"};
  Attachment attachment{told.lines[0], Personal<std::string>(told.lines[3]), file.media_type};
  attachment.bytes = file.bytes.reveal<"measured, to be shown to the citizen who chose it">().size();
  attachment.removed = file.removed;
  attachment.may_hold_more = file.may_hold_more;
  attachment.content = std::make_shared<const Personal<std::string>>(std::move(file.bytes));
  application.evaluation().attach(place, std::move(attachment));
  return {};
}

}  // namespace

void take_chosen_file(Application& application, forms::Place place, std::string_view told) {
  auto problem = attach(application, place, read_told_file(told));
  application.refused_file = {};
  if (problem) application.refused_file = {application.definition().path_of(place), *std::move(problem)};
}

std::vector<std::string_view> words_of_removed(const Screen& screen, attachments::RemovedKinds removed) {
  constexpr std::array<std::pair<attachments::RemovedKinds, std::string_view>, 7> kWords = {{
      {attachments::kCameraAndPlace, "form.files.removed.camera"},
      {attachments::kEditing, "form.files.removed.editing"},
      {attachments::kComments, "form.files.removed.comments"},
      {attachments::kSmallCopies, "form.files.removed.copies"},
      {attachments::kTimes, "form.files.removed.times"},
      {attachments::kAuthor, "form.files.removed.author"},
      {attachments::kUnknown, "form.files.removed.unknown"},
  }};
  std::vector<std::string_view> words;
  for (const auto& [kind, key] : kWords) {
    if ((removed & kind) != 0) words.push_back(screen.text(key));
  }
  return words;
}

}  // namespace stadttor::services::apply
