// How the citizen wants to see the portal: text size, contrast, colours, motion. Kept on the device, and only once
// something is changed.
#pragma once

#include "services/screen.h"

namespace stadttor::services::adjust_view {

// Values as the browser side keeps them; empty: as the device is set.
struct ViewSettings {
  std::string text_size;  // "", "125", "150", "175", "200" (percent)
  std::string contrast;   // "" or "more"
  std::string theme;      // "", "light" or "dark"
  std::string motion;     // "" or "less"

  bool is_default() const { return text_size.empty() && contrast.empty() && theme.empty() && motion.empty(); }
};

struct ViewAnswer {
  std::string changed;  // name of the setting that was changed: "text-size", "contrast", "theme", "motion"
  std::string value;
  bool forget = false;
};

ViewAnswer show_view_settings(const Screen& screen, semantics::Page& page, const ViewSettings& settings);

}  // namespace stadttor::services::adjust_view
