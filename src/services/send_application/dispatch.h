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
  Personal<std::string> reply_key;  // private JWK for the vault; empty where the authority answers by e-mail or post
};

// Whether the authority is offered a key to answer with. Only where the private half outlives the visit: what is encrypted for a key that
// is gone reaches nobody.
enum class ReplyChannel : unsigned char { EMailOrPost, OwnKey };

// NotSupported where the destination does not take this application.
// OwnKey is used where the destination can answer so; the key is made for this application alone.
void seal_application(RecipientPorts ports, const CheckedRecipient& recipient, const UnsealedApplication& application, ReplyChannel channel,
                      platform::Callback<Dispatch> callback);

}  // namespace stadttor::services::send_application
