// What has been fetched of the city's packs, and what is on its way. Each pack is asked for once; a failed one may be asked
// for again. Times are short because packs are small files; retries are the citizen's choice.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "city/catalogue.h"
#include "city/details.h"
#include "city/figures.h"
#include "city/market.h"
#include "city/places.h"
#include "city/report_words.h"
#include "city/streets.h"
#include "forms/definition.h"
#include "platform/http_client.h"
#include "portal/search/search_index.h"
#include "services/keep_data/passphrase_words.h"

namespace stadttor::portal {

enum class PackState : unsigned char { NotAsked, Loading, Ready, Failed };

template <class Pack>
struct PackSlot {
  PackState state = PackState::NotAsked;
  std::optional<Pack> pack;
  std::optional<Error> error;
  std::unique_ptr<platform::RequestHandle> request;

  const Pack* get() const { return pack ? &*pack : nullptr; }
};

class Library {
 public:
  // `data_path` ends in "/": "/daten/<version>/". `arrived` is called after each pack, ready or failed.
  Library(platform::HttpClient& http, std::string data_path, std::function<void()> arrived);

  // Each begins to load what it returns where that has not been asked for.
  const PackSlot<city::Catalogue>& catalogue(const std::string& language);
  const PackSlot<city::ServiceDetails>& service(const std::string& language, const std::string& id);
  const PackSlot<city::OfficeDetails>& office(const std::string& language, const std::string& id);
  const PackSlot<city::AboutDetails>& about(const std::string& language, const std::string& id);
  const PackSlot<city::WhatsOn>& whats_on(const std::string& language);
  const PackSlot<city::Places>& places(const std::string& language);
  const PackSlot<city::Figures>& figures(const std::string& language);
  const PackSlot<city::Market>& market(const std::string& language);
  const PackSlot<forms::Definition>& form(const std::string& language, const std::string& id);
  const PackSlot<city::Streets>& streets();
  const PackSlot<services::keep_data::PassphraseWords>& passphrase_words();
  const PackSlot<city::ReportWords>& report_words();
  const PackSlot<search::SearchIndex>& search_index(const std::string& language);

  // What is already there, without asking for it.
  const city::Catalogue* find_catalogue(const std::string& language) const;

  const std::string& data_path() const { return data_path_; }

  // Failed packs are asked for again when next wanted.
  void forget_failures();

 private:
  template <class Pack, class Read>
  const PackSlot<Pack>& slot(std::map<std::string, PackSlot<Pack>>& slots, const std::string& path, Read read);

  platform::HttpClient& http_;
  std::string data_path_;
  std::function<void()> arrived_;
  std::map<std::string, PackSlot<city::Catalogue>> catalogues_;
  std::map<std::string, PackSlot<city::ServiceDetails>> services_;
  std::map<std::string, PackSlot<city::OfficeDetails>> offices_;
  std::map<std::string, PackSlot<city::AboutDetails>> abouts_;
  std::map<std::string, PackSlot<city::WhatsOn>> whats_ons_;
  std::map<std::string, PackSlot<city::Places>> places_;
  std::map<std::string, PackSlot<city::Figures>> figures_;
  std::map<std::string, PackSlot<city::Market>> markets_;
  std::map<std::string, PackSlot<forms::Definition>> forms_;
  std::map<std::string, PackSlot<city::Streets>> streets_;
  std::map<std::string, PackSlot<services::keep_data::PassphraseWords>> passphrase_words_;
  std::map<std::string, PackSlot<city::ReportWords>> report_words_;
  std::map<std::string, PackSlot<search::SearchIndex>> search_indexes_;
};

}  // namespace stadttor::portal
