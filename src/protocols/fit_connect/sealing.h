// From what a citizen entered to what may leave the device: hashes, metadata and JWEs for one destination. Done once for an
// application; what is sent, and sent again, is these bytes.
#pragma once

#include <string>
#include <vector>

#include "foundation/personal.h"
#include "protocols/fit_connect/metadata.h"
#include "protocols/fit_connect/security_event.h"
#include "protocols/jose/json_web_encryption.h"

namespace stadttor::protocols::fit_connect {

struct PlainAttachment {
  std::string id;
  std::string media_type;
  std::string file_name;
  Personal<std::string> bytes;
};

struct PlainSubmission {
  Personal<std::string> data;
  SubmissionSchema schema;
  std::vector<PlainAttachment> attachments;
  Personal<std::string> reply_address;
  std::string sender_reference;
  std::string application_date;
  std::optional<ReplyKey> reply_key = std::nullopt;
};

struct SealedAttachment {
  std::string id;
  std::string jwe;
};

struct SealedSubmission {
  std::string metadata;
  std::string data;
  std::vector<SealedAttachment> attachments;
  AuthenticationTags tags;
};

// SHA-512 of the parts as they were before, hexadecimal, for whoever notes down what was sent.
struct PlainHashes {
  std::string metadata;
  std::string data;
  std::vector<std::string> attachments;
};

struct Sealed {
  SealedSubmission parts;
  PlainHashes hashes;
};

// `recipient` is the destination's key, which has passed jose::check_encryption_key.
void seal_submission(platform::Cryptography& cryptography, jose::EncryptionKey recipient, PlainSubmission submission,
                     platform::Callback<Sealed> callback);

}  // namespace stadttor::protocols::fit_connect
