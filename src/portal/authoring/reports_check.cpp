#include <algorithm>
#include <set>

#include "portal/authoring/pack_checks.h"

namespace stadttor::portal::authoring {

namespace {

bool is_list(const Json& attribute) {
  const std::string datatype = text_of(attribute, "datatype");
  return datatype == "singlevaluelist" || datatype == "multivaluelist";
}

void check_once(const Json& list, const char* name, const std::string& pointer, ProblemLog log) {
  std::set<std::string> known;
  for (std::size_t at = 0; at < list.size(); ++at) {
    const std::string code = text_of(list[at], name);
    if (code.empty() || known.insert(code).second) continue;
    log.error(pointer_to(pointer, at) + "/" + name, "„" + code + "“ steht zweimal in der Liste.", "Wählen Sie für jeden Eintrag ein eigenes Wort.");
  }
}

void check_attributes(const Json& service, const std::string& pointer, ProblemLog log) {
  const Json& attributes = list_of(member_of(service, "attributes"));
  check_once(attributes, "code", pointer + "/attributes", log);
  for (std::size_t at = 0; at < attributes.size(); ++at) {
    const std::string place = pointer_to(pointer + "/attributes", at);
    const Json& values = list_of(member_of(attributes[at], "values"));
    check_once(values, "key", place + "/values", log);
    if (is_list(attributes[at]) && values.empty()) {
      log.error(place, "Diese Frage ist eine Auswahl, aber es gibt nichts auszuwählen.", "Ergänzen Sie „values“ oder wählen Sie einen anderen „datatype“.");
    } else if (!is_list(attributes[at]) && !values.empty()) {
      log.error(place + "/values", "Diese Frage ist keine Auswahl; die Antworten zeigt niemand.", "Wählen Sie „singlevaluelist“ oder „multivaluelist“, oder löschen Sie „values“.");
    }
  }
}

void check_languages(const PackSource& source, const Json& service, const std::string& pointer, ProblemLog log) {
  const Json& texts = member_of(service, "texts");
  for (const std::string& language : texts_of(source.manifest, "languages")) {
    if (!texts.is_object() || texts.contains(language) || language == "de") continue;
    log.warning(pointer + "/texts", "Die Übersetzung in „" + language + "“ fehlt. Gezeigt wird der deutsche Text.", "Ergänzen Sie den Abschnitt „" + language + "“.");
  }
}

void check_services(const PackSource& source, ProblemLog log) {
  const Json& services = list_of(member_of(source.reports.content, "services"));
  check_once(services, "code", "/services", log);
  for (std::size_t at = 0; at < services.size(); ++at) {
    const std::string pointer = pointer_to("/services", at);
    const std::string office = text_of(services[at], "office");
    if (!office.empty() && source.offices.count(office) == 0) {
      log.error(pointer + "/office", "Das Amt „" + office + "“ gibt es im Datenpaket nicht. Wer zuständig ist, wird nicht gezeigt.",
                "Berichtigen Sie den Namen oder legen Sie offices/" + office + ".json an.");
    }
    check_attributes(services[at], pointer, log);
    check_languages(source, services[at], pointer, log);
  }
}

const Json* find_entry(const Json& list, const char* name, const std::string& value) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const Json& entry) { return text_of(entry, name) == value; });
  return found == list.end() ? nullptr : &*found;
}

bool is_value_of(const Json& attribute, const Json& value) {
  if (!is_list(attribute)) return true;
  return value.is_string() && find_entry(list_of(member_of(attribute, "values")), "key", value.get_ref<const std::string&>()) != nullptr;
}

void check_sample_answers(const Json& sample, const Json& service, const std::string& pointer, ProblemLog log) {
  const Json& attributes = list_of(member_of(service, "attributes"));
  const Json& answers = object_of(member_of(sample, "attributes"));
  for (const auto& answer : answers.items()) {
    const Json* attribute = find_entry(attributes, "code", answer.key());
    const Json& values = list_of(answer.value());
    const bool is_known = attribute != nullptr && std::all_of(values.begin(), values.end(), [attribute](const Json& value) { return is_value_of(*attribute, value); });
    if (!is_known) log.error(pointer_to(pointer + "/attributes", answer.key()), "Diese Frage oder Antwort gibt es bei dieser Art von Meldung nicht.", "Berichtigen Sie sie nach reports/services.json.");
  }
  for (const Json& attribute : attributes) {
    if (flag_of(attribute, "required") && !answers.contains(text_of(attribute, "code"))) {
      log.error(pointer + "/attributes", "Die Pflichtfrage „" + text_of(attribute, "code") + "“ ist nicht beantwortet.", "Ergänzen Sie die Antwort.");
    }
  }
}

void check_samples(const PackSource& source, ProblemLog log) {
  const Json& services = list_of(member_of(source.reports.content, "services"));
  const Json& samples = list_of(member_of(source.sample_reports.content, "reports"));
  for (std::size_t at = 0; at < samples.size(); ++at) {
    const std::string pointer = pointer_to("/reports", at);
    const std::string code = text_of(samples[at], "service");
    const Json* service = find_entry(services, "code", code);
    if (service == nullptr) {
      log.error(pointer + "/service", "Die Art von Meldung „" + code + "“ gibt es nicht.", "Berichtigen Sie sie nach reports/services.json.");
      continue;
    }
    check_sample_answers(samples[at], *service, pointer, log);
    const Json& original = member_of(samples[at], "duplicate_of");
    // Numbers count from 1, and only an earlier one can be the same.
    if (original.is_number_integer() && (original.get<long>() < 1 || original.get<long>() > static_cast<long>(at))) {
      log.error(pointer + "/duplicate_of", "Diese Nummer hat keine der Meldungen davor.", "Nennen Sie eine Meldung, die weiter oben in der Liste steht; die erste hat die Nummer 1.");
    }
  }
}

}  // namespace

void check_reports(const PackSource& source, Problems& problems) {
  if (!source.reports.content.is_null()) check_services(source, ProblemLog(problems, source.reports.name));
  if (!source.sample_reports.content.is_null()) check_samples(source, ProblemLog(problems, source.sample_reports.name));
}

}  // namespace stadttor::portal::authoring
