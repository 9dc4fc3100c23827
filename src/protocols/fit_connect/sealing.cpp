#include "protocols/fit_connect/sealing.h"

namespace stadttor::protocols::fit_connect {

namespace {

using platform::Callback;

// One submission on its way: attachments one after another, then the data, then the metadata that names all of them.
struct Sealing : std::enable_shared_from_this<Sealing> {
  platform::Cryptography& cryptography;
  jose::EncryptionKey recipient;
  PlainSubmission plain;
  Callback<Sealed> callback;
  Metadata metadata{};
  SealedSubmission sealed{};
  PlainHashes hashes{};

  Sealing(platform::Cryptography& used, jose::EncryptionKey key, PlainSubmission submission, Callback<Sealed> done)
      : cryptography(used), recipient(std::move(key)), plain(std::move(submission)), callback(std::move(done)) {}

  void seal_attachment(std::size_t at) {
    if (at == plain.attachments.size()) return seal_data();
    const PlainAttachment& attachment = plain.attachments[at];
    seal(attachment.bytes.reveal<"an attachment is encrypted for the authority">(), attachment.media_type, [self = shared_from_this(), at](std::string hash, std::string jwe) {
      const PlainAttachment& done = self->plain.attachments[at];
      self->hashes.attachments.push_back(hash);
      self->metadata.attachments.push_back({done.id, std::move(hash), done.media_type, done.file_name, {}});
      self->sealed.tags.attachments[done.id] = jose::authentication_tag_of(jwe);
      self->sealed.attachments.push_back({done.id, std::move(jwe)});
      self->seal_attachment(at + 1);
    });
  }

  void seal_data() {
    seal(plain.data.reveal<"an application is encrypted for the authority">(), plain.schema.media_type, [self = shared_from_this()](std::string hash, std::string jwe) {
      self->hashes.data = hash;
      self->metadata.data_hash = std::move(hash);
      self->sealed.tags.data = jose::authentication_tag_of(jwe);
      self->sealed.data = std::move(jwe);
      self->seal_metadata();
    });
  }

  void seal_metadata() {
    metadata.data_schema = plain.schema;
    metadata.reply_address = plain.reply_address.reveal<"the authority is told where to answer, encrypted">();
    metadata.reply_key = plain.reply_key;
    metadata.sender_reference = plain.sender_reference;
    metadata.application_date = plain.application_date;
    seal(json_from_metadata(metadata), "application/json", [self = shared_from_this()](std::string hash, std::string jwe) {
      self->hashes.metadata = std::move(hash);
      self->sealed.tags.metadata = jose::authentication_tag_of(jwe);
      self->sealed.metadata = std::move(jwe);
      self->callback(Sealed{std::move(self->sealed), std::move(self->hashes)});
    });
  }

  void seal(std::string bytes, std::string media_type, std::function<void(std::string hash, std::string jwe)> next) {
    auto kept = std::make_shared<std::string>(std::move(bytes));
    cryptography.hash(platform::HashKind::Sha512, *kept, [self = shared_from_this(), kept, media_type = std::move(media_type), next = std::move(next)](Result<std::string> hash) {
      if (!hash.ok()) return self->callback(hash.error());
      jose::encrypt_jwe(self->cryptography, self->recipient, media_type, std::move(*kept), [self, hash = hexadecimal(hash.value()), next](Result<std::string> jwe) {
        if (!jwe.ok()) return self->callback(jwe.error());
        next(hash, std::move(jwe).value());
      });
    });
  }
};

}  // namespace

void seal_submission(platform::Cryptography& cryptography, jose::EncryptionKey recipient, PlainSubmission submission,
                     platform::Callback<Sealed> callback) {
  std::make_shared<Sealing>(cryptography, std::move(recipient), std::move(submission), std::move(callback))->seal_attachment(0);
}

}  // namespace stadttor::protocols::fit_connect
