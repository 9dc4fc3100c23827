// The static site: finds the file for a request and answers with the best variant of it. Knows nothing of sockets,
// APIs or the database.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "foundation/result.h"
#include "programs/city/exchange.h"

namespace stadttor::city_server {

class Site {
 public:
  // Refuses a folder that is not there or holds no built site.
  static Result<Site> open(const std::filesystem::path& folder, std::vector<std::string> languages);

  // For GET and HEAD; any other method gets 405. The body is the whole file also for HEAD, so that the length is right.
  Answer answer(const IncomingRequest& request) const;

 private:
  Site(std::filesystem::path folder, std::vector<std::string> languages)
      : folder_(std::move(folder)), languages_(std::move(languages)) {}

  Answer redirect_to_language(const IncomingRequest& request) const;
  Answer not_found_answer(const IncomingRequest& request) const;

  std::filesystem::path folder_;  // canonical, so that a link out of it is noticed
  std::vector<std::string> languages_;
};

}  // namespace stadttor::city_server
