// What `stadttor` can do, one function a command. Each returns the program's exit code: 0 done, 1 something is wrong with
// what it looked at, 2 the command itself was wrong.
#pragma once

#include "programs/headless/city_connection.h"
#include "programs/headless/command_line.h"
#include "semantics/tree.h"

namespace stadttor::headless {

int run_outline(const CommandLine& line);
int run_visit_command(const CommandLine& line);
int run_picture(const CommandLine& line);
int run_search(const CommandLine& line);
int run_check(const CommandLine& line);
int run_prerender(const CommandLine& line);
int run_site(const CommandLine& line);
int run_import_xdf(const CommandLine& line);
int run_tiles(const CommandLine& line);
int run_classes(const CommandLine& line);
int run_theme(const CommandLine& line);
int run_folders(const CommandLine& line);
int run_elements(const CommandLine& line);
int show_help();

// Prints the error with what to do, and gives its exit code.
int failed(const Error& error);

// Draws `page` as the line's options say (--width, --scale, --dark, --text-size) into a PNG file.
Outcome write_picture(const CommandLine& line, const CityConnection& city, const semantics::Tree& page, const std::string& file);

std::string city_of(const CommandLine& line);
std::string interface_languages_of(const CommandLine& line);

}  // namespace stadttor::headless
