#include "programs/city/zms/outgoing_box.h"

#include <fstream>

#include "programs/city/utc_time.h"

namespace stadttor::city_server::zms {

namespace {

namespace files = std::filesystem;

// Nothing that came from outside may begin a field of its own.
std::string one_line(std::string text) {
  for (char& letter : text) {
    if (static_cast<unsigned char>(letter) < 0x20) letter = ' ';
  }
  return text;
}

}  // namespace

Outcome OutgoingBox::put(std::int64_t process_id, const Mail& mail) const {
  std::error_code failure;
  files::create_directories(folder_, failure);
  files::permissions(folder_, files::perms::owner_all, failure);
  const files::path file = folder_ / (std::to_string(process_id) + "-" + mail.kind + ".eml");
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream << "Date: " << http_date_now() << "\nFrom: " << one_line(mail.from) << "\nTo: " << one_line(mail.to) << "\nSubject: " << one_line(mail.subject)
         << "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
         << mail.text;
  stream.close();
  if (stream) return Done{};
  return Error{ErrorKind::StorageFull, folder_.string(), "a mail could not be written", NextStep::TryAgain};
}

void OutgoingBox::remove(std::int64_t process_id) const {
  const std::string prefix = std::to_string(process_id) + "-";
  std::error_code failure;
  for (files::directory_iterator at(folder_, failure), end; !failure && at != end; at.increment(failure)) {
    std::error_code ignored;
    if (at->path().filename().string().compare(0, prefix.size(), prefix) == 0) files::remove(at->path(), ignored);
  }
}

}  // namespace stadttor::city_server::zms
