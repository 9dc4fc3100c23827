#include "portal/library.h"

namespace stadttor::portal {

namespace {

template <class Pack>
void forget_failures_in(std::map<std::string, PackSlot<Pack>>& slots) {
  for (auto& [path, slot] : slots) {
    if (slot.state == PackState::Failed) slot.state = PackState::NotAsked;
  }
}

Error error_from_status(int status, const std::string& url) {
  if (status == 404) return {ErrorKind::NotFound, url, "HTTP status 404", NextStep::ContactOffice};
  const ErrorKind kind = status >= 500 ? ErrorKind::ServerFailed : ErrorKind::ServerRefused;
  return {kind, url, "HTTP status " + std::to_string(status), NextStep::TryAgain};
}

}  // namespace

Library::Library(platform::HttpClient& http, std::string data_path, std::function<void()> arrived)
    : http_(http), data_path_(std::move(data_path)), arrived_(std::move(arrived)) {}

template <class Pack, class Read>
const PackSlot<Pack>& Library::slot(std::map<std::string, PackSlot<Pack>>& slots, const std::string& path, Read read) {
  PackSlot<Pack>& slot = slots[path];
  if (slot.state != PackState::NotAsked) return slot;
  slot.state = PackState::Loading;
  slot.error.reset();
  const std::string url = data_path_ + path;
  const auto take = [this, &slot, url, read](Result<platform::HttpResponse> response) {
    Result<Pack> pack = !response.ok()                  ? Result<Pack>(response.error())
                        : response.value().status != 200 ? Result<Pack>(error_from_status(response.value().status, url))
                                                         : read(std::move(response.value().body), url);
    slot.state = pack.ok() ? PackState::Ready : PackState::Failed;
    if (pack.ok()) {
      slot.pack = std::move(pack).value();
    } else {
      slot.error = pack.error();
    }
    arrived_();
  };
  slot.request = http_.send({"GET", url, {}, {}}, take);
  return slot;
}

const PackSlot<city::Catalogue>& Library::catalogue(const std::string& language) {
  return slot(catalogues_, language + "/start.json", city::read_catalogue);
}

const PackSlot<city::ServiceDetails>& Library::service(const std::string& language, const std::string& id) {
  return slot(services_, language + "/leistungen/" + id + ".json", city::read_service_details);
}

const PackSlot<city::OfficeDetails>& Library::office(const std::string& language, const std::string& id) {
  return slot(offices_, language + "/aemter/" + id + ".json", city::read_office_details);
}

const PackSlot<city::AboutDetails>& Library::about(const std::string& language, const std::string& id) {
  return slot(abouts_, language + "/seiten/" + id + ".json", city::read_about_details);
}

const PackSlot<city::WhatsOn>& Library::whats_on(const std::string& language) {
  return slot(whats_ons_, language + "/aktuelles.json", city::read_whats_on);
}

// What belongs to single pages lies in folders: all of it is in the bundle for those who go offline.
const PackSlot<city::Places>& Library::places(const std::string& language) {
  return slot(places_, language + "/stadt/orte.json", city::read_places);
}

const PackSlot<city::Figures>& Library::figures(const std::string& language) {
  return slot(figures_, language + "/stadt/zahlen.json", city::read_figures);
}

const PackSlot<city::Market>& Library::market(const std::string& language) {
  return slot(markets_, language + "/stadt/wochenmarkt.json", city::read_market);
}

const PackSlot<forms::Definition>& Library::form(const std::string& language, const std::string& id) {
  return slot(forms_, language + "/antraege/" + id + ".json", forms::read_definition);
}

// Names of streets are the same in every language.
const PackSlot<city::Streets>& Library::streets() { return slot(streets_, "strassen.json", city::read_streets); }
// In every language people write what they see in the words they have for it, so they lie in one list.
const PackSlot<city::ReportWords>& Library::report_words() { return slot(report_words_, "meldungen-woerter.json", city::read_report_words); }

const PackSlot<services::keep_data::PassphraseWords>& Library::passphrase_words() {
  return slot(passphrase_words_, "passwort-woerter.txt", services::keep_data::PassphraseWords::read);
}

const PackSlot<search::SearchIndex>& Library::search_index(const std::string& language) {
  return slot(search_indexes_, language + "/suche.bin",
              [](std::string bytes, const std::string&) { return search::SearchIndex::read(std::move(bytes)); });
}

const city::Catalogue* Library::find_catalogue(const std::string& language) const {
  const auto found = catalogues_.find(language + "/start.json");
  return found == catalogues_.end() ? nullptr : found->second.get();
}

void Library::forget_failures() {
  forget_failures_in(catalogues_);
  forget_failures_in(services_);
  forget_failures_in(offices_);
  forget_failures_in(abouts_);
  forget_failures_in(whats_ons_);
  forget_failures_in(places_);
  forget_failures_in(figures_);
  forget_failures_in(markets_);
  forget_failures_in(forms_);
  forget_failures_in(streets_);
  forget_failures_in(passphrase_words_);
  forget_failures_in(report_words_);
  forget_failures_in(search_indexes_);
}

}  // namespace stadttor::portal
