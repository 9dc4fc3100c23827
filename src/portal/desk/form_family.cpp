// The pages of an application for a service.
#include <algorithm>

#include "portal/desk/citizens_desk.h"
#include "portal/desk/desk_families.h"
#include "services/apply/form_pages.h"
#include "services/send_application/disclosure_page.h"
#include "services/send_application/handover.h"
#include "services/send_application/send_words.h"

namespace stadttor::portal {

using city::Address;
using city::PageKind;
using services::Screen;

namespace {

void request(Library& library, const Address& address, PageContent& content) {
  content.form = taken(library.form(address.language, address.id), content);
  // The page never waits for them: an address can be typed without.
  if (content.form != nullptr && content.form->suggests_streets()) content.streets = library.streets().get();
}

PageKind existing(const PageContent& content, const Address& address) {
  const auto& services = content.city->services;
  const bool exists = std::any_of(services.begin(), services.end(), [&address](const city::ServiceEntry& service) { return service.form == address.id; });
  const bool is_without_gateway = address.page == PageKind::FormDisclosure && !content.city->sending;
  return exists && !is_without_gateway ? address.page : PageKind::NotFound;
}

std::string title(const Screen& screen, const PageContent& content, const PageState& state) {
  return services::apply::form_title(screen, state.address, content.form, desk_of(state).applications);
}

std::string description(const PageContent& content, const Address&) { return content.form == nullptr ? std::string() : content.form->lead; }

// The page that sends; false where another one comes first.
bool show_sending(const Screen& screen, semantics::Page& page, const forms::Definition& form, PageState& state, PageAnswer& answer) {
  using namespace services::send_application;
  CitizensDesk& desk = desk_of(state);
  const bool is_known = desk.applications.find(form.id) != nullptr;
  services::apply::Application& application = desk.applications.open(form, screen.now ? screen.now->date : Date{});
  if (!is_known || !application.is_complete() || !can_be_sent(form)) return false;
  const services::apply::FormPage view{screen, page, state.address, application};
  DisclosureFacts facts;
  facts.could_not_begin = desk.not_begun == form.id;
  facts.is_locked = desk.keeper != nullptr && desk.keeper->data().state == services::keep_data::KeepState::Locked;
  if (desk.outbox != nullptr) {
    facts.recipient = desk.outbox->look_at_recipient(form.destination);
    facts.can_keep = desk.outbox->is_open();
    facts.where = desk.outbox->kept_where();
    for (const Case& known : desk.outbox->cases()) {
      if (known.receipt.form == form.id && facts.earlier == nullptr) facts.earlier = &known;
    }
  }
  const DisclosureAnswer wanted = show_disclosure(view, facts);
  if (desk.outbox == nullptr) return true;
  if (wanted.check_again) desk.outbox->ask_recipient_again(form.destination);
  if (!wanted.send) return true;
  const auto id = desk.outbox->send(hand_over(view));
  if (!id.ok()) {
    // Said by the next build of this page, which shows what the press has led to.
    desk.not_begun = form.id;
    return true;
  }
  desk.note_sent(form.id, id.value());
  answer.form.next = address_of_case(screen, id.value());
  return true;
}

void show(const Screen& screen, semantics::Page& page, const PageContent& content, PageState& state, PageAnswer& answer) {
  CitizensDesk& desk = desk_of(state);
  desk.prepare_sending(screen.city);
  desk.applications.streets = content.streets;
  desk.prepare_form(state.address.id);
  const bool wants_to_send = state.address.page == PageKind::FormDisclosure && content.form != nullptr;
  if (!wants_to_send) desk.not_begun.clear();
  if (wants_to_send && show_sending(screen, page, *content.form, state, answer)) return;
  answer.form = services::apply::show_form(screen, page, state.address, content.form, desk.applications, desk.keeper == nullptr ? nullptr : &desk.kept_values);
  if (content.form != nullptr) desk.keep_form(state.address, *content.form);
  answer.try_again = answer.form.try_again;
}

}  // namespace

const PageFamily kFormFamily = {request, existing, title, description, show};

}  // namespace stadttor::portal
