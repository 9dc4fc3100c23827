// Ways into the vault exchanged, and the vault as a file.
#include "protocols/jose/base64url.h"
#include "services/keep_data/keeper.h"

namespace stadttor::services::keep_data {

using vault::SlotKind;

void Keeper::change_ways_in(SlotKind kind, const EnteredWayIn& existing, std::function<vault::SlotSecret()> added, bool may_spend_less) {
  auto secret = secret_from(existing);
  if (!secret) return end(KeepTask::ChangingWaysIn, Error{ErrorKind::WrongSecret, "way in", "cannot be one", NextStep::CorrectInput});
  std::vector<std::string> removed;
  for (const vault::SlotSummary& way_in : data_.ways_in) {
    if (way_in.kind == kind) removed.push_back(way_in.id);
  }
  std::vector<vault::SlotSecret> secrets;
  secrets.push_back(added());
  vault_->change_slots(*std::move(secret), std::move(secrets), std::move(removed), [this, kind, existing, added, may_spend_less](Outcome outcome) {
    if (!outcome.ok() && outcome.error().kind == ErrorKind::OutOfMemory && may_spend_less) {
      vault_->set_passphrase_cost(vault::kLowMemoryCost);
      return change_ways_in(kind, existing, added, false);
    }
    if (outcome.ok() && kind == SlotKind::Recovery) forget_recovery_code();
    if (outcome.ok() && kind == SlotKind::Passphrase) data_.suggested_passphrase.forget();
    if (outcome.ok()) refresh_ways_in();
    end(KeepTask::ChangingWaysIn, outcome);
  });
}

void Keeper::change_passphrase(const EnteredWayIn& existing, const Personal<std::string>& passphrase) {
  if (data_.state != KeepState::Open || !begin(KeepTask::ChangingWaysIn)) return;
  const auto added = [passphrase] {
    return vault::SlotSecret{SlotKind::Passphrase, Secret(passphrase.reveal<"opens the citizen's vault on this device">()), {}};
  };
  change_ways_in(SlotKind::Passphrase, existing, added, true);
}

void Keeper::change_recovery_code(const EnteredWayIn& existing) {
  if (data_.state != KeepState::Open || data_.recovery_code.is_empty() || !begin(KeepTask::ChangingWaysIn)) return;
  const auto added = [this] {
    return vault::SlotSecret{SlotKind::Recovery, Secret(std::string(recovery_bits_.reveal<"opens the citizen's vault on this device">())), {}};
  };
  change_ways_in(SlotKind::Recovery, existing, added, false);
}

void Keeper::export_file() {
  if (data_.state != KeepState::Open || !begin(KeepTask::Exporting)) return;
  vault_->export_file([this](Result<std::string> file) {
    if (!file.ok()) return end(KeepTask::Exporting, file.error());
    // As text: what a portal saves and reads is text everywhere.
    exported_ = Personal<std::string>(protocols::jose::base64url_from_bytes(file.value()));
    end(KeepTask::Exporting, Done{});
  });
}

std::optional<Personal<std::string>> Keeper::take_export() { return std::exchange(exported_, std::nullopt); }

void Keeper::import_file(const Personal<std::string>& file, const EnteredWayIn& way_in) {
  if (data_.state != KeepState::VisitOnly || !begin(KeepTask::Importing)) return;
  auto secret = secret_from(way_in);
  if (!secret) return end(KeepTask::Importing, Error{ErrorKind::WrongSecret, "way in", "cannot be one", NextStep::CorrectInput});
  auto bytes = protocols::jose::parse_base64url(file.reveal<"read back from the citizen's own file">());
  if (!bytes) return end(KeepTask::Importing, Error{ErrorKind::MalformedData, "vault file", "not a vault", NextStep::CorrectInput});
  incoming_ = std::make_unique<vault::Vault>(vault_ports(ports_.device));
  incoming_->import_file(*std::move(bytes), *std::move(secret), [this](Outcome outcome) {
    if (!outcome.ok()) {
      incoming_.reset();
      return end(KeepTask::Importing, outcome);
    }
    carried_ = data_.profile;
    drafts_.begin_anew();
    drafts_.use(nullptr);
    vault_ = std::move(incoming_);
    note_kept_on_device();
    read_everything(KeepTask::Importing);
  });
}

}  // namespace stadttor::services::keep_data
