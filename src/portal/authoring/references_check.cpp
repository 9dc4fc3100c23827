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

// `member` of the manifest lists the ids of `files`; `problem` is said of a file it does not name.
void check_listed(const PackSource& source, const std::string& member, const PackFiles& files, const std::string& problem,
                  Problems& problems) {
  const std::vector<std::string> ids = texts_of(source.manifest, member);
  const std::set<std::string> listed(ids.begin(), ids.end());
  for (const auto& [id, file] : files) {
    if (listed.count(id) > 0) continue;
    ProblemLog(problems, file.name).warning("", problem, "Ergänzen Sie „" + id + "“ in portal.json unter /" + member + ".");
  }
}

// Days are held at sites of the market, and its plan shows one of them.
void check_market_sites(const PackSource& source, Problems& problems) {
  const Json& market = source.market.content;
  ProblemLog log(problems, source.market.name);
  std::set<std::string> sites;
  for (const Json& site : list_of(member_of(market, "sites"))) sites.insert(text_of(site, "id"));
  const auto check = [&sites, &log](const Json& place, const std::string& pointer) {
    const std::string site = text_of(place, "site");
    if (site.empty() || sites.count(site) > 0) return;
    log.error(pointer + "/site", "Einen Platz „" + site + "“ gibt es nicht.", "Wählen Sie eine Kennung aus /sites.");
  };
  const Json& hours = list_of(member_of(market, "hours"));
  for (std::size_t i = 0; i < hours.size(); ++i) check(hours[i], pointer_to("/hours", i));
  check(member_of(market, "plan"), "/plan");
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
  check_listed(source, "pages", source.pages, "Auf diese Seite führt kein Weg: portal.json nennt sie nicht.", problems);
  const Target figures{ids_of_files(source.figures), "Eine Zahlenreihe",
                       "Legen Sie die Reihe im Ordner figures an oder löschen Sie den Eintrag."};
  check_targets(source.manifest, "figures", figures, ProblemLog(problems, manifest_file(source, "figures")));
  check_listed(source, "figures", source.figures, "Diese Zahlenreihe sieht niemand: portal.json nennt sie nicht.", problems);
  check_market_sites(source, problems);
}

}  // namespace stadttor::portal::authoring
