// A city's data pack as its authors wrote it: the pack's folder and the folders it extends, as JSON. Reads what can be
// read and names the rest; what the content means belongs to pack_check and pack_content.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "portal/authoring/json_value.h"
#include "portal/authoring/problem_list.h"

namespace stadttor::portal::authoring {

struct PackFile {
  std::string name;  // as problems call it: "services/x.json", or "../kreis/services/x.json" of an extended pack
  Json content;      // null where there is no such file
};

using PackFiles = std::map<std::string, PackFile>;  // by id: the file's name without ".json"

struct PackSource {
  // The pack's own folder, then those it extends, nearest first.
  std::vector<std::filesystem::path> folders;

  // portal.json, with what it takes over from extended packs; always an object.
  Json manifest = Json::object();
  std::map<std::string, std::string> inherited_members;  // member of the manifest -> name of the file it comes from

  PackFiles services;
  PackFiles offices;
  PackFiles pages;
  PackFiles places;
  PackFiles figures;
  PackFiles forms;
  PackFiles form_schemas;  // by the name of the file, which a form names
  PackFiles form_plans;    // likewise: what options are chosen on
  PackFile streets;
  PackFile report_words;  // everyday words for what can be reported
  PackFile market;
  PackFile market_plan;  // the file that the market names
  PackFile appointments;
  PackFile reports;         // what can be reported
  PackFile sample_reports;  // of the demo city
  PackFile whats_on;  // the file that the module "whats-on" names
  PackFile theme;
  PackFile synonyms;

  std::vector<Problem> problems;  // found while reading
};

// Never fails: a folder without anything yields an empty source with its problems.
PackSource read_pack(const std::filesystem::path& folder);

// Lower case, digits, single hyphens, 60 letters at most: safe in paths and addresses.
bool is_pack_id(std::string_view text);

// A relative path below the pack's folder: no "..", no backslash, no drive.
bool is_pack_path(std::string_view text);

// The file of this relative path in the first folder that has it.
std::optional<std::filesystem::path> find_pack_file(const PackSource& source, std::string_view relative_path);

// The name of the file in which a place of the manifest was written.
std::string manifest_file(const PackSource& source, std::string_view member);

}  // namespace stadttor::portal::authoring
