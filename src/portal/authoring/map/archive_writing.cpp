#include "portal/authoring/map/archive_writing.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "portal/authoring/map/protobuf_writing.h"
#include "portal/authoring/map/tile_cutting.h"
#include "presentation/imgui/scenes/map/tile_archive.h"

namespace stadttor::portal::authoring {

namespace map = presentation::imgui::map;
namespace header = presentation::imgui::map::archive_header;

namespace {

// A reader that asks for single tiles finds header and root directory in its first 16 KiB.
constexpr std::size_t kMostOfRoot = 16384 - header::kSize;
constexpr std::size_t kEntriesOfLeaf = 2000;

struct Entry {
  std::uint64_t id = 0;
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
  std::uint64_t run = 1;  // 0: a leaf directory
};

std::string directory_bytes(const std::vector<Entry>& entries) {
  std::string bytes;
  append_varint(bytes, entries.size());
  std::uint64_t last = 0;
  for (const Entry& entry : entries) {
    append_varint(bytes, entry.id - last);
    last = entry.id;
  }
  for (const Entry& entry : entries) append_varint(bytes, entry.run);
  for (const Entry& entry : entries) append_varint(bytes, entry.length);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool follows = i > 0 && entries[i].offset == entries[i - 1].offset + entries[i - 1].length;
    append_varint(bytes, follows ? 0 : entries[i].offset + 1);
  }
  return bytes;
}

struct Directories {
  std::string root;
  std::string leaves;
};

Directories directories_of(const std::vector<Entry>& entries) {
  Directories directories{directory_bytes(entries), {}};
  if (directories.root.size() <= kMostOfRoot) return directories;
  std::vector<Entry> roots;
  for (std::size_t first = 0; first < entries.size(); first += kEntriesOfLeaf) {
    const auto begin = entries.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = entries.begin() + static_cast<std::ptrdiff_t>(std::min(entries.size(), first + kEntriesOfLeaf));
    const std::string leaf = directory_bytes({begin, end});
    roots.push_back({begin->id, directories.leaves.size(), leaf.size(), 0});
    directories.leaves += leaf;
  }
  directories.root = directory_bytes(roots);
  return directories;
}

void put(std::string& bytes, std::size_t offset, std::uint64_t value, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) bytes[offset + i] = static_cast<char>(value >> (8 * i) & 0xff);
}

void put_degrees(std::string& bytes, std::size_t offset, WorldPoint point) {
  const GeoPoint place = map::geo_from_world(point);
  const auto bits = [](double degrees) { return static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(degrees * 1e7))); };
  put(bytes, offset, bits(place.longitude), 4);
  put(bytes, offset + 4, bits(place.latitude), 4);
}

std::string metadata_of(const ArchiveFacts& facts) {
  Json layers = Json::array();
  for (int i = 0; i < map::kLayerCount; ++i) {
    const auto layer = static_cast<Layer>(i);
    Json fields = {{std::string(map::kind_member(layer)), "String"}};
    if (layer == Layer::Street || layer == Layer::Place) fields["name"] = "String";
    if (layer == Layer::Rail) fields["line"] = "String";
    if (layer == Layer::Place) fields.update({{"rank", "Number"}, {"lines", "String"}});
    layers.push_back({{"id", map::layer_name(layer)}, {"fields", fields}});
  }
  return json_text_from_value({{"name", facts.name}, {"vector_layers", layers}});
}

}  // namespace

std::string archive_from_tiles(const std::map<std::uint64_t, std::string>& tiles, const ArchiveFacts& facts) {
  std::vector<Entry> entries;
  std::string contents;
  std::map<std::string, std::uint64_t> known;  // a tile of nothing but field occurs often
  for (const auto& [id, bytes] : tiles) {
    const auto [at, is_new] = known.emplace(bytes, contents.size());
    if (is_new) contents += bytes;
    Entry* last = entries.empty() ? nullptr : &entries.back();
    if (last != nullptr && last->id + last->run == id && last->offset == at->second) {
      ++last->run;
    } else {
      entries.push_back({id, at->second, bytes.size(), 1});
    }
  }
  const Directories directories = directories_of(entries);
  const std::string metadata = metadata_of(facts);

  std::string archive(header::kSize, '\0');
  archive.replace(0, header::kMagic.size(), header::kMagic);
  put(archive, header::kVersion, header::kSupportedVersion, 1);
  std::uint64_t offset = header::kSize;
  const auto put_part = [&archive, &offset](std::size_t offset_at, const std::string& part) {
    put(archive, offset_at, offset, 8);
    put(archive, offset_at + 8, part.size(), 8);
    offset += part.size();
  };
  put_part(header::kRootOffset, directories.root);
  put_part(header::kMetadataOffset, metadata);
  put_part(header::kLeavesOffset, directories.leaves);
  put_part(header::kTilesOffset, contents);
  put(archive, header::kAddressedTiles, tiles.size(), 8);
  put(archive, header::kEntries, entries.size(), 8);
  put(archive, header::kContents, known.size(), 8);
  put(archive, header::kIsClustered, 1, 1);
  put(archive, header::kInternalCompression, header::kNoCompression, 1);
  put(archive, header::kTileCompression, header::kNoCompression, 1);
  put(archive, header::kTileType, header::kVectorTiles, 1);
  put(archive, header::kMinimumZoom, static_cast<std::uint64_t>(facts.least_zoom), 1);
  put(archive, header::kMaximumZoom, static_cast<std::uint64_t>(facts.most_zoom), 1);
  const WorldBox& box = facts.bounds;
  put_degrees(archive, header::kBounds, {box.minimum.x, box.maximum.y});
  put_degrees(archive, header::kBounds + 8, {box.maximum.x, box.minimum.y});
  put(archive, header::kCenterZoom, static_cast<std::uint64_t>(facts.least_zoom + 2), 1);
  put_degrees(archive, header::kCenter, {(box.minimum.x + box.maximum.x) / 2, (box.minimum.y + box.maximum.y) / 2});
  return archive + directories.root + metadata + directories.leaves + contents;
}

std::string map_archive_of(const PackSource& source) {
  const MapSource map = read_map(source);
  if (!map.is_there()) return {};
  return archive_from_tiles(tiles_of(map), {text_of(source.manifest, "name"), extent_of(map), kLeastTileZoom, kMostTileZoom});
}

}  // namespace stadttor::portal::authoring
