// What is wrong with a city's data pack, in words for the municipality: German, with the place and the remedy.
// Finding problems belongs to the readers and checks of this folder, printing them to the programs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stadttor::portal::authoring {

enum class Severity : unsigned char {
  Error,    // something is not shown, or is shown wrongly
  Warning,  // everything is shown, but a citizen would be better served otherwise
};

struct Problem {
  std::string file;     // as seen from the pack's folder: "services/hund-anmelden.json"
  std::string pointer;  // JSON Pointer (RFC 6901); empty for the file as a whole
  std::string problem;
  std::string remedy;
  Severity severity = Severity::Error;
};

// Collects the problems of one file.
class ProblemLog {
 public:
  ProblemLog(std::vector<Problem>& problems, std::string file) : problems_(&problems), file_(std::move(file)) {}

  void error(std::string pointer, std::string problem, std::string remedy);
  void warning(std::string pointer, std::string problem, std::string remedy);

  const std::string& file() const { return file_; }

 private:
  std::vector<Problem>* problems_;
  std::string file_;
};

// By file and pointer, each problem once.
void sort_problems(std::vector<Problem>& problems);

bool has_error(const std::vector<Problem>& problems);

// "services/x.json#/texts/de: Fehler: Die Angabe „name“ fehlt. Ergänzen Sie den Namen."
std::string text_from_problem(const Problem& problem);

// The list the city server reads beside its site (problems.json), also what `stadttor check --json` prints:
// [{"file","pointer","problem","remedy","severity":"error"|"warning"}].
std::string json_from_problems(const std::vector<Problem>& problems);

}  // namespace stadttor::portal::authoring
