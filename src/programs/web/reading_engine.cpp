// The engine that only shows pages (core.wasm): whoever fills in, keeps or sends something is led to the other one.
#include "programs/web/web_desk.h"

namespace stadttor {

namespace portal {

const PageFamily* find_desk_family(city::PageKind) { return nullptr; }
std::unique_ptr<Desk> make_blank_desk() { return nullptr; }

}  // namespace portal

namespace programs {

std::shared_ptr<portal::Desk> make_web_desk(platform::HttpClient&, platform::Clock&) { return nullptr; }

}  // namespace programs

}  // namespace stadttor
