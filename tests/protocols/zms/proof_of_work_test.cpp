// The proof of work, against what altcha-lib computed; and what is sent back of it.
#include "protocols/zms/proof_of_work.h"

#include "protocols/jose/base64url.h"
#include "support/later_answers.h"
#include "support/wycheproof.h"

using namespace stadttor;
using namespace stadttor::protocols::zms;
using Json = nlohmann::json;

namespace {

std::string hexadecimal(const std::string& bytes) {
  std::string text;
  char digits[3];
  for (const char byte : bytes) {
    std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned>(static_cast<unsigned char>(byte)));
    text += digits;
  }
  return text;
}

Json challenge_json() {
  return {{"parameters", {{"algorithm", "SHA-256"}, {"nonce", "5808c72a"}, {"salt", "d065"}, {"cost", 2}, {"keyLength", 32}, {"keyPrefix", "0"}, {"expiresAt", 1778916660}}}, {"signature", "sig"}};
}

}  // namespace

TEST_SUITE("protocols") {
  TEST_CASE("the smallest counter that solves a puzzle is the one that altcha-lib finds") {
    const Json vectors = testing::vectors_in("zms/altcha-v2-vectors.json");
    if (vectors.is_null()) return;
    for (const Json& vector : vectors) {
      testing::Workshop shop;
      const auto challenge = parse_challenge(Json{{"parameters", vector["parameters"]}, {"signature", "s"}}.dump(), "test");
      if (!CHECK(challenge.ok())) return;
      const auto solution = shop.answer<platform::PuzzleSolution>([&](auto callback) { shop.cryptography.solve_puzzle(challenge.value().puzzle, callback); });
      if (!CHECK(solution.ok())) return;
      CHECK(solution.value().counter == vector["counter"].get<std::uint32_t>());
      CHECK(hexadecimal(solution.value().key) == vector["derivedKey"].get<std::string>());
    }
  }

  TEST_CASE("a puzzle is worked on in slices: what else waits gets its turn") {
    testing::Workshop shop;
    int turns = 0;
    std::function<void()> other = [&] {
      if (++turns < 50) shop.loop.post(other);
    };
    int turns_when_solved = 0;
    shop.loop.post(other);
    shop.cryptography.solve_puzzle({"nonce", "salt", 200, "00", 32}, [&](Result<platform::PuzzleSolution> solution) {
      CHECK(solution.ok());
      turns_when_solved = turns;
    });
    shop.loop.run();
    CHECK(turns_when_solved > 1);
  }

  TEST_CASE("the challenge goes back as it came, with what solves it") {
    const auto challenge = parse_challenge(challenge_json().dump(), "test");
    if (!CHECK(challenge.ok())) return;
    const Json body = Json::parse(body_from_solution(challenge.value(), {7, std::string("\x00\xff", 2), 12}));
    std::string payload = body["payload"];
    CHECK(payload.size() % 4 == 0);
    while (!payload.empty() && payload.back() == '=') payload.pop_back();
    for (char& letter : payload) letter = letter == '+' ? '-' : letter == '/' ? '_' : letter;
    const auto decoded = protocols::jose::parse_base64url(payload);
    if (!CHECK(decoded)) return;
    const Json sent = Json::parse(*decoded);
    CHECK(sent["challenge"] == challenge_json());
    CHECK(sent["solution"] == Json{{"counter", 7}, {"derivedKey", "00ff"}, {"time", 12}});
  }

  TEST_CASE("work of another kind, work for minutes, and no work at all are refused") {
    const auto kind_of = [](const char* name, Json value) {
      Json json = challenge_json();
      json["parameters"][name] = std::move(value);
      return testing::error_of(parse_challenge(json.dump(), "test"));
    };
    CHECK(kind_of("algorithm", "ARGON2ID") == ErrorKind::NotSupported);
    CHECK(kind_of("keyPrefix", "0000000") == ErrorKind::NotSupported);
    CHECK(kind_of("cost", 0) == ErrorKind::MalformedData);
    CHECK(kind_of("nonce", "not hexadecimal") == ErrorKind::MalformedData);
    CHECK(kind_of("keyLength", 33) == ErrorKind::MalformedData);
    CHECK(testing::error_of(parse_challenge("<html>", "test")) == ErrorKind::MalformedData);
  }

  TEST_CASE("a prefix with one answer is work that its server has measured out") {
    Json json = challenge_json();
    json["parameters"]["keyPrefix"] = "81fe55b3d296295a81fe55b3d296295a";
    CHECK(parse_challenge(json.dump(), "test").ok());
  }

  TEST_CASE("who finds no answer gives up") {
    testing::Workshop shop;
    int answers = 0;
    shop.cryptography.solve_puzzle({"nonce", "salt", 60'000'000, "81fe55b3d296295a", 32}, [&](Result<platform::PuzzleSolution> solution) {
      ++answers;
      CHECK_FALSE(solution.ok());
    });
    shop.loop.run();
    CHECK(answers == 1);
  }

  TEST_CASE("an answer without a token is a refusal") {
    CHECK(parse_verification(R"({"meta":{"success":true},"token":"abc"})", "test").ok());
    CHECK(testing::error_of(parse_verification(R"({"meta":{"success":false,"error":"expired"}})", "test")) == ErrorKind::ServerRefused);
  }
}
