// The citizen's own key for one application: made for it, offered to the authority in the encrypted metadata, and kept in the vault, so that
// a question is for nobody else to read.
#pragma once

#include "platform/cryptography.h"
#include "protocols/fit_connect/metadata.h"
#include "protocols/jose/json_web_encryption.h"

namespace stadttor::services::send_application {

struct NewReplyKey {
  protocols::fit_connect::ReplyKey open;
  Personal<std::string> kept;  // private JWK
};
void make_reply_key(platform::Cryptography& cryptography, platform::Callback<NewReplyKey> callback);

// From the vault, to decrypt with.
void import_reply_key(platform::Cryptography& cryptography, const Personal<std::string>& kept, platform::Callback<protocols::jose::EncryptionKey> callback);

}  // namespace stadttor::services::send_application
