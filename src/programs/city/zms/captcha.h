// Proof of work against programs that book (ALTCHA v2, SHA-256), and the token that who has proved it carries on (JSON Web Token,
// HS256). Nobody is asked to recognise anything, and nothing is asked of others. Secrets live as long as the program: what was given
// before its start is proved anew.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/json.h"
#include "foundation/result.h"
#include "programs/city/unix_clock.h"

namespace stadttor::city_server::zms {

// What a browser has to find out: with `nonce` and a counter as password, the derived key begins with `key_prefix`.
struct Challenge {
  std::string nonce, salt, key_prefix;  // hexadecimal
  int cost = 0;                         // hashes for each counter that is tried
  int key_length = 0;                   // bytes
  std::int64_t expires_at = 0;
};

// The key that belongs to a counter, hexadecimal.
Result<std::string> derived_key(const Challenge& challenge, std::uint32_t counter);

enum class TokenState : unsigned char { Sound, Missing, Invalid, Expired };
enum class ProofState : unsigned char { Proved, Wrong, Unreadable };

inline constexpr std::int64_t kTokenSeconds = 300;
inline constexpr std::int64_t kChallengeSeconds = 600;

class Captcha {
 public:
  static Result<Captcha> make(UnixClock now);

  // {"parameters": {...}, "signature"}
  Result<std::string> challenge_body();
  // `payload` is base64 of {"challenge", "solution"}. A challenge can be used once.
  Result<ProofState> check_proof(std::string_view payload);

  // For this client alone; what is in the token of its address, only this program can tell.
  Result<std::string> make_token(std::string_view client) const;
  Result<TokenState> check_token(std::string_view token, std::string_view client) const;

 private:
  struct Used {
    std::mutex mutex;
    std::map<std::string, std::int64_t> until_by_signature;
  };

  Captcha(std::string secret, UnixClock now) : secret_(std::move(secret)), now_(std::move(now)), used_(std::make_unique<Used>()) {}
  Result<std::string> signature_of(const Challenge& challenge) const;
  Result<std::string> client_mark(std::string_view client) const;
  bool use_once(const std::string& signature, std::int64_t until);

  std::string secret_;
  UnixClock now_;
  std::unique_ptr<Used> used_;
};

}  // namespace stadttor::city_server::zms
