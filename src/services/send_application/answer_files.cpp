#include "services/send_application/answer_files.h"

namespace stadttor::services::send_application {

struct AnswerFiles::Choosing {
  forms::Definition form;
  std::unique_ptr<apply::Application> application;
  std::string told;               // what has been said to be kept
  std::set<std::string> unasked;  // ids of files
  std::set<std::string> unread;
};

namespace {

forms::Definition form_of_files(const std::string& question) {
  forms::Definition form;
  form.id = "answer";
  form.steps.emplace_back();
  form.steps[0].questions = {kFilesOfAnswer.question};
  form.questions.emplace_back();
  forms::Question& files = form.questions[0];
  files.kind = forms::QuestionKind::Files;
  // In the page's anchors, too: several questions may be open in one case.
  files.id = files.name = files.path_before = "files-" + question;
  files.label_key = "case.answer.files.field";
  files.files = {kMostAnswerFiles, kLargestAnswerFile, {"application/pdf", "image/jpeg", "image/png"}};
  form.readers.resize(1);
  // The step, whose node comes behind the question's, is looked at first.
  form.order = {1, 0};
  form.ranks = {1, 0};
  return form;
}

std::string told_of(const forms::Answers& answers) {
  return answers.draft().reveal<"which files are chosen is compared with what was kept last">();
}

}  // namespace

apply::Application& AnswerFiles::of(const Screen& screen, const kept_data::ReceiptQuestion& question) {
  auto& choosing = by_question_[question.id];
  if (!choosing) {
    choosing = std::make_shared<Choosing>();
    choosing->form = form_of_files(question.id);
    auto kept = question.files.is_empty() ? forms::Answers{} : forms::Answers::read_draft(question.files);
    // What cannot be read stays as it is until something is chosen.
    forms::Answers answers = kept.ok() ? std::move(kept).value() : forms::Answers{};
    for (const forms::Attachment& file : answers.all_attachments()) choosing->unasked.insert(file.id);
    choosing->told = told_of(answers);
    // No question of it depends on the day.
    choosing->application = std::make_unique<apply::Application>(choosing->form, Date{}, std::move(answers));
  }
  choosing->form.questions[0].help = screen.text("case.answer.files.hint");
  return *choosing->application;
}

bool AnswerFiles::is_reading(std::string_view question) const {
  const auto found = by_question_.find(question);
  return found != by_question_.end() && !(found->second->unasked.empty() && found->second->unread.empty());
}

bool AnswerFiles::take_change(std::string_view question) {
  const auto found = by_question_.find(question);
  if (found == by_question_.end()) return false;
  std::string now = told_of(found->second->application->evaluation().answers());
  const bool is_changed = now != found->second->told;
  found->second->told = std::move(now);
  return is_changed;
}

std::vector<UnreadFile> AnswerFiles::take_unread() {
  std::vector<UnreadFile> files;
  for (const auto& [question, choosing] : by_question_) {
    for (const std::string& file : choosing->unasked) files.push_back({question, file});
    choosing->unread.merge(choosing->unasked);
  }
  return files;
}

void AnswerFiles::take_content(const UnreadFile& read, Result<Personal<std::string>> content) {
  const auto found = by_question_.find(read.question);
  if (found == by_question_.end()) return;
  found->second->unread.erase(read.file);
  // Without its bytes the file stays by name, and the page says so.
  if (content.ok()) found->second->application->evaluation().restore_content(read.file, std::move(content).value());
}

void AnswerFiles::forget(std::string_view question) {
  const auto found = by_question_.find(question);
  if (found != by_question_.end()) by_question_.erase(found);
}

}  // namespace stadttor::services::send_application
