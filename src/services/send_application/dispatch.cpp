#include "services/send_application/dispatch.h"

namespace stadttor::services::send_application {

namespace fit_connect = protocols::fit_connect;

namespace {

Dispatch dispatch_from(fit_connect::Sealed sealed, const CheckedRecipient& recipient, const UnsealedApplication& application, Instant now) {
  Dispatch dispatch{{}, application.entry, sealed.hashes.data};
  dispatch.entry.when = now;
  dispatch.entry.destination = recipient.destination.id;
  dispatch.entry.key_thumbprint = recipient.thumbprint;
  dispatch.entry.hashes = {{"metadata", sealed.hashes.metadata}, {"data", sealed.hashes.data}};
  fit_connect::Announcement announcement{recipient.destination.id, application.service_name, application.service, {}, {}};
  for (std::size_t at = 0; at < sealed.parts.attachments.size(); ++at) {
    announcement.attachment_ids.push_back(sealed.parts.attachments[at].id);
    dispatch.entry.hashes.push_back({"attachment:" + sealed.parts.attachments[at].id, sealed.hashes.attachments[at]});
  }
  dispatch.delivery.content = std::make_shared<const DeliveryContent>(DeliveryContent{std::move(sealed.parts), std::move(announcement)});
  dispatch.delivery.ready_since = now;
  return dispatch;
}

}  // namespace

void seal_application(RecipientPorts ports, const CheckedRecipient& recipient, const UnsealedApplication& application, platform::Callback<Dispatch> callback) {
  auto schema = agreed_schema(recipient.destination, application.service, application.schema_uri);
  if (!schema.ok()) return callback(schema.error());
  auto kept = std::make_shared<UnsealedApplication>(application);
  kept->plain.schema = std::move(schema).value();
  ports.cryptography.import_rsa_public(platform::KeyKind::RsaOaepPublic, recipient.key.rsa, [ports, recipient, kept, callback = std::move(callback)](Result<platform::KeyHandle> key) {
    if (!key.ok()) return callback(key.error());
    fit_connect::seal_submission(ports.cryptography, {key.value(), recipient.key.key_id}, kept->plain, [ports, recipient, kept, callback](Result<fit_connect::Sealed> sealed) {
      if (!sealed.ok()) return callback(sealed.error());
      callback(dispatch_from(std::move(sealed).value(), recipient, *kept, ports.clock.now()));
    });
  });
}

}  // namespace stadttor::services::send_application
