#include "presentation/imgui/scenes/map/tile_archive.h"

#include <pb_decode.h>

#include <algorithm>

namespace stadttor::presentation::imgui::map {

namespace {

// A town has some thousands of tiles. More than this is no map of a town, and would fill the memory of a small device.
constexpr std::size_t kMostEntries = 200'000;
// Root, leaves, and one more level, as the specification advises.
constexpr int kDeepest = 3;

Error broken(const std::string& where, const char* detail) { return {ErrorKind::MalformedData, where, detail}; }
Error unsupported(const std::string& where, const char* detail) { return {ErrorKind::NotSupported, where, detail}; }

double degrees_from(std::uint64_t bits) { return static_cast<double>(static_cast<std::int32_t>(static_cast<std::uint32_t>(bits))) / 1e7; }

}  // namespace

Result<TileArchive> TileArchive::read(std::string bytes, std::string where) {
  TileArchive archive;
  archive.bytes_ = std::move(bytes);
  TRY(archive.read_header(where));
  TRY(archive.read_directory(archive.integer_at(archive_header::kRootOffset, 8), archive.integer_at(archive_header::kRootLength, 8), 1, where));
  for (std::size_t i = 1; i < archive.entries_.size(); ++i) {
    const Entry& before = archive.entries_[i - 1];
    if (before.id + before.run > archive.entries_[i].id) return broken(where, "tiles of the directory overlap");
  }
  return archive;
}

std::string_view TileArchive::find(TileAddress address) const {
  if (address.zoom < minimum_zoom_ || address.zoom > maximum_zoom_) return {};
  const std::uint64_t id = tile_id_of(address);
  auto after = std::upper_bound(entries_.begin(), entries_.end(), id, [](std::uint64_t wanted, const Entry& entry) { return wanted < entry.id; });
  if (after == entries_.begin()) return {};
  const Entry& entry = *--after;
  if (id - entry.id >= entry.run) return {};
  return std::string_view(bytes_).substr(static_cast<std::size_t>(entry.offset), entry.length);
}

Outcome TileArchive::read_header(const std::string& where) {
  using namespace archive_header;
  if (bytes_.size() < kSize || !std::string_view(bytes_).starts_with(kMagic)) return broken(where, "this is no PMTiles archive, or it is cut off");
  if (integer_at(kVersion, 1) != kSupportedVersion) return unsupported(where, "only version 3 of PMTiles is read");
  if (integer_at(kInternalCompression, 1) != kNoCompression || integer_at(kTileCompression, 1) != kNoCompression) {
    return unsupported(where, "the archive is compressed inside; write it with the compression \"none\"");
  }
  if (integer_at(kTileType, 1) != kVectorTiles) return unsupported(where, "only vector tiles are drawn");
  leaves_offset_ = integer_at(kLeavesOffset, 8);
  leaves_length_ = integer_at(kLeavesLength, 8);
  tiles_offset_ = integer_at(kTilesOffset, 8);
  tiles_length_ = integer_at(kTilesLength, 8);
  minimum_zoom_ = static_cast<int>(integer_at(kMinimumZoom, 1));
  maximum_zoom_ = static_cast<int>(integer_at(kMaximumZoom, 1));
  if (!is_inside(leaves_offset_, leaves_length_) || !is_inside(tiles_offset_, tiles_length_)) return broken(where, "the archive is cut off");
  if (minimum_zoom_ > maximum_zoom_ || maximum_zoom_ > kMostZoom) return broken(where, "the zoom levels are impossible");
  const auto corner = [this](std::size_t at) { return GeoPoint{degrees_from(integer_at(at + 4, 4)), degrees_from(integer_at(at, 4))}; };
  const WorldPoint south_west = world_from_geo(corner(kBounds));
  const WorldPoint north_east = world_from_geo(corner(kBounds + 8));
  bounds_ = {{south_west.x, north_east.y}, {north_east.x, south_west.y}};
  if (bounds_.minimum.x >= bounds_.maximum.x || bounds_.minimum.y >= bounds_.maximum.y || bounds_.minimum.x < 0 || bounds_.maximum.x > 1) {
    return broken(where, "the bounds enclose nothing");
  }
  return Done{};
}

Outcome TileArchive::read_directory(std::uint64_t offset, std::uint64_t length, int depth, const std::string& where) {
  if (!is_inside(offset, length)) return broken(where, "a directory lies outside the archive");
  if (depth > kDeepest) return broken(where, "the directories are nested too deeply");
  pb_istream_t stream = pb_istream_from_buffer(reinterpret_cast<const pb_byte_t*>(bytes_.data()) + offset, static_cast<std::size_t>(length));
  std::uint64_t count = 0;
  // Each entry takes at least four bytes.
  if (!pb_decode_varint(&stream, &count) || count > stream.bytes_left / 4) return broken(where, "a directory is cut off");
  if (count + entries_.size() > kMostEntries) return broken(where, "the archive claims more tiles than a town can have");
  std::vector<Entry> read(static_cast<std::size_t>(count));
  std::uint64_t id = 0;
  bool ok = true;
  const auto number = [&stream, &ok] {
    std::uint64_t value = 0;
    ok = pb_decode_varint(&stream, &value) && ok;
    return value;
  };
  // Four columns one after another, as the specification has them.
  for (Entry& entry : read) entry.id = id += number();
  for (Entry& entry : read) entry.run = static_cast<std::uint32_t>(std::min<std::uint64_t>(number(), kMostEntries * 1000));
  for (Entry& entry : read) entry.length = static_cast<std::uint32_t>(std::min<std::uint64_t>(number(), 0xffffffffU));
  for (std::size_t i = 0; i < read.size(); ++i) {
    // 0: right behind the entry before; else the offset plus one.
    const std::uint64_t value = number();
    if (value == 0 && i == 0) return broken(where, "a directory's first offset is missing");
    read[i].offset = value == 0 ? read[i - 1].offset + read[i - 1].length : value - 1;
  }
  if (!ok) return broken(where, "a directory is cut off");
  for (const Entry& entry : read) {
    const std::uint64_t part = entry.run == 0 ? leaves_length_ : tiles_length_;
    if (entry.length == 0 || entry.offset > part || entry.length > part - entry.offset) return broken(where, "a tile lies outside the archive");
    if (entry.run == 0) {
      TRY(read_directory(leaves_offset_ + entry.offset, entry.length, depth + 1, where));
    } else {
      entries_.push_back({entry.id, tiles_offset_ + entry.offset, entry.length, entry.run});
    }
  }
  return Done{};
}

bool TileArchive::is_inside(std::uint64_t offset, std::uint64_t length) const {
  return offset <= bytes_.size() && length <= bytes_.size() - offset;
}

std::uint64_t TileArchive::integer_at(std::size_t offset, std::size_t bytes) const {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < bytes; ++i) value |= std::uint64_t{static_cast<unsigned char>(bytes_[offset + i])} << (8 * i);
  return value;
}

}  // namespace stadttor::presentation::imgui::map
