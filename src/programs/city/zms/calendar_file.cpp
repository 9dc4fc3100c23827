#include "programs/city/zms/calendar_file.h"

#include "foundation/calendar.h"

namespace stadttor::city_server::zms {

namespace {

std::string two_digits(Moment number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// "20261224T070000Z": in UTC, so that no description of a zone has to travel along.
std::string utc_stamp(Moment moment) {
  const Moment seconds = moment % 86'400;
  std::string text;
  for (const char letter : text_from_date(date_from_days(static_cast<long>(moment / 86'400)))) {
    if (letter != '-') text.push_back(letter);
  }
  return text + "T" + two_digits(seconds / 3600) + two_digits(seconds / 60 % 60) + two_digits(seconds % 60) + "Z";
}

std::string escaped(const std::string& text) {
  std::string written;
  for (const char letter : text) {
    if (letter == '\n') {
      written.append("\\n");
    } else {
      if (letter == ',' || letter == ';' || letter == '\\') written.push_back('\\');
      written.push_back(letter);
    }
  }
  return written;
}

// Lines have 75 bytes at most; the rest follows after a blank, and no letter is cut in two.
void add_line(std::string& file, const std::string& line) {
  constexpr std::size_t kLongest = 75;
  std::size_t begin = 0;
  std::size_t room = kLongest;
  while (line.size() - begin > room) {
    std::size_t end = begin + room;
    while ((static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
    file.append(line, begin, end - begin).append("\r\n ");
    begin = end;
    room = kLongest - 1;
  }
  file.append(line, begin).append("\r\n");
}

std::string summary_of(const BookingPlan& plan, const AppointmentRecord& appointment) {
  std::string names;
  for (const WantedService& wanted : appointment.services) {
    const Service* service = plan.find_service(wanted.id);
    if (service == nullptr) continue;
    names.append(names.empty() ? "" : ", ").append(service->name);
    if (wanted.count > 1) names.append(" (").append(std::to_string(wanted.count)).append(")");
  }
  return names;
}

}  // namespace

std::string calendar_file_of(const BookingPlan& plan, const AppointmentRecord& appointment, Moment stamp) {
  const bool is_off = appointment.status == Status::Deleted && appointment.ending == Ending::Cancelled;
  const Office* office = plan.find_office(appointment.office_id);
  if (office == nullptr || !(is_off || appointment.status == Status::Confirmed)) return {};
  std::string file;
  add_line(file, "BEGIN:VCALENDAR");
  add_line(file, "VERSION:2.0");
  add_line(file, "PRODID:-//Stadttor//Termine//DE");
  add_line(file, is_off ? "METHOD:CANCEL" : "METHOD:PUBLISH");
  add_line(file, "BEGIN:VEVENT");
  add_line(file, "UID:termin-" + std::to_string(appointment.process_id) + "@" + (plan.ars.empty() ? "stadttor" : plan.ars) + ".invalid");
  add_line(file, "DTSTAMP:" + utc_stamp(stamp));
  add_line(file, "DTSTART:" + utc_stamp(appointment.place.time.begins));
  add_line(file, "DTEND:" + utc_stamp(appointment.place.time.ends));
  add_line(file, is_off ? "SEQUENCE:1" : "SEQUENCE:0");
  add_line(file, is_off ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
  add_line(file, "SUMMARY:" + escaped(office->name + ": " + summary_of(plan, appointment)));
  add_line(file, "LOCATION:" + escaped(office->name + ", " + office->street + ", " + office->town));
  add_line(file, "GEO:" + office->latitude + ";" + office->longitude);
  add_line(file, "DESCRIPTION:" + escaped("Ihre Nummer: " + appointment.number + (office->information.empty() ? "" : "\n" + office->information)));
  add_line(file, "END:VEVENT");
  add_line(file, "END:VCALENDAR");
  return file;
}

}  // namespace stadttor::city_server::zms
