// "Meine Daten": what is kept for the citizen on this device.
#include <algorithm>

#include "portal/desk/citizens_desk.h"
#include "portal/desk/desk_families.h"
#include "services/send_application/ledger_page.h"

namespace stadttor::portal {

using city::Address;
using city::PageKind;
using services::Screen;
using services::keep_data::KeepCommand;
using services::send_application::kLedgerPage;

namespace {

void request(Library& library, const Address& address, PageContent& content) {
  using namespace services::keep_data;
  if (address.id == kKeepPage || address.id == kWaysInPage) content.passphrase_words = library.passphrase_words().get();
}

PageKind existing(const PageContent&, const Address& address) {
  if (address.id == kLedgerPage) return address.page;
  const auto& pages = services::keep_data::kKeepPages;
  return std::find(std::begin(pages), std::end(pages), address.id) == std::end(pages) ? PageKind::NotFound : address.page;
}

std::string title(const Screen& screen, const PageContent&, const PageState& state) {
  if (state.address.id == kLedgerPage) return std::string(screen.text("ledger.title"));
  return services::keep_data::keep_page_title(screen, state.address);
}

std::string description(const PageContent& content, const Address&) { return std::string(content.city->texts("data.lead")); }

void show_ledger_page(const Screen& screen, semantics::Page& page, CitizensDesk& desk, PageAnswer& answer) {
  services::send_application::LedgerFacts facts;
  facts.ledger = desk.ledger();
  facts.cases = desk.outbox == nullptr ? nullptr : &desk.outbox->cases();
  facts.is_locked = desk.keeper != nullptr && desk.keeper->data().state == services::keep_data::KeepState::Locked;
  if (!services::send_application::show_ledger(screen, page, facts)) return;
  answer.form.copy = services::apply::SavedCopy{std::string(kLedgerPage) + ".json", services::send_application::json_from_ledger(facts)};
}

void show(const Screen& screen, semantics::Page& page, const PageContent& content, PageState& state, PageAnswer& answer) {
  CitizensDesk& desk = desk_of(state);
  desk.keep_pages.words = content.passphrase_words;
  desk.prepare_sending(screen.city);
  if (state.address.id == kLedgerPage) return show_ledger_page(screen, page, desk, answer);
  static const services::keep_data::KeptData kNothingKnown;
  const auto& data = desk.keeper == nullptr ? kNothingKnown : desk.keeper->data();
  const auto wanted = services::keep_data::show_kept_data(screen, page, state.address, data, desk.keep_pages);
  answer.form.next = wanted.next;
  answer.form.print = wanted.print;
  if (desk.keeper == nullptr) return;
  if (wanted.wish.command == KeepCommand::Wipe) desk.clear();
  services::keep_data::carry_out(wanted.wish, *desk.keeper);
  if (auto file = desk.keeper->take_export()) {
    answer.form.copy = services::apply::SavedCopy{std::string(screen.text("data.export.file_name")) + std::string(services::keep_data::kFileEnding), *std::move(file)};
  }
}

}  // namespace

const PageFamily kMyDataFamily = {request, existing, title, description, show};

}  // namespace stadttor::portal
