// Before anything leaves: who receives it and for what, every answer and file, how long it is kept, under which key it travels. The one button
// that sends is here.
#pragma once

#include "services/apply/form_page_parts.h"
#include "services/send_application/outbox.h"

namespace stadttor::services::send_application {

// Null and false where nothing can be sent at all: while pages are written in advance.
struct DisclosureFacts {
  const RecipientAnswer* recipient = nullptr;  // null: being asked
  bool can_keep = false;                       // the vault is open
  bool is_locked = false;                      // there is one, and it is not
  KeptWhere where = KeptWhere::ThisVisit;
  const Case* earlier = nullptr;               // the same form was sent before
  bool could_not_begin = false;                // the button was pressed, and nothing could be made ready for sending
};

struct DisclosureAnswer {
  bool send = false;
  bool check_again = false;
};

DisclosureAnswer show_disclosure(const apply::FormPage& view, const DisclosureFacts& facts);

}  // namespace stadttor::services::send_application
