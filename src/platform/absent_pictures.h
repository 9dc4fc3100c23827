// Where a program has nothing that changes pictures: photos keep their size, and nothing can be covered.
#pragma once

#include "platform/event_loop.h"
#include "platform/pictures.h"

namespace stadttor::platform {

class AbsentPictures : public Pictures {
 public:
  explicit AbsentPictures(EventLoop& loop) : loop_(loop) {}
  bool can_prepare() const override { return false; }
  void prepare(PictureToPrepare, Callback<PreparedPicture> callback) override {
    loop_.post([callback = std::move(callback)] { callback(Error{ErrorKind::NotSupported, "pictures", "not available here", NextStep::None}); });
  }
  void show(const std::string&, const Personal<std::string>&, const std::string&) override {}
  void forget(const std::string&) override {}

 private:
  EventLoop& loop_;
};

}  // namespace stadttor::platform
