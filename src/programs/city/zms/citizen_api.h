// ZMS' citizen API below /api/citizen: which call is whose, and what stands before each: origin, rate, method, body. Its errors have
// the standard's own form, so it does not share the frame of the other APIs. Without the calls that the standard gives up in 2026
// (available-days, available-appointments ...) and without those of a login, which this city does not have.
#pragma once

#include <memory>

#include "programs/city/gateway/rate_limit.h"
#include "programs/city/server.h"
#include "programs/city/zms/appointment_desk.h"

namespace stadttor::city_server::zms {

struct CitizenApiSettings {
  std::vector<std::string> portal_origins;  // besides the server's own
  std::string public_address;               // where links in mails lead: "https://www.musterstadt.example"
  Allowance each_client{60, 1};             // 60 in 60 seconds
  Allowance all_clients{3000, 100};
};

class CitizenApi {
 public:
  CitizenApi(std::unique_ptr<AppointmentDesk> desk, CitizenApiSettings settings);

  static bool owns(std::string_view path);

  // May be called from several threads; calls are done one after the other.
  Answer answer(const IncomingRequest& request);

 private:
  bool is_allowed_origin(const IncomingRequest& request) const;
  std::string portal_of(const IncomingRequest& request) const;
  Answer answer_within_limits(const IncomingRequest& request);
  Answer answer_from(const DeskRoute& route, const IncomingRequest& request);

  std::unique_ptr<AppointmentDesk> desk_;
  CitizenApiSettings settings_;
  RateLimit limit_;
  std::vector<DeskRoute> routes_;
};

}  // namespace stadttor::city_server::zms
