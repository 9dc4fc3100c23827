#include "platform/web/passkeys_web.h"

#include "platform/web/browser_calls.h"

namespace stadttor::platform {

namespace {

// The credential's id, and its secret.
void ask_for_secret(BrowserCall call, BrowserFields fields, Callback<PasskeySecret> callback) {
  ask_browser(call, std::move(fields), [callback = std::move(callback)](Result<BrowserFields> answer) {
    if (!answer.ok()) return callback(answer.error());
    BrowserFields& given = answer.value();
    callback(PasskeySecret{std::move(given.at(0)), Secret(std::move(given.at(1)))});
  });
}

}  // namespace

void WebPasskeys::look(Callback<bool> callback) {
  ask_browser(BrowserCall::LookForPasskeys, {}, [callback = std::move(callback)](Result<BrowserFields> answer) {
    if (!answer.ok()) return callback(answer.error());
    callback(answer.value().at(0) == "1");
  });
}

void WebPasskeys::make(PasskeyToMake wanted, Callback<PasskeySecret> callback) {
  BrowserFields fields{std::move(wanted.name), std::move(wanted.salt)};
  for (std::string& credential : wanted.existing) fields.push_back(std::move(credential));
  ask_for_secret(BrowserCall::MakePasskey, std::move(fields), std::move(callback));
}

void WebPasskeys::ask(std::vector<PasskeyToAsk> known, Callback<PasskeySecret> callback) {
  BrowserFields fields;
  for (PasskeyToAsk& passkey : known) {
    fields.push_back(std::move(passkey.credential));
    fields.push_back(std::move(passkey.salt));
  }
  ask_for_secret(BrowserCall::AskPasskey, std::move(fields), std::move(callback));
}

void WebPasskeys::forget(std::string credential) {
  ask_browser(BrowserCall::ForgetPasskey, {std::move(credential)}, [](const Result<BrowserFields>&) {});
}

}  // namespace stadttor::platform
