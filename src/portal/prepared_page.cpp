#include "portal/prepared_page.h"

namespace stadttor::portal {

void prepare_page(const PageContent& content, const city::Address& address, const platform::Locale& locale,
                  semantics::Tree& tree) {
  PageState state;
  state.address = existing_address(content, address);
  state.desk = make_blank_desk();
  // The search page has no results yet, whatever the address asks for.
  state.address.query.clear();
  state.address.anchor.clear();
  // Nothing is answered yet, so an application is at its beginning wherever its address points to.
  if (city::is_form_page(state.address.page)) {
    state.address.page = city::PageKind::Form;
    state.address.step.clear();
  }
  const semantics::ActionQueue nothing;
  semantics::Page page(tree, nothing);
  show_portal_page(services::Screen{*content.city, locale, {}, false, false, content.data_path}, page, content, state);
}

}  // namespace stadttor::portal
