#include "programs/city/authority/pages/login_page.h"

namespace stadttor::city_server::authority {

using semantics::Appearance;
using semantics::Page;
using semantics::State;

Answer login_answer(const InboxPage& view, const LoginPage& login) {
  return page_answer(view, login.status, "Anmelden", [&](Page& page) {
    page.paragraph("Hier bearbeiten die Ämter, was Bürgerinnen und Bürger über das Portal beantragt haben.", {.look = Appearance::Lead});
    if (login.demo != nullptr) {
      auto message = page.message("demo", "Das ist eine Vorführung", Appearance::Info);
      page.paragraph("Melden Sie sich als „" + login.demo->name + "“ mit dem Passwort „" + login.demo->password + "“ an.");
    }
    if (!login.problem.empty()) {
      auto message = page.message("problem", "Die Anmeldung hat nicht geklappt", Appearance::Danger);
      page.paragraph(login.problem);
    }
    auto form = page.posted_form("login", "Anmelden", kLoginPath);
    const semantics::States required = semantics::states_of(State::Required);
    page.text_field("name", "Benutzername", login.name, {.states = required, .autocomplete = "username", .name = "name", .max_length = "100"});
    page.text_field("password", "Passwort", {},
                    {.states = required, .type = "password", .autocomplete = "current-password", .name = "password", .max_length = "200"});
    page.button("enter", "Anmelden", {.look = Appearance::Primary});
  });
}

}  // namespace stadttor::city_server::authority
