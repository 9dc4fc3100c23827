// Musterstadt, compiled once per test program, and each of its pages as a tree.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "portal/page_content.h"
#include "portal/prepared_page.h"
#include "programs/headless/site_builder.h"
#include "services/book_appointment/appointment_pages.h"
#include "services/keep_data/keep_pages.h"
#include "services/report_defect/report_pages.h"
#include "services/send_application/ledger_page.h"
#include "support/text_file.h"

namespace stadttor::testing {

inline const portal::authoring::CompiledPack& musterstadt() {
  static const portal::authoring::CompiledPack pack =
      headless::compile_city(repository() / "assets/musterstadt", repository() / "assets/languages").pack;
  return pack;
}

inline std::string musterstadt_data_path() { return "/daten/" + musterstadt().version + "/"; }

// A file of one language: musterstadt_file("de/start.json").
inline std::string musterstadt_file(const std::string& name) {
  const auto found = musterstadt().files.find("daten/" + musterstadt().version + "/" + name);
  return found == musterstadt().files.end() ? std::string() : found->second;
}

inline const std::vector<std::string>& musterstadt_languages() {
  static const std::vector<std::string> languages = {"de", "de-simple", "en", "tr", "uk", "ar"};
  return languages;
}

// Sanitizers look at how pages are made, not at what they say: every fifth is enough for them, and with all of them they
// would take most of a test run's time.
#ifdef STADTTOR_SANITIZED
inline constexpr int kOnePageOf = 5;
#else
inline constexpr int kOnePageOf = 1;
#endif

// All pages in one language. Views into it stay valid as long as it lives.
class MusterstadtPages {
 public:
  using Visit = std::function<void(const city::Address&, const portal::PageContent&)>;

  explicit MusterstadtPages(std::string language) : language_(std::move(language)), locale_(platform::make_locale(language_)) {
    auto catalogue = city::read_catalogue(musterstadt_file(language_ + "/start.json"), language_);
    if (catalogue.ok()) catalogue_ = std::move(catalogue).value();
    auto whats_on = city::read_whats_on(musterstadt_file(language_ + "/aktuelles.json"), language_);
    if (whats_on.ok()) whats_on_ = std::move(whats_on).value();
    auto places = city::read_places(musterstadt_file(language_ + "/stadt/orte.json"), language_);
    if (places.ok()) places_ = std::move(places).value();
    auto figures = city::read_figures(musterstadt_file(language_ + "/stadt/zahlen.json"), language_);
    if (figures.ok()) figures_ = std::move(figures).value();
    auto market = city::read_market(musterstadt_file(language_ + "/stadt/wochenmarkt.json"), language_);
    if (market.ok()) market_ = std::move(market).value();
  }

  const city::Catalogue& catalogue() const { return catalogue_; }
  const city::WhatsOn& whats_on() const { return whats_on_; }

  void each(const Visit& visit) const {
    using city::PageKind;
    for (const PageKind kind : {PageKind::Start, PageKind::Situations, PageKind::Services, PageKind::Offices, PageKind::Search,
                                PageKind::WhatsOn, PageKind::CityMap, PageKind::Figures, PageKind::Market, PageKind::ViewSettings,
                                PageKind::NotFound}) {
      page(kind, {}, {}, visit);
    }
    for (const auto& situation : catalogue_.situations) page(PageKind::Situation, situation.id, {}, visit);
    for (const auto& event : whats_on_.events) page(PageKind::Event, event.id, {}, visit);
    for (const auto& place : places_.places) {
      if (place.kind != city::kOfficeKind) page(PageKind::Place, place.id, {}, visit);
    }
    for (const auto& stall : market_.stalls) page(PageKind::Stall, stall.id, {}, visit);
    for (const auto& service : catalogue_.services) {
      const auto details = city::read_service_details(musterstadt_file(language_ + "/leistungen/" + service.id + ".json"), service.id);
      portal::PageContent content;
      if (details.ok()) content.service = &details.value();
      page(PageKind::Service, service.id, content, visit);
    }
    for (const auto& service : catalogue_.services) {
      if (service.form.empty()) continue;
      const auto form = forms::read_definition(musterstadt_file(language_ + "/antraege/" + service.form + ".json"), service.form);
      portal::PageContent content;
      if (form.ok()) content.form = &form.value();
      page(PageKind::Form, service.form, content, visit);
    }
    for (const auto part : services::keep_data::kKeepPages) page(PageKind::MyData, std::string(part), {}, visit);
    page(PageKind::MyData, std::string(services::send_application::kLedgerPage), {}, visit);
    page(PageKind::Cases, {}, {}, visit);
    for (const auto part : services::book_appointment::kParts) page(PageKind::Appointments, std::string(part), {}, visit);
    for (const auto part : services::report_defect::kReportParts) page(PageKind::Reports, std::string(part), {}, visit);
    for (const auto& office : catalogue_.offices) {
      const auto details = city::read_office_details(musterstadt_file(language_ + "/aemter/" + office.id + ".json"), office.id);
      portal::PageContent content;
      if (details.ok()) content.office = &details.value();
      page(PageKind::Office, office.id, content, visit);
    }
    for (const auto& about : catalogue_.about_pages) {
      const auto details = city::read_about_details(musterstadt_file(language_ + "/seiten/" + about.id + ".json"), about.id);
      portal::PageContent content;
      if (details.ok()) content.about = &details.value();
      page(PageKind::About, about.id, content, visit);
    }
  }

  // For rules that every page has to keep: all of them, or one of `kOnePageOf`.
  void each_checked(const Visit& visit) const {
    int number = 0;
    each([&](const city::Address& address, const portal::PageContent& content) {
      if (number++ % kOnePageOf == 0) visit(address, content);
    });
  }

  // As it is written in advance, without a clock.
  void prepare(const city::Address& address, const portal::PageContent& content, semantics::Tree& tree) const {
    portal::prepare_page(content, address, *locale_, tree);
  }

  // As the engine shows it on a Tuesday morning.
  void show(const city::Address& address, const portal::PageContent& content, semantics::Tree& tree) const {
    portal::PageState state;
    state.desk = portal::make_blank_desk();
    state.address = portal::existing_address(content, address);
    const semantics::ActionQueue nothing;
    semantics::Page page(tree, nothing);
    portal::show_portal_page(services::Screen{catalogue_, *locale_, LocalTime{{2026, 11, 24}, {600}}, true, false, content.data_path}, page, content, state);
  }

 private:
  void page(city::PageKind kind, const std::string& id, portal::PageContent content, const Visit& visit) const {
    content.city = &catalogue_;
    content.whats_on = &whats_on_;
    content.places = &places_;
    content.figures = &figures_;
    content.market = &market_;
    content.data_path = musterstadt_data_path();
    city::Address address;
    address.language = language_;
    address.page = kind;
    address.id = id;
    visit(address, content);
  }

  std::string language_;
  std::unique_ptr<platform::Locale> locale_;
  city::Catalogue catalogue_;
  city::WhatsOn whats_on_;
  city::Places places_;
  city::Figures figures_;
  city::Market market_;
};

}  // namespace stadttor::testing
