#include <map>

#include "portal/authoring/pack_checks.h"

namespace stadttor::portal::authoring {

namespace {

void check_file_names(const PackFiles& files, Problems& problems) {
  for (const auto& [name, file] : files) {
    const std::string id = text_of(file.content, "id");
    if (id.empty() || id == name) continue;
    ProblemLog(problems, file.name)
        .error("/id", "Die Kennung „" + id + "“ ist nicht der Dateiname. Es gilt der Dateiname.",
               "Schreiben Sie „" + name + "“ oder benennen Sie die Datei in " + id + ".json um.");
  }
}

void check_list(const Json& list, const std::string& pointer, ProblemLog log) {
  std::map<std::string, std::size_t> first_places;
  for (std::size_t i = 0; i < list_of(list).size(); ++i) {
    const std::string id = text_of(list[i], "id");
    const auto [known, is_new] = first_places.emplace(id, i);
    if (id.empty() || is_new) continue;
    log.error(pointer_to(pointer_to(pointer, i), "id"),
              "Die Kennung „" + id + "“ gibt es schon unter " + pointer_to(pointer, known->second) +
                  ". Dieser Eintrag wird übergangen.",
              "Geben Sie dem Eintrag eine eigene Kennung.");
  }
}

// A place has its address by its id, whatever file it stands in; an office stands on the same map.
void check_places(const PackSource& source, Problems& problems) {
  std::map<std::string, std::string> first_places;
  for (const auto& [id, office] : source.offices) first_places.emplace(id, office.name);
  for (const auto& entry : source.places) {
    const Json& list = list_of(member_of(entry.second.content, "places"));
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string id = text_of(list[i], "id");
      const std::string pointer = pointer_to(pointer_to("/places", i), "id");
      const auto [known, is_new] = first_places.emplace(id, entry.second.name);
      if (id.empty() || is_new) continue;
      ProblemLog(problems, entry.second.name)
          .error(pointer, "Die Kennung „" + id + "“ gibt es schon in " + known->second + ". Dieser Eintrag wird übergangen.",
                 "Geben Sie dem Eintrag eine eigene Kennung.");
    }
  }
}

}  // namespace

void check_ids(const PackSource& source, Problems& problems) {
  check_file_names(source.services, problems);
  check_file_names(source.offices, problems);
  check_file_names(source.pages, problems);
  check_file_names(source.figures, problems);
  check_file_names(source.forms, problems);
  for (const char* list : {"situations", "modules"}) {
    check_list(member_of(source.manifest, list), pointer_to("", list),
               ProblemLog(problems, manifest_file(source, list)));
  }
  check_places(source, problems);
  for (const auto& entry : source.figures) {
    check_list(member_of(entry.second.content, "series"), "/series", ProblemLog(problems, entry.second.name));
  }
  for (const char* list : {"sites", "stalls"}) {
    check_list(member_of(source.market.content, list), pointer_to("", list), ProblemLog(problems, source.market.name));
  }
  for (const char* list : {"events", "notices"}) {
    check_list(member_of(source.whats_on.content, list), pointer_to("", list),
               ProblemLog(problems, source.whats_on.name));
  }
}

}  // namespace stadttor::portal::authoring
