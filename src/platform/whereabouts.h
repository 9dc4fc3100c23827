// Where the device is, as it says itself when the citizen wants it. What is done with it is the asker's; it leaves the device by a disclosure only.
#pragma once

#include "foundation/personal.h"
#include "platform/callback.h"

namespace stadttor::platform {

// WGS 84, decimal degrees.
struct DevicePosition {
  double latitude = 0;
  double longitude = 0;

  friend bool operator==(const DevicePosition& a, const DevicePosition& b) { return a.latitude == b.latitude && a.longitude == b.longitude; }
};

// Errors:
//   Cancelled      the citizen, or a rule of the device, does not want it told
//   TimedOut       the device has not found out in time
//   NotFound       it cannot find out, for example indoors
//   NotSupported   it never can
class Whereabouts {
 public:
  virtual ~Whereabouts() = default;
  // Whether it is worth offering.
  virtual bool can_ask() const = 0;
  virtual void ask(Callback<Personal<DevicePosition>> callback) = 0;
};

}  // namespace stadttor::platform
