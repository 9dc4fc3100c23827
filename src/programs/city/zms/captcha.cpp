#include "programs/city/zms/captcha.h"

#include <algorithm>

#include "foundation/json_reader.h"
#include "foundation/json_writer.h"
#include "platform/native/openssl_primitives.h"
#include "platform/native/secure_random_native.h"
#include "programs/city/zms/constant_time.h"
#include "protocols/jose/base64url.h"
#include "protocols/zms/lenient_reading.h"

namespace stadttor::city_server::zms {

namespace {

using protocols::jose::base64url_from_bytes;
using protocols::jose::parse_base64url;

// Together some 20,000 to 40,000 hashes: about a second on an old phone, whose browser makes them one by one. The counter is chosen
// here, so that nobody is unlucky: a prefix of half the key has one answer.
constexpr int kCost = 100;
constexpr std::uint32_t kFewestTries = 200;
constexpr std::uint32_t kMostTries = 400;
constexpr int kKeyLength = 32;
constexpr std::size_t kLongestPayload = 8192;

std::string hex_from_bytes(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    text.push_back(kDigits[value >> 4U]);
    text.push_back(kDigits[value & 15U]);
  }
  return text;
}

std::optional<std::string> parse_hex(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; };
  if (text.size() % 2 != 0) return {};
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const int high = digit(text[i]);
    const int low = digit(text[i + 1]);
    if (high < 0 || low < 0) return {};
    bytes.push_back(static_cast<char>(high * 16 + low));
  }
  return bytes;
}

void write_parameters(JsonWriter& json, const Challenge& challenge) {
  json.begin_object().member("algorithm", "SHA-256").member("nonce", challenge.nonce).member("salt", challenge.salt);
  json.name("cost").number(challenge.cost).name("keyLength").number(challenge.key_length).member("keyPrefix", challenge.key_prefix);
  json.name("expiresAt").number(challenge.expires_at).end_object();
}

Challenge challenge_from(const JsonValue& parameters) {
  using namespace protocols::zms;
  Challenge challenge;
  challenge.nonce = read_text(parameters, "nonce");
  challenge.salt = read_text(parameters, "salt");
  challenge.key_prefix = read_text(parameters, "keyPrefix");
  challenge.cost = static_cast<int>(std::clamp<std::int64_t>(read_whole(parameters, "cost"), 0, 1'000'000));
  challenge.key_length = static_cast<int>(std::clamp<std::int64_t>(read_whole(parameters, "keyLength"), 0, 64));
  challenge.expires_at = read_whole(parameters, "expiresAt");
  return challenge;
}

// Browsers write base64 with either alphabet, and with padding or without.
std::optional<std::string> parse_any_base64(std::string_view text) {
  std::string url(text.substr(0, text.find('=')));
  std::replace(url.begin(), url.end(), '+', '-');
  std::replace(url.begin(), url.end(), '/', '_');
  return parse_base64url(url);
}

std::uint32_t number_between(std::string_view random, std::uint32_t fewest, std::uint32_t most) {
  const auto byte = [random](std::size_t at) { return static_cast<std::uint32_t>(static_cast<unsigned char>(random[at])); };
  return fewest + (byte(0) * 256 + byte(1)) % (most - fewest + 1);
}

Result<std::string> sha256(std::string_view bytes) { return platform::hash_of(platform::HashKind::Sha256, bytes); }

}  // namespace

Result<std::string> derived_key(const Challenge& challenge, std::uint32_t counter) {
  const std::optional<std::string> nonce = parse_hex(challenge.nonce);
  const std::optional<std::string> salt = parse_hex(challenge.salt);
  if (!nonce || !salt || challenge.cost < 1) return Error{ErrorKind::MalformedData, "challenge", "expected hexadecimal nonce and salt", NextStep::TryAgain};
  std::string bytes = *salt + *nonce;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes.push_back(static_cast<char>(counter >> shift & 255U));
  for (int i = 0; i < challenge.cost; ++i) {
    TRY_ASSIGN(bytes, sha256(bytes));
  }
  return hex_from_bytes(bytes.substr(0, static_cast<std::size_t>(std::max(0, challenge.key_length))));
}

Result<Captcha> Captcha::make(UnixClock now) {
  platform::NativeSecureRandom random;
  TRY_ASSIGN(std::string secret, random.bytes(32));
  return Captcha(std::move(secret), std::move(now));
}

Result<std::string> Captcha::signature_of(const Challenge& challenge) const {
  JsonWriter json;
  write_parameters(json, challenge);
  TRY_ASSIGN(const std::string signature, platform::hmac_sha256(secret_, "altcha " + json.take()));
  return hex_from_bytes(signature);
}

Result<std::string> Captcha::challenge_body() {
  platform::NativeSecureRandom random;
  TRY_ASSIGN(const std::string bytes, random.bytes(46));
  Challenge challenge{hex_from_bytes(bytes.substr(0, 32)), hex_from_bytes(bytes.substr(32, 12)), {}, kCost, kKeyLength, now_() + kChallengeSeconds};
  TRY_ASSIGN(const std::string key, derived_key(challenge, number_between(bytes.substr(44), kFewestTries, kMostTries)));
  challenge.key_prefix = key.substr(0, kKeyLength);
  TRY_ASSIGN(const std::string signature, signature_of(challenge));
  JsonWriter json;
  write_parameters(json, challenge);
  std::string parameters = json.take();
  // What other algorithms would need.
  parameters.insert(parameters.size() - 1, R"(,"keySignature":null,"memoryCost":null,"parallelism":null,"data":null)");
  return R"({"parameters":)" + parameters + R"(,"signature":")" + signature + "\"}";
}

bool Captcha::use_once(const std::string& signature, std::int64_t until) {
  const std::lock_guard<std::mutex> lock(used_->mutex);
  auto& used = used_->until_by_signature;
  for (auto at = used.begin(); at != used.end();) at = at->second < now_() ? used.erase(at) : std::next(at);
  return used.emplace(signature, until).second;
}

Result<ProofState> Captcha::check_proof(std::string_view payload) {
  if (payload.size() > kLongestPayload) return ProofState::Unreadable;
  const std::optional<std::string> text = parse_any_base64(payload);
  if (!text) return ProofState::Unreadable;
  Result<JsonDocument> document = JsonDocument::parse(*text, "payload");
  if (!document.ok()) return ProofState::Unreadable;
  const JsonValue json = document.value().root().as_value();
  const JsonValue& given = protocols::zms::read_member(json, "challenge");
  const JsonValue& solution = protocols::zms::read_member(json, "solution");
  const Challenge challenge = challenge_from(protocols::zms::read_member(given, "parameters"));
  TRY_ASSIGN(const std::string signature, signature_of(challenge));
  if (!equals_in_constant_time(signature, protocols::zms::read_text(given, "signature")) || challenge.expires_at < now_()) return ProofState::Wrong;
  // Signed here, so from here on it is what we have asked.
  const std::int64_t counter = protocols::zms::read_whole(solution, "counter");
  if (counter < 0 || counter > kMostTries) return ProofState::Wrong;
  TRY_ASSIGN(const std::string key, derived_key(challenge, static_cast<std::uint32_t>(counter)));
  const bool is_proved = key.compare(0, challenge.key_prefix.size(), challenge.key_prefix) == 0;
  return is_proved && use_once(signature, challenge.expires_at) ? ProofState::Proved : ProofState::Wrong;
}

Result<std::string> Captcha::client_mark(std::string_view client) const {
  TRY_ASSIGN(const std::string mark, platform::hmac_sha256(secret_, "client " + std::string(client)));
  return base64url_from_bytes(mark.substr(0, 12));
}

Result<std::string> Captcha::make_token(std::string_view client) const {
  TRY_ASSIGN(const std::string mark, client_mark(client));
  JsonWriter json;
  json.begin_object().member("ip", mark).name("iat").number(now_()).name("exp").number(now_() + kTokenSeconds).end_object();
  std::string token = base64url_from_bytes(R"({"alg":"HS256","typ":"JWT"})") + "." + base64url_from_bytes(json.take());
  TRY_ASSIGN(const std::string signature, platform::hmac_sha256(secret_, token));
  return token + "." + base64url_from_bytes(signature);
}

Result<TokenState> Captcha::check_token(std::string_view token, std::string_view client) const {
  if (token.empty()) return TokenState::Missing;
  const std::size_t first = token.find('.');
  const std::size_t second = token.rfind('.');
  if (first == std::string_view::npos || second == first) return TokenState::Invalid;
  TRY_ASSIGN(const std::string signature, platform::hmac_sha256(secret_, token.substr(0, second)));
  // Whatever algorithm the header names: there is one.
  if (!equals_in_constant_time(base64url_from_bytes(signature), token.substr(second + 1))) return TokenState::Invalid;
  const std::optional<std::string> payload = parse_base64url(token.substr(first + 1, second - first - 1));
  Result<JsonDocument> document = JsonDocument::parse(payload.value_or(""), "token");
  if (!document.ok()) return TokenState::Invalid;
  const JsonValue json = document.value().root().as_value();
  TRY_ASSIGN(const std::string mark, client_mark(client));
  if (protocols::zms::read_text(json, "ip") != mark) return TokenState::Invalid;
  return protocols::zms::read_whole(json, "exp") > now_() ? TokenState::Sound : TokenState::Expired;
}

}  // namespace stadttor::city_server::zms
