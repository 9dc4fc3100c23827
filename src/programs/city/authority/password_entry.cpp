#include "programs/city/authority/password_entry.h"

#include <termios.h>
#include <unistd.h>

#include <cstdio>

namespace stadttor::city_server::authority {
namespace {

// What is typed is not shown as long as this lives.
class SilentTerminal {
 public:
  SilentTerminal() : is_changed_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    if (is_changed_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  SilentTerminal(const SilentTerminal&) = delete;
  SilentTerminal& operator=(const SilentTerminal&) = delete;
  ~SilentTerminal() {
    if (is_changed_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }

 private:
  termios before_{};
  bool is_changed_;
};

// Without its end; nothing at the end of the input. Byte by byte, so that no buffer of the C library keeps a copy.
Result<Secret> read_line() {
  constexpr std::size_t kLongest = 1000;
  std::string line;
  line.reserve(kLongest);
  char byte = 0;
  while (line.size() < kLongest && ::read(STDIN_FILENO, &byte, 1) == 1 && byte != '\n') line.push_back(byte);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  if (line.empty()) return Error{ErrorKind::MalformedData, "password", "nothing was entered; the account is as it was", NextStep::CorrectInput};
  return Secret(std::move(line));
}

Result<Secret> asked(const char* question, const std::string& name) {
  std::fprintf(stderr, "%s %s: ", question, name.c_str());
  const SilentTerminal silent;
  Result<Secret> line = read_line();
  std::fprintf(stderr, "\n");
  return line;
}

}  // namespace

Result<Secret> ask_for_new_password(const std::string& name) {
  if (::isatty(STDIN_FILENO) == 0) return read_line();
  TRY_ASSIGN(Secret first, asked("New password for", name));
  TRY_ASSIGN(const Secret second, asked("Once more for", name));
  if (first.reveal<"held against the second entry">() == second.reveal<"held against the first entry">()) return Result<Secret>(std::move(first));
  return Error{ErrorKind::MalformedData, "password", "the two entries differ; the account is as it was", NextStep::CorrectInput};
}

}  // namespace stadttor::city_server::authority
