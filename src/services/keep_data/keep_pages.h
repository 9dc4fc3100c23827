// The pages on which citizens see and rule what is kept on their device: overview, profile, ways in, as a file, wiping. Functions from
// what the keeper tells to a page and a wish; whoever carries it out is the desk.
#pragma once

#include <optional>
#include <string>

#include "services/keep_data/keeper.h"
#include "services/screen.h"

namespace stadttor::services::keep_data {

// Ids of the addresses below "Meine Daten".
inline constexpr std::string_view kKeepPage = "merken";
inline constexpr std::string_view kProfilePage = "angaben";
inline constexpr std::string_view kWaysInPage = "zugang";
inline constexpr std::string_view kFilePage = "datei";
inline constexpr std::string_view kWipePage = "loeschen";
inline constexpr std::string_view kKeepPages[] = {"", kKeepPage, kProfilePage, kWaysInPage, kFilePage, kWipePage};

// How an exported file is called at its end.
inline constexpr std::string_view kFileEnding = ".stadttor";

// What was erased last from the profile, as it was kept: it can be put back for as long as the citizen is there.
struct ErasedFromProfile {
  kept_data::Person person;
  std::size_t place = 0;   // among the people
  std::string value_name;  // empty: the person as a whole
};

// What is typed and opened there, for this visit.
struct KeepPagesState {
  Personal<std::string> passphrase;      // an existing one
  Personal<std::string> new_passphrase;
  Personal<std::string> code;            // of the recovery sheet, as typed
  Personal<std::string> file;            // to be read in
  bool shows_passphrase = false;
  bool uses_code = false;
  bool has_written_code = false;         // ticked: the code is on paper
  bool tells_problems = false;
  bool tells_code_fault = false;         // the code could not be read when it was needed
  bool edits_passkeys = false;           // opened on the page of ways in
  bool is_visit_only = false;            // chosen by the citizen
  std::optional<kept_data::Profile> edited;  // changed, not yet saved
  std::optional<ErasedFromProfile> erased;
  const PassphraseWords* words = nullptr;    // to make suggestions of; null where they are not there

  // Whatever opens the vault is not kept longer than it is needed.
  void forget_secrets();
};

enum class KeepCommand : unsigned char {
  None,
  MakeRecoveryCode,
  ForgetRecoveryCode,
  SuggestPassphrase,  // words
  KeepOnDevice,       // passphrase
  Unlock,             // way_in
  Lock,
  ChangePassphrase,   // way_in, passphrase
  ChangeRecoveryCode, // way_in
  MakePasskey,        // way_in, name
  RemovePasskey,      // way_in, slot
  UnlockWithPasskey,
  ExportFile,
  ImportFile,         // file, way_in
  Wipe,
  KeepProfile,        // profile
  OpenDraft,          // record
  EraseDraft,         // record
  ForgetProblem,
};

struct KeepWish {
  KeepCommand command = KeepCommand::None;
  EnteredWayIn way_in = {};
  Personal<std::string> passphrase = {};
  Personal<std::string> file = {};
  kept_data::Profile profile = {};
  vault::RecordId record = {};
  const PassphraseWords* words = nullptr;
  std::string name = {};
  std::string slot = {};
};

struct KeepAnswer {
  KeepWish wish;
  std::optional<city::Address> next;  // goes on there
  bool print = false;
};

// `address` is one of kKeepPages.
KeepAnswer show_kept_data(const Screen& screen, semantics::Page& page, const city::Address& address, const KeptData& data, KeepPagesState& state);
std::string keep_page_title(const Screen& screen, const city::Address& address);

// "Erika Mustermann", or the relation where no name is kept.
std::string name_of(const Screen& screen, const kept_data::Person& person);

void carry_out(const KeepWish& wish, Keeper& keeper);

}  // namespace stadttor::services::keep_data
