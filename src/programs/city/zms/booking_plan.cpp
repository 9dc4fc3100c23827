#include "programs/city/zms/booking_plan.h"

#include <algorithm>

#include "city/hours_reading.h"
#include "foundation/json_reader.h"
#include "programs/city/site/file_text.h"

namespace stadttor::city_server::zms {

namespace {

namespace files = std::filesystem;

int small_number(JsonReader place, std::string_view name) { return static_cast<int>(std::clamp(place.number_or(name, 0), 0.0, 100'000.0)); }

std::int64_t id_of(JsonReader place) { return static_cast<std::int64_t>(place.required_number("id")); }

Asked asked_of(JsonReader place, std::string_view name) {
  const std::string text = place.optional_text(name);
  return text == "required" ? Asked::Required : text == "optional" ? Asked::Optional : Asked::None;
}

city::HoursException read_exception(JsonReader place) {
  const auto from = parse_date(place.required_text("from_date"));
  const auto to = parse_date(place.required_text("to_date"));
  if (!from || !to) place.report("from_date", "expected dates");
  city::HoursException exception{from.value_or(Date{}), to.value_or(Date{}), {}, {}};
  place.each("hours", [&exception](JsonReader span) { exception.hours.push_back(city::read_open_span(span)); });
  return exception;
}

Counter read_counter(JsonReader place) {
  Counter counter{place.required_text("id"), {}, {}};
  if (place.has("hours")) counter.hours = city::read_weekly_hours(place);
  if (place.has("services")) {
    counter.services.emplace();
    place.each("services", [&counter](JsonReader id) { counter.services->push_back(static_cast<std::int64_t>(id.as_number())); });
  }
  return counter;
}

void read_rules(JsonReader place, Office& office) {
  office.slot_minutes = small_number(place, "slot_minutes");
  // Nothing can be counted in steps of no length.
  if (office.slot_minutes < 1) place.report("slot_minutes", "expected a number of minutes");
  office.book_ahead_days = small_number(place, "book_ahead_days");
  office.notice_minutes = small_number(place, "notice_minutes");
  office.reservation_minutes = std::max(1, small_number(place, "reservation_minutes"));
  office.activation_minutes = small_number(place, "activation_minutes");
  office.slots_per_appointment = small_number(place, "slots_per_appointment");
  office.appointments_per_mail = small_number(place, "appointments_per_mail");
  office.email = asked_of(place, "email");
  office.telephone = asked_of(place, "telephone");
  office.is_captcha_required = place.flag_or("captcha", false);
  office.information = place.optional_text("information");
  office.hint = place.optional_text("hint");
  place.each("further_fields", [&office](JsonReader field) { office.further_fields.push_back({field.required_text("label"), field.flag_or("required", false)}); });
}

Office read_office(JsonReader place) {
  Office office;
  office.id = id_of(place);
  office.catalogue_id = place.required_text("office");
  office.name = place.required_text("name");
  office.short_name = place.text_or("short_name", office.name);
  office.number_prefix = place.optional_text("number_prefix");
  office.street = place.optional_text("street");
  office.town = place.optional_text("town");
  office.addition = place.optional_text("addition");
  office.phone = place.optional_text("phone");
  office.sender = place.optional_text("sender");
  office.latitude = text_from_number(place.number_or("latitude", 0));
  office.longitude = text_from_number(place.number_or("longitude", 0));
  read_rules(place, office);
  office.hours = city::read_weekly_hours(place);
  place.each("exceptions", [&office](JsonReader exception) { office.exceptions.push_back(read_exception(exception)); });
  place.each("counters", [&office](JsonReader counter) { office.counters.push_back(read_counter(counter)); });
  place.each("services", [&office](JsonReader service) {
    office.services.push_back({id_of(service), std::max(1, small_number(service, "slots")), small_number(service, "most")});
  });
  return office;
}

template <class Things>
auto find_by_id(const Things& things, std::int64_t id) {
  const auto found = std::find_if(things.begin(), things.end(), [id](const auto& thing) { return thing.id == id; });
  return found == things.end() ? nullptr : &*found;
}

}  // namespace

const OfferedService* Office::find_service(std::int64_t service_id) const { return find_by_id(services, service_id); }

const Office* BookingPlan::find_office(std::int64_t id) const { return find_by_id(offices, id); }

const Service* BookingPlan::find_service(std::int64_t id) const { return find_by_id(services, id); }

Result<BookingPlan> parse_booking_plan(const std::string& text, const std::string& where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(text, where));
  JsonReader root = document.root();
  BookingPlan plan{root.required_text("city"), root.optional_text("ars"), root.required_text("time_zone"), {}, {}};
  root.each("services", [&plan](JsonReader place) {
    plan.services.push_back({id_of(place), place.required_text("service"), place.required_text("name"), std::max(1, small_number(place, "most")), place.flag_or("alone", false)});
  });
  root.each("offices", [&plan](JsonReader place) { plan.offices.push_back(read_office(place)); });
  TRY(document.finish());
  return plan;
}

Result<std::optional<BookingPlan>> booking_plan_from_site(const files::path& site) {
  // A manifest that cannot be read has been named by whoever serves it.
  Result<JsonDocument> manifest = JsonDocument::parse(find_file_text(site / "daten" / "portal.json").value_or("{}"), "portal.json");
  const std::string version = manifest.ok() ? manifest.value().root().optional_text("version") : "";
  const files::path file = site / "daten" / version / "termine.json";
  const std::optional<std::string> text = version.empty() ? std::nullopt : find_file_text(file);
  if (!text) return std::optional<BookingPlan>();
  TRY_ASSIGN(BookingPlan plan, parse_booking_plan(*text, file.string()));
  return std::optional<BookingPlan>(std::move(plan));
}

}  // namespace stadttor::city_server::zms
