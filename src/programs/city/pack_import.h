// At start: names every problem of the city's packs in the log and records which versions are served from now on.
#pragma once

#include <filesystem>

#include "foundation/result.h"
#include "programs/city/database/connection.h"
#include "programs/city/site/portal_manifest.h"

namespace stadttor::city_server {

// Problems of files that belong to no pack are counted for the pack "portal", the manifest. Fails only when the
// database does; a broken pack or problem list is logged and the server goes on.
Outcome import_packs(Connection& connection, const std::filesystem::path& site, const PortalManifest& manifest);

}  // namespace stadttor::city_server
