#include "programs/city/authority/pages/audit_page.h"

namespace stadttor::city_server::authority {

using semantics::Page;

void show_audit(const InboxPage& view, Page& page, const std::vector<AuditEntry>& entries, AuditColumns columns) {
  const bool names_applications = columns == AuditColumns::All;
  auto table = page.table("audit", "Die letzten Einträge zuerst");
  {
    auto head = page.table_head();
    auto row = page.row();
    for (const char* title : {"Wann", "Wer", "Was"}) page.column_header(title);
    if (names_applications) page.column_header("Antrag");
  }
  auto body = page.table_body();
  for (std::size_t number = entries.size(); number > 0; --number) {
    const AuditEntry& entry = entries[entries.size() - number];
    auto row = page.row(std::to_string(number));
    page.cell(words_of_time(view, entry.at));
    page.cell(entry.clerk.empty() ? "Posteingang" : entry.clerk);
    page.cell(words_of_act(entry.act));
    if (!names_applications) continue;
    auto cell = page.running_cell();
    if (!entry.submission_id.empty()) page.link("link", entry.submission_id, application_path(entry.submission_id));
  }
}

Answer audit_answer(const InboxPage& view, const std::vector<AuditEntry>& entries) {
  return page_answer(view, 200, "Protokoll", [&](Page& page) {
    page.paragraph("Wer welchen Antrag geöffnet, entschieden oder gelöscht hat. Das Protokoll kann hier nicht verändert werden.");
    show_audit(view, page, entries, AuditColumns::All);
  });
}

}  // namespace stadttor::city_server::authority
