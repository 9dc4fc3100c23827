#include "portal/authoring/pack_checks.h"

namespace stadttor::portal::authoring {

void check_pictures(const PackSource& source, Problems& problems) {
  for (const char* member : {"crest", "hero"}) {
    const std::string picture = text_of(source.manifest, member);
    if (picture.empty() || find_pack_file(source, picture)) continue;
    ProblemLog(problems, "portal.json")
        .error(pointer_to("", member),
               "Das Bild „" + picture + "“ gibt es im Datenpaket nicht. Die Stelle bleibt leer.",
               "Legen Sie das Bild in den Ordner bilder oder berichtigen Sie den Namen.");
  }
}

}  // namespace stadttor::portal::authoring
