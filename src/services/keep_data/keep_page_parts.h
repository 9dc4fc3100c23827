// What the pages about kept data are composed of, each in its own file.
#pragma once

#include "services/keep_data/keep_pages.h"

namespace stadttor::services::keep_data {

struct KeepView {
  const Screen& screen;
  semantics::Page& page;
  const KeptData& data;
  KeepPagesState& state;
  KeepAnswer& answer;

  bool is_busy() const { return data.task != KeepTask::None; }
  std::string path(std::string_view id) const { return screen.path(city::PageKind::MyData, id); }
  void wish(KeepCommand command) const { answer.wish.command = command; }
};

// What went wrong, what was lost, what locked itself; nothing where all is well.
void show_notices(const KeepView& view);
// "Wird geöffnet …", for as long as it takes.
void show_progress(const KeepView& view);

enum class PassphraseUse : unsigned char { Existing, New };
// A field for a passphrase, with the choice to see it; of a new one how good it is.
void show_passphrase_field(const KeepView& view, PassphraseUse use);
// Below a new passphrase: five words by chance, for whoever wants them. They come into the field only when the citizen says so.
void show_passphrase_suggestion(const KeepView& view);
// Passphrase or recovery code, whichever the citizen has.
void show_way_in(const KeepView& view);
// What stands there goes into the wish. A code that cannot be one is told first, where it went wrong: false.
bool take_way_in(const KeepView& view);
// The code to be written down or printed, and the box to be ticked when it is.
void show_recovery_code(const KeepView& view);
// What is missing before this passphrase may be used; empty where nothing is.
std::string_view fault_of_new_passphrase(const KeepPagesState& state);

void show_overview(const KeepView& view);
void show_unlocking(const KeepView& view);
void show_drafts(const KeepView& view);
void show_keeping(const KeepView& view);
void show_profile(const KeepView& view);
void show_ways_in(const KeepView& view);
// The way to make and remove passkeys; opened, it asks for what opens the vault now.
void show_passkeys(const KeepView& view);
// The button that asks for one, where there is one and the device can.
void show_passkey_unlocking(const KeepView& view);
void show_file_page(const KeepView& view);
void show_wiping(const KeepView& view);

std::string relation_words(const Screen& screen, std::string_view relation);

}  // namespace stadttor::services::keep_data
