// The pages of an application for a service.
#include <algorithm>

#include "portal/desk/citizens_desk.h"
#include "portal/desk/desk_families.h"
#include "services/apply/form_pages.h"

namespace stadttor::portal {

using city::Address;
using city::PageKind;
using services::Screen;

namespace {

void request(Library& library, const Address& address, PageContent& content) {
  content.form = taken(library.form(address.language, address.id), content);
}

PageKind existing(const PageContent& content, const Address& address) {
  const auto& services = content.city->services;
  const bool exists = std::any_of(services.begin(), services.end(), [&address](const city::ServiceEntry& service) { return service.form == address.id; });
  return exists && address.page != PageKind::FormDisclosure ? address.page : PageKind::NotFound;
}

std::string title(const Screen& screen, const PageContent& content, const PageState& state) {
  return services::apply::form_title(screen, state.address, content.form, desk_of(state).applications);
}

std::string description(const PageContent& content, const Address&) { return content.form == nullptr ? std::string() : content.form->lead; }

void show(const Screen& screen, semantics::Page& page, const PageContent& content, PageState& state, PageAnswer& answer) {
  CitizensDesk& desk = desk_of(state);
  desk.prepare_form(state.address.id);
  answer.form = services::apply::show_form(screen, page, state.address, content.form, desk.applications, desk.keeper == nullptr ? nullptr : &desk.kept_values);
  if (content.form != nullptr) desk.keep_form(state.address, *content.form);
  answer.try_again = answer.form.try_again;
}

}  // namespace

const PageFamily kFormFamily = {request, existing, title, description, show};

}  // namespace stadttor::portal
