#include "portal/page_content.h"

#include "portal/page_families.h"
#include "portal/page_frame.h"

namespace stadttor::portal {

using city::Address;
using city::PageKind;
using services::Screen;

namespace {

bool names_nothing(const PageContent& content, const Address& address) {
  return existing_address(content, address).page == PageKind::NotFound;
}

void show_main(const Screen& screen, semantics::Page& page, const PageContent& content, PageState& state, PageAnswer& answer) {
  auto main = page.main();
  // Content of one page never continues that of another: keys begin with the address.
  Address address = state.address;
  address.language.clear();
  const bool is_of_one = address.page == PageKind::Cases || address.page == PageKind::Reports || (address.page == PageKind::Appointments && !address.id.empty());
  if (!is_of_one) address.query.clear();
  address.anchor.clear();
  auto place = page.block("page-" + city::path_of(address), {.look = semantics::Appearance::Container});
  family_of(state.address.page).show(screen, page, content, state, answer);
}

}  // namespace

const PageFamily& family_of(PageKind page) {
  switch (page) {
    case PageKind::Start:
    case PageKind::Situations:
    case PageKind::Situation:
    case PageKind::Services:
    case PageKind::Service:
    case PageKind::Search: return kServiceFamily;
    case PageKind::Offices:
    case PageKind::Office:
    case PageKind::WhatsOn:
    case PageKind::Event: return kCityFamily;
    case PageKind::CityMap:
    case PageKind::Place:
    case PageKind::Figures:
    case PageKind::Market:
    case PageKind::Stall: return kDiscoveryFamily;
    case PageKind::Form:
    case PageKind::FormStep:
    case PageKind::FormCheck:
    case PageKind::FormDisclosure:
    case PageKind::FormCopy:
    case PageKind::MyData:
    case PageKind::Cases:
    case PageKind::Appointments:
    case PageKind::Reports: {
      const PageFamily* at_the_desk = find_desk_family(page);
      return at_the_desk == nullptr ? kPortalFamily : *at_the_desk;
    }
    case PageKind::About:
    case PageKind::ViewSettings:
    case PageKind::NotFound: return kPortalFamily;
  }
  return kPortalFamily;
}

PageContent content_of(Library& library, const Address& address) {
  PageContent content;
  content.data_path = library.data_path();
  content.city = taken(library.catalogue(address.language), content);
  family_of(address.page).request(library, address, content);
  // Details of what the city does not have are not missing.
  if (content.city != nullptr && names_nothing(content, address)) content.is_loading = content.has_failed = content.is_gone = false;
  return content;
}

void offer_further_packs(Library& library, const Address& address, const FurtherPacks& packs, PageContent& content) {
  for (const std::string& id : packs.services) {
    if (const city::ServiceDetails* service = library.service(address.language, id).get()) content.further_services.push_back(service);
  }
  if (!packs.office.empty()) content.office = library.office(address.language, packs.office).get();
}

Address existing_address(const PageContent& content, const Address& address) {
  Address existing = address;
  if (content.city != nullptr) existing.page = family_of(address.page).existing(content, address);
  const bool has_id = city::path_to({}, existing.page) != city::path_to({}, existing.page, existing.id);
  if (!has_id) existing.id.clear();
  return existing;
}

semantics::NodeKey main_heading_key(const semantics::Tree& tree) {
  for (const semantics::Node& node : tree.nodes()) {
    if (node.role == semantics::Role::Heading && node.level == 1) return node.key;
  }
  return {};
}

std::string title_of(const Screen& screen, const PageContent& content, const PageState& state) {
  const std::string title = family_of(state.address.page).title(screen, content, state);
  return state.address.page == PageKind::Start ? title : title + " – " + screen.city.city.name;
}

std::string description_of(const PageContent& content, const Address& address) {
  return names_nothing(content, address) ? std::string() : family_of(address.page).description(content, address);
}

PageAnswer show_portal_page(const Screen& screen, semantics::Page& page, const PageContent& content, PageState& state) {
  PageAnswer answer;
  page.set_document(title_of(screen, content, state), screen.city.language, screen.city.direction);
  show_page_head(screen, page, state, answer);
  show_main(screen, page, content, state, answer);
  show_page_foot(screen, page);
  return answer;
}

}  // namespace stadttor::portal
