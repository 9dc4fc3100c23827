// Photos that a citizen has chosen: made smaller and covered where the citizen wants by the device's own decoder, and put where the page can
// show them. What they say besides their pixels is attachments/'s.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "foundation/personal.h"
#include "platform/callback.h"

namespace stadttor::platform {

// Of a picture as it is looked at, in per cent of its width and height.
struct CoveredArea {
  unsigned left = 0;
  unsigned top = 0;
  unsigned width = 0;
  unsigned height = 0;
  friend bool operator==(const CoveredArea& a, const CoveredArea& b) { return a.left == b.left && a.top == b.top && a.width == b.width && a.height == b.height; }
};

struct PictureToPrepare {
  Personal<std::string> bytes;
  std::string media_type;
  unsigned longest_side = 0;          // in pixels; a smaller picture keeps its size
  std::vector<CoveredArea> covered;   // nothing is left below them
};

struct PreparedPicture {
  Personal<std::string> bytes;  // JPEG, upright
  unsigned width = 0;
  unsigned height = 0;
};

// Errors of prepare():
//   MalformedData  the device can't read it as a picture
//   OutOfMemory    it is too large for the device
//   NotSupported   nothing here can change pictures
class Pictures {
 public:
  virtual ~Pictures() = default;
  virtual bool can_prepare() const = 0;
  virtual void prepare(PictureToPrepare wanted, Callback<PreparedPicture> callback) = 0;
  // From now on "chosen:<id>" is this picture. Nothing of it leaves the page.
  virtual void show(const std::string& id, const Personal<std::string>& bytes, const std::string& media_type) = 0;
  // It is no longer shown from anywhere.
  virtual void forget(const std::string& id) = 0;
};

}  // namespace stadttor::platform
