#include "programs/city/open311/taking_report.h"

#include "platform/native/openssl_primitives.h"
#include "programs/city/event_log.h"
#include "protocols/jose/base64url.h"

namespace stadttor::city_server::open311 {
namespace {

constexpr std::int64_t kDay = 24 * 60 * 60;
constexpr std::size_t kLongestKey = 200;

Result<PostKey> key_of(const IncomingRequest& request, const std::string& content_hash) {
  if (request.idempotency_key.empty()) return PostKey{};
  TRY_ASSIGN(const std::string hash, platform::hash_of(platform::HashKind::Sha256, request.idempotency_key));
  return PostKey{protocols::jose::base64url_from_bytes(hash), content_hash};
}

}  // namespace

Result<TakenReport> take_report(Connection& connection, const ServiceCatalogue& catalogue, const IncomingRequest& request, std::int64_t now, Faults& faults) {
  if (request.idempotency_key.size() > kLongestKey) faults.push_back({400, "Idempotency-Key ist zu lang; erlaubt sind 200 Zeichen, üblich ist eine UUID."});
  std::optional<PostedReport> posted = read_posted_report(request, catalogue, faults);
  if (!faults.empty() || !posted) return TakenReport{};
  TRY_ASSIGN(const PostKey key, key_of(request, posted->content_hash));
  const auto earlier = find_posted(connection, key);
  if (!earlier.ok() && earlier.error().kind == ErrorKind::ChangedElsewhere) {
    faults.push_back({422, "Mit diesem Idempotency-Key kam schon eine andere Meldung. Bitte senden Sie jede neue Meldung mit einem neuen."});
    return TakenReport{};
  }
  if (!earlier.ok()) return earlier.error();
  if (earlier.value()) return TakenReport{posted->service, *earlier.value()};
  posted->report.requested_at = now;
  posted->report.expected_at = posted->service->days == 0 ? 0 : now + posted->service->days * kDay;
  TRY(forget_what_is_over(connection, now));
  TRY_ASSIGN(Receipt receipt, keep_report(connection, posted->report, key));
  // Its number alone: where it is and what it says is nobody's who reads the log.
  log_event(LogLevel::Info, "report_taken", {{"number", std::to_string(receipt.number)}});
  return TakenReport{posted->service, std::move(receipt)};
}

}  // namespace stadttor::city_server::open311
