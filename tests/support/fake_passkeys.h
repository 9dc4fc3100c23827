// A device with passkeys: each makes its secret of the salt it is asked with, and of nothing else.
#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "platform/event_loop.h"
#include "platform/passkeys.h"

namespace stadttor::testing {

class FakePasskeys : public platform::Passkeys {
 public:
  explicit FakePasskeys(platform::EventLoop& loop) : loop_(loop) {}

  void look(platform::Callback<bool> callback) override {
    loop_.post([this, callback] {
      if (!is_refused_here) return callback(is_there);
      callback(Error{ErrorKind::ServerRefused, "fake", "the page around does not hand it on", NextStep::None});
    });
  }
  void make(platform::PasskeyToMake wanted, platform::Callback<platform::PasskeySecret> callback) override {
    names.push_back(wanted.name);
    ++times_asked;
    later([this, wanted, callback] {
      if (refusal) return callback(error());
      for (const std::string& one : wanted.existing) {
        if (holds(one)) return callback(Error{ErrorKind::AlreadyThere, "fake", "one is enough", NextStep::None});
      }
      const std::string credential = "credential-" + std::to_string(++made_);
      credentials.push_back(credential);
      callback(secret_of(credential, wanted.salt));
    });
  }
  void ask(std::vector<platform::PasskeyToAsk> known, platform::Callback<platform::PasskeySecret> callback) override {
    ++times_asked;
    loop_.post([this, known, callback] {
      if (refusal) return callback(error());
      for (const platform::PasskeyToAsk& one : known) {
        if (holds(one.credential)) return callback(secret_of(one.credential, one.salt));
      }
      callback(Error{ErrorKind::Cancelled, "fake", "none of them is here", NextStep::None});
    });
  }
  void forget(std::string credential) override { credentials.erase(std::remove(credentials.begin(), credentials.end(), credential), credentials.end()); }

  // Answers what `waits` has held back.
  void answer_now() {
    waits = false;
    for (auto& answer : std::exchange(held_, {})) loop_.post(std::move(answer));
  }

  bool is_there = true;
  bool is_refused_here = false;
  bool waits = false;  // the citizen has not looked at the device yet
  std::optional<ErrorKind> refusal;
  std::vector<std::string> credentials;  // on the device
  std::vector<std::string> names;
  int times_asked = 0;

 private:
  void later(std::function<void()> answer) {
    if (waits) return held_.push_back(std::move(answer));
    loop_.post(std::move(answer));
  }
  Error error() const { return {*refusal, "fake", "refused by the test", NextStep::None}; }
  bool holds(const std::string& credential) const { return std::find(credentials.begin(), credentials.end(), credential) != credentials.end(); }
  static platform::PasskeySecret secret_of(const std::string& credential, const std::string& salt) {
    std::string bytes = (credential + "/" + salt).substr(0, 32);
    bytes.resize(32, '+');
    return {credential, Secret(bytes)};
  }

  platform::EventLoop& loop_;
  std::vector<std::function<void()>> held_;
  int made_ = 0;
};

}  // namespace stadttor::testing
