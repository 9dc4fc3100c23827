// Owns the vault and its life during a visit: nothing kept, locked, open, gone. What is in it is offered as a value that pages can read;
// what they say is theirs, and sending has the open vault for itself.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/memory_record_store.h"
#include "platform/passkeys.h"
#include "platform/store_mark.h"
#include "platform/timer.h"
#include "services/keep_data/draft_writer.h"
#include "services/keep_data/kept_data_state.h"
#include "services/keep_data/passphrase_words.h"
#include "services/keep_data/way_in.h"

namespace stadttor::services::keep_data {

inline constexpr std::int64_t kUnusedBeforeLock = 5 * std::int64_t{60'000};  // milliseconds

// All of them outlive the keeper.
struct KeeperPorts {
  platform::RecordStore& device;
  platform::StoreMark& mark;
  platform::Cryptography& cryptography;
  platform::SecureRandom& random;
  platform::Clock& clock;
  platform::EventLoop& loop;
  platform::Timer& timer;
  platform::Passkeys& passkeys;
  platform::Argon2Cost passphrase_cost = vault::kUsualCost;
};

// Commands are passed over while another one is under way (data().task); each ends in a changed value, with a problem where it failed.
class Keeper {
 public:
  // `changed` is called whenever data() has become another.
  Keeper(KeeperPorts ports, std::function<void()> changed);
  Keeper(const Keeper&) = delete;
  Keeper& operator=(const Keeper&) = delete;

  const KeptData& data() const { return data_; }
  // Where records can be read and written, also in a visit that keeps nothing; else null. Whoever keeps the pointer asks again when
  // openings() counts another one.
  vault::Vault* open_vault();
  std::uint64_t openings() const { return openings_; }
  bool holds_unkept() const { return drafts_.holds_unwritten() || !drafts_.rests() || data_.state != KeepState::Open; }

  // Whether something is kept on this device; once, at the beginning.
  void look();
  void note_use();
  void forget_problem();

  // -- ways in
  // A new code, to be written down before it opens anything.
  void make_recovery_code();
  void forget_recovery_code();
  // Five words by chance, to be written down. They are nothing until the citizen takes them for a passphrase.
  void suggest_passphrase(const PassphraseWords& words);
  // What the visit holds, from now on on this device. Opened by the passphrase, and by the recovery code that was made.
  void keep_on_device(const Personal<std::string>& passphrase);
  void unlock(const EnteredWayIn& way_in);
  // After everything is written; what cannot be written keeps it open, and is told.
  void lock();
  void change_passphrase(const EnteredWayIn& existing, const Personal<std::string>& passphrase);
  // From now on the code that was made last, and no other.
  void change_recovery_code(const EnteredWayIn& existing);
  // A further way in; `name` is what the device lists it under. The passphrase and the sheet stay.
  void make_passkey(const EnteredWayIn& existing, std::string name);
  void remove_passkey(const EnteredWayIn& existing, const std::string& slot);
  void unlock_with_passkey();

  // -- as a whole
  void export_file();
  // The exported file, once: text.
  std::optional<Personal<std::string>> take_export();
  // Only where nothing is kept yet; what the visit holds is added.
  void import_file(const Personal<std::string>& file, const EnteredWayIn& way_in);
  void wipe();

  // -- what is in it
  void keep_profile(kept_data::Profile profile);
  void save_draft(kept_data::Draft draft, std::vector<DraftFile> files = {});
  void read_file(std::string_view id, platform::Callback<Personal<std::string>> callback);
  // The draft that a form goes on with; null where there is none.
  const kept_data::Draft* draft_of(std::string_view form) const;
  // Something of it is kept, or waits to be.
  bool has_draft(std::string_view form) const { return drafts_.holds(form); }
  // The form goes on with this draft.
  void open_draft(const vault::RecordId& record);
  void erase_draft(const vault::RecordId& record);
  void erase_draft_of(std::string_view form);
  // Where another tab has changed a form's draft: its state, or this one's.
  void take_other_draft(std::string_view form);
  void insist_on_draft(std::string_view form);
  // Forms whose answers are to be taken from draft_of() anew, once.
  std::vector<std::string> take_reopened_forms() { return std::exchange(reopened_forms_, {}); }

 private:
  bool begin(KeepTask task);
  void end(KeepTask task, const Outcome& outcome);
  void tell(KeepTask during, const Error& error);
  void begin_visit();
  void come_to_rest();
  void lock_now();
  void note_kept_on_device();
  void refresh_ways_in();
  void start_waiting();
  void change_ways_in(vault::SlotKind kind, const EnteredWayIn& existing, std::function<vault::SlotSecret()> added, bool may_spend_less);
  void keep_in_device(const Personal<std::string>& passphrase, bool may_spend_less);
  void look_for_passkeys();
  void add_passkey(const std::shared_ptr<const EnteredWayIn>& existing, std::string salt, platform::PasskeySecret made);

  void read_everything(KeepTask task);
  void read_next(KeepTask task, std::size_t at);
  void take_in(KeepTask task);
  void write_profile();
  void note_written(const KeptDraft& kept);
  KeptDraft* find_draft(const vault::RecordId& record);

  vault::VaultPorts vault_ports(platform::RecordStore& store) const;

  KeeperPorts ports_;
  std::function<void()> changed_;
  KeptData data_;
  std::unique_ptr<platform::MemoryRecordStore> visit_store_;
  std::unique_ptr<vault::Vault> vault_;
  std::unique_ptr<vault::Vault> incoming_;  // while a file is imported
  DraftWriter drafts_;
  std::uint64_t openings_ = 0;

  Secret recovery_bits_;
  std::optional<Personal<std::string>> exported_;
  std::vector<std::string> reopened_forms_;
  kept_data::Profile carried_;  // of a visit whose vault could not be kept: joins what is opened next

  std::vector<vault::RecordSummary> to_read_;
  KeptData read_;
  std::optional<vault::RecordId> profile_record_;
  std::uint64_t profile_version_ = 0;
  bool is_profile_unwritten_ = false;
  bool is_writing_profile_ = false;
  bool is_behind_ = false;  // a page has been built while something entered was not written yet

  bool wants_lock_ = false;
  platform::Instant last_use_ = 0;
  std::unique_ptr<platform::RunningTimer> waiting_;
  // Held by what the device may answer when the keeper is gone.
  std::shared_ptr<const bool> life_ = std::make_shared<const bool>(true);
};

}  // namespace stadttor::services::keep_data
