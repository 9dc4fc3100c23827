#include <set>

#include "portal/authoring/pack_checks.h"

namespace stadttor::portal::authoring {

namespace {

// What a list of ids may name, and how to speak of it.
struct Target {
  std::set<std::string> ids;
  std::string noun;  // "Eine Lebenslage"
  std::string remedy;
};

std::set<std::string> ids_of_files(const PackFiles& files) {
  std::set<std::string> ids;
  for (const auto& entry : files) ids.insert(entry.first);
  return ids;
}

void check_targets(const Json& entry, const std::string& member, const Target& target, ProblemLog log) {
  const Json& list = list_of(member_of(entry, member));
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!list[i].is_string() || target.ids.count(list[i].get<std::string>()) > 0) continue;
    log.error(pointer_to("/" + member, i), target.noun + " „" + list[i].get<std::string>() + "“ gibt es nicht.",
              target.remedy);
  }
}

void check_own_reference(const std::string& id, const PackFile& service, Problems& problems) {
  const std::vector<std::string> related = texts_of(service.content, "related");
  for (std::size_t i = 0; i < related.size(); ++i) {
    if (related[i] != id) continue;
    ProblemLog(problems, service.name)
        .warning(pointer_to("/related", i), "Die Leistung verweist auf sich selbst.", "Löschen Sie den Eintrag.");
  }
}

void check_linked_pages(const PackSource& source, Problems& problems) {
  const std::vector<std::string> listed = texts_of(source.manifest, "pages");
  const std::set<std::string> linked(listed.begin(), listed.end());
  for (const auto& [id, page] : source.pages) {
    if (linked.count(id) > 0) continue;
    ProblemLog(problems, page.name)
        .warning("", "Auf diese Seite führt kein Weg: portal.json nennt sie nicht.",
                 "Ergänzen Sie „" + id + "“ in portal.json unter /pages.");
  }
}

}  // namespace

void check_references(const PackSource& source, Problems& problems) {
  Target situations{{}, "Eine Lebenslage", "Wählen Sie eine Kennung aus portal.json unter /situations."};
  for (const Json& situation : list_of(member_of(source.manifest, "situations")))
    situations.ids.insert(text_of(situation, "id"));
  const Target offices{ids_of_files(source.offices), "Ein Amt", "Wählen Sie eine Kennung aus dem Ordner offices."};
  const Target services{ids_of_files(source.services), "Eine Leistung",
                        "Wählen Sie eine Kennung aus dem Ordner services."};
  const Target pages{ids_of_files(source.pages), "Eine Seite",
                     "Legen Sie die Seite im Ordner pages an oder löschen Sie den Eintrag."};
  for (const auto& [id, service] : source.services) {
    const ProblemLog log(problems, service.name);
    check_targets(service.content, "situations", situations, log);
    check_targets(service.content, "offices", offices, log);
    check_targets(service.content, "related", services, log);
    check_own_reference(id, service, problems);
  }
  check_targets(source.manifest, "popular", services, ProblemLog(problems, manifest_file(source, "popular")));
  check_targets(source.manifest, "pages", pages, ProblemLog(problems, manifest_file(source, "pages")));
  check_linked_pages(source, problems);
}

}  // namespace stadttor::portal::authoring
