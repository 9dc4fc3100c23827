// A small town's documents for the tests of the search.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "portal/search/index_writer.h"
#include "portal/search/search_index.h"

namespace stadttor::portal::search {

inline SearchDocument service(std::string id, std::string title, std::vector<std::string> words = {}, std::string summary = {},
                              std::string text = {}) {
  return {std::move(id), DocumentKind::Service, "de", std::move(title), std::move(summary), std::move(words), std::move(text)};
}

inline std::vector<SearchDocument> town_documents() {
  return {
      service("hund-anmelden", "Hund anmelden", {"Hundemarke", "Welpe gekauft"}, "So zahlen Sie die Hundesteuer."),
      service("hund-abmelden", "Hund abmelden", {"Hund gestorben"}, "Wenn Ihr Hund nicht mehr da ist."),
      service("personalausweis", "Personalausweis beantragen", {"Perso"}, "Den Ausweis bekommen Sie im Bürgerbüro."),
      service("sperrmuell", "Sperrmüll anmelden", {"Sofa loswerden"}, "Wir holen alte Möbel ab.", "Stellen Sie die Möbel an die Straße."),
      service("parken", "Bewohnerparkausweis beantragen", {}, "Parken Sie vor Ihrer Tür.", "Der Ausweis gilt für ein Auto."),
      service("wohnsitz", "Wohnsitz ummelden", {"umziehen"}, "Nach dem Einzug haben Sie zwei Wochen Zeit."),
      service("auto-abmelden", "Fahrzeug abmelden", {"Auto abmelden"}, "Sie brauchen den Schein und die Kennzeichen."),
      service("zeugnis", "Führungszeugnis beantragen", {}, "Manche Arbeitgeber verlangen es."),
      service("steuer", "Grundsteuer bezahlen", {}, "Die Steuer für Haus und Boden."),
      {"buergerbuero", DocumentKind::Office, "de", "Bürgerbüro", "Montags geöffnet.", {"Einwohnermeldeamt"}, ""},
      {"umzug", DocumentKind::Situation, "de", "Umziehen", "Alles zum Umzug.", {}, ""},
      {"moving", DocumentKind::Page, "en", "Parking permits for residents", "Who may park where.", {}, "Permits cost 30 euros."},
  };
}

inline Synonyms town_synonyms() {
  return {{{"Auto", "Fahrzeug", "Kfz", "car"}, {"Möbel wegwerfen", "Sperrmüll"}, {"Perso", "Personalausweis", "kimlik", "паспорт"}}};
}

inline SearchIndex town_index() { return std::move(SearchIndex::read(write_search_index(town_documents(), town_synonyms()))).value(); }

inline std::string first_id(const SearchIndex& index, std::string_view typed) {
  const auto hits = index.find(typed, 3);
  return hits.empty() ? "nothing" : std::string(hits[0].id);
}

}  // namespace stadttor::portal::search
