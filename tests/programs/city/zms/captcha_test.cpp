#include "programs/city/zms/captcha.h"

#include "programs/city/zms/small_desk.h"
#include "protocols/jose/base64url.h"
#include "support/vectors.h"

namespace stadttor::city_server::zms {
namespace {

Challenge challenge_of(const Json& parameters) {
  return {parameters["nonce"], parameters["salt"], parameters["keyPrefix"], parameters["cost"], parameters["keyLength"], parameters["expiresAt"]};
}

// As a browser does it: from 0 on, until it fits.
Json solved(const Json& body) {
  const Challenge challenge = challenge_of(body["parameters"]);
  for (std::uint32_t counter = 0; counter < 2000; ++counter) {
    const std::string key = derived_key(challenge, counter).value();
    if (key.compare(0, challenge.key_prefix.size(), challenge.key_prefix) == 0) return {{"challenge", body}, {"solution", {{"counter", counter}, {"derivedKey", key}, {"time", 700}}}};
  }
  return {};
}

std::string payload_of(const Json& proof) { return protocols::jose::base64url_from_bytes(proof.dump()); }

}  // namespace

TEST_SUITE("programs/city/zms") {
  TEST_CASE("keys are derived as ALTCHA's own programs derive them, and no smaller counter fits") {
    if (testing::is_without_vectors("zms/altcha-v2-vectors.json")) return;
    const Json vectors = Json::parse(testing::text_of_file(testing::vectors_folder() / "zms/altcha-v2-vectors.json"), nullptr, false);
    for (const Json& vector : vectors) {
      const Challenge challenge = challenge_of(vector["parameters"]);
      CHECK(derived_key(challenge, vector["counter"]).value() == vector["derivedKey"]);
      // One vector is dear to solve; that it cannot be solved earlier is tried with the cheap ones.
      if (challenge.cost > 100) continue;
      CHECK(solved({{"parameters", vector["parameters"]}})["solution"]["counter"] == vector["counter"]);
    }
  }

  TEST_CASE("who proves some work gets a token, which opens days and times of the office that wants it") {
    SmallDesk desk;
    const std::string calendar = "/available-calendar/?startDate=2026-11-30&endDate=2026-11-30&officeIds=12&serviceIds=21&serviceCounts=1";
    CHECK(SmallDesk::error_in(desk.get(calendar)) == "captchaMissing");
    CHECK(SmallDesk::error_in(desk.reserve(kEight + 3600, {"21"}, {1}, 12)) == "captchaMissing");
    const Json challenge = desk.get("/captcha-challenge/");
    CHECK(challenge["parameters"]["algorithm"] == "SHA-256");
    CHECK(challenge["parameters"]["keySignature"].is_null());
    const Json verified = desk.post("/captcha-verify/", {{"payload", payload_of(solved(challenge))}});
    if (!CHECK(verified["data"]["valid"] == true)) return;
    const std::string token = verified["token"];
    const Json days = desk.get(calendar + "&captchaToken=" + token);
    CHECK(days["availableDays"][0]["offices"][0]["appointments"].size() == 4);
    CHECK(SmallDesk::error_in(desk.get(calendar + "&captchaToken=" + token + "x")) == "captchaInvalid");
    CHECK(SmallDesk::error_in(SmallDesk::json_of(desk.ask("GET", calendar + "&captchaToken=" + token, "", "192.0.2.2"))) == "captchaInvalid");
    desk.now += kTokenSeconds;
    CHECK(SmallDesk::error_in(desk.get(calendar + "&captchaToken=" + token)) == "captchaExpired");
  }

  TEST_CASE("a proof counts once, in its time, and for what was asked here") {
    SmallDesk desk;
    const Json proof = solved(desk.get("/captcha-challenge/"));
    const auto is_valid = [&desk](const Json& sent) { return desk.post("/captcha-verify/", {{"payload", payload_of(sent)}})["data"]["valid"] == true; };
    Json changed = proof;
    changed["challenge"]["parameters"]["keyPrefix"] = "";
    CHECK(!is_valid(changed));
    changed = proof;
    changed["challenge"]["parameters"]["expiresAt"] = 9999999999;
    CHECK(!is_valid(changed));
    changed = proof;
    changed["solution"]["counter"] = proof["solution"]["counter"].get<int>() - 1;
    CHECK(!is_valid(changed));
    CHECK(is_valid(proof));
    CHECK(!is_valid(proof));
    const Json late = solved(desk.get("/captcha-challenge/"));
    desk.now += kChallengeSeconds + 1;
    CHECK(!is_valid(late));
  }

  TEST_CASE("a challenge is no more work than an old phone has done in a second or two") {
    SmallDesk desk;
    for (int i = 0; i < 20; ++i) {
      const Json challenge = desk.get("/captcha-challenge/");
      const int hashes = solved(challenge)["solution"]["counter"].get<int>() * challenge["parameters"]["cost"].get<int>();
      CHECK(hashes >= 20'000);
      CHECK(hashes <= 40'000);
    }
  }

  TEST_CASE("a payload that cannot be read is refused as the contract has it") {
    SmallDesk desk;
    const Json refusal = {{"meta", {{"success", false}, {"error", "Invalid JSON in payload"}}}, {"data", nullptr}};
    CHECK(desk.post("/captcha-verify/", {{"payload", "***"}}) == refusal);
    CHECK(desk.post("/captcha-verify/", {{"payload", std::string(9000, 'A')}}) == refusal);
    const Json wrong = {{"meta", {{"success", false}, {"error", "Captcha verification failed"}}}, {"data", {{"valid", false}}}};
    CHECK(desk.post("/captcha-verify/", {{"payload", payload_of(Json::object())}}) == wrong);
  }
}

}  // namespace stadttor::city_server::zms
