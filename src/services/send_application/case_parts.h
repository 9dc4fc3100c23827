// What the page of one case is composed of.
#pragma once

#include "services/screen.h"
#include "services/send_application/case_pages.h"

namespace stadttor::services::send_application {

void show_other_tab(const Screen& screen, semantics::Page& page);
// Where it is now, what is in the way, and whether the window may be closed.
void show_progress(const Screen& screen, semantics::Page& page, const Case& known, KeptWhere where, CaseAnswer& answer);
// Verified events, the oldest first, with what the authority says in them; and what was asked and answered in between.
void show_course(const Screen& screen, semantics::Page& page, const std::vector<Case>& cases, const Case& known);
// The files that went with an answer, by the citizen's own names; nothing where there were none.
void show_sent_files(const Screen& screen, semantics::Page& page, const std::vector<kept_data::DisclosedFile>& files);
// Number, fingerprint, recipient, key; true where it is to be printed.
bool show_receipt(const Screen& screen, semantics::Page& page, const Case& known);

}  // namespace stadttor::services::send_application
