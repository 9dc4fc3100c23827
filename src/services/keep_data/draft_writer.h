// Writes applications into the vault while they are filled in: at every change, one write at a time, the last state always. It never
// replaces what another tab has written since.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "services/keep_data/kept_data_state.h"

namespace stadttor::services::keep_data {

// A file of an application; its id is a UUID, which is also where it lies in the vault.
struct DraftFile {
  std::string id;
  std::shared_ptr<const Personal<std::string>> content;  // null where it is in the vault already
};

inline constexpr std::uint16_t kFileSchema = 1;  // of a document: the bytes as they are sent

// Nothing for what is no UUID.
std::optional<vault::RecordId> record_of_file(std::string_view id);

class DraftWriter {
 public:
  // Told of a record that was written or erased, and of what could not be.
  struct Listener {
    std::function<void(const KeptDraft&)> written;
    std::function<void(const Error&, const std::string& form)> failed;
    std::function<void()> rested;  // nothing is left to write
  };
  explicit DraftWriter(Listener listener) : listener_(std::move(listener)) {}

  // From now on into this one; null while it is locked: then what is saved waits. The vault outlives its use here.
  void use(vault::Vault* vault);
  // Of these drafts, the one that a form goes on with, and the files that are kept with it.
  void take_over(const KeptDraft& kept, std::set<std::string> files);
  // Forgets which records belong to the forms and what waits: it was locked or wiped.
  void forget();
  // What waits becomes new records: those there were are gone.
  void begin_anew();

  // Saves unless it is what was saved last; false then.
  bool save(kept_data::Draft draft, std::vector<DraftFile> files);
  // What another tab has written is replaced by this one's, which the citizen has said.
  void insist(std::string_view form);
  void remove(std::string_view form);
  // The record that `form` goes on with.
  const vault::RecordId* find_record(std::string_view form) const;
  bool holds(std::string_view form) const { return open_.find(form) != open_.end(); }
  bool rests() const { return !is_writing_ && !finds_something_to_write(); }
  // Something entered is not in the vault, and will not be by itself.
  bool holds_unwritten() const;

 private:
  struct Open {
    vault::RecordId record;         // empty: none yet
    std::uint64_t version = 0;
    std::optional<kept_data::Draft> last;    // as it was handed over last
    std::vector<DraftFile> files;
    std::set<std::string> kept_files;        // ids
    bool is_unwritten = false;
    bool is_in_conflict = false;
    bool has_failed = false;                 // at the last attempt
  };

  bool finds_something_to_write() const;
  void write_next();
  void write(const std::string& form, Open& open);
  void finish(const std::string& form, const kept_data::Draft& draft, std::set<std::string> files, const Outcome& outcome);

  Listener listener_;
  vault::Vault* vault_ = nullptr;
  std::map<std::string, Open, std::less<>> open_;  // by form
  bool is_writing_ = false;
};

}  // namespace stadttor::services::keep_data
