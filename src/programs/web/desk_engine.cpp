// The engine with a desk (desk.wasm): what it works with is the browser's.
#include "portal/desk/citizens_desk.h"
#include "programs/web/web_desk.h"

namespace stadttor::programs {

std::shared_ptr<portal::Desk> make_web_desk(platform::HttpClient&, platform::Clock&) { return std::make_shared<portal::CitizensDesk>(); }

}  // namespace stadttor::programs
