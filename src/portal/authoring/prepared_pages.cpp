#include "portal/authoring/prepared_pages.h"

#include <set>

#include "portal/page_families.h"
#include "portal/prepared_page.h"
#include "presentation/document/html_writer.h"
#include "services/book_appointment/appointment_pages.h"
#include "services/keep_data/keep_pages.h"
#include "services/report_defect/report_pages.h"
#include "services/send_application/ledger_page.h"

namespace stadttor::portal::authoring {

using city::Address;
using city::PageKind;

namespace {

// Answers nothing, and remembers what it was asked for.
class AskedFor : public platform::HttpClient {
 public:
  std::unique_ptr<platform::RequestHandle> send(platform::HttpRequest request, platform::HttpCallback) override {
    urls.push_back(std::move(request.url));
    return nullptr;
  }
  std::vector<std::string> urls;
};

class LanguagePages {
 public:
  LanguagePages(const CompiledPack& pack, const city::Catalogue& catalogue, std::vector<PreparedPage>& pages)
      : pack_(pack), catalogue_(catalogue), locale_(platform::make_locale(catalogue.language)), pages_(pages) {}

  void prepare_all() {
    prepare_services_and_offices();
    prepare_forms();
    prepare_kept_data();
    prepare_discovery();
  }

 private:
  void prepare_services_and_offices() {
    auto whats_on = city::read_whats_on(file("aktuelles.json"), "aktuelles.json");
    if (whats_on.ok()) whats_on_ = &whats_on.value();
    for (const PageKind kind : {PageKind::Start, PageKind::Situations, PageKind::Services, PageKind::Offices, PageKind::Search,
                                PageKind::WhatsOn, PageKind::ViewSettings, PageKind::NotFound}) {
      prepare(kind, {}, {});
    }
    for (const city::Situation& situation : catalogue_.situations) prepare(PageKind::Situation, situation.id, {});
    for (const city::ServiceEntry& service : catalogue_.services) {
      const auto details = city::read_service_details(file("leistungen/" + service.id + ".json"), service.id);
      portal::PageContent content;
      content.service = details.ok() ? &details.value() : nullptr;
      prepare(PageKind::Service, service.id, content);
    }
    for (const city::Office& office : catalogue_.offices) {
      const auto details = city::read_office_details(file("aemter/" + office.id + ".json"), office.id);
      portal::PageContent content;
      content.office = details.ok() ? &details.value() : nullptr;
      prepare(PageKind::Office, office.id, content);
    }
    for (const city::AboutPage& about : catalogue_.about_pages) {
      const auto details = city::read_about_details(file("seiten/" + about.id + ".json"), about.id);
      portal::PageContent content;
      content.about = details.ok() ? &details.value() : nullptr;
      prepare(PageKind::About, about.id, content);
    }
    if (whats_on_ == nullptr) return;
    for (const city::Event& event : whats_on_->events) prepare(PageKind::Event, event.id, {});
    whats_on_ = nullptr;
  }

  void prepare_forms() {
    for (const city::ServiceEntry& service : catalogue_.services) {
      if (service.form.empty()) continue;
      const auto form = forms::read_definition(file("antraege/" + service.form + ".json"), service.form);
      if (!form.ok()) continue;
      portal::PageContent content;
      content.form = &form.value();
      prepare(PageKind::Form, service.form, content);
      Address address = pages_.back().address;
      const auto add_further = [&](PageKind kind, const std::string& step) {
        address.page = kind;
        address.step = step;
        pages_.back().further_files.push_back(city::path_of(address).substr(1) + "/index.html");
      };
      for (const forms::Step& step : form.value().steps) add_further(PageKind::FormStep, step.id);
      add_further(PageKind::FormCheck, {});
      if (catalogue_.sending) add_further(PageKind::FormDisclosure, {});
      add_further(PageKind::FormCopy, {});
    }
  }

  void prepare_kept_data() {
    for (const std::string_view part : services::keep_data::kKeepPages) prepare(PageKind::MyData, std::string(part), {});
    prepare(PageKind::MyData, std::string(services::send_application::kLedgerPage), {});
    prepare(PageKind::Cases, {}, {});
    for (const std::string_view part : services::book_appointment::kParts) prepare(PageKind::Appointments, std::string(part), {});
    for (const std::string_view part : services::report_defect::kReportParts) {
      prepare(PageKind::Reports, std::string(part), {});
      if (part != services::report_defect::kNewPart) continue;
      // Without the engine every step says the same.
      for (const std::string_view step : services::report_defect::kSteps) {
        Address address = pages_.back().address;
        address.step = step;
        if (!step.empty()) pages_.back().further_files.push_back(city::path_of(address).substr(1) + "/index.html");
      }
    }
  }

  void prepare_discovery() {
    const auto places = city::read_places(file("stadt/orte.json"), "stadt/orte.json");
    const auto figures = city::read_figures(file("stadt/zahlen.json"), "stadt/zahlen.json");
    const auto market = city::read_market(file("stadt/wochenmarkt.json"), "stadt/wochenmarkt.json");
    portal::PageContent content;
    if (places.ok()) content.places = &places.value();
    if (figures.ok()) content.figures = &figures.value();
    if (market.ok()) content.market = &market.value();
    prepare(PageKind::CityMap, {}, content);
    if (catalogue_.has_figures) prepare(PageKind::Figures, {}, content);
    if (catalogue_.has_market) prepare(PageKind::Market, {}, content);
    if (places.ok()) {
      for (const city::Place& place : places.value().places) {
        if (place.kind != city::kOfficeKind) prepare(PageKind::Place, place.id, content);
      }
    }
    if (!catalogue_.has_market || !market.ok()) return;
    for (const city::Stall& stall : market.value().stalls) prepare(PageKind::Stall, stall.id, content);
  }

  std::string file(const std::string& name) const {
    const auto found = pack_.files.find("daten/" + pack_.version + "/" + catalogue_.language + "/" + name);
    return found == pack_.files.end() ? std::string() : found->second;
  }

  void prepare(PageKind kind, const std::string& id, portal::PageContent content) {
    content.city = &catalogue_;
    content.data_path = "/daten/" + pack_.version + "/";
    content.whats_on = whats_on_;
    Address address;
    address.language = catalogue_.language;
    address.page = kind;
    address.id = id;
    semantics::Tree tree;
    prepare_page(content, address, *locale_, tree);
    PreparedPage page;
    page.address = address;
    page.file = kind == PageKind::NotFound ? catalogue_.language + "/404.html" : city::path_of(address).substr(1) + file_end(kind);
    page.title = tree.title;
    page.description = description_of(content, address);
    page.language = tree.language;
    page.direction = tree.direction;
    page.html = presentation::document::html_from_tree(tree);
    page.packs = packs_of(address);
    pages_.push_back(std::move(page));
  }

  std::vector<std::string> packs_of(const Address& address) const {
    AskedFor asked;
    portal::Library library(asked, {}, [] {});
    portal::PageContent content;
    content.city = &catalogue_;
    portal::family_of(address.page).request(library, address, content);
    return asked.urls;
  }

  static std::string file_end(PageKind kind) { return kind == PageKind::Start ? "index.html" : "/index.html"; }

  const CompiledPack& pack_;
  const city::Catalogue& catalogue_;
  std::unique_ptr<platform::Locale> locale_;
  std::vector<PreparedPage>& pages_;
  const city::WhatsOn* whats_on_ = nullptr;
};

}  // namespace

std::vector<PreparedPage> prepare_pages(const CompiledPack& pack) {
  std::vector<PreparedPage> pages;
  const auto entry = pack.files.find("daten/portal.json");
  if (entry == pack.files.end()) return pages;
  auto document = JsonDocument::parse(entry->second, "daten/portal.json");
  if (!document.ok()) return pages;
  document.value().root().each("languages", [&](JsonReader language) {
    const std::string file = "daten/" + pack.version + "/" + language.required_text("tag") + "/start.json";
    const auto found = pack.files.find(file);
    if (found == pack.files.end()) return;
    const auto catalogue = city::read_catalogue(found->second, file);
    if (catalogue.ok()) LanguagePages(pack, catalogue.value(), pages).prepare_all();
  });
  return pages;
}

std::vector<std::string> classes_in(const std::vector<PreparedPage>& pages) {
  constexpr std::string_view kClass = " class=\"";
  std::set<std::string> classes;
  for (const PreparedPage& page : pages) {
    for (std::size_t at = page.html.find(kClass); at != std::string::npos; at = page.html.find(kClass, at)) {
      at += kClass.size();
      const std::size_t end = page.html.find('"', at);
      for (std::size_t word = at; word < end;) {
        const std::size_t word_end = std::min(page.html.find(' ', word), end);
        if (word_end > word) classes.insert(page.html.substr(word, word_end - word));
        word = word_end + 1;
      }
      at = end;
    }
  }
  return {classes.begin(), classes.end()};
}

}  // namespace stadttor::portal::authoring
