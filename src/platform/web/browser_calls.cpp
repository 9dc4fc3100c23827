#include "platform/web/browser_calls.h"

#include <emscripten.h>

#include <map>
#include <utility>

#include "foundation/personal.h"

EM_JS(void, stadttor_host_ask, (int call, int ticket, const void* fields, int count), { Module['host'].ask(call, ticket, fields, count); });
EM_JS(void, stadttor_host_forget_key, (int key), { Module['host'].forgetKey(key); });

namespace stadttor::platform {

namespace {

struct Questions {
  std::map<int, Callback<BrowserFields>> open;
  int last_ticket = 0;
  BrowserFields answer;  // what JavaScript hands over with the next call
};

Questions& questions() {
  static Questions instance;
  return instance;
}

// As fieldsAt in web/core_text.js reads them.
struct FieldPlace {
  const char* bytes;
  std::size_t size;
};
static_assert(sizeof(FieldPlace) == 8);

// More than any answer with a secret has: growing would leave copies of short ones behind.
constexpr std::size_t kUsualFields = 8;

}  // namespace

void ask_browser(BrowserCall call, BrowserFields fields, Callback<BrowserFields> callback) {
  const int ticket = ++questions().last_ticket;
  questions().open[ticket] = std::move(callback);
  std::vector<FieldPlace> places;
  places.reserve(fields.size());
  for (const std::string& field : fields) places.push_back({field.data(), field.size()});
  // Read where they lie: a copy of ten megabytes costs as much as a tenth of encrypting them.
  stadttor_host_ask(static_cast<int>(call), ticket, places.data(), static_cast<int>(places.size()));
  for (std::string& field : fields) Secret(std::move(field)).wipe();
}

void forget_browser_key(int key) { stadttor_host_forget_key(key); }

}  // namespace stadttor::platform

extern "C" {

// A place for the next field of the answer, `size` bytes; JavaScript fills it before it asks for another.
EMSCRIPTEN_KEEPALIVE char* stadttor_answer_field(int size) {
  auto& answer = stadttor::platform::questions().answer;
  if (answer.empty()) answer.reserve(stadttor::platform::kUsualFields);
  return answer.emplace_back(static_cast<std::size_t>(size), '\0').data();
}

// `kind` is an ErrorKind, or -1 where there is none.
EMSCRIPTEN_KEEPALIVE void stadttor_answer(int ticket, int kind) {
  auto& questions = stadttor::platform::questions();
  auto fields = std::exchange(questions.answer, {});
  const auto found = questions.open.find(ticket);
  if (found == questions.open.end()) return;
  const auto callback = std::move(found->second);
  questions.open.erase(found);
  if (kind < 0) return callback(std::move(fields));
  const std::string detail = fields.empty() ? std::string() : fields.front();
  callback(stadttor::Error{static_cast<stadttor::ErrorKind>(kind), "browser", detail, stadttor::NextStep::TryAgain});
}

}  // extern "C"
