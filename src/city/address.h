// The addresses of the portal's pages: /<language>/<page>[/<id>[/<step>]]. The one place that knows how they are spelled.
#pragma once

#include <string>
#include <string_view>

namespace stadttor::city {

enum class PageKind : unsigned char {
  Start,
  Situations,   // all life situations
  Situation,
  Services,     // A to Z
  Service,
  Offices,
  Office,
  Search,
  WhatsOn,
  Event,
  CityMap,
  Place,
  Figures,      // the city in figures
  Market,       // the weekly market
  Stall,
  Form,         // the beginning of an application: its first step
  FormStep,     // a later one
  FormCheck,    // all answers before handing in
  FormDisclosure,  // what would be sent to whom, before it is
  FormCopy,     // the application as it is handed in and kept
  MyData,       // what is kept for the citizen on this device; id: a part of it
  Cases,        // applications that were sent; query: one of them
  Appointments, // booking one, and the own ones; id: a part of it, query: an own one, or at the beginning the service it is for
  Reports,      // defects: reported ones, a new one (id, step), and own ones; query: one of them
  About,        // legal and help pages, by id
  ViewSettings,
  NotFound,
};

struct Address {
  std::string language;
  PageKind page = PageKind::Start;
  std::string id;     // service, situation, office, event, place, stall, form or about page
  std::string query;  // what is searched for, or which case or appointment is looked at; stays on the device
  std::string anchor;
  std::string step = {};  // id of a form's step, or of a new report's

  friend bool operator==(const Address& a, const Address& b) {
    return a.language == b.language && a.page == b.page && a.id == b.id && a.step == b.step && a.query == b.query;
  }
};

// `path` as in a URL, with query and fragment; scheme and host, if any, are passed over. What is no page of the portal becomes NotFound, in the language its
// path begins with or else in `fallback_language`.
Address parse_address(std::string_view path, std::string_view fallback_language);

// The path of an address, percent-encoded where needed: "/de/suche#q=hund".
std::string path_of(const Address& address);

// One of the pages of an application.
bool is_form_page(PageKind page);
// A page on which citizens work with their own data.
bool is_desk_page(PageKind page);

// Shorthand for links; of a form's step the path of its beginning.
std::string path_to(std::string_view language, PageKind page, std::string_view id = {});

}  // namespace stadttor::city
