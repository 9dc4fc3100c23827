#include "programs/city/api/problem.h"

#include "programs/city/api/json_object.h"

namespace stadttor::city_server {

Answer problem_answer(const Problem& problem) {
  JsonObject object;
  const bool is_uri = problem.type.find(':') != std::string_view::npos;
  object.add("type", is_uri ? std::string(problem.type) : "urn:stadttor:problem:" + std::string(problem.type));
  object.add("title", problem.title);
  object.add("status", problem.status);
  object.add("detail", problem.detail);

  Answer answer;
  answer.status = problem.status;
  answer.content_type = "application/problem+json";
  answer.add_header("Cache-Control", "no-store");
  answer.add_header("Content-Language", "de");
  answer.body = object.text();
  return answer;
}

Answer unknown_path_answer(std::string_view path) {
  return problem_answer({404, "unknown-path", "Unbekannter Pfad",
                         "Unter " + std::string(path) + " gibt es keine Schnittstelle. Bitte prüfen Sie die Adresse."});
}

Answer method_not_allowed_answer(std::string allowed_methods) {
  Answer answer = problem_answer({405, "method-not-allowed", "Methode nicht erlaubt",
                                  "Diese Adresse versteht nur: " + allowed_methods + "."});
  answer.add_header("Allow", std::move(allowed_methods));
  return answer;
}

Answer content_too_large_answer(std::size_t limit) {
  return problem_answer({413, "content-too-large", "Inhalt zu groß",
                         "Der Inhalt dieser Anfrage darf höchstens " + std::to_string(limit >> 20U) + " MiB (" +
                             std::to_string(limit) + " Bytes) groß sein. Es wurde nichts gespeichert."});
}

Answer unsupported_content_type_answer(std::string_view expected) {
  return problem_answer({415, "unsupported-content-type", "Inhaltstyp nicht unterstützt",
                         "Bitte senden Sie den Inhalt mit Content-Type: " + std::string(expected) + "."});
}

Answer invalid_json_answer() {
  return problem_answer({400, "invalid-json", "Kein gültiges JSON",
                         "Der Inhalt ist kein gültiges JSON in UTF-8, er ist vielleicht abgeschnitten. Es wurde nichts "
                         "gespeichert."});
}

Answer server_failure_answer() {
  return problem_answer({500, "server-failure", "Fehler des Servers",
                         "Die Anfrage konnte nicht bearbeitet werden. Bitte versuchen Sie es später noch einmal."});
}

Answer protocol_failure_answer(int status) {
  if (status == 413) return content_too_large_answer(kBodyLimit);
  if (status == 414) {
    return problem_answer({414, "address-too-long", "Adresse zu lang",
                           "Die Adresse der Anfrage ist länger als erlaubt. Bitte kürzen Sie sie."});
  }
  if (status >= 500) return server_failure_answer();
  return problem_answer({status, "malformed-request", "Fehlerhafte Anfrage",
                         "Die Anfrage entspricht nicht dem HTTP-Standard und wurde nicht bearbeitet."});
}

}  // namespace stadttor::city_server
