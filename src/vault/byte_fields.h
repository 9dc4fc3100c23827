// Numbers and bytes one after another, big-endian: how everything the vault stores is written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace stadttor::vault {

class FieldWriter {
 public:
  // `size` bytes of it, 1 to 8.
  FieldWriter& number(std::uint64_t value, unsigned size) {
    for (unsigned shift = size * 8; shift > 0; shift -= 8) bytes_.push_back(static_cast<char>(value >> (shift - 8) & 0xffU));
    return *this;
  }
  FieldWriter& bytes(std::string_view bytes) {
    bytes_.append(bytes);
    return *this;
  }
  // With its length in front, so that no two lists of fields make the same bytes.
  FieldWriter& field(std::string_view bytes) { return number(bytes.size(), 4).bytes(bytes); }

  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Past the end, or after something that did not fit, everything is empty and ok() is false.
class FieldReader {
 public:
  explicit FieldReader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number(unsigned size) {
    std::uint64_t value = 0;
    for (const char byte : bytes(size)) value = value << 8U | static_cast<unsigned char>(byte);
    return value;
  }
  std::string_view bytes(std::size_t size) {
    if (size > rest_.size()) is_ok_ = false;
    if (!is_ok_) return {};
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  std::string_view field() { return bytes(static_cast<std::size_t>(number(4))); }
  void expect(std::string_view wanted) {
    if (bytes(wanted.size()) != wanted) is_ok_ = false;
  }

  std::string_view rest() const { return rest_; }
  bool ok() const { return is_ok_; }
  // Read whole, and nothing more is there.
  bool is_complete() const { return is_ok_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool is_ok_ = true;
};

}  // namespace stadttor::vault
