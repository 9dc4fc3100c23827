#include "programs/city/authority/clerk_accounts.h"

#include <openssl/crypto.h>

#include "platform/native/openssl_primitives.h"
#include "platform/native/secure_random_native.h"
#include "programs/city/database/statement.h"
#include "protocols/jose/base64url.h"

namespace stadttor::city_server::authority {
namespace {

using protocols::jose::base64url_from_bytes;

constexpr platform::Argon2Cost kCost{19 * 1024, 2, 1};
constexpr std::size_t kSaltSize = 16;

struct Proof {
  std::string salt;
  std::string bytes;
  platform::Argon2Cost cost;
  bool is_known = false;
};

Result<Proof> find_proof(Connection& connection, const std::string& name) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), "SELECT salt, proof, memory_kib, passes, lanes FROM clerk WHERE name = ?1"));
  TRY_ASSIGN(const Row row, query.bind(1, name).step());
  if (row == Row::NoMore) return Proof{std::string(kSaltSize, 's'), std::string(32, 'p'), kCost, false};
  const auto cost = [&query](int column) { return static_cast<std::uint32_t>(query.number(column)); };
  const auto bytes = [&query](int column) { return protocols::jose::parse_base64url(query.text(column)).value_or(std::string()); };
  return Proof{bytes(0), bytes(1), {cost(2), cost(3), cost(4)}, true};
}

}  // namespace

Outcome set_clerk(Connection& connection, const std::string& name, const Secret& password) {
  platform::NativeSecureRandom random;
  TRY_ASSIGN(const std::string salt, random.bytes(kSaltSize));
  TRY_ASSIGN(const Secret proof, platform::argon2id(password.reveal<"only its proof is kept">(), salt, kCost));
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement insertion, Statement::prepare(connection.handle(), R"(
    INSERT OR REPLACE INTO clerk (name, salt, proof, memory_kib, passes, lanes) VALUES (?1, ?2, ?3, ?4, ?5, ?6))"));
  return insertion.bind(1, name)
      .bind(2, base64url_from_bytes(salt))
      .bind(3, base64url_from_bytes(proof.reveal<"kept in the clerk's account">()))
      .bind(4, std::int64_t{kCost.memory_kib})
      .bind(5, std::int64_t{kCost.passes})
      .bind(6, std::int64_t{kCost.lanes})
      .run();
}

Result<bool> has_clerks(Connection& connection) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), "SELECT 1 FROM clerk LIMIT 1"));
  TRY_ASSIGN(const Row row, query.step());
  return row == Row::Present;
}

Result<std::vector<std::string>> read_clerks(Connection& connection) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), "SELECT name FROM clerk ORDER BY name"));
  std::vector<std::string> names;
  while (true) {
    TRY_ASSIGN(const Row row, query.step());
    if (row == Row::NoMore) return names;
    names.push_back(query.text(0));
  }
}

Outcome remove_clerk(Connection& connection, const std::string& name) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement deletion, Statement::prepare(connection.handle(), "DELETE FROM clerk WHERE name = ?1 RETURNING name"));
  TRY_ASSIGN(const Row row, deletion.bind(1, name).step());
  if (row == Row::NoMore) return Error{ErrorKind::NotFound, name, "there is no account of this name; city clerk list shows all", NextStep::CorrectInput};
  return deletion.run();
}

Result<std::optional<std::string>> find_account_mark(Connection& connection, const std::string& name) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), "SELECT salt FROM clerk WHERE name = ?1"));
  TRY_ASSIGN(const Row row, query.bind(1, name).step());
  if (row == Row::NoMore) return std::optional<std::string>();
  return std::optional<std::string>(query.text(0));
}

Result<LoginCheck> check_password(Connection& connection, const std::string& name, const Secret& password) {
  TRY_ASSIGN(const Proof kept, find_proof(connection, name));
  TRY_ASSIGN(const Secret proof, platform::argon2id(password.reveal<"held against the kept proof">(), kept.salt, kept.cost));
  const std::string_view bytes = proof.reveal<"held against the kept proof">();
  const bool is_same = bytes.size() == kept.bytes.size() && CRYPTO_memcmp(bytes.data(), kept.bytes.data(), bytes.size()) == 0;
  return is_same && kept.is_known ? LoginCheck::Right : LoginCheck::Wrong;
}

}  // namespace stadttor::city_server::authority
