// The pages of an application: its steps, all answers to be checked, and the sheet that is handed in. Which of them can be shown
// follows from the answers; the way to the authority is the citizen's own, on paper or by e-mail.
#pragma once

#include <optional>
#include <string>

#include "services/apply/application.h"
#include "services/apply/kept_value_offer.h"
#include "services/screen.h"

namespace stadttor::services::apply {

// What the citizen keeps, as a file.
struct SavedCopy {
  std::string file_name;
  Personal<std::string> content;  // JSON
};

struct FormAnswer {
  std::optional<city::Address> next;     // goes on there
  std::optional<city::Address> instead;  // the address cannot be shown yet; this one is
  std::optional<SavedCopy> copy;
  bool print = false;
  bool try_again = false;
};

// `definition` is null where it could not be loaded, `kept` where there is no vault. `address` names a form of the city.
FormAnswer show_form(const Screen& screen, semantics::Page& page, const city::Address& address, const forms::Definition* definition,
                     Applications& applications, KeptValues* kept = nullptr);

// "Ihr Hund – Hund anmelden"
std::string form_title(const Screen& screen, const city::Address& address, const forms::Definition* definition, const Applications& applications);

}  // namespace stadttor::services::apply
