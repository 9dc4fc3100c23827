// Where one is in an application, and what becomes of what is entered.
#include <algorithm>

#include "services/apply/form_page_parts.h"

namespace stadttor::services::apply {

using city::Address;
using city::PageKind;
using semantics::Appearance;
using semantics::Page;

const city::ServiceEntry* find_service_of(const Screen& screen, std::string_view form) {
  const auto& services = screen.city.services;
  const auto found = std::find_if(services.begin(), services.end(), [form](const city::ServiceEntry& service) { return service.form == form; });
  return found == services.end() ? nullptr : &*found;
}

Address address_of(const FormPage& view, PageKind page) {
  Address address;
  address.language = view.screen.city.language;
  address.page = page;
  address.id = view.definition().id;
  return address;
}

Address address_of_step(const FormPage& view, std::size_t step) {
  Address address = address_of(view, step == 0 ? PageKind::Form : PageKind::FormStep);
  if (step > 0) address.step = view.definition().steps[step].id;
  return address;
}

void show_form_head(const FormPage& view, std::string_view heading) {
  const forms::Definition& form = view.definition();
  std::vector<Crumb> crumbs;
  if (const city::ServiceEntry* service = find_service_of(view.screen, form.id)) {
    crumbs.push_back({service->name, view.screen.path(PageKind::Service, service->id), service->language});
  }
  crumbs.push_back({std::string(view.screen.text("form.crumb")), {}, {}});
  show_breadcrumb(view.screen, view.page, crumbs);
  view.page.paragraph(form.title, view.in_form_language(Appearance::Eyebrow));
  const bool is_own_heading = view.address.page == PageKind::FormCheck || view.address.page == PageKind::FormDisclosure || view.address.page == PageKind::FormCopy;
  view.page.heading(1, heading, is_own_heading ? semantics::Traits{} : view.in_form_language());
}

void show_form_promise(const FormPage& view) {
  const forms::Definition& form = view.definition();
  if (!show_where_answers_stay(view)) {
    auto promise = view.page.message("promise", view.screen.text("form.promise.title"), Appearance::Info);
    view.page.paragraph(view.screen.text("form.promise.text"));
  }
  if (form.purpose.empty() && form.retention.empty() && form.legal_basis.empty()) return;
  auto disclosure = view.page.disclosure("purpose", view.screen.text("form.purpose.title"));
  auto text = view.page.block("text", view.in_form_language());
  if (!form.purpose.empty()) view.page.paragraph(form.purpose);
  if (!form.retention.empty()) view.page.paragraph(form.retention);
  if (form.legal_basis.empty()) return;
  auto list = view.page.list();
  int number = 0;
  for (const forms::FormLegalBasis& basis : form.legal_basis) {
    auto item = view.page.item("basis" + std::to_string(number++));
    if (basis.url.empty()) {
      view.page.text(basis.name);
    } else {
      show_external_link(view.screen, view.page, "link", basis.name, basis.url);
    }
  }
}

bool show_deletion(const FormPage& view) {
  Application& application = view.application;
  if (!application.asks_about_deleting) {
    if (view.page.button("delete", view.screen.text("form.delete"), {.look = Appearance::Tertiary}).pressed()) {
      application.asks_about_deleting = true;
      view.page.focus(view.page.key_of("delete-question"));
    }
    return false;
  }
  auto question = view.page.message("delete-question", view.screen.text("form.delete.title"), Appearance::Warning);
  view.page.paragraph(view.screen.text("form.delete.text"));
  auto answers = view.page.block("answers", {.look = Appearance::Cluster});
  const bool is_confirmed = view.page.button("delete", view.screen.text("form.delete.yes")).pressed();
  if (view.page.button("keep", view.screen.text("form.delete.no")).pressed()) application.asks_about_deleting = false;
  return is_confirmed;
}

}  // namespace stadttor::services::apply
