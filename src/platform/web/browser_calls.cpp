#include "platform/web/browser_calls.h"

#include <emscripten.h>

#include <map>
#include <string_view>

#include "foundation/personal.h"

EM_JS(void, stadttor_host_ask, (int call, int ticket, const char* fields, int length), { Module['host'].ask(call, ticket, fields, length); });
EM_JS(void, stadttor_host_forget_key, (int key), { Module['host'].forgetKey(key); });

namespace stadttor::platform {

namespace {

struct Questions {
  std::map<int, Callback<BrowserFields>> open;
  int last_ticket = 0;
  std::string answer;  // what JavaScript hands over with the next call
};

Questions& questions() {
  static Questions instance;
  return instance;
}

// Each field with its length in front, little-endian, as WebAssembly has it.
void append_field(std::string& bytes, std::string_view field) {
  for (unsigned shift = 0; shift < 32; shift += 8) bytes.push_back(static_cast<char>(field.size() >> shift & 0xffU));
  bytes.append(field);
}

BrowserFields fields_from(std::string_view bytes) {
  BrowserFields fields;
  while (bytes.size() >= 4) {
    std::size_t size = 0;
    for (unsigned i = 0; i < 4; ++i) size |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    bytes.remove_prefix(4);
    fields.emplace_back(bytes.substr(0, size));
    bytes.remove_prefix(size < bytes.size() ? size : bytes.size());
  }
  return fields;
}

}  // namespace

void ask_browser(BrowserCall call, BrowserFields fields, Callback<BrowserFields> callback) {
  const int ticket = ++questions().last_ticket;
  questions().open[ticket] = std::move(callback);
  std::size_t size = 0;
  for (const std::string& field : fields) size += field.size() + 4;
  std::string bytes;
  // At once, so that no shorter copy of a secret is left behind by growing.
  bytes.reserve(size);
  for (std::string& field : fields) {
    append_field(bytes, field);
    Secret(std::move(field)).wipe();
  }
  stadttor_host_ask(static_cast<int>(call), ticket, bytes.data(), static_cast<int>(bytes.size()));
  Secret(std::move(bytes)).wipe();
}

void forget_browser_key(int key) { stadttor_host_forget_key(key); }

}  // namespace stadttor::platform

extern "C" {

// A place for `size` bytes that stadttor_answer reads.
EMSCRIPTEN_KEEPALIVE char* stadttor_answer_place(int size) {
  auto& answer = stadttor::platform::questions().answer;
  answer.assign(static_cast<std::size_t>(size), '\0');
  return answer.data();
}

// `kind` is an ErrorKind, or -1 where there is none.
EMSCRIPTEN_KEEPALIVE void stadttor_answer(int ticket, int kind) {
  auto& questions = stadttor::platform::questions();
  const auto found = questions.open.find(ticket);
  if (found == questions.open.end()) return;
  const auto callback = std::move(found->second);
  questions.open.erase(found);
  auto fields = stadttor::platform::fields_from(questions.answer);
  stadttor::Secret(std::move(questions.answer)).wipe();
  questions.answer.clear();
  if (kind < 0) return callback(std::move(fields));
  const std::string detail = fields.empty() ? std::string() : fields.front();
  callback(stadttor::Error{static_cast<stadttor::ErrorKind>(kind), "browser", detail, stadttor::NextStep::TryAgain});
}

}  // extern "C"
