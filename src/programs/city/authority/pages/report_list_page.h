// The list of what citizens have reported, and the words for how far a report is.
#pragma once

#include <optional>
#include <vector>

#include "programs/city/authority/pages/inbox_page.h"
#include "programs/city/open311/report_desk.h"
#include "programs/city/open311/service_catalogue.h"

namespace stadttor::city_server::authority {

// In the list's address: what waits for a clerk's look before it is public.
inline constexpr std::string_view kWaitingState = "zu-pruefen";

struct ReportListPage {
  const open311::ServiceCatalogue& catalogue;
  open311::DeskQuery filter = {};
  std::vector<open311::KeptReport> reports = {};
  bool has_older = false;
};

Answer report_list_answer(const InboxPage& view, const ReportListPage& list);

std::string_view words_of_stage(open311::Stage stage);  // in German
// "in-bearbeitung", as it stands in addresses and forms; and back.
std::string_view address_of_stage(open311::Stage stage);
std::optional<open311::Stage> find_stage(std::string_view address);

// The kind's German name; its code where the city no longer offers it.
std::string name_of_kind(const open311::ServiceCatalogue& catalogue, const std::string& code);

void show_stage(semantics::Page& page, open311::Stage stage);

}  // namespace stadttor::city_server::authority
