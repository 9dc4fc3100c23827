// The desk of the engine that has one. The pages' families find on it what their services work with.
#pragma once

#include "portal/desk.h"
#include "portal/page_content.h"
#include "services/apply/application.h"

namespace stadttor::portal {

class CitizensDesk : public Desk {
 public:
  void when_changed(std::function<void()> changed) override { changed_ = std::move(changed); }
  void note_use() override {}
  void set_offline(bool) override {}
  bool holds_unkept_answers() const override { return applications.hold_answers(); }

  services::apply::Applications applications;

 private:
  std::function<void()> changed_;
};

// Every state of a page at the desk has one.
inline CitizensDesk& desk_of(PageState& state) { return static_cast<CitizensDesk&>(*state.desk); }
inline const CitizensDesk& desk_of(const PageState& state) { return static_cast<const CitizensDesk&>(*state.desk); }

}  // namespace stadttor::portal
