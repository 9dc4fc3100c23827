// Ways into the vault that the device makes: passkeys, and words drawn by chance.
#include "services/keep_data/keeper.h"

namespace stadttor::services::keep_data {

using vault::SlotKind;

namespace {

// security.md, C1: as the salt of HKDF, and what the PRF is asked with.
constexpr std::size_t kPasskeySalt = 32;

std::vector<std::string> credentials_of(const std::vector<vault::SlotSummary>& ways_in) {
  std::vector<std::string> credentials;
  for (const vault::SlotSummary& way_in : ways_in) {
    if (way_in.kind == SlotKind::Passkey) credentials.push_back(way_in.credential);
  }
  return credentials;
}

Error cannot_be_one() { return {ErrorKind::WrongSecret, "way in", "cannot be one", NextStep::CorrectInput}; }

}  // namespace

void Keeper::suggest_passphrase(const PassphraseWords& words) {
  auto random = ports_.random.bytes(2 * kSuggestedWords);
  if (!random.ok()) {
    tell(KeepTask::ChangingWaysIn, random.error());
    return changed_();
  }
  data_.suggested_passphrase = Personal<std::string>(words.drawn(random.value()));
  Secret(std::move(random).value()).wipe();
  changed_();
}

void Keeper::look_for_passkeys() {
  ports_.passkeys.look([this, life = std::weak_ptr<const bool>(life_)](const Result<bool>& can) {
    if (life.expired()) return;
    data_.can_have_passkeys = can.ok() && can.value();
    data_.are_passkeys_refused_here = !can.ok() && can.error().kind == ErrorKind::ServerRefused;
    changed_();
  });
}

void Keeper::make_passkey(const EnteredWayIn& existing, std::string name) {
  if (data_.state != KeepState::Open || !begin(KeepTask::MakingPasskey)) return;
  auto secret = secret_from(existing);
  if (!secret) return end(KeepTask::MakingPasskey, cannot_be_one());
  auto salt = ports_.random.bytes(kPasskeySalt);
  if (!salt.ok()) return end(KeepTask::MakingPasskey, salt.error());
  auto kept = std::make_shared<const EnteredWayIn>(existing);
  // Before the device is asked: a passkey that opens nothing would stay in its list.
  vault_->try_way_in(*std::move(secret), [this, kept, name = std::move(name), salt = std::move(salt).value()](const Outcome& is_one) {
    if (!is_one.ok()) return end(KeepTask::MakingPasskey, is_one);
    const auto take = [this, kept, salt, life = std::weak_ptr<const bool>(life_)](Result<platform::PasskeySecret> made) {
      if (life.expired()) return;
      if (!made.ok()) return end(KeepTask::MakingPasskey, made.error());
      add_passkey(kept, salt, std::move(made).value());
    };
    ports_.passkeys.make({name, salt, credentials_of(data_.ways_in)}, take);
  });
}

void Keeper::add_passkey(const std::shared_ptr<const EnteredWayIn>& existing, std::string salt, platform::PasskeySecret made) {
  const std::string credential = made.credential;
  auto secret = secret_from(*existing);
  // Locked, or wiped, while the device was asking.
  if (data_.task != KeepTask::MakingPasskey || !secret) return ports_.passkeys.forget(credential);
  std::vector<vault::SlotSecret> added;
  added.push_back({SlotKind::Passkey, std::move(made.bytes), credential, std::move(salt)});
  vault_->change_slots(*std::move(secret), std::move(added), {}, [this, credential](const Outcome& outcome) {
    if (!outcome.ok()) ports_.passkeys.forget(credential);
    if (outcome.ok()) refresh_ways_in();
    end(KeepTask::MakingPasskey, outcome);
  });
}

void Keeper::remove_passkey(const EnteredWayIn& existing, const std::string& slot) {
  if (data_.state != KeepState::Open || !begin(KeepTask::ChangingWaysIn)) return;
  auto secret = secret_from(existing);
  if (!secret) return end(KeepTask::ChangingWaysIn, cannot_be_one());
  std::string credential;
  for (const vault::SlotSummary& way_in : data_.ways_in) {
    if (way_in.id == slot) credential = way_in.credential;
  }
  vault_->change_slots(*std::move(secret), {}, {slot}, [this, credential](const Outcome& outcome) {
    if (outcome.ok()) ports_.passkeys.forget(credential);
    if (outcome.ok()) refresh_ways_in();
    end(KeepTask::ChangingWaysIn, outcome);
  });
}

void Keeper::unlock_with_passkey() {
  if (data_.state != KeepState::Locked || !begin(KeepTask::OpeningWithPasskey)) return;
  std::vector<platform::PasskeyToAsk> known;
  for (const vault::SlotSummary& way_in : data_.ways_in) {
    if (way_in.kind == SlotKind::Passkey) known.push_back({way_in.credential, way_in.salt});
  }
  ports_.passkeys.ask(std::move(known), [this, life = std::weak_ptr<const bool>(life_)](Result<platform::PasskeySecret> given) {
    if (life.expired() || data_.task != KeepTask::OpeningWithPasskey) return;
    if (!given.ok()) return end(KeepTask::OpeningWithPasskey, given.error());
    platform::PasskeySecret secret = std::move(given).value();
    vault_->unlock({SlotKind::Passkey, std::move(secret.bytes), std::move(secret.credential), {}}, [this](const Outcome& outcome) {
      if (!outcome.ok()) return end(KeepTask::OpeningWithPasskey, outcome);
      data_.locked_itself = false;
      read_everything(KeepTask::Unlocking);
    });
  });
}

}  // namespace stadttor::services::keep_data
