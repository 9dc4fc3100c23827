// The list of what has come in.
#pragma once

#include <optional>
#include <vector>

#include "programs/city/authority/inbox_records.h"
#include "programs/city/authority/pages/inbox_page.h"

namespace stadttor::city_server::authority {

struct ListPage {
  std::vector<InboxEntry> entries;
  std::optional<InboxState> state;  // those of this state only
  std::string collecting_problem;   // why new ones could not be fetched; empty: they could
};

Answer list_answer(const InboxPage& view, const ListPage& list);

// "neu", as it stands in the list's address; and back.
std::string_view address_of_state(InboxState state);
std::optional<InboxState> find_state(std::string_view address);

}  // namespace stadttor::city_server::authority
