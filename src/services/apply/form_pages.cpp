#include "services/apply/form_pages.h"

#include "services/apply/form_page_parts.h"

namespace stadttor::services::apply {

using city::Address;
using city::PageKind;
using forms::Definition;

namespace {

std::size_t step_of(const Definition& definition, const Address& address) {
  if (address.page != PageKind::FormStep) return 0;
  for (std::size_t step = 0; step < definition.steps.size(); ++step) {
    if (definition.steps[step].id == address.step) return step;
  }
  return 0;
}

bool needs_all_answers(const Address& address) { return address.page == PageKind::FormCheck || address.page == PageKind::FormDisclosure || address.page == PageKind::FormCopy; }

}  // namespace

FormAnswer show_form(const Screen& screen, semantics::Page& page, const Address& address, const Definition* definition, Applications& applications,
                     KeptValues* kept) {
  FormAnswer answer;
  if (definition == nullptr) {
    const city::ServiceEntry* service = find_service_of(screen, address.id);
    const std::string name = service == nullptr ? std::string() : service->name;
    show_breadcrumb(screen, page, {{name, {}, {}}});
    page.heading(1, name);
    answer.try_again = show_not_loaded(screen, page);
    return answer;
  }
  Application& application = applications.open(*definition, screen.now ? screen.now->date : Date{});
  const FormPage view{screen, page, address, application, kept};
  const bool wants_all = needs_all_answers(address);
  if (wants_all && application.is_complete()) {
    const bool is_deleted = address.page == PageKind::FormCheck ? show_check(view) : show_copy(view, answer);
    if (!is_deleted) return answer;
    answer.next = address_of(view, PageKind::Form);
    applications.remove(definition->id);
    return answer;
  }
  const std::size_t wanted = wants_all ? definition->steps.size() - 1 : step_of(*definition, address);
  const std::size_t step = application.reachable_step(wanted);
  const Address place = address_of_step(view, step);
  if (!(place == address)) answer.instead = place;
  show_step(view, step, answer);
  return answer;
}

std::string form_title(const Screen& screen, const Address& address, const Definition* definition, const Applications& applications) {
  if (definition == nullptr) {
    const city::ServiceEntry* service = find_service_of(screen, address.id);
    return service == nullptr ? std::string() : service->name;
  }
  if (address.page == PageKind::FormDisclosure) return std::string(screen.text("send.title")) + " – " + definition->title;
  if (address.page == PageKind::FormCheck) return std::string(screen.text("form.check.title")) + " – " + definition->title;
  if (address.page == PageKind::FormCopy) return std::string(screen.text("form.copy.title")) + " – " + definition->title;
  const std::size_t step = step_of(*definition, address);
  const std::string title = definition->steps[step].title + " – " + definition->title;
  const Application* application = applications.find(definition->id);
  // Read out first after the page has come back: that it did, and why.
  const bool is_told = application != nullptr && application->tells_problems_of(step) && !application->evaluation().is_step_complete(step);
  return is_told ? screen.text("form.errors_title", {{"title", title}}) : title;
}

}  // namespace stadttor::services::apply
