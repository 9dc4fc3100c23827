// A visit as a readable script, one step a line; "#" begins a comment:
//   open /de/
//   type "Was möchten Sie erledigen?" "hund"
//   press link "Hund anmelden"        (role as in the outline, then the visible name)
//   choose "Schriftgröße" "Groß (150 %)"
//   check "Spielplätze (14)"          uncheck "..."
//   submit
//   back
//   expect heading "Hund anmelden"
//   expect text "96 Euro"             expect no text "..."      expect no link "..."
//   expect path /de/leistungen/hund-anmelden
//   picture after-search.png        (what a terminal shows now)
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "foundation/result.h"
#include "programs/headless/visitor.h"

namespace stadttor::headless {

struct VisitStep {
  int line = 0;
  std::vector<std::string> words;  // quotes taken off
};

// Errors: MalformedData with the line, for an unknown step or an open quotation mark.
Result<std::vector<VisitStep>> parse_visit_script(const std::string& script, const std::string& where);

// Errors: NotFound with the line of the first step that could not be done or expectation that did not hold.
// `take_picture` draws the page into a file.
using TakePicture = std::function<Outcome(const semantics::Tree& page, const std::string& file)>;
Outcome run_visit(const std::vector<VisitStep>& steps, const std::string& where, Visitor& visitor, const TakePicture& take_picture = {});

}  // namespace stadttor::headless
