#include "programs/city/authority/problem_types.h"

#include <array>

namespace stadttor::city_server::authority {
namespace {

struct Words {
  std::string_view name;
  std::string_view title;
};

// In the order of ProblemType.
constexpr std::array<Words, kProblemTypes> kWords = {{
    {"missing-data", "Angaben fehlen oder sind unklar"},
    {"missing-attachment", "Eine Anlage fehlt"},
    {"attachments-mismatch", "Die Anlagen passen nicht zum Antrag"},
    {"schema-violation", "Die Angaben haben nicht die verlangte Form"},
    {"syntax-violation", "Die Angaben sind nicht lesbar"},
    {"unsupported-schema", "Das Format des Antrags wird hier nicht bearbeitet"},
    {"hash-mismatch", "Die Prüfsumme stimmt nicht"},
    {"encryption-issue", "Der Antrag lässt sich nicht entschlüsseln"},
    {"incorrect-authentication-tag", "Empfangen wurde etwas anderes als abgesendet"},
    {"service-mismatch", "Die Stelle ist für diese Leistung nicht zuständig"},
    {"technical-error", "Technischer Fehler"},
}};

}  // namespace

std::string_view name_of(ProblemType type) { return kWords[static_cast<std::size_t>(type)].name; }
std::string_view title_of(ProblemType type) { return kWords[static_cast<std::size_t>(type)].title; }
std::string uri_of(ProblemType type) { return "https://schema.fitko.de/fit-connect/events/problems/" + std::string(name_of(type)); }

}  // namespace stadttor::city_server::authority
