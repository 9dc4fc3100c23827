#include "portal/authoring/json_builder.h"

#include <utility>

namespace stadttor::portal::authoring {

bool JsonBuilder::key(string_t& name) {
  Frame& frame = frames_.back();
  frame.is_repeated = frame.container.contains(name);
  frame.key = std::move(name);
  if (frame.is_repeated) repeated_keys_.push_back(pointer());
  return true;
}

bool JsonBuilder::parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) {
  error_position_ = position;
  // The library tells its errors apart by their text alone.
  is_broken_utf8_ = std::string_view(error.what()).find("ill-formed UTF-8") != std::string_view::npos;
  return false;
}

bool JsonBuilder::add(Json value) {
  if (frames_.empty()) {
    root_ = std::move(value);
    return true;
  }
  Frame& frame = frames_.back();
  if (frame.container.is_array()) {
    frame.container.push_back(std::move(value));
  } else if (!frame.is_repeated) {
    frame.container[frame.key] = std::move(value);
  }
  return true;
}

bool JsonBuilder::open(Json container) {
  is_too_deep_ = frames_.size() >= kDeepest;
  if (is_too_deep_) return false;
  frames_.push_back({std::move(container), {}, false});
  return true;
}

bool JsonBuilder::close() {
  Json finished = std::move(frames_.back().container);
  frames_.pop_back();
  return add(std::move(finished));
}

std::string JsonBuilder::pointer() const {
  std::string result;
  for (const Frame& frame : frames_) {
    result = frame.container.is_array() ? pointer_to(result, frame.container.size()) : pointer_to(result, frame.key);
  }
  return result;
}

}  // namespace stadttor::portal::authoring
