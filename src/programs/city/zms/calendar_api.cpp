// GET /available-calendar/: days on which all that is wanted can be done in one visit, and the times of a shorter span.
#include <algorithm>
#include <map>

#include "programs/city/zms/desk_json.h"
#include "programs/city/zms/wanted_visit.h"

namespace stadttor::city_server::zms {

namespace {

struct Span {
  Date from, until;

  bool holds(const Date& date) const { return from <= date && date <= until; }
};

struct CalendarQuestion {
  Span days, slots;
  std::vector<const Office*> offices;
  std::vector<Visit> visits;  // as many
};

// Both or an error for each that is missing or no date.
Span read_span(const NamedValues& query, const char* from_name, const char* until_name, ErrorCode wrong_from, ErrorCode wrong_until, Errors& errors) {
  const auto from = parse_date(value_of(query, from_name));
  const auto until = parse_date(value_of(query, until_name));
  if (!from) errors.push_back(wrong_from);
  if (!until) errors.push_back(wrong_until);
  return {from.value_or(Date{}), until.value_or(Date{})};
}

Span read_slot_span(const NamedValues& query, const Span& days, Errors& errors) {
  Span slots = days;
  if (const std::string_view text = value_of(query, "slotsStartDate"); !text.empty()) {
    const auto date = parse_date(text);
    if (!date) errors.push_back(ErrorCode::InvalidSlotsStartDate);
    slots.from = date.value_or(days.from);
  }
  if (const std::string_view text = value_of(query, "slotsEndDate"); !text.empty()) {
    const auto date = parse_date(text);
    if (!date) errors.push_back(ErrorCode::InvalidSlotsEndDate);
    slots.until = date.value_or(days.until);
  }
  if (errors.empty() && slots.until < slots.from) errors.push_back(ErrorCode::SlotsStartDateAfterEndDate);
  return slots;
}

void read_offices(const BookingPlan& plan, const std::vector<std::int64_t>& ids, const std::vector<WantedService>& wanted, CalendarQuestion& question, Errors& errors) {
  for (const std::int64_t id : ids) {
    const Office* office = plan.find_office(id);
    if (office == nullptr) return errors.push_back(ErrorCode::ProviderNotFound);
    if (std::find(question.offices.begin(), question.offices.end(), office) != question.offices.end()) continue;
    const std::optional<Visit> visit = find_visit(plan, *office, wanted, errors);
    if (!visit) return;
    question.offices.push_back(office);
    question.visits.push_back(*visit);
  }
}

CalendarQuestion read_question(const BookingPlan& plan, const NamedValues& query, Errors& errors) {
  CalendarQuestion question;
  question.days = read_span(query, "startDate", "endDate", ErrorCode::InvalidStartDate, ErrorCode::InvalidEndDate, errors);
  if (errors.empty() && question.days.until < question.days.from) errors.push_back(ErrorCode::InvalidEndDate);
  const auto offices = find_ids(value_of(query, "officeIds"));
  const auto services = find_ids(value_of(query, "serviceIds"));
  const auto counts = find_counts(value_of(query, "serviceCounts"));
  if (!offices) errors.push_back(ErrorCode::InvalidOfficeId);
  if (!services) errors.push_back(ErrorCode::InvalidServiceId);
  if (!counts) errors.push_back(ErrorCode::InvalidServiceCount);
  question.slots = read_slot_span(query, question.days, errors);
  if (errors.empty() && services->size() != counts->size()) errors.push_back(ErrorCode::MismatchedArrays);
  if (errors.empty()) read_offices(plan, *offices, wanted_services(*services, *counts), question, errors);
  return question;
}

// Times by date and office (its place in the question), over all that can be booked: the days before and after are told, too.
using FreeTimes = std::map<long, std::map<std::size_t, std::vector<Moment>>>;

// The part of `taken` that begins on a day; nothing lasts beyond it. What begins earlier comes first there.
std::vector<TakenTime> taken_on(const Date& date, const std::vector<TakenTime>& taken, const WallClock& clock) {
  const auto begins_before = [](const TakenTime& one, Moment moment) { return one.time.begins < moment; };
  const auto first = std::lower_bound(taken.begin(), taken.end(), clock.moment_at(date, {}), begins_before);
  return {first, std::lower_bound(first, taken.end(), clock.moment_at(day_after(date), {}), begins_before)};
}

Result<FreeTimes> find_free_times(AppointmentDesk& desk, const CalendarQuestion& question) {
  FreeTimes free;
  for (std::size_t i = 0; i < question.offices.size(); ++i) {
    const Office& office = *question.offices[i];
    const BookingWindow window = booking_window(office, desk.now(), desk.clock);
    const Stretch whole{desk.clock.moment_at(window.from, {}), desk.clock.moment_at(day_after(window.until), {})};
    TRY_ASSIGN(const std::vector<TakenTime> taken, taken_times(desk.connection, office.id, whole));
    for (Date date = window.from; date <= window.until; date = day_after(date)) {
      std::vector<Moment> times = free_times(office, question.visits[i], date, window.earliest, taken_on(date, taken, desk.clock), desk.clock);
      if (!times.empty()) free[days_since_epoch(date)][i] = std::move(times);
    }
  }
  return free;
}

OrderedJson date_or_null(FreeTimes::const_iterator at, const FreeTimes& free) { return at == free.end() ? OrderedJson(nullptr) : OrderedJson(text_from_date(date_from_days(at->first))); }

OrderedJson day_json(const CalendarQuestion& question, const Date& date, const std::map<std::size_t, std::vector<Moment>>& times) {
  std::string provider_ids;
  OrderedJson offices = OrderedJson::array();
  for (const auto& [index, moments] : times) {
    const std::string id = std::to_string(question.offices[index]->id);
    provider_ids.append(provider_ids.empty() ? "" : ",").append(id);
    if (question.slots.holds(date)) offices.push_back({{"officeId", id}, {"appointments", moments}});
  }
  return {{"date", text_from_date(date)}, {"providerIDs", provider_ids}, {"offices", std::move(offices)}};
}

Result<Answer> calendar_answer(AppointmentDesk& desk, const AskedCall& asked) {
  Errors errors;
  const CalendarQuestion question = read_question(desk.plan, asked.request.query, errors);
  if (!errors.empty()) return error_answer(errors);
  TRY_ASSIGN(const std::optional<ErrorCode> captcha, find_captcha_error(desk, question.offices, value_of(asked.request.query, "captchaToken"), asked.request.client_address));
  if (captcha) return error_answer({*captcha});
  TRY_ASSIGN(const FreeTimes free, find_free_times(desk, question));
  const auto first_within = free.lower_bound(days_since_epoch(question.slots.from));
  OrderedJson json = {{"startDate", text_from_date(question.days.from)},
                      {"endDate", text_from_date(question.days.until)},
                      {"slotsStartDate", text_from_date(question.slots.from)},
                      {"slotsEndDate", text_from_date(question.slots.until)},
                      {"prevBookableDate", first_within == free.begin() ? OrderedJson(nullptr) : date_or_null(std::prev(first_within), free)},
                      {"nextBookableDate", date_or_null(free.upper_bound(days_since_epoch(question.slots.until)), free)},
                      {"availableDays", OrderedJson::array()}};
  const auto end = free.upper_bound(days_since_epoch(question.days.until));
  for (auto at = free.lower_bound(days_since_epoch(question.days.from)); at != end; ++at) {
    json["availableDays"].push_back(day_json(question, date_from_days(at->first), at->second));
  }
  return json_answer(text_of(json));
}

}  // namespace

std::vector<DeskRoute> calendar_routes() { return {{"GET", "/available-calendar/", calendar_answer}}; }

}  // namespace stadttor::city_server::zms
