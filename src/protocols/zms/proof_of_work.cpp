#include "protocols/zms/proof_of_work.h"

#include "foundation/json_reader.h"
#include "foundation/json_writer.h"
#include "protocols/jose/base64url.h"
#include "protocols/zms/lenient_reading.h"

namespace stadttor::protocols::zms {

namespace {

constexpr double kMostWork = 5e7;  // hashes, of all counters that have to be tried on average

bool is_hexadecimal(const std::string& text) { return text.find_first_not_of("0123456789abcdef") == std::string::npos; }

unsigned value_of(char digit) { return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10); }

std::string bytes_from(const std::string& hexadecimal) {
  std::string bytes;
  for (std::size_t at = 0; at + 1 < hexadecimal.size(); at += 2) bytes.push_back(static_cast<char>(value_of(hexadecimal[at]) << 4U | value_of(hexadecimal[at + 1])));
  return bytes;
}

std::string hexadecimal(const std::string& bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const char byte : bytes) {
    text.push_back(kDigits[static_cast<unsigned char>(byte) >> 4U]);
    text.push_back(kDigits[static_cast<unsigned char>(byte) & 15U]);
  }
  return text;
}

// Of a prefix that nobody finds by chance the server knows the counter, and has chosen a small one; who tries them gives up in
// time.
constexpr std::size_t kDigitsOfOneAnswer = 16;

double expected_work(const platform::HashPuzzle& puzzle) {
  if (puzzle.prefix.size() >= kDigitsOfOneAnswer) return puzzle.cost;
  double tries = 1;
  for (std::size_t digit = 0; digit < puzzle.prefix.size(); ++digit) tries *= 16;
  return tries * puzzle.cost;
}

// Base64 with fill characters (RFC 4648, section 4), which is what this interface wants.
std::string base64(const std::string& bytes) {
  std::string text = jose::base64url_from_bytes(bytes);
  for (char& letter : text) letter = letter == '-' ? '+' : letter == '_' ? '/' : letter;
  while (text.size() % 4 != 0) text.push_back('=');
  return text;
}

}  // namespace

Result<Challenge> parse_challenge(const std::string& body, const std::string& where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(body, where));
  const JsonValue json = document.root().as_value();
  const JsonValue& parameters = read_member(json, "parameters");
  const std::string algorithm = read_text(parameters, "algorithm");
  const std::string nonce = read_text(parameters, "nonce");
  const std::string salt = read_text(parameters, "salt");
  Challenge challenge;
  challenge.puzzle = {bytes_from(nonce), bytes_from(salt), static_cast<std::uint32_t>(read_whole(parameters, "cost")), read_text(parameters, "keyPrefix")};
  challenge.puzzle.key_size = static_cast<std::uint32_t>(read_whole(parameters, "keyLength"));
  challenge.expires_at = read_whole(parameters, "expiresAt");
  challenge.text = text_from_json(json);
  if (algorithm != "SHA-256") return Error{ErrorKind::NotSupported, where, "a proof of work of another kind", NextStep::ContactOffice};
  const platform::HashPuzzle& puzzle = challenge.puzzle;
  const bool is_whole = !puzzle.nonce.empty() && is_hexadecimal(nonce + salt + puzzle.prefix) && puzzle.cost > 0 && puzzle.key_size > 0 && puzzle.key_size <= 32 &&
                        puzzle.prefix.size() <= std::size_t{2} * puzzle.key_size;
  if (!is_whole) return Error{ErrorKind::MalformedData, where, "no proof of work that could be done", NextStep::TryAgain};
  if (expected_work(puzzle) > kMostWork) return Error{ErrorKind::NotSupported, where, "more work than a telephone should do", NextStep::ContactOffice};
  return challenge;
}

std::string body_from_solution(const Challenge& challenge, const platform::PuzzleSolution& solution) {
  std::string payload = R"({"challenge":)" + challenge.text + R"(,"solution":)";
  JsonWriter json;
  json.begin_object().name("counter").number(solution.counter).member("derivedKey", hexadecimal(solution.key)).name("time").number(solution.milliseconds).end_object();
  payload.append(json.take()).append("}");
  JsonWriter body;
  return body.begin_object().member("payload", base64(payload)).end_object().take();
}

Result<std::string> parse_verification(const std::string& body, const std::string& where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(body, where));
  std::string token = read_text(document.root().as_value(), "token");
  if (token.empty()) return Error{ErrorKind::ServerRefused, where, "the proof of work was not taken", NextStep::TryAgain};
  return token;
}

}  // namespace stadttor::protocols::zms
