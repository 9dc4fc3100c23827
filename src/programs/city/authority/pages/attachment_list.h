// Files that came with an application or with an answer: named, and to be saved one by one.
#pragma once

#include <string>
#include <vector>

#include "programs/city/authority/opening.h"
#include "programs/city/authority/pages/inbox_page.h"

namespace stadttor::city_server::authority {

void show_attachment_list(const InboxPage& view, semantics::Page& page, const std::string& submission_id, const std::vector<OpenedAttachment>& attachments);

}  // namespace stadttor::city_server::authority
