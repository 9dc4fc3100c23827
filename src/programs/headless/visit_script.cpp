#include "programs/headless/visit_script.h"

#include <sstream>

namespace stadttor::headless {

namespace {

Result<std::vector<std::string>> words_of(const std::string& line, const std::string& place) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < line.size();) {
    if (line[i] == ' ' || line[i] == '\t') {
      ++i;
    } else if (line[i] == '#') {
      break;
    } else if (line[i] == '"') {
      const std::size_t end = line.find('"', i + 1);
      if (end == std::string::npos) return Error{ErrorKind::MalformedData, place, "a quotation mark is not closed", NextStep::CorrectInput};
      words.push_back(line.substr(i + 1, end - i - 1));
      i = end + 1;
    } else {
      const std::size_t end = std::min(line.find_first_of(" \t", i), line.size());
      words.push_back(line.substr(i, end - i));
      i = end;
    }
  }
  return words;
}

bool has_form(const std::vector<std::string>& words) {
  const std::string& verb = words[0];
  if (verb == "back" || verb == "submit") return words.size() == 1;
  if (verb == "open" || verb == "picture") return words.size() == 2;
  if (verb == "type" || verb == "choose" || verb == "press") return words.size() == 3;
  if (verb == "expect") return words.size() > 1 && words.size() == (words[1] == "no" ? 4U : 3U);
  return false;
}

bool holds(const Visitor& visitor, const std::string& what, const std::string& wanted) {
  if (what == "text") return visitor.reads(wanted);
  if (what == "path") return visitor.path() == wanted;
  if (what == "title") return visitor.page().title == wanted;
  return visitor.sees(what, wanted);
}

bool done(const std::vector<std::string>& words, Visitor& visitor) {
  const std::string& verb = words[0];
  if (verb == "open") {
    visitor.opens(words[1]);
    return visitor.page().size() > 0;
  }
  if (verb == "back") return visitor.goes_back();
  if (verb == "submit") return visitor.submits();
  if (verb == "type") return visitor.types(words[1], words[2]);
  if (verb == "choose") return visitor.chooses(words[1], words[2]);
  if (verb == "press") return visitor.presses(words[1], words[2]);
  if (words.size() == 4) return !holds(visitor, words[2], words[3]);
  return holds(visitor, words[1], words[2]);
}

}  // namespace

Result<std::vector<VisitStep>> parse_visit_script(const std::string& script, const std::string& where) {
  std::vector<VisitStep> steps;
  std::istringstream lines(script);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    const std::string place = where + ":" + std::to_string(number);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    TRY_ASSIGN(std::vector<std::string> words, words_of(line, place));
    if (words.empty()) continue;
    if (!has_form(words)) {
      return Error{ErrorKind::MalformedData, place, "not a step; write: open PATH, type LABEL TEXT, press ROLE NAME, choose LABEL OPTION, submit, back, picture FILE, expect [no] ROLE|text|path|title VALUE", NextStep::CorrectInput};
    }
    steps.push_back({number, std::move(words)});
  }
  return steps;
}

Outcome run_visit(const std::vector<VisitStep>& steps, const std::string& where, Visitor& visitor, const TakePicture& take_picture) {
  bool has_begun = false;
  for (const VisitStep& step : steps) {
    const std::string place = where + ":" + std::to_string(step.line);
    has_begun = has_begun || step.words[0] == "open";
    if (!has_begun) return Error{ErrorKind::MalformedData, place, "a visit begins with: open PATH", NextStep::CorrectInput};
    if (step.words[0] == "picture") {
      if (take_picture) TRY(take_picture(visitor.page(), step.words[1]));
      continue;
    }
    if (done(step.words, visitor)) continue;
    std::string sentence;
    for (const std::string& word : step.words) sentence.append(sentence.empty() ? "" : " ").append(word);
    return Error{ErrorKind::NotFound, place, "this did not come true: " + sentence, NextStep::CorrectInput};
  }
  return Done{};
}

}  // namespace stadttor::headless
