#include "services/send_application/case_questions.h"

#include <algorithm>

#include "protocols/fit_connect/question.h"
#include "services/apply/question_view.h"
#include "services/send_application/case_parts.h"
#include "services/send_application/handover.h"
#include "services/send_application/send_words.h"

namespace stadttor::services::send_application {

using kept_data::ReceiptQuestion;
using semantics::Appearance;

namespace {

constexpr const char* kLongestAnswer = "2000";

void show_given_answer(const Screen& screen, semantics::Page& page, const Case& given) {
  auto block = page.block("answer", {});
  page.paragraph(screen.text("case.answer.yours", {{"when", moment_words(screen, given.receipt.begun_at)}}), {.look = Appearance::Small});
  const std::string& text = given.receipt.draft.reveal<"a citizen reads their own answer">();
  if (!text.empty()) page.paragraph(text, in_unknown_language());
  show_sent_files(screen, page, given.receipt.files);
  page.status("progress", progress_words(screen, given.progress));
  auto line = page.running_paragraph();
  page.link("course", screen.text("case.answer.course"), city::path_of(address_of_case(screen, given.id)));
}

// What is sent to whom. False where it cannot be sent as it is: the bytes of a file are not there.
bool show_what_goes(const Screen& screen, semantics::Page& page, const Case& known, const AnswerEntry& entry, bool is_reading) {
  page.paragraph(screen.text("case.answer.disclosure", {{"office", known.receipt.office_name}, {"number", known.number}}));
  if (entry.has_no_files()) return true;
  const std::vector<forms::SentFile> files = entry.files->sent_files();
  page.paragraph(screen.text("case.answer.files.go"));
  {
    auto list = page.list(Appearance::Plain, screen.text("send.files"));
    for (const forms::SentFile& file : files) page.text_item(words_of_sent_file(screen, file));
  }
  if (std::all_of(files.begin(), files.end(), [](const forms::SentFile& file) { return file.attachment->content != nullptr; })) return true;
  if (is_reading) {
    page.status("reading", screen.text("case.reading"));
    return false;
  }
  auto message = page.message("missing", screen.text("send.files.missing.title"), Appearance::Warning);
  page.paragraph(screen.text("case.answer.files.missing"));
  return false;
}

const forms::Evaluation* show_choosing(const Screen& screen, semantics::Page& page, AnswerFiles* files, const ReceiptQuestion& question) {
  if (files == nullptr) return nullptr;
  apply::Application& choosing = files->of(screen, question);
  apply::show_file_question({screen, page, choosing}, kFilesOfAnswer);
  return &choosing.evaluation();
}

void show_answering(const Screen& screen, semantics::Page& page, const CasesFacts& facts, const Case& known, const ReceiptQuestion& question, CaseAnswer& answer) {
  AnswerEntry entry{question.id, question.draft};
  const bool is_unanswered = facts.unanswered == question.id;
  const auto field = page.text_area("text", screen.text("case.answer.field"), question.draft.reveal<"a citizen goes on writing an answer">(),
                                    {.hint = screen.text("case.answer.hint"),
                                     .error = is_unanswered ? screen.text("case.answer.missing") : std::string_view(), .max_length = kLongestAnswer});
  const std::string* typed = field.entered();
  if (typed != nullptr) entry.text = Personal<std::string>(*typed);
  entry.files = show_choosing(screen, page, facts.files, question);
  const bool is_other_choice = facts.files != nullptr && facts.files->take_change(question.id);
  if (typed != nullptr || is_other_choice) answer.written.push_back({question.id, {entry.text, is_other_choice ? std::optional(entry.files->answers()) : std::nullopt}});
  const bool is_reading = facts.files != nullptr && facts.files->is_reading(question.id);
  if (!show_what_goes(screen, page, known, entry, is_reading)) return;
  if (!page.button("send", screen.text("case.answer.send"), {.look = Appearance::Primary}).pressed()) return;
  if (entry.text.is_empty() && entry.has_no_files()) {
    answer.unanswered = question.id;
    return;
  }
  answer.send = hand_over_answer(screen, known, entry);
  answer.sent_to = question.id;
}

void show_question(const Screen& screen, semantics::Page& page, const CasesFacts& facts, const Case& known, const ReceiptQuestion& question, CaseAnswer& answer) {
  auto item = page.item(question.id);
  page.paragraph(screen.text("case.question.from", {{"when", moment_words(screen, question.when)}}), {.look = Appearance::Small});
  page.paragraph(question.text.reveal<"the citizen reads what the authority asks">(), in_unknown_language(Appearance::Bold));
  const Case* given = find_answer(*facts.cases, known, question);
  if (given != nullptr) return show_given_answer(screen, page, *given);
  // What was rejected is closed; it can be sent anew.
  if (known.progress != CaseProgress::Rejected) show_answering(screen, page, facts, known, question, answer);
}

}  // namespace

void show_questions(const Screen& screen, semantics::Page& page, const CasesFacts& facts, const Case& known, CaseAnswer& answer) {
  const auto& questions = known.receipt.questions;
  if (questions.empty() && !known.has_unreadable_question) return;
  auto region = page.region("questions", 2, screen.text("case.questions"));
  if (known.has_unreadable_question) {
    auto message = page.message("unreadable", screen.text("case.question.unreadable.title"), Appearance::Warning);
    page.paragraph(screen.text("case.question.unreadable.text", {{"office", known.receipt.office_name}}));
  }
  if (questions.empty()) return;
  page.paragraph(screen.text("case.question.verified"), {.look = Appearance::Small});
  auto list = page.list(Appearance::Plain);
  for (const ReceiptQuestion& question : questions) show_question(screen, page, facts, known, question, answer);
}

HandedOver hand_over_answer(const Screen& screen, const Case& asked, const AnswerEntry& entry) {
  const kept_data::Receipt& about = asked.receipt;
  HandedOver handed;
  kept_data::Receipt& receipt = handed.receipt;
  receipt.form = about.form;
  receipt.title = screen.text("case.answer.title", {{"title", about.title}});
  receipt.office = about.office;
  receipt.office_name = about.office_name;
  receipt.office_language = about.office_language;
  receipt.language = screen.city.language;
  receipt.destination = about.destination;
  receipt.draft = entry.text;
  if (!entry.text.is_empty()) receipt.fields.push_back({"answer", std::string(screen.text("case.answer.field")), {}});
  if (!entry.has_no_files()) receipt.fields.push_back({"files", std::string(screen.text("case.answer.files.field")), {}});
  receipt.answer_in = asked.id;
  receipt.answer_to = entry.question;

  UnsealedApplication& application = handed.application;
  application.entry.title = receipt.title;
  application.entry.office = about.office_name;
  application.entry.office_language = about.office_language;
  application.entry.language = receipt.language;
  application.entry.destination = about.destination;
  application.entry.purpose = screen.text("case.answer.purpose", {{"title", about.title}});
  application.entry.fields = receipt.fields;
  application.service = about.service;
  application.service_name = receipt.title;
  application.schema_uri = protocols::fit_connect::kAnswerSchema;
  application.case_id = asked.number;
  application.plain.data = protocols::fit_connect::json_from_answer({entry.question, entry.text});
  if (entry.files != nullptr) hand_over_files(*entry.files, application);
  receipt.files = application.entry.files;
  if (screen.now) application.plain.application_date = text_from_date(screen.now->date);
  return handed;
}

}  // namespace stadttor::services::send_application
