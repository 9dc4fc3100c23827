#include "services/keep_data/keep_pages.h"

#include "services/keep_data/keep_page_parts.h"

namespace stadttor::services::keep_data {

using city::Address;
using city::PageKind;
using semantics::Appearance;
using semantics::Page;

namespace {

std::string title_key_of(std::string_view id) { return id.empty() ? "data.title" : "data.title." + std::string(id); }

// Without the vault there is nothing to show on these pages.
bool needs_open(std::string_view id) { return id == kWaysInPage; }

void show_without_engine(const KeepView& view) {
  auto block = view.page.block("without-engine", {.look = Appearance::WithoutEngine});
  if (view.screen.now) return;
  auto message = view.page.message("message", view.screen.text("data.without_engine.title"), Appearance::Warning);
  view.page.paragraph(view.screen.text("data.without_engine.text"));
}

void show_page(const KeepView& view, std::string_view id) {
  if (view.data.state == KeepState::Looking) return;
  if (view.data.state == KeepState::Locked && id != kWipePage) return show_unlocking(view);
  if (id.empty()) return show_overview(view);
  if (id == kProfilePage) return show_profile(view);
  if (id == kKeepPage) return show_keeping(view);
  if (id == kFilePage) return show_file_page(view);
  if (id == kWipePage) return show_wiping(view);
  if (needs_open(id) && view.data.state == KeepState::Open) return show_ways_in(view);
  view.page.paragraph(view.screen.text("data.nothing_kept"));
  view.page.link("keep", view.screen.text("data.keep"), view.path(kKeepPage), {.look = Appearance::Primary});
}

}  // namespace

void KeepPagesState::forget_secrets() {
  passphrase.forget();
  new_passphrase.forget();
  code.forget();
  file.forget();
  shows_passphrase = uses_code = has_written_code = tells_problems = tells_code_fault = edits_passkeys = false;
}

std::string keep_page_title(const Screen& screen, const Address& address) { return std::string(screen.text(title_key_of(address.id))); }

KeepAnswer show_kept_data(const Screen& screen, Page& page, const Address& address, const KeptData& data, KeepPagesState& state) {
  KeepAnswer answer;
  const KeepView view{screen, page, data, state, answer};
  std::vector<Crumb> crumbs;
  if (!address.id.empty()) crumbs.push_back({std::string(screen.text("data.title")), screen.path(PageKind::MyData), {}});
  crumbs.push_back({keep_page_title(screen, address), {}, {}});
  show_breadcrumb(screen, page, crumbs);
  page.heading(1, keep_page_title(screen, address));
  if (address.id.empty()) page.paragraph(screen.text("data.lead"), {.look = Appearance::Lead});
  show_without_engine(view);
  show_notices(view);
  show_progress(view);
  show_page(view, address.id);
  return answer;
}

void carry_out(const KeepWish& wish, Keeper& keeper) {
  switch (wish.command) {
    case KeepCommand::None: return;
    case KeepCommand::MakeRecoveryCode: return keeper.make_recovery_code();
    case KeepCommand::ForgetRecoveryCode: return keeper.forget_recovery_code();
    case KeepCommand::SuggestPassphrase: return keeper.suggest_passphrase(*wish.words);
    case KeepCommand::KeepOnDevice: return keeper.keep_on_device(wish.passphrase);
    case KeepCommand::Unlock: return keeper.unlock(wish.way_in);
    case KeepCommand::Lock: return keeper.lock();
    case KeepCommand::ChangePassphrase: return keeper.change_passphrase(wish.way_in, wish.passphrase);
    case KeepCommand::ChangeRecoveryCode: return keeper.change_recovery_code(wish.way_in);
    case KeepCommand::MakePasskey: return keeper.make_passkey(wish.way_in, wish.name);
    case KeepCommand::RemovePasskey: return keeper.remove_passkey(wish.way_in, wish.slot);
    case KeepCommand::UnlockWithPasskey: return keeper.unlock_with_passkey();
    case KeepCommand::ExportFile: return keeper.export_file();
    case KeepCommand::ImportFile: return keeper.import_file(wish.file, wish.way_in);
    case KeepCommand::Wipe: return keeper.wipe();
    case KeepCommand::KeepProfile: return keeper.keep_profile(wish.profile);
    case KeepCommand::OpenDraft: return keeper.open_draft(wish.record);
    case KeepCommand::EraseDraft: return keeper.erase_draft(wish.record);
    case KeepCommand::ForgetProblem: return keeper.forget_problem();
  }
}

}  // namespace stadttor::services::keep_data
