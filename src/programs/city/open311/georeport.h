// The GeoReport server below /open311 (Open311 GeoReport v2): what can be reported, what has been reported, new reports. No api_key is needed:
// citizens have none, and limits stand in its place. Beyond the standard it knows "Idempotency-Key" (IETF draft-ietf-httpapi-idempotency-key-header),
// so that a post whose answer was lost can be repeated, and photos as a file "media" in multipart/form-data.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "programs/city/database/connection.h"
#include "programs/city/exchange.h"
#include "programs/city/gateway/rate_limit.h"
#include "programs/city/open311/report_message.h"
#include "programs/city/open311/service_catalogue.h"
#include "programs/city/unix_clock.h"

namespace stadttor::city_server::open311 {

struct GeoReportSettings {
  std::vector<std::string> portal_origins;  // that may read and post besides its own
  std::string public_address;               // where the portal is found from outside; empty: what a request names
  Allowance each_reader{300, 5};
  Allowance all_readers{5000, 500};
  Allowance each_sender{20, 20.0 / 3600};
  Allowance all_senders{500, 5};
};

class GeoReport {
 public:
  // The connection, of report_schema(), outlives it.
  GeoReport(Connection& connection, ServiceCatalogue catalogue, GeoReportSettings settings, UnixClock now);

  static bool owns(std::string_view path);

  // May be called from several threads.
  Answer answer(const IncomingRequest& request);

 private:
  struct Asked;

  bool is_allowed_origin(const IncomingRequest& request) const;
  Answer answer_to(const Asked& asked);
  Answer answer_below_version(const Asked& asked);
  Answer show_discovery(const Asked& asked) const;
  Answer show_definition(const Asked& asked) const;
  Answer show_requests(const Asked& asked);
  Answer show_request(const Asked& asked);
  Answer show_token(const Asked& asked);
  Answer show_photo(const Asked& asked);
  Answer take_report(const Asked& asked);
  Reading reading_of(const Asked& asked) const;
  // "https://portal.example/open311/v2"
  std::string base_of(const IncomingRequest& request) const;

  Connection& connection_;
  ServiceCatalogue catalogue_;
  GeoReportSettings settings_;
  UnixClock now_;
  RateLimit reading_;
  RateLimit sending_;
};

}  // namespace stadttor::city_server::open311
