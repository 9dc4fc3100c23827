// Reads a PMTiles archive (specification version 3) that lies in memory as a whole. Directories are read once and checked:
// whatever is cut off or out of bounds is an error, never a read beyond the end. What a tile holds belongs to tile_decoder.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "presentation/imgui/scenes/map/tile_address.h"

namespace stadttor::presentation::imgui::map {

// Where the parts of the archive's first 127 bytes stand; integers are little endian.
namespace archive_header {
inline constexpr std::size_t kSize = 127;
inline constexpr std::string_view kMagic = "PMTiles";
inline constexpr std::size_t kVersion = 7, kRootOffset = 8, kRootLength = 16, kMetadataOffset = 24, kMetadataLength = 32,
                             kLeavesOffset = 40, kLeavesLength = 48, kTilesOffset = 56, kTilesLength = 64,
                             kAddressedTiles = 72, kEntries = 80, kContents = 88, kIsClustered = 96,
                             kInternalCompression = 97, kTileCompression = 98, kTileType = 99, kMinimumZoom = 100,
                             kMaximumZoom = 101, kBounds = 102, kCenterZoom = 118, kCenter = 119;
inline constexpr std::uint8_t kSupportedVersion = 3, kNoCompression = 1, kVectorTiles = 1;
}  // namespace archive_header

class TileArchive {
 public:
  // Errors: MalformedData where the archive is broken, NotSupported where it is compressed inside, is no version 3 or
  // holds no vector tiles. `where` names the source in errors.
  static Result<TileArchive> read(std::string bytes, std::string where);

  int minimum_zoom() const { return minimum_zoom_; }
  int maximum_zoom() const { return maximum_zoom_; }
  const WorldBox& bounds() const { return bounds_; }
  std::size_t entry_count() const { return entries_.size(); }

  // The bytes of a tile; empty where the archive has none there.
  std::string_view find(TileAddress address) const;

 private:
  struct Entry {
    std::uint64_t id;
    std::uint64_t offset;  // from the start of the archive
    std::uint32_t length;
    std::uint32_t run;     // so many tiles in a row are the same; 0: a leaf directory
  };

  Outcome read_header(const std::string& where);
  Outcome read_directory(std::uint64_t offset, std::uint64_t length, int depth, const std::string& where);
  // That the range lies within the archive.
  bool is_inside(std::uint64_t offset, std::uint64_t length) const;
  std::uint64_t integer_at(std::size_t offset, std::size_t bytes) const;

  std::string bytes_;
  std::vector<Entry> entries_;  // sorted by id, without leaf directories
  std::uint64_t leaves_offset_ = 0;
  std::uint64_t leaves_length_ = 0;
  std::uint64_t tiles_offset_ = 0;
  std::uint64_t tiles_length_ = 0;
  int minimum_zoom_ = 0;
  int maximum_zoom_ = 0;
  WorldBox bounds_;
};

}  // namespace stadttor::presentation::imgui::map
