#include "programs/city/fit_connect/submission_problem.h"

namespace stadttor::city_server {

Answer submission_problem(int status, std::string_view name, std::string_view title, std::string detail) {
  const std::string type = "https://schema.fitko.de/fit-connect/submission-api/problems/" + std::string(name);
  return problem_answer({status, type, title, std::move(detail)});
}

Answer no_token_answer() {
  Answer answer = submission_problem(401, "unauthorized", "Kein gültiges Zugriffstoken",
                                     "Die Anfrage braucht ein gültiges Zugriffstoken im Feld Authorization.");
  answer.add_header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
  return answer;
}

Answer not_granted_answer() {
  return submission_problem(403, "forbidden", "Zugriff nicht erlaubt", "Das Zugriffstoken erlaubt diesen Aufruf nicht.");
}

Answer unknown_destination_answer() {
  return submission_problem(404, "destination-not-found", "Zustellpunkt nicht gefunden", "Es gibt keinen Zustellpunkt mit dieser Kennung.");
}

Answer unknown_submission_answer() {
  return submission_problem(404, "submission-not-found", "Einreichung nicht gefunden",
                            "Es gibt keine Einreichung mit dieser Kennung, oder sie kann in ihrem Zustand nicht abgerufen werden.");
}

Answer unknown_case_answer() {
  return submission_problem(404, "case-not-found", "Vorgang nicht gefunden", "Es gibt keinen Vorgang mit dieser Kennung.");
}

Answer malformed_answer(std::string detail) {
  return submission_problem(400, "malformed-request", "Fehlerhafte Anfrage", std::move(detail));
}

}  // namespace stadttor::city_server
