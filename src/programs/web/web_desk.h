// What an engine of the web has for its citizens: a desk, or none. Each engine is linked with one of the two files that define it.
#pragma once

#include <memory>

#include "platform/clock.h"
#include "platform/http_client.h"
#include "portal/desk.h"

namespace stadttor::programs {

// Both outlive the desk. Null in the engine that only shows pages.
std::shared_ptr<portal::Desk> make_web_desk(platform::HttpClient& http, platform::Clock& clock);

}  // namespace stadttor::programs
