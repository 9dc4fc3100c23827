// What pages are told of the vault: how it stands, what is in it for forms, and what went wrong last. A value; who changes it is the
// keeper.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "kept_data/draft.h"
#include "kept_data/profile.h"
#include "vault/vault.h"

namespace stadttor::services::keep_data {

enum class KeepState : unsigned char {
  Looking,    // whether something is kept on this device is not known yet
  VisitOnly,  // what is entered goes with the visit
  Locked,     // something is kept, and cannot be read without a way in
  Open,       // kept on this device
};

// What is being done, or was when it failed.
enum class KeepTask : unsigned char {
  None,
  Looking,
  Keeping,
  Unlocking,
  Saving,
  ChangingWaysIn,
  MakingPasskey,
  OpeningWithPasskey,
  Exporting,
  Importing,
  Wiping,
};

struct KeepProblem {
  KeepTask during = KeepTask::None;
  ErrorKind kind = ErrorKind::MalformedData;
};

struct KeptDraft {
  vault::RecordId record;
  std::uint64_t version = 0;
  kept_data::Draft draft;
};

struct KeptData {
  KeepState state = KeepState::Looking;
  KeepTask task = KeepTask::None;
  std::optional<KeepProblem> problem;
  bool was_lost = false;                  // the system has cleared away what was kept
  bool locked_itself = false;             // after a time without use
  bool has_just_begun = false;            // kept on this device since a moment ago
  std::vector<vault::SlotSummary> ways_in;  // into the vault on this device
  bool can_have_passkeys = false;         // as far as the device says
  bool are_passkeys_refused_here = false; // by the page around the portal; in a window of its own they may be there
  Personal<std::string> recovery_code;    // a new one that is to be written down
  Personal<std::string> suggested_passphrase;  // five words that are to be written down
  kept_data::Profile profile;
  std::vector<KeptDraft> drafts;          // the last changed first
  std::set<std::string> changed_elsewhere;  // forms whose draft another tab has changed; this one's is not written

  bool has_passkey() const;
  bool is_kept() const { return state == KeepState::Open || state == KeepState::Locked; }
  bool is_readable() const { return state == KeepState::Open || state == KeepState::VisitOnly; }
};

inline bool KeptData::has_passkey() const {
  return std::any_of(ways_in.begin(), ways_in.end(), [](const vault::SlotSummary& way_in) { return way_in.kind == vault::SlotKind::Passkey; });
}

}  // namespace stadttor::services::keep_data
