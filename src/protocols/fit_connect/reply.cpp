#include "protocols/fit_connect/reply.h"

#include "foundation/json_reader.h"

namespace stadttor::protocols::fit_connect {

namespace {

struct ContentFacts {
  std::string data_hash;
  std::string schema_uri;
};

Result<ContentFacts> parse_metadata(const std::string& json) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json, "reply's metadata"));
  JsonReader data = document.root().member("contentStructure").member("data");
  ContentFacts facts{data.member("hash").required_text("content"), data.member("submissionSchema").required_text("schemaUri")};
  TRY(document.finish());
  return facts;
}

Error refused(const std::string& id, const char* why) { return {ErrorKind::Tampered, "reply " + id, why, NextStep::ContactOffice}; }

struct Opening : std::enable_shared_from_this<Opening> {
  platform::Cryptography& cryptography;
  jose::EncryptionKey key;
  SealedReply reply;
  platform::Callback<OpenedReply> callback;
  ContentFacts facts{};
  OpenedReply opened{};

  Opening(platform::Cryptography& used, jose::EncryptionKey own, SealedReply given, platform::Callback<OpenedReply> done)
      : cryptography(used), key(std::move(own)), reply(std::move(given)), callback(std::move(done)) {}

  void open_metadata() {
    jose::decrypt_jwe(cryptography, key, reply.metadata, [self = shared_from_this()](Result<jose::DecryptedJwe> plain) {
      if (!plain.ok()) return self->callback(plain.error());
      auto read = parse_metadata(plain.value().plaintext);
      if (!read.ok()) return self->callback(read.error());
      self->facts = std::move(read).value();
      self->open_data();
    });
  }

  void open_data() {
    jose::decrypt_jwe(cryptography, key, reply.data, [self = shared_from_this()](Result<jose::DecryptedJwe> plain) {
      if (!plain.ok()) return self->callback(plain.error());
      self->check_hash(std::move(plain.value().plaintext));
    });
  }

  void check_hash(std::string data) {
    opened = {facts.schema_uri, Personal<std::string>(data)};
    cryptography.hash(platform::HashKind::Sha512, std::move(data), [self = shared_from_this()](Result<std::string> hash) {
      if (!hash.ok()) return self->callback(hash.error());
      if (hexadecimal(hash.value()) != self->facts.data_hash) return self->callback(refused(self->reply.id, "its data are not what its metadata say"));
      self->callback(std::move(self->opened));
    });
  }
};

}  // namespace

void open_reply(platform::Cryptography& cryptography, jose::EncryptionKey key, const SealedReply& reply, const AuthenticationTags& confirmed,
                platform::Callback<OpenedReply> callback) {
  const bool is_confirmed = !confirmed.metadata.empty() && jose::authentication_tag_of(reply.metadata) == confirmed.metadata &&
                            jose::authentication_tag_of(reply.data) == confirmed.data;
  if (is_confirmed) return std::make_shared<Opening>(cryptography, std::move(key), reply, std::move(callback))->open_metadata();
  // The answer comes later, as all answers do.
  cryptography.hash(platform::HashKind::Sha512, {}, [id = reply.id, callback = std::move(callback)](const Result<std::string>&) {
    callback(refused(id, "is not what the authority has signed"));
  });
}

}  // namespace stadttor::protocols::fit_connect
