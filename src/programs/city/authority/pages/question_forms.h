// What was asked back about an application and answered, and the form for the next question; or by which other way to ask.
#pragma once

#include "programs/city/authority/pages/application_page.h"

namespace stadttor::city_server::authority {

bool has_open_question(const Conversation& conversation);

void show_questions(const InboxPage& view, semantics::Page& page, const ApplicationPage& shown);

}  // namespace stadttor::city_server::authority
