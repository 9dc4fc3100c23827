// From an application and a recipient whose key has been checked to what may leave the device: sealed once, with the entry that the ledger
// has of it before the first byte goes.
#pragma once

#include "services/send_application/delivery.h"
#include "services/send_application/recipient_check.h"
#include "services/send_application/unsealed_application.h"

namespace stadttor::services::send_application {

struct Dispatch {
  Delivery delivery;
  kept_data::LedgerEntry entry;  // all but number and previous (ledger_book.h)
  std::string fingerprint;       // SHA-512 of the data
};

// NotSupported where the destination does not take this application.
void seal_application(RecipientPorts ports, const CheckedRecipient& recipient, const UnsealedApplication& application, platform::Callback<Dispatch> callback);

}  // namespace stadttor::services::send_application
