#include <algorithm>
#include <map>
#include <set>

#include "portal/authoring/office_content.h"
#include "portal/authoring/pack_checks.h"

namespace stadttor::portal::authoring {

namespace {

constexpr const char* kChooseService = "Wählen Sie eine Leistung aus /services dieser Datei.";

// Both lists name things of the catalogue, and give each a number of its own.
void check_named(const Json& file, const std::string& list, const std::string& member, const PackFiles& known, const std::string& noun, ProblemLog log) {
  std::map<std::string, std::string> numbers;
  std::set<std::string> ids;
  const Json& entries = list_of(member_of(file, list));
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string pointer = pointer_to("/" + list, i);
    const std::string id = text_of(entries[i], member);
    if (!id.empty() && known.count(id) == 0) {
      log.error(pointer + "/" + member, noun + " „" + id + "“ gibt es nicht. Der Eintrag wird übergangen.", "Wählen Sie eine Kennung aus dem Ordner " + list + ".");
    }
    if (!id.empty() && !ids.insert(id).second) log.error(pointer + "/" + member, noun + " „" + id + "“ steht hier zum zweiten Mal.", "Fassen Sie die Einträge zusammen.");
    const std::string number = text_of(entries[i], "zms");
    const auto [first, is_new] = numbers.emplace(number, pointer);
    if (!number.empty() && !is_new) log.error(pointer + "/zms", "Die Nummer " + number + " hat schon " + first->second + ".", "Vergeben Sie jede Nummer nur einmal.");
  }
}

int longest_opening(const city::WeeklyHours& weekly) {
  int longest = 0;
  for (const auto& day : weekly.days) {
    int open_for = 0;
    TimeOfDay until;
    for (const city::OpenSpan& span : day) {
      open_for = span.from == until ? open_for + span.to.minutes - span.from.minutes : span.to.minutes - span.from.minutes;
      until = span.to;
      longest = std::max(longest, open_for);
    }
  }
  return longest;
}

struct BookingOffice {
  const Json& entry;
  std::string pointer;
  city::WeeklyHours hours;

  // The longest time without a break at a counter that does this service; nothing where none does.
  std::optional<int> longest_visit(const std::string& service) const {
    std::optional<int> longest;
    for (const Json& counter : list_of(member_of(entry, "counters"))) {
      const std::vector<std::string> own = texts_of(counter, "services");
      if (counter.contains("services") && std::find(own.begin(), own.end(), service) == own.end()) continue;
      longest = std::max(longest.value_or(0), longest_opening(counter.contains("hours") ? weekly_hours_of(counter) : hours));
    }
    return longest;
  }
};

void check_service(const BookingOffice& office, const Json& entry, const std::string& pointer, ProblemLog log) {
  const std::string service = text_of(entry, "service");
  const int slots = static_cast<int>(number_of(entry, "slots"));
  const int most_slots = static_cast<int>(number_of(office.entry, "slots_per_appointment"));
  const int minutes = slots * static_cast<int>(number_of(office.entry, "slot_minutes"));
  if (most_slots > 0 && slots > most_slots) {
    log.error(pointer + "/slots", "Die Leistung braucht " + std::to_string(slots) + " Zeitschritte, ein Besuch darf aber nur " + std::to_string(most_slots) + " haben.",
              "Erhöhen Sie „slots_per_appointment“ oder verringern Sie „slots“.");
  }
  const std::optional<int> longest = office.longest_visit(service);
  if (!longest) {
    log.error(pointer, "Kein Schalter macht „" + service + "“. Die Leistung lässt sich hier nicht buchen.", "Nennen Sie die Leistung bei einem Schalter.");
  } else if (*longest < minutes) {
    log.error(pointer + "/slots", "Die Leistung dauert " + std::to_string(minutes) + " Minuten, so lange ist kein Schalter ohne Pause geöffnet.",
              "Verlängern Sie die Zeiten oder verringern Sie „slots“.");
  }
}

void check_counters(const BookingOffice& office, const std::set<std::string>& offered, ProblemLog log) {
  std::set<std::string> ids;
  const Json& counters = list_of(member_of(office.entry, "counters"));
  for (std::size_t i = 0; i < counters.size(); ++i) {
    const std::string pointer = pointer_to(office.pointer + "/counters", i);
    const std::string id = text_of(counters[i], "id");
    if (!ids.insert(id).second) log.error(pointer + "/id", "Einen Schalter „" + id + "“ gibt es hier schon.", "Geben Sie jedem Schalter eine eigene Kennung.");
    const std::vector<std::string> services = texts_of(counters[i], "services");
    for (std::size_t at = 0; at < services.size(); ++at) {
      if (offered.count(services[at]) > 0) continue;
      log.error(pointer_to(pointer + "/services", at), "Die Leistung „" + services[at] + "“ bietet dieses Amt nicht an.", "Ergänzen Sie sie unter „services“ des Amts oder löschen Sie sie hier.");
    }
  }
}

void check_closures(const BookingOffice& office, ProblemLog log) {
  const Json& closures = list_of(member_of(office.entry, "closures"));
  for (std::size_t i = 0; i < closures.size(); ++i) {
    const auto from = parse_date(text_of(closures[i], "from_date"));
    const auto to = parse_date(text_of(closures[i], "to_date"));
    if (!from || !to || *from <= *to) continue;
    log.error(pointer_to(office.pointer + "/closures", i) + "/to_date", "Der Zeitraum endet, bevor er beginnt. Er wird übergangen.",
              "Vertauschen Sie „from_date“ und „to_date“ oder berichtigen Sie das Datum.");
  }
}

std::set<std::string> services_in(const Json& entry) {
  std::set<std::string> ids;
  for (const Json& place : list_of(member_of(entry, "services"))) ids.insert(text_of(place, "service"));
  return ids;
}

void check_office(const BookingOffice& office, const std::set<std::string>& bookable, const PackFiles& catalogue, ProblemLog log) {
  const std::string id = text_of(office.entry, "office");
  const Json& services = list_of(member_of(office.entry, "services"));
  for (std::size_t i = 0; i < services.size(); ++i) {
    const std::string pointer = pointer_to(office.pointer + "/services", i);
    const std::string service = text_of(services[i], "service");
    if (bookable.count(service) == 0) {
      log.error(pointer + "/service", "Die Leistung „" + service + "“ hat hier keine Nummer. Der Eintrag wird übergangen.", kChooseService);
      continue;
    }
    check_service(office, services[i], pointer, log);
    const auto known = catalogue.find(service);
    const std::vector<std::string> offices = known == catalogue.end() ? std::vector<std::string>{id} : texts_of(known->second.content, "offices");
    if (std::find(offices.begin(), offices.end(), id) == offices.end()) {
      log.warning(pointer + "/service", "Im Katalog gehört „" + service + "“ nicht zu diesem Amt.", "Ergänzen Sie das Amt in services/" + service + ".json oder löschen Sie den Eintrag hier.");
    }
  }
  check_counters(office, services_in(office.entry), log);
  check_closures(office, log);
  if (text_of(office.entry, "email") == "none" && number_of(office.entry, "activation_minutes") > 0) {
    log.error(office.pointer + "/activation_minutes", "Ohne E-Mail-Adresse kann niemand den Termin bestätigen.", "Fragen Sie nach der Adresse („email“) oder setzen Sie „activation_minutes“ auf 0.");
  }
}

}  // namespace

void check_appointments(const PackSource& source, Problems& problems) {
  const Json& file = source.appointments.content;
  if (file.is_null()) return;
  ProblemLog log(problems, source.appointments.name);
  check_named(file, "services", "service", source.services, "Eine Leistung", log);
  check_named(file, "offices", "office", source.offices, "Ein Amt", log);
  const std::set<std::string> bookable = services_in(file);
  std::set<std::string> offered;
  const Json& offices = list_of(member_of(file, "offices"));
  for (std::size_t i = 0; i < offices.size(); ++i) {
    const auto known = source.offices.find(text_of(offices[i], "office"));
    const Json& hours = offices[i].contains("hours") || known == source.offices.end() ? offices[i] : known->second.content;
    check_office({offices[i], pointer_to("/offices", i), weekly_hours_of(hours)}, bookable, source.services, log);
    const std::set<std::string> own = services_in(offices[i]);
    offered.insert(own.begin(), own.end());
  }
  const Json& services = list_of(member_of(file, "services"));
  for (std::size_t i = 0; i < services.size(); ++i) {
    const std::string id = text_of(services[i], "service");
    if (!id.empty() && offered.count(id) == 0) {
      log.warning(pointer_to("/services", i), "Kein Amt bietet „" + id + "“ mit Termin an.", "Nennen Sie die Leistung bei einem Amt oder löschen Sie sie hier.");
    }
  }
}

}  // namespace stadttor::portal::authoring
