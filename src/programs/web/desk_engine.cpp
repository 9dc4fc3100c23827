// The engine with a desk (desk.wasm): what it works with is the browser's.
#include "platform/web/cryptography_web.h"
#include "platform/web/event_loop_web.h"
#include "platform/web/record_store_web.h"
#include "platform/web/secure_random_web.h"
#include "platform/web/store_mark_web.h"
#include "platform/web/timer_web.h"
#include "portal/desk/citizens_desk.h"
#include "programs/web/web_desk.h"

namespace stadttor::programs {

namespace {

// As long as the page: the desk is given up with it.
struct Browser {
  platform::WebRecordStore records;
  platform::WebStoreMark mark;
  platform::WebCryptography cryptography;
  platform::WebSecureRandom random;
  platform::WebEventLoop loop;
  platform::WebTimer timer;
};

}  // namespace

std::shared_ptr<portal::Desk> make_web_desk(platform::HttpClient&, platform::Clock& clock) {
  static Browser browser;
  return std::make_shared<portal::CitizensDesk>(
      services::keep_data::KeeperPorts{browser.records, browser.mark, browser.cryptography, browser.random, clock, browser.loop, browser.timer});
}

}  // namespace stadttor::programs
