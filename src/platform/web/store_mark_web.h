// The mark in the browser's local storage, which is cleared at other times than its databases.
#pragma once

#include "platform/store_mark.h"

namespace stadttor::platform {

class WebStoreMark : public StoreMark {
 public:
  bool is_set() const override;
  void set() override;
  void clear() override;
};

}  // namespace stadttor::platform
