// A vault's life: looked for, begun, opened, locked and wiped.
#include "services/keep_data/keeper.h"

#include <algorithm>

#include "vault/recovery_code.h"

namespace stadttor::services::keep_data {

using vault::SlotKind;
using vault::Vault;

Keeper::Keeper(KeeperPorts ports, std::function<void()> changed)
    : ports_(ports),
      changed_(std::move(changed)),
      drafts_({[this](const KeptDraft& kept) { note_written(kept); },
               [this](const Error& error, const std::string& form) {
                 if (error.kind == ErrorKind::ChangedElsewhere) data_.changed_elsewhere.insert(form);
                 if (error.kind != ErrorKind::ChangedElsewhere) tell(KeepTask::Saving, error);
                 changed_();
               },
               [this] { come_to_rest(); }}) {}

vault::VaultPorts Keeper::vault_ports(platform::RecordStore& store) const {
  return {store, ports_.cryptography, ports_.random, ports_.clock, ports_.loop, ports_.passphrase_cost};
}

vault::Vault* Keeper::open_vault() { return vault_ && vault_->is_open() && data_.is_readable() ? vault_.get() : nullptr; }

bool Keeper::begin(KeepTask task) {
  if (data_.task != KeepTask::None) return false;
  data_.task = task;
  data_.problem.reset();
  changed_();
  return true;
}

void Keeper::end(KeepTask task, const Outcome& outcome) {
  data_.task = KeepTask::None;
  if (!outcome.ok()) tell(task, outcome.error());
  changed_();
}

void Keeper::tell(KeepTask during, const Error& error) { data_.problem = KeepProblem{during, error.kind}; }

void Keeper::look() {
  if (!begin(KeepTask::Looking)) return;
  look_for_passkeys();
  vault_ = std::make_unique<Vault>(vault_ports(ports_.device));
  vault_->find_slots([this](Result<std::vector<vault::SlotSummary>> found) {
    if (!found.ok()) {
      end(KeepTask::Looking, found.error());
      return begin_visit();
    }
    data_.task = KeepTask::None;
    if (found.value().empty()) {
      data_.was_lost = ports_.mark.is_set();
      return begin_visit();
    }
    ports_.mark.set();
    data_.ways_in = std::move(found).value();
    data_.state = KeepState::Locked;
    changed_();
  });
}

void Keeper::begin_visit() {
  // The vault goes before the store it is in.
  vault_.reset();
  visit_store_ = std::make_unique<platform::MemoryRecordStore>(ports_.loop);
  vault_ = std::make_unique<Vault>(vault_ports(*visit_store_));
  data_.state = KeepState::VisitOnly;
  profile_record_.reset();
  profile_version_ = 0;
  is_writing_profile_ = is_profile_unwritten_ = false;
  vault_->create({}, [this](Outcome outcome) {
    if (!outcome.ok()) return end(KeepTask::Looking, outcome);
    ++openings_;
    drafts_.use(vault_.get());
    changed_();
  });
  changed_();
}

void Keeper::note_use() {
  last_use_ = ports_.clock.now();
  if (data_.state == KeepState::Open && !waiting_) start_waiting();
}

void Keeper::start_waiting() {
  const std::int64_t unused = ports_.clock.now() - last_use_;
  waiting_ = ports_.timer.after(std::max<std::int64_t>(kUnusedBeforeLock - unused, 1), [this] {
    waiting_.reset();
    if (data_.state != KeepState::Open) return;
    if (ports_.clock.now() - last_use_ < kUnusedBeforeLock) return start_waiting();
    data_.locked_itself = true;
    lock();
  });
}

void Keeper::forget_problem() {
  if (data_.was_lost) ports_.mark.clear();
  data_.problem.reset();
  data_.was_lost = data_.has_just_begun = data_.locked_itself = false;
  changed_();
}

void Keeper::make_recovery_code() {
  auto bits = ports_.random.bytes(vault::kIdSize);
  if (!bits.ok()) {
    tell(KeepTask::ChangingWaysIn, bits.error());
    return changed_();
  }
  const Secret code = vault::recovery_code_from(bits.value());
  data_.recovery_code = Personal<std::string>(std::string(code.reveal<"shown to the citizen who writes it down">()));
  recovery_bits_ = Secret(std::move(bits).value());
  changed_();
}

void Keeper::forget_recovery_code() {
  recovery_bits_.wipe();
  data_.recovery_code.forget();
  changed_();
}

void Keeper::keep_on_device(const Personal<std::string>& passphrase) {
  if (data_.state != KeepState::VisitOnly || open_vault() == nullptr || data_.recovery_code.is_empty() || !begin(KeepTask::Keeping)) return;
  keep_in_device(passphrase, true);
}

void Keeper::keep_in_device(const Personal<std::string>& passphrase, bool may_spend_less) {
  std::vector<vault::SlotSecret> ways_in;
  ways_in.push_back({SlotKind::Passphrase, Secret(passphrase.reveal<"opens the citizen's vault on this device">()), {}});
  ways_in.push_back({SlotKind::Recovery, Secret(std::string(recovery_bits_.reveal<"opens the citizen's vault on this device">())), {}});
  vault_->keep_in(ports_.device, std::move(ways_in), [this, passphrase, may_spend_less](Outcome outcome) {
    if (!outcome.ok() && outcome.error().kind == ErrorKind::OutOfMemory && may_spend_less) {
      vault_->set_passphrase_cost(vault::kLowMemoryCost);
      return keep_in_device(passphrase, false);
    }
    if (!outcome.ok()) {
      const bool another_tab_did = outcome.error().kind == ErrorKind::ChangedElsewhere;
      end(KeepTask::Keeping, outcome);
      if (!another_tab_did) return;
      // What this visit holds waits until that vault is opened here.
      carried_ = data_.profile;
      drafts_.begin_anew();
      drafts_.use(nullptr);
      look();
      return tell(KeepTask::Keeping, outcome.error());
    }
    note_kept_on_device();
    data_.state = KeepState::Open;
    data_.has_just_begun = true;
    forget_recovery_code();
    data_.suggested_passphrase.forget();
    refresh_ways_in();
    note_use();
    end(KeepTask::Keeping, Done{});
  });
}

void Keeper::note_kept_on_device() {
  ports_.mark.set();
  // Whatever the system promises: what it does is noticed by the mark.
  ports_.device.ask_to_persist([](const Result<bool>&) {});
}

void Keeper::refresh_ways_in() {
  vault_->find_slots([this](Result<std::vector<vault::SlotSummary>> found) {
    if (found.ok()) data_.ways_in = std::move(found).value();
    changed_();
  });
}

void Keeper::unlock(const EnteredWayIn& way_in) {
  if (data_.state != KeepState::Locked || !begin(KeepTask::Unlocking)) return;
  auto secret = secret_from(way_in);
  if (!secret) return end(KeepTask::Unlocking, Error{ErrorKind::WrongSecret, "way in", "cannot be one", NextStep::CorrectInput});
  vault_->unlock(*std::move(secret), [this](Outcome outcome) {
    if (!outcome.ok()) return end(KeepTask::Unlocking, outcome);
    data_.locked_itself = false;
    read_everything(KeepTask::Unlocking);
  });
}

void Keeper::lock() {
  if (data_.state != KeepState::Open) return;
  wants_lock_ = true;
  if (drafts_.rests() && !is_writing_profile_) come_to_rest();
}

void Keeper::come_to_rest() {
  if (!wants_lock_ || is_writing_profile_ || !drafts_.rests()) return;
  wants_lock_ = false;
  // Whoever locks does not want to lose anything either: what could not be written is told, and stays.
  if (drafts_.holds_unwritten() || is_profile_unwritten_) {
    const auto kind = data_.changed_elsewhere.empty() ? ErrorKind::StorageFull : ErrorKind::ChangedElsewhere;
    if (!data_.problem) data_.problem = KeepProblem{KeepTask::Saving, kind};
    data_.locked_itself = false;
    return changed_();
  }
  lock_now();
}

void Keeper::lock_now() {
  vault_->lock();
  drafts_.forget();
  waiting_.reset();
  recovery_bits_.wipe();
  exported_.reset();
  profile_record_.reset();
  KeptData locked;
  locked.state = KeepState::Locked;
  locked.locked_itself = data_.locked_itself;
  locked.ways_in = std::move(data_.ways_in);
  locked.can_have_passkeys = data_.can_have_passkeys;
  locked.are_passkeys_refused_here = data_.are_passkeys_refused_here;
  data_ = std::move(locked);
  ++openings_;
  changed_();
}

void Keeper::wipe() {
  if (!begin(KeepTask::Wiping)) return;
  drafts_.forget();
  waiting_.reset();
  exported_.reset();
  recovery_bits_.wipe();
  carried_ = {};
  const bool is_kept = data_.is_kept();
  const bool can_have_passkeys = data_.can_have_passkeys;
  const bool are_passkeys_refused_here = data_.are_passkeys_refused_here;
  for (const vault::SlotSummary& way_in : data_.ways_in) {
    if (way_in.kind == SlotKind::Passkey) ports_.passkeys.forget(way_in.credential);
  }
  data_ = KeptData{};
  data_.can_have_passkeys = can_have_passkeys;
  data_.are_passkeys_refused_here = are_passkeys_refused_here;
  data_.task = KeepTask::Wiping;
  ++openings_;
  if (!is_kept) {
    data_.task = KeepTask::None;
    return begin_visit();
  }
  vault_->wipe([this](Outcome outcome) {
    end(KeepTask::Wiping, outcome);
    if (!outcome.ok()) return look();
    ports_.mark.clear();
    begin_visit();
  });
}

}  // namespace stadttor::services::keep_data
