// "Meine Vorgänge": what was sent and what became of it, all of it in a list, and each with its course and its receipt.
#pragma once

#include "services/screen.h"
#include "services/send_application/answer_files.h"
#include "services/send_application/outbox.h"

namespace stadttor::services::send_application {

// What the outbox says; a blank one says that nothing is known yet.
struct CasesFacts {
  const std::vector<Case>* cases = nullptr;  // null: not read yet
  bool is_locked = false;
  bool waits_for_turn = false;
  KeptWhere where = KeptWhere::ThisVisit;
  std::string_view unanswered = {};  // id of the question whose answer was to be sent with nothing in it
  AnswerFiles* files = nullptr;      // null: none can be chosen
};

struct AnswerEntry {
  std::string question;  // id
  Personal<std::string> text;
  const forms::Evaluation* files = nullptr;  // of AnswerFiles; null: none can be chosen

  bool has_no_files() const { return files == nullptr || files->answers().empty(); }
};

struct WrittenAnswer {
  std::string question;  // id
  AnswerDraft draft;
};

struct CaseAnswer {
  bool try_again = false;
  bool print = false;
  bool begin_anew = false;  // with the same answers, as another application
  std::vector<WrittenAnswer> written;  // what is new of answers that are being written
  std::optional<HandedOver> send;      // an answer
  std::string sent_to;                 // id of the question it answers
  std::string unanswered;              // as in CasesFacts
};

void show_cases(const Screen& screen, semantics::Page& page, const CasesFacts& facts);
CaseAnswer show_case(const Screen& screen, semantics::Page& page, const CasesFacts& facts, const std::string& id);

std::string cases_title(const Screen& screen, const CasesFacts& facts, const std::string& id);

}  // namespace stadttor::services::send_application
