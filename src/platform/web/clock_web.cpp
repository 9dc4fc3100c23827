#include "platform/web/clock_web.h"

#include <emscripten/html5.h>

namespace stadttor::platform {

Instant WebClock::now() const { return static_cast<Instant>(emscripten_date_now()); }

}  // namespace stadttor::platform
