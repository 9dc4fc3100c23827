// The pages in families: finding a service, applying for it, what there is in the city, discovering it, and the portal itself. Each knows which packs
// its pages need, whether they exist, what they are called and what they show. Putting a whole page together is page_content's.
#pragma once

#include "portal/page_content.h"

namespace stadttor::portal {

struct PageFamily {
  // Asks for the packs of `address` besides the catalogue, and fills `content`.
  void (*request)(Library& library, const city::Address& address, PageContent& content);
  // The kind of page there really is: NotFound for an address of the right form that names nothing. `content.city` is there.
  city::PageKind (*existing)(const PageContent& content, const city::Address& address);
  // `address` names an existing page, here and below.
  std::string (*title)(const services::Screen& screen, const PageContent& content, const PageState& state);
  std::string (*description)(const PageContent& content, const city::Address& address);
  void (*show)(const services::Screen& screen, semantics::Page& page, const PageContent& content, PageState& state,
               PageAnswer& answer);
};

extern const PageFamily kServiceFamily;
extern const PageFamily kCityFamily;
extern const PageFamily kDiscoveryFamily;
extern const PageFamily kPortalFamily;

// Of a page at the desk (desk.h) where the engine has none: that of pages that do not exist.
const PageFamily& family_of(city::PageKind page);

// What a slot holds; how far it is, is noted in `content`.
template <class Pack>
const Pack* taken(const PackSlot<Pack>& slot, PageContent& content) {
  content.is_gone = content.is_gone || (slot.error && slot.error->kind == ErrorKind::NotFound);
  content.is_loading = content.is_loading || slot.state == PackState::Loading;
  content.has_failed = content.has_failed || slot.state == PackState::Failed;
  return slot.get();
}

}  // namespace stadttor::portal
