// The engine with a desk (desk.wasm): what it works with is the browser's.
#include "platform/web/cryptography_web.h"
#include "platform/web/event_loop_web.h"
#include "platform/web/exclusive_lock_web.h"
#include "platform/web/passkeys_web.h"
#include "platform/web/pictures_web.h"
#include "platform/web/record_store_web.h"
#include "platform/web/secure_random_web.h"
#include "platform/web/store_mark_web.h"
#include "platform/web/timer_web.h"
#include "platform/web/whereabouts_web.h"
#include "portal/desk/citizens_desk.h"
#include "programs/web/web_desk.h"

namespace stadttor::programs {

namespace {

struct Browser {
  platform::WebRecordStore records;
  platform::WebStoreMark mark;
  platform::WebCryptography cryptography;
  platform::WebSecureRandom random;
  platform::WebEventLoop loop;
  platform::WebTimer timer;
  platform::WebExclusiveLock locks;
  platform::WebPasskeys passkeys;
  platform::WebPictures pictures;
  platform::WebWhereabouts whereabouts;
};

}  // namespace

std::shared_ptr<portal::Desk> make_web_desk(platform::HttpClient& http, platform::Clock& clock) {
  static Browser browser;
  return std::make_shared<portal::CitizensDesk>(
      portal::DeskPorts{http, clock, browser.records, browser.mark, browser.cryptography, browser.random, browser.loop, browser.timer, browser.locks, browser.passkeys,
                        browser.pictures, browser.whereabouts});
}

}  // namespace stadttor::programs
