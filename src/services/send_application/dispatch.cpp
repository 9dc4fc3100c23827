#include "services/send_application/dispatch.h"

#include "services/send_application/reply_key.h"

namespace stadttor::services::send_application {

namespace fit_connect = protocols::fit_connect;

namespace {

Dispatch dispatch_from(fit_connect::Sealed sealed, const CheckedRecipient& recipient, const UnsealedApplication& application, Instant now) {
  Dispatch dispatch{{}, application.entry, sealed.hashes.data, {}};
  dispatch.entry.when = now;
  dispatch.entry.destination = recipient.destination.id;
  dispatch.entry.key_thumbprint = recipient.thumbprint;
  dispatch.entry.hashes = {{"metadata", sealed.hashes.metadata}, {"data", sealed.hashes.data}};
  fit_connect::Announcement announcement{recipient.destination.id, application.service_name, application.service, {}, {}, application.case_id};
  for (std::size_t at = 0; at < sealed.parts.attachments.size(); ++at) {
    announcement.attachment_ids.push_back(sealed.parts.attachments[at].id);
    dispatch.entry.hashes.push_back({"attachment:" + sealed.parts.attachments[at].id, sealed.hashes.attachments[at]});
  }
  dispatch.delivery.content = std::make_shared<const DeliveryContent>(DeliveryContent{std::move(sealed.parts), std::move(announcement)});
  dispatch.delivery.ready_since = now;
  return dispatch;
}

struct Sealing : std::enable_shared_from_this<Sealing> {
  RecipientPorts ports;
  CheckedRecipient recipient;
  UnsealedApplication application;
  platform::Callback<Dispatch> callback;
  Personal<std::string> reply_key{};

  Sealing(RecipientPorts used, const CheckedRecipient& to, const UnsealedApplication& what, platform::Callback<Dispatch> done)
      : ports(used), recipient(to), application(what), callback(std::move(done)) {}

  void make_reply_key() {
    send_application::make_reply_key(ports.cryptography, [self = shared_from_this()](Result<NewReplyKey> made) {
      // Where none can be made, the authority answers as it did before there were any.
      if (made.ok()) {
        self->application.plain.reply_key = std::move(made.value().open);
        self->reply_key = std::move(made.value().kept);
      }
      self->import_key();
    });
  }

  void import_key() {
    ports.cryptography.import_rsa_public(platform::KeyKind::RsaOaepPublic, recipient.key.rsa, [self = shared_from_this()](Result<platform::KeyHandle> key) {
      if (!key.ok()) return self->callback(key.error());
      self->seal(key.value());
    });
  }

  void seal(const platform::KeyHandle& key) {
    fit_connect::seal_submission(ports.cryptography, {key, recipient.key.key_id}, application.plain, [self = shared_from_this()](Result<fit_connect::Sealed> sealed) {
      if (!sealed.ok()) return self->callback(sealed.error());
      Dispatch dispatch = dispatch_from(std::move(sealed).value(), self->recipient, self->application, self->ports.clock.now());
      dispatch.reply_key = std::move(self->reply_key);
      self->callback(std::move(dispatch));
    });
  }
};

}  // namespace

void seal_application(RecipientPorts ports, const CheckedRecipient& recipient, const UnsealedApplication& application, ReplyChannel channel,
                      platform::Callback<Dispatch> callback) {
  auto schema = agreed_schema(recipient.destination, application.service, application.schema_uri);
  if (!schema.ok()) return callback(schema.error());
  const auto sealing = std::make_shared<Sealing>(ports, recipient, application, std::move(callback));
  sealing->application.plain.schema = std::move(schema).value();
  const bool has_own_key = channel == ReplyChannel::OwnKey && recipient.destination.has_reply_channel;
  has_own_key ? sealing->make_reply_key() : sealing->import_key();
}

}  // namespace stadttor::services::send_application
