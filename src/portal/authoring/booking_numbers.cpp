#include "portal/authoring/booking_numbers.h"

#include <cstdlib>
#include <map>

#include "portal/authoring/content_reading.h"

namespace stadttor::portal::authoring {

namespace {

using Numbers = std::map<std::string, std::int64_t>;

std::int64_t number_of(const Json& place) {
  const Json& number = member_of(place, "zms");
  return number.is_number_integer() ? number.get<std::int64_t>() : std::atoll(text_of(place, "zms").c_str());
}

// Wherever an entry says which of the catalogue's it is, beside its own number; of several the first counts.
void collect(const Json& place, const char* member, Numbers& numbers) {
  const std::string id = text_of(place, member);
  if (!id.empty() && number_of(place) > 0) numbers.emplace(id, number_of(place));
  for (const Json& part : place) {
    if (part.is_structured()) collect(part, member, numbers);
  }
}

void add_numbers(const Json& appointments, const char* member, Json& entries) {
  Numbers numbers;
  collect(appointments, member, numbers);
  for (Json& entry : entries) {
    const auto found = numbers.find(text_of(entry, "id"));
    if (found != numbers.end()) entry["zms"] = found->second;
  }
}

std::string interface_of(const PackSource& source) { return text_of(member_of(source.manifest, "appointments"), "api"); }

}  // namespace

bool books_appointments(const PackSource& source) { return !interface_of(source).empty() && source.appointments.content.is_object(); }

void add_booking_numbers(const PackSource& source, Json& start) {
  if (!books_appointments(source)) return;
  start["appointments"] = {{"api", interface_of(source)}};
  add_numbers(source.appointments.content, "service", start["services"]);
  add_numbers(source.appointments.content, "office", start["offices"]);
}

}  // namespace stadttor::portal::authoring
