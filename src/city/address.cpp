#include "city/address.h"

#include <algorithm>
#include <array>
#include <vector>

#include "foundation/url.h"

namespace stadttor::city {

namespace {

struct PageName {
  PageKind list;    // without an id
  PageKind single;  // with one
  std::string_view segment;
};

constexpr std::array<PageName, 15> kPageNames = {{
    {PageKind::Situations, PageKind::Situation, "lebenslagen"},
    {PageKind::Services, PageKind::Service, "leistungen"},
    {PageKind::Offices, PageKind::Office, "aemter"},
    {PageKind::Search, PageKind::NotFound, "suche"},
    {PageKind::WhatsOn, PageKind::Event, "aktuelles"},
    {PageKind::CityMap, PageKind::Place, "stadtplan"},
    {PageKind::Figures, PageKind::NotFound, "stadt-in-zahlen"},
    {PageKind::Market, PageKind::Stall, "wochenmarkt"},
    {PageKind::NotFound, PageKind::Form, "antraege"},
    {PageKind::MyData, PageKind::MyData, "meine-daten"},
    {PageKind::Cases, PageKind::NotFound, "vorgaenge"},
    {PageKind::Appointments, PageKind::Appointments, "termine"},
    {PageKind::Reports, PageKind::Reports, "meldungen"},
    {PageKind::NotFound, PageKind::About, "seiten"},
    {PageKind::ViewSettings, PageKind::NotFound, "ansicht"},
}};

// Below a form's address; steps are called by their ids, which these are not (assets/schemas/form.schema.json).
constexpr std::string_view kCheckSegment = "angaben-pruefen";
constexpr std::string_view kDisclosureSegment = "absenden";
constexpr std::string_view kCopySegment = "antrag-abgeben";

// What is searched for, and which case is looked at, stands in the fragment, which a browser never sends: it stays on the device even
// when the page is loaded again or its address is passed on.
constexpr std::string_view kQueryPrefix = "q=";
constexpr std::string_view kCasePrefix = "v=";
constexpr std::string_view kAppointmentPrefix = "t=";
constexpr std::string_view kServicePrefix = "l=";
constexpr std::string_view kReportPrefix = "m=";
constexpr std::string_view kPrefixes[] = {kQueryPrefix, kCasePrefix, kAppointmentPrefix, kServicePrefix, kReportPrefix};

std::string_view prefix_for(const Address& address) {
  if (address.page == PageKind::Cases) return kCasePrefix;
  if (address.page == PageKind::Reports) return kReportPrefix;
  if (address.page != PageKind::Appointments) return kQueryPrefix;
  return address.id.empty() ? kServicePrefix : kAppointmentPrefix;
}

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view segment = path.substr(0, slash);
    if (!segment.empty()) segments.push_back(segment);
    if (slash == std::string_view::npos) break;
    path.remove_prefix(slash + 1);
  }
  return segments;
}

bool is_lower_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// A language tag as addresses have them: "de", "de-simple" (BCP 47: two or three letters, then subtags).
bool is_language_segment(std::string_view segment) {
  const std::size_t primary = std::min(segment.find('-'), segment.size());
  if (primary < 2 || primary > 3 || segment.size() > 12 || segment.back() == '-') return false;
  for (std::size_t i = 0; i < segment.size(); ++i) {
    const bool fits = i < primary ? segment[i] >= 'a' && segment[i] <= 'z' : segment[i] == '-' || is_lower_or_digit(segment[i]);
    if (!fits) return false;
  }
  return true;
}

// Ids become part of the addresses of packs, so nothing else than an id is ever asked for.
bool is_id(std::string_view text) {
  if (text.empty() || text.size() > 60) return false;
  for (const char c : text) {
    if (c != '-' && !is_lower_or_digit(c)) return false;
  }
  return true;
}

// Names in packs: ids that rules can read, so with "_" instead of "-".
bool is_step_id(std::string_view text) {
  return !text.empty() && text.size() <= 60 && std::all_of(text.begin(), text.end(), [](char c) { return c == '_' || is_lower_or_digit(c); });
}

void read_form_page(std::string_view segment, Address& address) {
  if (address.page == PageKind::Reports && is_step_id(segment)) {
    address.step = segment;
  } else if (address.page != PageKind::Form) {
    address.page = PageKind::NotFound;
  } else if (segment == kCheckSegment) {
    address.page = PageKind::FormCheck;
  } else if (segment == kDisclosureSegment) {
    address.page = PageKind::FormDisclosure;
  } else if (segment == kCopySegment) {
    address.page = PageKind::FormCopy;
  } else if (is_step_id(segment)) {
    address.page = PageKind::FormStep;
    address.step = segment;
  } else {
    address.page = PageKind::NotFound;
  }
}

}  // namespace

Address parse_address(std::string_view path, std::string_view fallback_language) {
  Address address;
  if (const std::size_t scheme = path.find("://"); scheme != std::string_view::npos && scheme < path.find('/')) {
    const std::size_t slash = path.find('/', scheme + 3);
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash);
  }
  if (const std::size_t hash = path.find('#'); hash != std::string_view::npos) {
    const std::string_view fragment = path.substr(hash + 1);
    if (const auto* const prefix = std::find(std::begin(kPrefixes), std::end(kPrefixes), fragment.substr(0, 2)); prefix != std::end(kPrefixes)) {
      address.query = percent_decoded(fragment.substr(prefix->size()));
    } else {
      address.anchor = percent_decoded(fragment);
    }
    path = path.substr(0, hash);
  }
  path = path.substr(0, path.find('?'));
  const auto segments = segments_of(path);
  address.language = fallback_language;
  if (segments.empty()) return address;
  const bool begins_with_language = is_language_segment(segments[0]);
  if (begins_with_language) address.language = segments[0];
  if (begins_with_language && segments.size() == 1) return address;
  address.page = PageKind::NotFound;
  if (!begins_with_language || segments.size() < 2 || segments.size() > 4) return address;
  if (segments.size() >= 3 && !is_id(segments[2])) return address;
  for (const PageName& name : kPageNames) {
    if (segments[1] != name.segment) continue;
    address.page = segments.size() == 2 ? name.list : name.single;
    if (segments.size() >= 3) address.id = segments[2];
  }
  if (segments.size() == 4) read_form_page(segments[3], address);
  return address;
}

std::string path_of(const Address& address) {
  std::string path = path_to(address.language, address.page, address.id);
  const bool has_step = address.page == PageKind::FormStep || (address.page == PageKind::Reports && !address.step.empty());
  if (has_step) path.append("/").append(percent_encoded(address.step));
  if (!address.query.empty()) {
    path.append("#").append(prefix_for(address)).append(percent_encoded(address.query));
  } else if (!address.anchor.empty()) {
    path.append("#").append(percent_encoded(address.anchor));
  }
  return path;
}

bool is_form_page(PageKind page) {
  return page == PageKind::Form || page == PageKind::FormStep || page == PageKind::FormCheck || page == PageKind::FormDisclosure ||
         page == PageKind::FormCopy;
}

bool is_desk_page(PageKind page) {
  return is_form_page(page) || page == PageKind::MyData || page == PageKind::Cases || page == PageKind::Appointments || page == PageKind::Reports;
}

std::string path_to(std::string_view language, PageKind page, std::string_view id) {
  if (page != PageKind::Form && is_form_page(page)) {
    std::string path = path_to(language, PageKind::Form, id);
    if (page == PageKind::FormCheck) path.append("/").append(kCheckSegment);
    if (page == PageKind::FormDisclosure) path.append("/").append(kDisclosureSegment);
    if (page == PageKind::FormCopy) path.append("/").append(kCopySegment);
    return path;
  }
  std::string path = "/" + std::string(language) + "/";
  for (const PageName& name : kPageNames) {
    if (page == PageKind::NotFound || (page != name.list && page != name.single)) continue;
    path.append(name.segment);
    const bool is_single = page == name.single && (page != name.list || !id.empty());
    if (is_single) path.append("/").append(percent_encoded(id));
  }
  return path;
}

}  // namespace stadttor::city
