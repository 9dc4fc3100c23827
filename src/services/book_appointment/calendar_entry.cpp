#include "services/book_appointment/calendar_entry.h"

#include <cstdio>

#include "foundation/calendar.h"

namespace stadttor::services::book_appointment {

namespace {

constexpr std::size_t kLongestLine = 75;  // octets (RFC 5545, 3.1)

// "20261130T090500Z"
std::string utc_text(std::int64_t seconds) {
  const auto days = static_cast<long>(seconds / 86'400);
  const auto left = static_cast<int>(seconds % 86'400);
  const Date date = date_from_days(days);
  char text[40];
  std::snprintf(text, sizeof text, "%04d%02d%02dT%02d%02d%02dZ", date.year, date.month, date.day, left / 3600, left / 60 % 60, left % 60);
  return text;
}

std::string escaped(const std::string& text) {
  std::string result;
  for (const char letter : text) {
    if (letter == '\\' || letter == ';' || letter == ',') result.push_back('\\');
    if (letter == '\r') continue;
    letter == '\n' ? result.append("\\n") : result.append(1, letter);
  }
  return result;
}

bool continues_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U; }

// Folded so that no letter is torn apart.
void add_line(std::string& file, const std::string& line) {
  std::size_t begin = 0;
  while (begin < line.size()) {
    const std::size_t room = begin == 0 ? kLongestLine : kLongestLine - 1;
    std::size_t end = std::min(begin + room, line.size());
    while (end < line.size() && continues_letter(line[end])) --end;
    file.append(begin == 0 ? "" : " ").append(line, begin, end - begin).append("\r\n");
    begin = end;
  }
}

void add_alarm(std::string& file, const std::string& summary, const char* before) {
  add_line(file, "BEGIN:VALARM");
  add_line(file, "ACTION:DISPLAY");
  add_line(file, "DESCRIPTION:" + escaped(summary));
  add_line(file, std::string("TRIGGER:") + before);
  add_line(file, "END:VALARM");
}

}  // namespace

std::string calendar_file_from(const kept_data::Appointment& appointment, const CalendarFacts& facts) {
  std::string file;
  add_line(file, "BEGIN:VCALENDAR");
  add_line(file, "VERSION:2.0");
  add_line(file, "PRODID:-//Stadttor//Termine//DE");
  add_line(file, "METHOD:PUBLISH");
  add_line(file, "BEGIN:VEVENT");
  add_line(file, "UID:" + std::to_string(appointment.process_id) + "-" + std::to_string(appointment.begins) + "@" + facts.city + ".stadttor");
  add_line(file, "DTSTAMP:" + utc_text(facts.written_at / 1000));
  add_line(file, "DTSTART:" + utc_text(appointment.begins));
  add_line(file, "SUMMARY:" + escaped(facts.summary));
  add_line(file, "LOCATION:" + escaped(facts.location));
  add_line(file, "DESCRIPTION:" + escaped(facts.description));
  add_line(file, "STATUS:CONFIRMED");
  add_alarm(file, facts.summary, "-P1D");
  add_alarm(file, facts.summary, "-PT1H");
  add_line(file, "END:VEVENT");
  add_line(file, "END:VCALENDAR");
  return file;
}

}  // namespace stadttor::services::book_appointment
