#include "programs/city/authority/clerk_command.h"

#include <algorithm>
#include <cstdio>

#include "programs/city/authority/clerk_accounts.h"
#include "programs/city/authority/inbox_schema.h"
#include "programs/city/authority/password_entry.h"

namespace stadttor::city_server::authority {
namespace {

constexpr std::size_t kLongestName = 100;
constexpr std::size_t kShortestPassword = 12;
constexpr std::size_t kLongestPassword = 200;  // as the login's field

Error refused(const std::string& where, std::string detail) { return {ErrorKind::MalformedData, where, std::move(detail), NextStep::CorrectInput}; }

Outcome list_clerks(Connection& connection) {
  TRY_ASSIGN(const std::vector<std::string> names, read_clerks(connection));
  for (const std::string& name : names) std::printf("%s\n", name.c_str());
  if (names.empty()) std::fprintf(stderr, "city: no accounts; make one with: city clerk add NAME\n");
  return Done{};
}

Outcome set_password(Connection& connection, const std::string& name) {
  TRY_ASSIGN(Secret password, ask_for_new_password(name));
  const std::string problem = problem_of_password(password.reveal<"its length is checked">(), name);
  if (!problem.empty()) return refused("password", problem);
  return set_clerk(connection, name, password);
}

}  // namespace

std::string problem_of_clerk_name(const std::string& name) {
  if (name.empty() || name.size() > kLongestName) return "a name has 1 to 100 bytes";
  const bool has_control = std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
  // The login page trims what is entered, so such an account could never be used.
  if (has_control || name.front() == ' ' || name.back() == ' ') return "a name has no control characters, and no space at its ends";
  return {};
}

std::string problem_of_password(std::string_view password, const std::string& name) {
  if (password.size() < kShortestPassword) return "too short; a password has at least 12 bytes, better are five words";
  if (password.size() > kLongestPassword) return "too long; a password has at most 200 bytes";
  if (password.front() == ' ' || password.back() == ' ') return "begins or ends with a space, which the login page leaves out";
  return password == name ? "is the account's name" : "";
}

Outcome run_clerk_command(ClerkTask task, const std::string& name, const std::filesystem::path& database) {
  TRY_ASSIGN(Connection connection, Connection::open(database, inbox_schema()));
  if (task == ClerkTask::List) return list_clerks(connection);
  if (const std::string problem = problem_of_clerk_name(name); !problem.empty()) return refused("clerk", problem);
  if (task == ClerkTask::Remove) return remove_clerk(connection, name);
  TRY_ASSIGN(const std::optional<std::string> known, find_account_mark(connection, name));
  if (task == ClerkTask::Add && known) return refused(name, "has an account already; a new password: city clerk password NAME");
  if (task == ClerkTask::ChangePassword && !known) return refused(name, "has no account; make one with: city clerk add NAME");
  return set_password(connection, name);
}

}  // namespace stadttor::city_server::authority
