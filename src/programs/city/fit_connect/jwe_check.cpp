#include "programs/city/fit_connect/jwe_check.h"

#include <algorithm>

#include "programs/city/fit_connect/submission_problem.h"
#include "protocols/jose/protected_header.h"

namespace stadttor::city_server {
namespace {

constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
// Header, wrapped key of 4096 bits, nonce, one byte, tag.
constexpr std::size_t kShortest = 776;

Answer unsuitable(std::string detail) { return submission_problem(422, "invalid-jwe", "Verschlüsselte Nachricht nicht annehmbar", std::move(detail)); }

}  // namespace

std::optional<Answer> find_jwe_refusal(std::string_view compact, std::string_view key_id, const std::vector<std::string_view>& content_types) {
  using namespace protocols::jose;
  const std::vector<std::string_view> segments = segments_of(compact, 5);
  if (compact.find_first_not_of(kLetters) != std::string_view::npos || segments.empty() || compact.size() < kShortest) {
    return malformed_answer("Der Inhalt ist keine JWE Compact Serialization (RFC 7516).");
  }
  const Result<ProtectedHeader> header = read_protected_header(segments.front(), HeaderKind::Encryption);
  if (!header.ok()) return unsuitable("Der Header der JWE entspricht nicht dem Profil von FIT-Connect.");
  const ProtectedHeader& found = header.value();
  if (found.algorithm != "RSA-OAEP-256" || found.encryption != "A256GCM") return unsuitable("Erwartet werden alg RSA-OAEP-256 und enc A256GCM.");
  if (key_id != kAnyKey && found.key_id != key_id) return unsuitable("Die JWE ist nicht für den Schlüssel des Zustellpunkts verschlüsselt (kid).");
  const bool fits = content_types.empty() || std::find(content_types.begin(), content_types.end(), found.content_type) != content_types.end();
  if (!fits || found.content_type.empty()) return unsuitable("Der Inhaltstyp der JWE (cty) passt nicht.");
  return std::nullopt;
}

}  // namespace stadttor::city_server
