// How the citizen wants to see the portal: text size, contrast, colours, motion, presentation. Kept on the device, and only
// once something is changed.
#pragma once

#include "services/screen.h"

namespace stadttor::services::adjust_view {

// Values as the browser side keeps them; empty: as the device is set.
struct ViewSettings {
  std::string text_size;  // "", "125", "150", "175", "200" (percent)
  std::string contrast;   // "" or "more"
  std::string theme;      // "", "light" or "dark"
  std::string motion;     // "" or "less"
  std::string presentation{};  // "", "canvas" or "document"

  bool is_default() const { return text_size.empty() && contrast.empty() && theme.empty() && motion.empty() && presentation.empty(); }
};

// What is known of the drawn presentation where the portal runs.
struct PresentationFacts {
  std::string usual = "document";  // without the citizen's choice: the city's, or that of the page around the portal
  std::string gives_way;           // why the document stands in for the drawn presentation; empty where it doesn't
};

struct ViewAnswer {
  std::string changed;  // name of the setting that was changed: "text-size", "contrast", "theme", "motion", "presentation"
  std::string value;
  bool forget = false;
};

ViewAnswer show_view_settings(const Screen& screen, semantics::Page& page, const ViewSettings& settings, const PresentationFacts& presentation = {});

}  // namespace stadttor::services::adjust_view
