// A citizen without a screen: opens, presses, types and reads by role and visible name, on the same portal a browser
// runs. For visit scripts and scenarios.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "portal/portal.h"
#include "programs/desk/native_desk.h"

namespace stadttor::headless {

class Visitor : private portal::Front {
 public:
  // `poll` lets the network go on for a moment and says whether anything is under way.
  Visitor(platform::HttpClient& http, platform::Clock& clock, std::function<bool()> poll, std::string data_path);

  // Begins a visit at a path of the portal.
  void opens(std::string_view path);

  // Each is false where there is no such thing, or where it cannot be done. "Wurftag > Tag" is what is called "Tag" within "Wurftag",
  // "Wurftag > *" the first there, whatever it is called.
  bool goes_back();
  bool presses(std::string_view role, std::string_view name);
  bool types(std::string_view label, std::string_view text);
  // As services/apply/told_file.h has it.
  bool chooses_file(std::string_view label, std::string_view told);
  bool chooses(std::string_view label, std::string_view option);
  bool checks(std::string_view label);    // a checkbox that is not checked
  bool unchecks(std::string_view label);  // one that is
  bool submits();

  bool sees(std::string_view role, std::string_view name) const;
  bool reads(std::string_view text) const;
  const semantics::Tree& page() const { return shown_; }
  const std::string& path() const { return history_.back(); }
  const std::vector<portal::Effect>& effects() const { return effects_; }
  const std::vector<std::string>& log_lines() const { return log_; }

  // Lets everything come to rest; false when it does not within 200 rounds.
  bool settles();

 private:
  void take_over(const semantics::Tree& tree) override { shown_ = tree; }
  void show(const semantics::Tree& tree, const std::vector<portal::Effect>& effects) override;
  void request_frame() override { wants_frame_ = true; }
  void give_up(std::string_view why) override { log_.emplace_back(why); }

  bool sets_checked(std::string_view label, bool is_checked);
  semantics::NodeIndex find(std::string_view role, std::string_view name) const;

  platform::HttpClient& http_;
  platform::Clock& clock_;
  std::function<bool()> poll_;
  std::string data_path_;
  programs::NativeDesk desk_;
  std::unique_ptr<portal::Portal> portal_;
  semantics::Tree shown_;
  std::vector<portal::Effect> effects_;
  std::vector<std::string> history_ = {""};
  std::vector<std::string> log_;
  bool wants_frame_ = false;
};

}  // namespace stadttor::headless
