#include "platform/web/whereabouts_web.h"

#include <cstdlib>

#include "platform/web/browser_calls.h"

namespace stadttor::platform {

void WebWhereabouts::ask(Callback<Personal<DevicePosition>> callback) {
  ask_browser(BrowserCall::FindPosition, {}, [callback = std::move(callback)](Result<BrowserFields> answer) {
    if (!answer.ok()) return callback(answer.error());
    const BrowserFields& given = answer.value();
    callback(Personal<DevicePosition>({std::strtod(given.at(0).c_str(), nullptr), std::strtod(given.at(1).c_str(), nullptr)}));
  });
}

}  // namespace stadttor::platform
