// Deliveries in the citizen's vault: begun together with the ledger's entry, and never replaced by an older state of themselves.
#pragma once

#include "services/send_application/courier.h"
#include "vault/vault.h"

namespace stadttor::services::send_application {

// Before the first byte leaves: the delivery, the entry that says what goes where, and the receipt that names both, in one strict step.
struct NewDelivery {
  vault::RecordId id;
  Delivery delivery;
  vault::RecordToKeep ledger_entry;
  std::optional<vault::RecordToKeep> receipt = std::nullopt;
  std::uint64_t made_from = 0;  // version of the unsealed application in its place
};
void begin_delivery(vault::Vault& vault, NewDelivery begun, platform::Callback<Done> callback);

struct KeptDelivery {
  Delivery delivery;
  std::uint64_t version = 0;
};
void read_delivery(vault::Vault& vault, vault::RecordId id, platform::Callback<KeptDelivery> callback);

// For one delivery, which was read as `version`.
class VaultDeliveryStore : public DeliveryStore {
 public:
  VaultDeliveryStore(vault::Vault& vault, vault::RecordId id, std::uint64_t version) : vault_(vault), id_(std::move(id)), version_(std::make_shared<std::uint64_t>(version)) {}

  void keep(const Delivery& delivery, Durability durability, platform::Callback<Done> callback) override;
  std::uint64_t version() const { return *version_; }

 private:
  vault::Vault& vault_;
  vault::RecordId id_;
  std::shared_ptr<std::uint64_t> version_;
};

}  // namespace stadttor::services::send_application
