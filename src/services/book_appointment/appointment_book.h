// The citizen's appointments in the vault: read when it opens, and written with the ledger's entry before anything leaves.
#pragma once

#include <functional>
#include <memory>

#include "kept_data/ledger.h"
#include "services/book_appointment/booking_state.h"
#include "vault/vault.h"

namespace stadttor::services::book_appointment {

// Calls end in silence once the vault is another one or gone.
class AppointmentBook {
 public:
  using Written = std::function<void(Outcome)>;

  AppointmentBook(std::function<vault::Vault*()> find_vault, platform::Cryptography& cryptography)
      : find_vault_(std::move(find_vault)), cryptography_(cryptography), opening_(std::make_shared<char>()) {}

  // From now on what find_vault() gives.
  void follow() { opening_ = std::make_shared<char>(); }
  bool is_open() const { return find_vault_() != nullptr; }

  // One that cannot be read takes none of the others along.
  void read(std::function<void(std::vector<KeptAppointment>)> callback);
  // A new one, with the ledger's next entry, in one strict step; `kept` has its place and the entry's number afterwards.
  void begin(std::shared_ptr<KeptAppointment> kept, kept_data::LedgerEntry entry, Written written);
  // A new one about which nothing is disclosed: the office has told it.
  void add(std::shared_ptr<KeptAppointment> kept, Written written);
  // ChangedElsewhere where another tab has written it since.
  void write(const KeptAppointment& kept, Written written);
  void erase(const vault::RecordId& record, Written written);

 private:
  void read_next(std::shared_ptr<std::vector<vault::RecordSummary>> left, std::shared_ptr<std::vector<KeptAppointment>> read, std::function<void(std::vector<KeptAppointment>)> callback);
  void try_to_begin(const std::shared_ptr<KeptAppointment>& kept, const kept_data::LedgerEntry& entry, const Written& written, unsigned attempt);

  std::function<vault::Vault*()> find_vault_;
  platform::Cryptography& cryptography_;
  std::shared_ptr<char> opening_;
};

}  // namespace stadttor::services::book_appointment
