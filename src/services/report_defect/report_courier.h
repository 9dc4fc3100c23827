// Carries one report as far as it goes now: does the next action, keeps what came of it, goes on. It can be stopped, by a crash, at any moment,
// and another one goes on from what was kept.
#pragma once

#include <functional>
#include <memory>

#include "platform/callback.h"
#include "platform/clock.h"
#include "platform/secure_random.h"
#include "protocols/retry_advice.h"
#include "services/report_defect/report_delivery.h"

namespace stadttor::services::report_defect {

// ChangedElsewhere where somebody else has kept another state of it since: that one is right.
class ReportStore {
 public:
  virtual ~ReportStore() = default;
  virtual void keep(const kept_data::Report& report, Durability durability, platform::Callback<Done> callback) = 0;
  // Of a report that has one: the bytes that were kept with it.
  virtual void read_photo(const kept_data::Report& report, platform::Callback<Personal<std::string>> callback) = 0;
};

// The city's server, as far as a report needs it.
class ReportTransport {
 public:
  template <class Value>
  using Answer = protocols::Answer<Value>;

  virtual ~ReportTransport() = default;
  // Whether it is still what the city asks for.
  virtual void check(const kept_data::Report& report, Answer<Done> answer) = 0;
  // `photo`: its bytes; empty for a report without one.
  virtual void post(const kept_data::Report& report, const Personal<std::string>& photo, Answer<protocols::open311::ReportReceipt> answer) = 0;
  virtual void ask_earlier(const kept_data::Report& report, Answer<protocols::open311::EarlierReport> answer) = 0;
  // The number of a token; empty as long as there is none.
  virtual void ask_number(const kept_data::Report& report, Answer<std::string> answer) = 0;
};

struct CourierPorts {
  ReportStore& store;
  ReportTransport& transport;
  platform::Clock& clock;
  platform::SecureRandom& random;
};

enum class CourierStop : unsigned char {
  Waits,       // until Report::not_before
  Over,        // nothing more can be done for it
  Superseded,  // another tab carries it: read it anew
  NotKept,     // the store failed; what is kept is still right
};

class ReportCourier {
 public:
  ReportCourier(CourierPorts ports, Delivery delivery);
  ~ReportCourier();
  ReportCourier(const ReportCourier&) = delete;
  ReportCourier& operator=(const ReportCourier&) = delete;

  // Once; the answer comes when nothing more can be done now.
  void carry(std::function<void(CourierStop)> callback);
  const Delivery& delivery() const;

 private:
  struct Journey;
  std::shared_ptr<Journey> journey_;
};

}  // namespace stadttor::services::report_defect
