#include "protocols/open311/earlier_report.h"

#include <cmath>

namespace stadttor::protocols::open311 {

namespace {

constexpr platform::Instant kMinute = 60'000;
constexpr platform::Instant kClocksDiffer = 10 * kMinute;
// Long enough for a post that lay in a queue on its way.
constexpr platform::Instant kOnItsWay = 60 * kMinute;
constexpr double kSamePlace = 15;
constexpr double kMovedToAddress = 100;
constexpr double kMetresPerDegree = 111'320;
constexpr double kDegreesToRadians = 0.017453292519943295;

// Flat, which is exact enough within a town.
double metres_between(const Position& a, const Position& b) {
  const double north = (a.latitude - b.latitude) * kMetresPerDegree;
  const double east = (a.longitude - b.longitude) * kMetresPerDegree * std::cos(a.latitude * kDegreesToRadians);
  return std::sqrt(north * north + east * east);
}

// Words apart from white space, which servers change.
std::string words_of(const std::string& text) {
  std::string words;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') words.push_back(c);
  }
  return words;
}

enum class Likeness : unsigned char { Same, Similar, Other };

Likeness likeness_of_place(const Report& report, const ServiceRequest& request) {
  if (report.position && request.position) {
    const double distance = metres_between(report.position->reveal<"compared on the device with published reports">(), *request.position);
    if (distance <= kSamePlace) return Likeness::Same;
    return distance <= kMovedToAddress ? Likeness::Similar : Likeness::Other;
  }
  const std::string& address = report.address.reveal<"compared on the device with published reports">();
  if (!address.empty() && !request.address.empty()) return words_of(address) == words_of(request.address) ? Likeness::Same : Likeness::Similar;
  return Likeness::Similar;
}

Likeness likeness_of_words(const Report& report, const ServiceRequest& request) {
  const std::string own = words_of(report.description.reveal<"compared on the device with published reports">());
  const std::string published = words_of(request.description);
  if (own == published && !own.empty()) return Likeness::Same;
  // Withheld, or nothing was written.
  return published.empty() || own.empty() ? Likeness::Similar : Likeness::Other;
}

}  // namespace

RequestFilter filter_for_earlier(const Report& report, platform::Instant sent_at, platform::Instant now) {
  RequestFilter filter;
  filter.service_code = report.service_code;
  filter.from = sent_at - kClocksDiffer;
  filter.until = now + kClocksDiffer;
  return filter;
}

EarlierReport find_earlier_report(const Report& report, platform::Instant sent_at, const std::vector<ServiceRequest>& published) {
  EarlierReport earlier;
  unsigned same = 0;
  for (const ServiceRequest& request : published) {
    const bool is_of_kind = request.service_code.empty() || request.service_code == report.service_code;
    const bool is_in_time = !request.requested_at || (*request.requested_at >= sent_at - kClocksDiffer && *request.requested_at <= sent_at + kOnItsWay);
    const Likeness place = likeness_of_place(report, request);
    const Likeness words = likeness_of_words(report, request);
    if (!is_of_kind || !is_in_time || place == Likeness::Other || words == Likeness::Other) continue;
    earlier.arrival = Arrival::Perhaps;
    if (place != Likeness::Same || words != Likeness::Same) continue;
    ++same;
    earlier.id = request.id;
  }
  if (same == 1) {
    earlier.arrival = Arrival::Arrived;
  } else {
    // Two that are the same: which one is the citizen's cannot be told.
    earlier.id.clear();
  }
  return earlier;
}

}  // namespace stadttor::protocols::open311
