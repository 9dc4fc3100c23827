// Pictures of a device that answers when a test says so, and notes what it was asked.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <utility>

#include "platform/pictures.h"

namespace stadttor::testing {

struct FakePictures : platform::Pictures {
  bool is_able = true;
  std::deque<std::pair<platform::PictureToPrepare, platform::Callback<platform::PreparedPicture>>> open;
  std::map<std::string, std::string> shown;

  bool can_prepare() const override { return is_able; }
  void prepare(platform::PictureToPrepare wanted, platform::Callback<platform::PreparedPicture> callback) override { open.emplace_back(std::move(wanted), std::move(callback)); }
  void show(const std::string& id, const Personal<std::string>& bytes, const std::string&) override { shown[id] = bytes.reveal<"a test looks at what is shown">(); }
  void forget(const std::string& id) override { shown.erase(id); }

  // The oldest question; false where there is none.
  bool answer(Result<platform::PreparedPicture> made) {
    if (open.empty()) return false;
    const auto callback = std::move(open.front().second);
    open.pop_front();
    callback(std::move(made));
    return true;
  }
};

}  // namespace stadttor::testing
