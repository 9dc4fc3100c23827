// A reply of an authority, opened with the key the application brought along: believed only as far as the authority's signed event confirms
// its parts. Asking for it and for the event are submission_client.h's and event_verification.h's.
#pragma once

#include "protocols/fit_connect/sealing.h"
#include "protocols/fit_connect/submission_client.h"

namespace stadttor::protocols::fit_connect {

struct OpenedReply {
  std::string schema_uri;  // of the data
  Personal<std::string> data;
};

// `key` is private; `confirmed` are the tags in the event. Tampered where what came is something else, or does not open.
void open_reply(platform::Cryptography& cryptography, jose::EncryptionKey key, const SealedReply& reply, const AuthenticationTags& confirmed,
                platform::Callback<OpenedReply> callback);

}  // namespace stadttor::protocols::fit_connect
