#include "services/send_application/vault_delivery_store.h"

#include "services/send_application/delivery_record.h"

namespace stadttor::services::send_application {

using vault::RecordToKeep;
using vault::RecordType;

namespace {

RecordToKeep record_of(const vault::RecordId& id, const Delivery& delivery, std::uint64_t version) {
  return {id, RecordType::Outbox, kDeliverySchema, Personal<std::string>(json_from_delivery(delivery)), version};
}

}  // namespace

void begin_delivery(vault::Vault& vault, NewDelivery begun, platform::Callback<Done> callback) {
  vault::VaultChanges changes;
  changes.kept.push_back(record_of(begun.id, begun.delivery, begun.made_from));
  changes.kept.push_back(std::move(begun.ledger_entry));
  if (begun.receipt) changes.kept.push_back(*std::move(begun.receipt));
  vault.change(std::move(changes), Durability::Strict, std::move(callback));
}

void read_delivery(vault::Vault& vault, vault::RecordId id, platform::Callback<KeptDelivery> callback) {
  vault.read(std::move(id), [callback = std::move(callback)](Result<vault::KeptRecord> record) {
    if (!record.ok()) return callback(record.error());
    auto delivery = parse_delivery(record.value().content.reveal<"a delivery is read to be carried on">());
    if (!delivery.ok()) return callback(delivery.error());
    callback(KeptDelivery{std::move(delivery).value(), record.value().summary.version});
  });
}

void VaultDeliveryStore::keep(const Delivery& delivery, Durability durability, platform::Callback<Done> callback) {
  vault::VaultChanges changes;
  changes.kept.push_back(record_of(id_, delivery, *version_));
  vault_.change(std::move(changes), durability, [version = version_, callback = std::move(callback)](Outcome kept) {
    if (kept.ok()) ++*version;
    callback(std::move(kept));
  });
}

}  // namespace stadttor::services::send_application
