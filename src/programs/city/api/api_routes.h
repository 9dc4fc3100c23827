// The municipal APIs' addresses: who answers which method on which path, and what every API refuses in the same way.
// An API is a file (or, from the second file on, a folder) beside this one with a function add_<name>_routes, called in
// municipal_apis.cpp.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "programs/city/api/problem.h"
#include "programs/city/exchange.h"

namespace stadttor::city_server {

using ApiFunction = std::function<Answer(const IncomingRequest&)>;

struct ApiRoute {
  std::string method;  // "GET" answers HEAD too
  std::string path;    // "/api/health"; "/v1/cases/{caseId}" takes any one segment and hands it on by that name
  std::string body_type = "application/json";
  ApiFunction answer;
  std::size_t body_limit = kBodyLimit;  // bytes
};

class ApiRoutes {
 public:
  void add(ApiRoute route) { routes_.push_back(std::move(route)); }

  // Refuses, in this order: unknown path (404), body too large (413), content type (415), broken JSON (400), method
  // (405). The body comes before the method, so that a sender learns of broken data whatever else is wrong.
  Answer answer(IncomingRequest request) const;

  // Whether a path belongs to the APIs and not to the site: it begins with the first segment of one of theirs.
  bool owns(std::string_view path) const;

  // How many bytes a request's body may have.
  std::size_t body_limit(std::string_view method, std::string_view path) const;

 private:
  std::vector<ApiRoute> routes_;
};

}  // namespace stadttor::city_server
