#include "programs/headless/command_line.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace stadttor::headless {

namespace {

constexpr std::array<std::string_view, 20> kOptionsWithValue = {"--city", "--lang", "--parts", "--out", "--page", "--manifest",
                                                                "--languages", "--schemas", "--contrast-pairs", "--limit", "--time", "--width", "--scale", "--text-size", "--idle", "--warning",
                                                                "--id", "--service", "--office", "--trust"};
constexpr std::array<std::string_view, 5> kFlags = {"--json", "--help", "--dark", "--windowed", "--report"};

template <class List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

Result<CommandLine> read_command_line(int count, const char* const* words) {
  CommandLine line;
  for (int i = 1; i < count; ++i) {
    std::string word = words[i];
    if (word.size() < 2 || word.compare(0, 2, "--") != 0) {
      if (line.command.empty()) {
        line.command = word;
      } else {
        line.operands.push_back(word);
      }
      continue;
    }
    if (contains(kFlags, word)) {
      line.options[word] = "yes";
      continue;
    }
    std::string value;
    const std::size_t equals = word.find('=');
    if (equals != std::string::npos) {
      value = word.substr(equals + 1);
      word.resize(equals);
    }
    if (!contains(kOptionsWithValue, word)) {
      return Error{ErrorKind::NotSupported, word, "unknown option; `stadttor help` lists them", NextStep::CorrectInput};
    }
    if (equals == std::string::npos) {
      if (i + 1 >= count) return Error{ErrorKind::NotSupported, word, "needs a value after it", NextStep::CorrectInput};
      value = words[++i];
    }
    line.options[word] = value;
  }
  return line;
}

}  // namespace stadttor::headless
