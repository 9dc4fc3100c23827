#include <algorithm>
#include <array>

#include "portal/authoring/pack_checks.h"
#include "portal/authoring/pack_content.h"

namespace stadttor::portal::authoring {

namespace {

constexpr std::array<std::string_view, 4> kModules = {"services", "offices", "search", "whats-on"};

// These read something at run time that the manifest must name.
bool needs_endpoint(std::string_view module, std::string_view provider) {
  return provider == "http" || module == "whats-on";
}

std::string origin_of(const std::string& url) {
  return url.substr(0, url.find('/', std::string_view("https://").size()));
}

class ModuleCheck {
 public:
  ModuleCheck(const PackSource& source, Problems& problems)
      : source_(source), log_(problems, manifest_file(source, "modules")) {}

  void check(const Json& module, const std::string& pointer) {
    const std::string id = text_of(module, "id");
    const std::string provider = text_of(module, "provider");
    const std::string endpoint = text_of(module, "endpoint");
    if (!id.empty() && std::find(kModules.begin(), kModules.end(), id) == kModules.end()) {
      log_.warning(pointer + "/id", "Das Modul „" + id + "“ kennt dieses Portal nicht. Es wird übergangen.",
                   "Bekannt sind: services, offices, search, whats-on.");
    }
    if (endpoint.empty()) {
      if (needs_endpoint(id, provider)) report_missing_endpoint(id, provider, pointer);
    } else if (provider == "http") {
      check_address(endpoint, pointer + "/endpoint");
    } else if (provider == "pack" && !find_pack_file(source_, endpoint)) {
      log_.error(pointer + "/endpoint", "Die Datei „" + endpoint + "“ gibt es im Datenpaket nicht.",
                 "Legen Sie die Datei an oder berichtigen Sie den Namen.");
    }
  }

 private:
  void report_missing_endpoint(const std::string& id, const std::string& provider, const std::string& pointer) {
    log_.error(pointer, "Dem Modul „" + id + "“ fehlt die Angabe „endpoint“. Es bleibt leer.",
               provider == "http" ? "Ergänzen Sie „endpoint“ mit der Adresse der Schnittstelle: https://…"
                                  : "Ergänzen Sie „endpoint“ mit dem Namen der Datei, zum Beispiel aktuelles.json.");
  }

  void check_address(const std::string& endpoint, const std::string& pointer) {
    const std::string origin = origin_of(endpoint);
    if (!is_https_origin(origin)) {
      return log_.error(pointer, "„" + endpoint + "“ ist keine verschlüsselte Adresse. Das Modul bleibt leer.",
                        "Geben Sie eine Adresse an, die mit https:// beginnt.");
    }
    const std::vector<std::string> allowed = texts_of(source_.manifest, "connect");
    if (std::find(allowed.begin(), allowed.end(), origin) != allowed.end()) return;
    log_.error(pointer, "Der Browser darf „" + origin + "“ nicht ansprechen: Die Adresse fehlt unter /connect.",
               "Ergänzen Sie „" + origin + "“ in portal.json unter /connect.");
  }

  const PackSource& source_;
  ProblemLog log_;
};

}  // namespace

void check_modules(const PackSource& source, Problems& problems) {
  ModuleCheck check(source, problems);
  const Json& modules = list_of(member_of(source.manifest, "modules"));
  for (std::size_t i = 0; i < modules.size(); ++i) check.check(modules[i], pointer_to("/modules", i));
}

}  // namespace stadttor::portal::authoring
