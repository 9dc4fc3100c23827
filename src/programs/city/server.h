// The HTTP side of the city server: reads requests within limits, asks the site or the APIs for the answer, adds what
// every answer carries, and stops without cutting off a request. The only part that knows the HTTP library.
#pragma once

#include <functional>
#include <memory>

#include "foundation/result.h"
#include "programs/city/api/api_routes.h"
#include "programs/city/exchange.h"
#include "programs/city/options.h"
#include "programs/city/site/security_headers.h"
#include "programs/city/site/site.h"

namespace stadttor::city_server {

// What is neither the site's nor one of the APIs that refuse in the same way: the authority's inbox, the GeoReport server.
struct ServerPart {
  std::function<bool(std::string_view path)> owns;
  std::function<Answer(const IncomingRequest&)> answer;
  std::size_t body_limit = kBodyLimit;  // bytes
  FormFiles files = FormFiles::Refused;
};

class Server {
 public:
  Server(Site site, ApiRoutes apis, SecurityPolicy policy, Verbosity verbosity);
  ~Server();

  // Asked before site and APIs. Before serve() only.
  void add_part(ServerPart part);

  // Reserves the port, the real one is returned. Refuses a taken one and says how to choose another.
  Result<int> bind(const std::string& host, int port);

  // Serves until stop() is called from another thread; returns when the last request is answered.
  Outcome serve();

  // May be called at any time after bind(), also before serve() has begun.
  void stop();

 private:
  struct Library;
  std::unique_ptr<Library> library_;
};

}  // namespace stadttor::city_server
