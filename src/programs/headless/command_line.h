// The words after "stadttor": a command, its operands, and the options all commands share.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "foundation/result.h"

namespace stadttor::headless {

struct CommandLine {
  std::string command;
  std::vector<std::string> operands;
  std::map<std::string, std::string> options;  // "--city" -> "assets/musterstadt"; flags have the value "yes"

  std::string option(const std::string& name, const std::string& otherwise) const {
    const auto found = options.find(name);
    return found == options.end() ? otherwise : found->second;
  }
  bool has(const std::string& name) const { return options.count(name) > 0; }
};

// Errors: NotSupported for an unknown option or one without its value, with what to write instead.
Result<CommandLine> read_command_line(int count, const char* const* words);

}  // namespace stadttor::headless
