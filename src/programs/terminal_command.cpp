#include "programs/terminal_command.h"

#include <cstdio>
#include <cstdlib>

#include "programs/headless/chosen_clock.h"
#include "programs/headless/city_connection.h"
#include "programs/headless/commands.h"
#include "programs/terminal/terminal.h"

namespace stadttor::headless {

namespace {

constexpr const char* kIcons = "shell/icons";

// Seconds on the command line; nothing where it is none.
terminal::Milliseconds milliseconds_from(const std::string& seconds) {
  const double number = std::strtod(seconds.c_str(), nullptr);
  return number > 0 && number < 86'400 ? static_cast<terminal::Milliseconds>(number * 1000) : 0;
}

}  // namespace

int run_terminal_command(const CommandLine& line) {
  terminal::TerminalOptions options;
  options.quiet = milliseconds_from(line.option("--idle", "120"));
  options.warning = milliseconds_from(line.option("--warning", "30"));
  const long text_size = std::strtol(line.option("--text-size", "125").c_str(), nullptr, 10);
  if (options.quiet == 0 || options.warning == 0 || text_size < 50 || text_size > 400) {
    return failed({ErrorKind::NotSupported, "terminal", "write seconds after --idle and --warning, per cent after --text-size", NextStep::CorrectInput});
  }
  options.start.text_size = static_cast<float>(text_size) / 100;
  if (line.has("--windowed")) options.size = terminal::WindowSize::Window;
  if (line.has("--report")) {
    options.report = [](const std::string& event) {
      std::printf("%s\n", event.c_str());
      std::fflush(stdout);
    };
  }
  const auto city = connect_to_city(city_of(line), interface_languages_of(line));
  if (!city.ok()) return failed(city.error());
  const std::string language = line.option("--lang", city.value().languages.empty() ? "de" : city.value().languages.front());
  options.start.path = "/" + language + "/";
  const drawing::CityFiles files{*city.value().http, city.value().poll, city.value().data_path};
  auto look = drawing::look_of_city(files, kIcons);
  if (!look.ok()) return failed(look.error());
  ChosenClock clock(line);
  const Outcome outcome = terminal::run_terminal(files, clock, std::move(look).value(), options);
  return outcome.ok() ? 0 : failed(outcome.error());
}

}  // namespace stadttor::headless
