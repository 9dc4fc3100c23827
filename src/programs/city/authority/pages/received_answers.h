// What a citizen answered, in the words and the order of the form; and, where there is no form or something stands outside of it,
// as the data have it. Nothing that was received is left out.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "foundation/json.h"
#include "forms/definition.h"
#include "programs/city/authority/pages/inbox_page.h"

namespace stadttor::city_server::authority {

void show_received_answers(const InboxPage& view, semantics::Page& page, const forms::Definition* form, const JsonValue& data);

// The places a clerk can point to: JSON Pointer into the data, and what the form calls them ("Anschrift: Straße").
std::vector<std::pair<std::string, std::string>> places_of_data(const InboxPage& view, const forms::Definition* form, const JsonValue& data);

}  // namespace stadttor::city_server::authority
