// One application, opened: what was found when it was checked, what the citizen answered, the attachments, and the decision.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "programs/city/authority/conversation.h"
#include "programs/city/authority/opening.h"
#include "programs/city/authority/pages/inbox_page.h"

namespace stadttor::city_server::authority {

// A rejection has room for so many reasons.
inline constexpr int kReasons = 3;

// What a clerk entered and what is wrong with it, to be shown again.
struct ReasonEntry {
  std::string type;    // name of a ProblemType; empty: none chosen
  std::string place;   // JSON Pointer; empty: the whole application
  std::string detail;
  std::string problem;
};

struct DecisionEntries {
  std::string notice;  // to the citizen, with an acceptance
  ReasonEntry reasons[kReasons];
};

// What came of the last thing the clerk did.
struct LastStep {
  DecisionEntries entries = {};
  std::string question = {};
  std::string question_problem = {};
  std::string done = {};     // in a sentence
  std::string problem = {};  // or why it could not be done
  int status = 200;
};

struct ApplicationPage {
  const InboxApplication& application;
  const OpenedApplication* opened = nullptr;  // null: its content has been deleted
  std::vector<AuditEntry> audit = {};
  LastStep last = {};
  Conversation conversation = {};
};

Answer application_answer(const InboxPage& view, const ApplicationPage& shown);

// The form's own places with a name, for checking what was posted: only these can be pointed to.
std::string name_of_place(const InboxPage& view, const OpenedApplication& opened, const std::string& pointer);

}  // namespace stadttor::city_server::authority
