// Who did what, when.
#pragma once

#include <vector>

#include "programs/city/authority/audit_log.h"
#include "programs/city/authority/pages/inbox_page.h"

namespace stadttor::city_server::authority {

Answer audit_answer(const InboxPage& view, const std::vector<AuditEntry>& entries);

enum class AuditNames : unsigned char { All, WithoutApplication };
void show_audit(const InboxPage& view, semantics::Page& page, const std::vector<AuditEntry>& entries, AuditNames names);

}  // namespace stadttor::city_server::authority
