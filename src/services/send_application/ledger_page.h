// What was given to whom: every entry of the ledger, whether the chain of them is whole, and a copy to keep.
#pragma once

#include "services/screen.h"
#include "services/send_application/outbox.h"

namespace stadttor::services::send_application {

// Its address among the pages of "Meine Daten".
inline constexpr std::string_view kLedgerPage = "weitergaben";

struct LedgerFacts {
  const Ledger* ledger = nullptr;            // null: not read yet
  const std::vector<Case>* cases = nullptr;  // for what came back
  bool is_locked = false;
};

// True where a copy is wanted (json_from_ledger).
bool show_ledger(const Screen& screen, semantics::Page& page, const LedgerFacts& facts);

// The entries as they are kept, and what came back of each.
Personal<std::string> json_from_ledger(const LedgerFacts& facts);

}  // namespace stadttor::services::send_application
