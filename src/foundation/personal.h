// A citizen's value, as a type: it cannot be printed, compared into a log, serialised or sent. reveal<"reason">() is the one
// way to it, and every reason is found by searching for `reveal<`. The must-not-compile tests keep the other ways shut.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace stadttor {

// Why a personal value is opened, as a literal in the code.
template <std::size_t Size>
struct Reason {
  char text[Size]{};
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is the reason
  consteval Reason(const char (&literal)[Size]) {
    static_assert(Size > 8, "say why, in words");
    std::copy_n(literal, Size, text);
  }
};

template <class Value>
class Personal {
 public:
  Personal() = default;
  explicit Personal(Value value) : value_(std::move(value)) {}

  template <Reason>
  const Value& reveal() const {
    return value_;
  }

  // Says only whether something is there, never what.
  bool is_empty() const { return value_ == Value{}; }
  void forget() { value_ = Value{}; }

 private:
  Value value_{};
};

// A key or passphrase: move-only, and wiped when it goes.
class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string bytes) : bytes_(std::move(bytes)) {}
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  Secret(Secret&& other) noexcept : bytes_(std::move(other.bytes_)) { other.wipe(); }
  Secret& operator=(Secret&& other) noexcept {
    if (this == &other) return *this;
    wipe();
    bytes_ = std::move(other.bytes_);
    other.wipe();
    return *this;
  }
  ~Secret() { wipe(); }

  template <Reason>
  std::string_view reveal() const {
    return bytes_;
  }

  void wipe() {
    // The whole capacity, because short strings live inside the object and moved-from ones keep their bytes. A compiler may leave
    // out writes that nobody reads, so it is told that somebody does; byte by byte would take as long as encrypting.
    bytes_.resize(bytes_.capacity());
    std::memset(bytes_.data(), 0, bytes_.size());
    asm volatile("" : : "r"(bytes_.data()) : "memory");
    bytes_.clear();
  }

 private:
  std::string bytes_;
};

}  // namespace stadttor
