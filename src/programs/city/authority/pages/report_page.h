// One report, whole: where and what, words and photo with what the public sees of them, who asked for an answer, and what can be done.
#pragma once

#include <vector>

#include "programs/city/authority/audit_log.h"
#include "programs/city/authority/pages/report_list_page.h"

namespace stadttor::city_server::authority {

// What came of the last thing the clerk did, with what was entered.
struct ReportStep {
  std::string done = {};     // in a sentence
  std::string problem = {};  // or why it could not be done
  std::string note = {};
  std::string original = {};
  int status = 200;
};

struct ReportPage {
  const open311::KeptReport& report;
  const open311::ServiceCatalogue& catalogue;
  open311::ReportContact contact;
  std::vector<open311::ReportNote> notes;
  std::vector<open311::KeptReport> near;  // perhaps the same
  std::vector<AuditEntry> audit;
  ReportStep last;
};

Answer report_answer(const InboxPage& view, const ReportPage& shown);

// The offices that a report can be handed on to.
std::vector<std::string> agencies_of(const open311::ServiceCatalogue& catalogue);

}  // namespace stadttor::city_server::authority
