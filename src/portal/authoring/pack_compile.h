// Makes the files of the portal from a pack: what stands in it and is sound, in every language of the city. Naming what
// is not sound belongs to pack_check, writing files to the programs.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "portal/authoring/catalogue_json.h"
#include "portal/authoring/pack_content.h"

namespace stadttor::portal::authoring {

struct CompileInputs {
  std::filesystem::path languages;  // the folder of the interface's words, assets/languages
  PictureAddress picture_address;   // without it the city has no pictures
  // Without it there is no suche.bin.
  std::function<std::string(const Pack& pack, const InterfaceTexts& interface, const std::string& language)> search_index;
  std::function<std::string(const PackSource& source)> map_archive;  // without it no karte.pmtiles
  std::string passphrase_words;  // assets/passphrase/words.txt
  // {"gateway", "issuer", "statement_key"}: over what applications are sent, and whose word counts there. Null: only on paper.
  Json sending;
};

struct CompiledPack {
  std::string version;  // 16 hexadecimal digits, of the content alone
  std::map<std::string, std::string>
      files;              // by path in the site: "daten/portal.json", "daten/<version>/de/start.json"
  std::string report_endpoint;  // of the city's GeoReport server; empty where it has none
  std::string theme_css;  // the city's design tokens; where it is linked is the site's matter
};

// Never fails; the same source gives the same bytes.
CompiledPack compile_pack(const PackSource& source, const CompileInputs& inputs);

}  // namespace stadttor::portal::authoring
