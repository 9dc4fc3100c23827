// Writes the files of a site: each beside its precompressed forms (.br, .gz), and only where something changed.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "foundation/result.h"

namespace stadttor::headless {

using SiteFiles = std::map<std::string, std::string>;  // by path below the site's root

// Files that are there and not in `files` are removed. Errors: StorageFull where a file cannot be written.
Outcome write_site(const std::filesystem::path& folder, const SiteFiles& files);

// The whole file; an error names it.
Result<std::string> read_file(const std::filesystem::path& file);

// "/assets/core.3f2a91c0d4e5.wasm" for "core.wasm" with this content.
std::string hashed_name(const std::string& name, const std::string& content);
// Base64 of SHA-384, as `integrity` wants it (Subresource Integrity, 3.1).
std::string integrity_of(const std::string& content);

}  // namespace stadttor::headless
