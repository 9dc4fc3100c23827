// From what a clerk entered below an application to a decision, or to what is wrong with it.
#pragma once

#include <optional>

#include "programs/city/authority/decision.h"
#include "programs/city/authority/pages/application_page.h"
#include "programs/city/authority/posted_fields.h"

namespace stadttor::city_server::authority {

DecisionEntries entries_from(const PostedFields& posted);

// Why it cannot be accepted, in a sentence; empty where it can.
std::string problem_of_acceptance(const OpenedApplication& opened, const DecisionEntries& entries);
Decision acceptance_from(const DecisionEntries& entries);

// Nothing where a reason is missing or half filled in; each entry then says what it lacks.
std::optional<Decision> find_rejection(const InboxPage& view, const OpenedApplication& opened, DecisionEntries& entries);

}  // namespace stadttor::city_server::authority
