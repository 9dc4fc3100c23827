// What a citizen hands over: from a complete form to data, files, and the list of what is disclosed by them.
#pragma once

#include "services/apply/form_page_parts.h"
#include "services/send_application/outbox.h"

namespace stadttor::services::send_application {

// The questions that are answered and sent, as the citizen was asked.
std::vector<kept_data::DisclosedField> disclosed_fields(const apply::FormPage& view);
// The e-mail address among the answers; empty: the authority answers by post.
Personal<std::string> reply_address(const forms::Evaluation& evaluation);
// The form can be sent: its pack names a destination, and what it is for.
bool can_be_sent(const forms::Definition& definition);

// The files, and that the ledger names them.
void hand_over_files(const forms::Evaluation& evaluation, UnsealedApplication& application);

HandedOver hand_over(const apply::FormPage& view);

}  // namespace stadttor::services::send_application
