#include "portal/authoring/map/protobuf_writing.h"

#include <pb_encode.h>

#include <array>

namespace stadttor::portal::authoring {

namespace {

// A tag and a number; neither takes more than ten bytes.
using ShortBuffer = std::array<pb_byte_t, 24>;

template <class Write>
void append_short(std::string& bytes, Write write) {
  ShortBuffer buffer{};
  pb_ostream_t stream = pb_ostream_from_buffer(buffer.data(), buffer.size());
  write(stream);
  bytes.append(reinterpret_cast<const char*>(buffer.data()), stream.bytes_written);
}

}  // namespace

void append_varint(std::string& bytes, std::uint64_t value) {
  append_short(bytes, [value](pb_ostream_t& stream) { pb_encode_varint(&stream, value); });
}

void append_number_field(std::string& bytes, std::uint32_t field, std::uint64_t value) {
  append_short(bytes, [field, value](pb_ostream_t& stream) {
    pb_encode_tag(&stream, PB_WT_VARINT, field);
    pb_encode_varint(&stream, value);
  });
}

void append_bytes_field(std::string& bytes, std::uint32_t field, std::string_view content) {
  append_short(bytes, [field, content](pb_ostream_t& stream) {
    pb_encode_tag(&stream, PB_WT_STRING, field);
    pb_encode_varint(&stream, content.size());
  });
  bytes.append(content);
}

}  // namespace stadttor::portal::authoring
