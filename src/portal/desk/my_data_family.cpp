// "Meine Daten": what is kept for the citizen on this device.
#include <algorithm>

#include "portal/desk/citizens_desk.h"
#include "portal/desk/desk_families.h"

namespace stadttor::portal {

using city::Address;
using city::PageKind;
using services::Screen;
using services::keep_data::KeepCommand;

namespace {

void request(Library&, const Address&, PageContent&) {}

PageKind existing(const PageContent&, const Address& address) {
  const auto& pages = services::keep_data::kKeepPages;
  return std::find(std::begin(pages), std::end(pages), address.id) == std::end(pages) ? PageKind::NotFound : address.page;
}

std::string title(const Screen& screen, const PageContent&, const PageState& state) { return services::keep_data::keep_page_title(screen, state.address); }

std::string description(const PageContent& content, const Address&) { return std::string(content.city->texts("data.lead")); }

void show(const Screen& screen, semantics::Page& page, const PageContent&, PageState& state, PageAnswer& answer) {
  CitizensDesk& desk = desk_of(state);
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
