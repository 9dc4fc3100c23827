// A key pair of the citizen's own, as JSON Web Keys (RFC 7517, 7518): the public half for whoever shall encrypt for it, the private one
// for the vault and for nobody else. Making it is the platform's; reading the private one back is json_web_key.h's.
#pragma once

#include <string>
#include <string_view>

#include "foundation/json_writer.h"
#include "foundation/personal.h"
#include "platform/cryptography.h"

namespace stadttor::protocols::jose {

// RSA-OAEP-256, to wrap keys with. An object of its own.
void write_encryption_key(JsonWriter& json, const platform::RsaPublicNumbers& numbers, std::string_view key_id);

// Without key_ops: other people's programs differ in what they demand there of private keys.
Personal<std::string> json_from_private_key(const platform::RsaPrivateNumbers& numbers, std::string_view key_id);

}  // namespace stadttor::protocols::jose
