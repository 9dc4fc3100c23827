#include "programs/city/authority/pages/audit_page.h"

namespace stadttor::city_server::authority {

using semantics::Appearance;
using semantics::Page;

// Pairs and not a table: on a phone four columns have no room for whole words.
void show_audit(const InboxPage& view, Page& page, const std::vector<AuditEntry>& entries, AuditNames names) {
  page.paragraph("Die letzten Einträge zuerst", {.look = Appearance::Small});
  auto facts = page.description_list(Appearance::Facts);
  for (const AuditEntry& entry : entries) {
    page.term(words_of_time(view, entry.at));
    auto definition = page.definition();
    auto line = page.running_paragraph();
    page.text((entry.clerk.empty() ? std::string("Posteingang") : entry.clerk) + ": " + std::string(words_of_act(entry.act)));
    if (names == AuditNames::WithoutApplication || entry.submission_id.empty()) continue;
    page.text(", ");
    page.link("link", words_of_subject(entry.submission_id), path_of_subject(entry.submission_id));
  }
}

Answer audit_answer(const InboxPage& view, const std::vector<AuditEntry>& entries) {
  return page_answer(view, 200, "Protokoll", [&](Page& page) {
    page.paragraph("Wer welchen Antrag und welche Meldung geöffnet, entschieden oder gelöscht hat. Das Protokoll kann hier nicht verändert werden.");
    show_audit(view, page, entries, AuditNames::All);
  });
}

}  // namespace stadttor::city_server::authority
