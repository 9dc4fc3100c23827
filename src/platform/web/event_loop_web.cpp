#include "platform/web/event_loop_web.h"

#include "platform/web/browser_calls.h"

namespace stadttor::platform {

void WebEventLoop::post(std::function<void()> turn) {
  ask_browser(BrowserCall::Turn, {}, [turn = std::move(turn)](const Result<BrowserFields>&) { turn(); });
}

}  // namespace stadttor::platform
