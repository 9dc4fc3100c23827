#include <set>

#include "forms/form_fault.h"
#include "forms/schema/schema.h"
#include "portal/authoring/form_content.h"
#include "portal/authoring/form_schema.h"
#include "portal/authoring/pack_checks.h"
#include "portal/authoring/translations.h"

namespace stadttor::portal::authoring {

namespace {

using forms::FormFault;
using forms::FormFaultKind;

struct Sentence {
  const char* problem;  // "{}" is the subject
  const char* remedy;
};

Sentence sentence_of(FormFaultKind kind) {
  switch (kind) {
    case FormFaultKind::UnknownKind: return {"Eine Frage der Art „{}“ gibt es nicht.", "Wählen Sie eine Art aus form.schema.json."};
    case FormFaultKind::RepeatedId: return {"Die Kennung „{}“ ist schon vergeben.", "Geben Sie der Frage eine eigene Kennung; „today“ ist der heutige Tag."};
    case FormFaultKind::UnknownAnswer: return {"Eine Frage „{}“ hat das Formular nicht.", "Berichtigen Sie den Namen oder ergänzen Sie die Frage."};
    case FormFaultKind::AnswerOfOneAmongMany:
      return {"„{}“ wird in einer wiederholten Gruppe mehrmals gefragt; von außen ist unklar, welche Antwort gemeint ist.",
              "Lesen Sie die Gruppe als Liste, zum Beispiel mit some oder map."};
    case FormFaultKind::ComputedName: return {"Die Regel berechnet, welche Antwort sie liest.", "Schreiben Sie den Namen der Frage aus."};
    case FormFaultKind::BrokenRule: return {"Die Regel ist kein JsonLogic: {}.", "Berichtigen Sie den Namen des Operators."};
    case FormFaultKind::DependsOnItself: return {"Diese Fragen hängen im Kreis voneinander ab: {}.", "Lösen Sie eine der Bedingungen."};
    case FormFaultKind::NestedRepetition: return {"„{}“ kann nicht wiederholt werden.", "Wiederholen Sie nur Gruppen, und keine in einer wiederholten."};
    case FormFaultKind::BrokenDateLimit: return {"„{}“ ist keine Grenze für ein Datum.", "Schreiben Sie ein Datum oder zum Beispiel today-18y."};
    case FormFaultKind::BrokenPattern: return {"Das Muster lässt sich nicht verwenden: {}.", "Vereinfachen Sie den regulären Ausdruck (ECMA-262)."};
    case FormFaultKind::NothingToChoose: return {"Bei „{}“ gibt es nichts zu wählen.", "Ergänzen Sie „options“."};
    case FormFaultKind::EmptyGroup: return {"In „{}“ steht keine Frage.", "Ergänzen Sie „questions“."};
    case FormFaultKind::UnknownStep: return {"Einen Schritt „{}“ hat das Formular nicht.", "Nennen Sie unter „after“ die Kennung eines Schritts."};
    case FormFaultKind::BrokenSchema: return {"Das JSON Schema lässt sich nicht verwenden: {}.", "Berichtigen Sie das Schema."};
  }
  return {"", ""};
}

void report(const FormFault& fault, ProblemLog log) {
  const Sentence sentence = sentence_of(fault.kind);
  std::string problem = sentence.problem;
  if (const std::size_t at = problem.find("{}"); at != std::string::npos) problem.replace(at, 2, fault.subject);
  log.error(fault.pointer, problem + " Das Formular wird nicht angeboten.", sentence.remedy);
}

class FormCheck {
 public:
  FormCheck(const PackSource& source, const PackFile& file, Problems& problems) : source_(source), file_(file), log_(problems, file.name) {}

  void check() {
    check_target("service", source_.services, "Eine Leistung", "services");
    check_target("office", source_.offices, "Ein Amt", "offices");
    const std::string schema = text_of(file_.content, "schema");
    if (!schema.empty() && !source_.form_schemas.at(schema).content.is_object()) {
      log_.error("/schema", "Die Datei „" + schema + "“ gibt es im Datenpaket nicht, oder sie ist kein JSON Schema. Geprüft wird gegen eines aus den Fragen.",
                 "Legen Sie die Datei an oder berichtigen Sie den Namen.");
    }
    check_plans(file_.content, "");
    const Json german = form_json_from(file_.content, kFallbackLanguage);
    Json complete = german;
    complete.erase("schema");
    if (!schema.empty()) complete["schema"] = source_.form_schemas.at(schema).content;
    const auto read = forms::read_form(json_text_from_value(complete), file_.name);
    if (!read.ok()) {
      const std::string& where = read.error().where;
      const std::size_t hash = where.find('#');
      return log_.error(hash == std::string::npos ? "" : where.substr(hash + 1), "Das Formular lässt sich nicht lesen und wird nicht angeboten.",
                        "Ergänzen oder berichtigen Sie die Angabe, auch unter „texts“ auf Deutsch.");
    }
    for (const FormFault& fault : read.value().faults) report(fault, log_);
    check_schema(read.value().definition.schema);
    check_labels(german, "");
  }

 private:
  void check_target(const char* member, const PackFiles& files, const std::string& noun, const std::string& folder) {
    const std::string id = text_of(file_.content, member);
    if (id.empty() || files.count(id) > 0) return;
    log_.error(std::string("/") + member, noun + " „" + id + "“ gibt es nicht.", "Wählen Sie eine Kennung aus dem Ordner " + folder + ".");
  }

  void check_plans(const Json& place, const std::string& pointer) {
    if (place.is_array()) {
      for (std::size_t i = 0; i < place.size(); ++i) check_plans(place[i], pointer_to(pointer, i));
      return;
    }
    if (!place.is_object()) return;
    for (const auto& member : place.items()) check_plans(member.value(), pointer_to(pointer, member.key()));
    const std::string file = text_of(member_of(place, "scene"), "background");
    if (file.empty() || source_.form_plans.at(file).content.is_object()) return;
    log_.error(pointer_to(pointer, "scene") + "/background", "Die Datei „" + file + "“ gibt es im Datenpaket nicht. Gewählt wird nur aus der Liste.",
               "Legen Sie die Datei mit dem Plan an oder berichtigen Sie den Namen.");
  }

  void check_schema(const JsonValue& schema) {
    if (schema.is(JsonKind::Null)) return;
    const auto compiled = forms::Schema::compile(schema, {}, "");
    if (!compiled.ok()) report({FormFaultKind::BrokenSchema, "/schema", compiled.error().where + ": " + compiled.error().detail}, log_);
  }

  // Every question has a German label, whatever its depth.
  void check_labels(const Json& place, const std::string& pointer) {
    for (const char* list : {"steps", "questions"}) {
      const Json& entries = list_of(member_of(place, list));
      for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::string below = pointer_to(pointer_to(pointer, list), i);
        if (list == std::string_view("questions") && text_of(entries[i], "label").empty()) {
          log_.error(below + "/texts", "Der Frage fehlt auf Deutsch die Beschriftung „label“.", "Ergänzen Sie, was gefragt wird.");
        }
        check_labels(entries[i], below);
      }
    }
  }

  const PackSource& source_;
  const PackFile& file_;
  ProblemLog log_;
};

}  // namespace

void check_forms(const PackSource& source, Problems& problems) {
  std::set<std::string> services;
  for (const auto& entry : source.forms) {
    FormCheck(source, entry.second, problems).check();
    const std::string service = text_of(entry.second.content, "service");
    if (service.empty() || services.insert(service).second) continue;
    ProblemLog(problems, entry.second.name)
        .error("/service", "Zur Leistung „" + service + "“ gibt es schon ein Formular. Auf ihrer Seite steht nur das erste.", "Löschen Sie eines der beiden.");
  }
}

}  // namespace stadttor::portal::authoring
