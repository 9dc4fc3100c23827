// Walks through the fields of a Protocol Buffers message with nanopb's own reader, without generated descriptions: a tile
// is read once from front to back, and most of it is packed numbers.
#pragma once

#include <pb_decode.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace stadttor::presentation::imgui::map {

class ProtobufFields {
 public:
  explicit ProtobufFields(std::string_view bytes)
      : stream_(pb_istream_from_buffer(reinterpret_cast<const pb_byte_t*>(bytes.data()), bytes.size())), bytes_(bytes) {}

  // Goes on to the next field; false at the end, and after the first fault.
  bool next() {
    if (failed_) return false;
    if (is_open_ && !pb_skip_field(&stream_, wire_)) return fail();
    is_open_ = false;
    bool is_end = false;
    if (!pb_decode_tag(&stream_, &wire_, &tag_, &is_end)) return is_end ? false : fail();
    is_open_ = true;
    return true;
  }

  bool failed() const { return failed_; }
  std::uint32_t tag() const { return tag_; }

  // The field that next() stands at. A field of another wire type is a fault.
  std::string_view bytes() {
    std::uint32_t size = 0;
    if (!take(PB_WT_STRING) || !pb_decode_varint32(&stream_, &size) || size > stream_.bytes_left) {
      fail();
      return {};
    }
    const std::string_view found = bytes_.substr(bytes_.size() - stream_.bytes_left, size);
    pb_read(&stream_, nullptr, size);
    return found;
  }

  std::uint64_t number() {
    std::uint64_t value = 0;
    if (!take(PB_WT_VARINT) || !pb_decode_varint(&stream_, &value)) fail();
    return value;
  }

 private:
  bool take(pb_wire_type_t wire) {
    is_open_ = false;
    return wire_ == wire;
  }

  bool fail() {
    failed_ = true;
    return false;
  }

  pb_istream_t stream_;
  std::string_view bytes_;
  pb_wire_type_t wire_ = PB_WT_VARINT;
  std::uint32_t tag_ = 0;
  bool is_open_ = false;
  bool failed_ = false;
};

// Packed varints.
class PackedNumbers {
 public:
  explicit PackedNumbers(std::string_view bytes)
      : stream_(pb_istream_from_buffer(reinterpret_cast<const pb_byte_t*>(bytes.data()), bytes.size())) {}

  // False at the end, and after the first fault.
  bool next(std::uint32_t& value) {
    if (failed_ || stream_.bytes_left == 0) return false;
    failed_ = !pb_decode_varint32(&stream_, &value);
    return !failed_;
  }

  std::size_t bytes_left() const { return stream_.bytes_left; }
  bool failed() const { return failed_; }

 private:
  pb_istream_t stream_;
  bool failed_ = false;
};

}  // namespace stadttor::presentation::imgui::map
