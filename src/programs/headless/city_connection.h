// A city to visit: a data pack's folder, compiled in memory, or a running city by its URL.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "foundation/result.h"
#include "platform/http_client.h"

namespace stadttor::headless {

struct CityConnection {
  std::unique_ptr<platform::HttpClient> http;
  std::function<bool()> poll;  // lets requests go on; false when none is under way
  std::string data_path;       // "/daten/<version>/"
  std::vector<std::string> languages;
};

// `city`: folder or "https://..." (http only for this machine). Errors: NotFound, NetworkUnreachable, MalformedData.
Result<CityConnection> connect_to_city(const std::string& city, const std::string& interface_languages);

}  // namespace stadttor::headless
