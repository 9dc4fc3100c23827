// The headless engine for testers and municipalities. What each command does is in programs/headless/.
#include <cstdio>

#include "programs/headless/commands.h"
#include "programs/terminal_command.h"

namespace stadttor::headless {

int failed(const Error& error) {
  std::fprintf(stderr, "stadttor: %s\n", text_from_error(error).c_str());
  return error.kind == ErrorKind::NotSupported ? 2 : 1;
}

std::string city_of(const CommandLine& line) { return line.option("--city", "assets/musterstadt"); }

std::string interface_languages_of(const CommandLine& line) { return line.option("--languages", "assets/languages"); }

int show_help() {
  std::fputs(
      "stadttor COMMAND [--city DIR|URL] [--lang TAG] [--json]\n"
      "  outline PATH      the page as text: roles, names, values, order\n"
      "  visit SCRIPT...   plays a visit; ends with 1 and the outline where an expectation fails\n"
      "  picture PATH FILE.png   the page as a terminal draws it (--width 390 --scale 2 --dark --text-size 200)\n"
      "  terminal          the portal on a town-hall terminal, full screen (--idle SECONDS --warning SECONDS\n"
      "                    --text-size PERCENT --windowed; --report prints what it shows)\n"
      "  search QUERY      what a citizen finds, and why\n"
      "  check PACK        everything that is wrong with a city's data pack, with the remedy\n"
      "  import-xdf FILE   a form from FIM's XDatenfelder 2 or 3 (--out PACK --id ID --service ID --office ID)\n"
      "  prerender DIR     every page as plain static HTML, and the packs\n"
      "  site              the deployable site (--parts DIR --out DIR --trust FILE); ./dev build calls it\n"
      "  tiles FILE        the town's map as one PMTiles archive; a site holds it already\n"
      "  classes, theme, folders, elements   what the site build and its tests ask for\n"
      "--time MILLISECONDS sets the clock of outline, picture and visit (since 1970-01-01, UTC).\n",
      stdout);
  return 0;
}

}  // namespace stadttor::headless

int main(int count, char** words) {
  using namespace stadttor::headless;
  const auto line = read_command_line(count, words);
  if (!line.ok()) return failed(line.error());
  const std::string& command = line.value().command;
  if (command.empty() || command == "help" || line.value().has("--help")) return show_help();
  if (command == "outline") return run_outline(line.value());
  if (command == "visit") return run_visit_command(line.value());
  if (command == "picture") return run_picture(line.value());
  if (command == "terminal") return run_terminal_command(line.value());
  if (command == "search") return run_search(line.value());
  if (command == "check") return run_check(line.value());
  if (command == "prerender") return run_prerender(line.value());
  if (command == "site") return run_site(line.value());
  if (command == "import-xdf") return run_import_xdf(line.value());
  if (command == "tiles") return run_tiles(line.value());
  if (command == "classes") return run_classes(line.value());
  if (command == "theme") return run_theme(line.value());
  if (command == "folders") return run_folders(line.value());
  if (command == "elements") return run_elements(line.value());
  return failed({stadttor::ErrorKind::NotSupported, command, "no such command; `stadttor help` lists them", stadttor::NextStep::CorrectInput});
}
