// Puts a deployable site together: pages, packs and the built parts of the client, with hashed names and the list of what
// works offline.
#pragma once

#include <filesystem>
#include <string>

#include "portal/authoring/prepared_pages.h"
#include "programs/headless/site_files.h"

namespace stadttor::headless {

struct SiteInputs {
  std::filesystem::path city;      // data pack
  std::filesystem::path parts;     // core.wasm, core.mjs, portal.js, view_boot.js, service_worker.js, stadttor.css, fonts ...
  std::filesystem::path page;      // shell/page.html
  std::filesystem::path manifest;  // shell/manifest.webmanifest
  std::filesystem::path languages;
  std::filesystem::path trust;     // trust.json of the delivery service's set-up; empty: applications go on paper alone
};

// A compiled pack and the pictures it shows, under the names they have in the site.
struct CompiledCity {
  portal::authoring::CompiledPack pack;
  SiteFiles pictures;
};

// `sending` as CompileInputs has it.
CompiledCity compile_city(const std::filesystem::path& city, const std::filesystem::path& languages,
                          const portal::authoring::Json& sending = nullptr);

// Errors: NotFound where a part is missing, with its name.
Result<SiteFiles> site_from(const SiteInputs& inputs);

}  // namespace stadttor::headless
