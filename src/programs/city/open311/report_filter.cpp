#include "programs/city/open311/report_filter.h"

#include <algorithm>

#include "foundation/calendar.h"
#include "programs/city/open311/posted_numbers.h"
#include "protocols/open311/date_time.h"

namespace stadttor::city_server::open311 {
namespace {

constexpr std::int64_t kDay = 24 * 60 * 60;
constexpr std::int64_t kLongestSpan = 90 * kDay;
constexpr std::int64_t kClocksDiffer = 60 * 60;
constexpr int kMost = 1000;
constexpr int kUsualPage = 100;
constexpr std::size_t kMostListed = 200;
constexpr std::int64_t kLargestNumber = 1LL << 53;

std::vector<std::string> list_of(std::string_view text) {
  std::vector<std::string> list;
  while (!text.empty()) {
    const std::string_view item = text.substr(0, text.find(','));
    text.remove_prefix(std::min(item.size() + 1, text.size()));
    const std::size_t begin = item.find_first_not_of(' ');
    if (begin != std::string_view::npos) list.emplace_back(item.substr(begin, item.find_last_not_of(' ') + 1 - begin));
  }
  return list;
}

// A moment, or a day from its beginning in UTC.
std::optional<std::int64_t> read_moment(const NamedValues& query, const char* name, Faults& faults) {
  const std::string_view text = value_of(query, name);
  if (text.empty()) return std::nullopt;
  if (const auto moment = protocols::open311::parse_date_time(text)) return *moment / 1000;
  if (const auto date = parse_date(text)) return days_since_epoch(*date) * kDay;
  faults.push_back({400, std::string(name) + " muss ein Zeitpunkt mit Zeitzone sein, zum Beispiel 2026-11-26T00:00:00Z. Das Plus in „+01:00“ schreiben Sie in einer Adresse als %2B."});
  return std::nullopt;
}

void read_span(const NamedValues& query, std::int64_t now, ReportQuery& wanted, Faults& faults) {
  const auto from = read_moment(query, "start_date", faults);
  const auto until = read_moment(query, "end_date", faults);
  wanted.until = until.value_or(from ? std::min(*from + kLongestSpan, now + kClocksDiffer) : now + kClocksDiffer);
  wanted.from = from.value_or(until ? *until - kLongestSpan : now - kLongestSpan);
  if (wanted.until - wanted.from > kLongestSpan + kDay) {
    faults.push_back({400, "Zwischen start_date und end_date dürfen höchstens 90 Tage liegen. Fragen Sie längere Zeiten in mehreren Schritten ab."});
  }
}

void read_status(const NamedValues& query, ReportQuery& wanted, Faults& faults) {
  bool wants_open = false;
  bool wants_closed = false;
  for (const std::string& status : list_of(value_of(query, "status"))) {
    wants_open = wants_open || status == "open";
    wants_closed = wants_closed || status == "closed";
    if (status != "open" && status != "closed") return faults.push_back({400, "status muss open oder closed sein, oder beides mit Komma."});
  }
  if (wants_open != wants_closed) wanted.is_closed = wants_closed;
}

void read_page(const NamedValues& query, ReportQuery& wanted, Faults& faults) {
  const std::string_view page = value_of(query, "page");
  const std::string_view size = value_of(query, "page_size");
  if (page.empty() && size.empty()) return;
  const auto number = page.empty() ? std::optional<std::int64_t>(1) : find_whole_in(page, 100000);
  const auto per_page = size.empty() ? std::optional<std::int64_t>(kUsualPage) : find_whole_in(size, kMost);
  if (!number || !per_page || *number == 0 || *per_page == 0) return faults.push_back({400, "page ist eine Zahl ab 1, page_size eine von 1 bis 1000."});
  wanted.limit = static_cast<int>(*per_page);
  wanted.skipped = static_cast<int>((*number - 1) * *per_page);
}

void read_numbers(const NamedValues& query, ReportQuery& wanted, Faults& faults) {
  for (const std::string& id : list_of(value_of(query, "service_request_id"))) {
    const auto number = find_whole_in(id, kLargestNumber);
    // An id that is none leads nowhere, as one that does not exist.
    wanted.numbers.push_back(number.value_or(0));
  }
  if (wanted.numbers.size() > kMostListed) faults.push_back({400, "Bitte fragen Sie höchstens 200 Nummern auf einmal ab."});
}

}  // namespace

ReportQuery read_report_filter(const NamedValues& query, const ServiceCatalogue& catalogue, std::int64_t now, Faults& faults) {
  ReportQuery wanted;
  wanted.limit = kMost;
  read_numbers(query, wanted, faults);
  read_span(query, now, wanted, faults);
  wanted.service_codes = list_of(value_of(query, "service_code"));
  const bool is_known = std::all_of(wanted.service_codes.begin(), wanted.service_codes.end(), [&catalogue](const std::string& code) { return catalogue.find(code) != nullptr; });
  if (!is_known) faults.push_back({404, "Diese Art von Meldung (service_code) gibt es nicht. Die Arten stehen unter /services."});
  read_status(query, wanted, faults);
  wanted.updated_after = read_moment(query, "updated_after", faults);
  wanted.updated_before = read_moment(query, "updated_before", faults);
  wanted.agency = std::string(value_of(query, "agency_responsible"));
  read_page(query, wanted, faults);
  return wanted;
}

}  // namespace stadttor::city_server::open311
