#include "programs/city/keys/private_file.h"

#include <fcntl.h>
#include <unistd.h>

namespace stadttor::city_server {

namespace files = std::filesystem;

// Not through a stream, which would give it rights of its own.
Outcome write_file(const files::path& file, const std::string& text, mode_t rights) {
  std::error_code failure;
  files::remove(file, failure);
  const int handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, rights);
  const bool is_written = handle >= 0 && ::write(handle, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                          ::fsync(handle) == 0;
  if (handle >= 0) ::close(handle);
  if (is_written) return Done{};
  return Error{ErrorKind::StorageUnreadable, file.string(), "cannot be written; check the folder's owner and rights", NextStep::CorrectInput};
}

}  // namespace stadttor::city_server
