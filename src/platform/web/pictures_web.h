// Pictures by the browser's decoder and canvas, in a worker (web/keys/picture_calls.js).
#pragma once

#include "platform/pictures.h"

namespace stadttor::platform {

class WebPictures : public Pictures {
 public:
  // Every browser that runs the engine has a canvas.
  bool can_prepare() const override { return true; }
  void prepare(PictureToPrepare wanted, Callback<PreparedPicture> callback) override;
  void show(const std::string& id, const Personal<std::string>& bytes, const std::string& media_type) override;
  void forget(const std::string& id) override;
};

}  // namespace stadttor::platform
