#include "platform/web/store_mark_web.h"

#include <emscripten.h>

// Where a browser forbids local storage, nothing is lost but the notice.
EM_JS(int, stadttor_mark_is_set, (), { try { return localStorage.getItem('stadttor-kept') === null ? 0 : 1; } catch (error) { return 0; } });
EM_JS(void, stadttor_mark_set, (int is_set), {
  try {
    if (is_set) localStorage.setItem('stadttor-kept', '1');
    else localStorage.removeItem('stadttor-kept');
  } catch (error) {
    return;
  }
});

namespace stadttor::platform {

bool WebStoreMark::is_set() const { return stadttor_mark_is_set() != 0; }
void WebStoreMark::set() { stadttor_mark_set(1); }
void WebStoreMark::clear() { stadttor_mark_set(0); }

}  // namespace stadttor::platform
