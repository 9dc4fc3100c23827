// What the authority asks back about an application, and where the citizen answers: below its course, with what is sent to whom.
#pragma once

#include "services/send_application/case_pages.h"

namespace stadttor::services::send_application {

void show_questions(const Screen& screen, semantics::Page& page, const CasesFacts& facts, const Case& known, CaseAnswer& answer);

// An answer as the outbox takes it: a submission of its own in the same case.
HandedOver hand_over_answer(const Screen& screen, const Case& asked, const AnswerEntry& entry);

}  // namespace stadttor::services::send_application
