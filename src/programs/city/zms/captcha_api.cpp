// GET /captcha-details/, GET /captcha-challenge/, POST /captcha-verify/.
#include "foundation/json_writer.h"
#include "programs/city/zms/appointment_desk.h"
#include "protocols/zms/lenient_reading.h"

namespace stadttor::city_server::zms {

namespace {

Result<Answer> details_answer(AppointmentDesk& desk, const AskedCall& asked) {
  bool is_enabled = false;
  for (const Office& office : desk.plan.offices) is_enabled = is_enabled || office.is_captcha_required;
  JsonWriter json;
  json.begin_object().member("siteKey", "").member("captchaChallenge", asked.own_address + "/api/citizen/captcha-challenge/");
  json.member("captchaVerify", asked.own_address + "/api/citizen/captcha-verify/").name("captchaEnabled").flag(is_enabled).end_object();
  return json_answer(json.take());
}

Result<Answer> challenge_answer(AppointmentDesk& desk, const AskedCall&) {
  TRY_ASSIGN(std::string body, desk.captcha.challenge_body());
  return json_answer(std::move(body));
}

Result<Answer> verify_answer(AppointmentDesk& desk, const AskedCall& asked) {
  TRY_ASSIGN(const ProofState state, desk.captcha.check_proof(protocols::zms::read_text(asked.body, "payload")));
  if (state == ProofState::Unreadable) return json_answer(R"({"meta":{"success":false,"error":"Invalid JSON in payload"},"data":null})");
  if (state == ProofState::Wrong) return json_answer(R"({"meta":{"success":false,"error":"Captcha verification failed"},"data":{"valid":false}})");
  TRY_ASSIGN(const std::string token, desk.captcha.make_token(asked.request.client_address));
  return json_answer(R"({"meta":{"success":true},"data":{"valid":true},"token":")" + token + "\"}");
}

}  // namespace

std::vector<DeskRoute> captcha_routes() {
  return {{"GET", "/captcha-details/", details_answer}, {"GET", "/captcha-challenge/", challenge_answer}, {"POST", "/captcha-verify/", verify_answer}};
}

}  // namespace stadttor::city_server::zms
