// Where the device is, by the browser's Geolocation (web/keys/position_call.js).
#pragma once

#include "platform/whereabouts.h"

namespace stadttor::platform {

class WebWhereabouts : public Whereabouts {
 public:
  // Every browser has it; whether it answers is found out by asking.
  bool can_ask() const override { return true; }
  void ask(Callback<Personal<DevicePosition>> callback) override;
};

}  // namespace stadttor::platform
