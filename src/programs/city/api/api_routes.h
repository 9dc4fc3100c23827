// The municipal APIs' addresses: who answers which method on which path, and what every API refuses in the same way.
// An API is a file (or, from the second file on, a folder) beside this one with a function add_<name>_routes, called in
// municipal_apis.cpp.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "programs/city/exchange.h"

namespace stadttor::city_server {

using ApiFunction = std::function<Answer(const IncomingRequest&)>;

struct ApiRoute {
  std::string method;  // "GET" answers HEAD too
  std::string path;    // "/api/health"
  std::string body_type = "application/json";
  ApiFunction answer;
};

class ApiRoutes {
 public:
  void add(ApiRoute route) { routes_.push_back(std::move(route)); }

  // Refuses, in this order: unknown path (404), body too large (413), content type (415), broken JSON (400), method
  // (405). The body comes before the method, so that a sender learns of broken data whatever else is wrong.
  Answer answer(const IncomingRequest& request) const;

  static bool is_api_path(std::string_view path);

 private:
  std::vector<ApiRoute> routes_;
};

}  // namespace stadttor::city_server
