// The photo of a report that is being written: taken in, rid of what it says besides its pixels, made smaller and covered where the citizen
// wants. What will be sent is what is shown. The uncovered picture is here alone, in memory, and goes with the visit or once the report is sent.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attachments/clean_file.h"
#include "attachments/picture_position.h"
#include "platform/pictures.h"

namespace stadttor::services::report_defect {

using PhotoBytes = std::shared_ptr<const Personal<std::string>>;
using CoveredAreas = std::vector<platform::CoveredArea>;

enum class PhotoProblem : unsigned char { None, Unread, Empty, TooLarge, NoPhoto, Heic, Broken, NoMemory };

struct ReportPhoto {
  PhotoBytes bytes;        // what will be sent; null: none, or not ready yet
  std::string media_type;  // of them
  unsigned width = 0;      // of them, in pixels; 0: not known, where nothing can be changed here
  unsigned height = 0;
  std::string shown;       // "chosen:<shown>" is what will be sent
  CoveredAreas areas;      // as the citizen wants them
  bool is_there = false;   // one has been chosen
  bool is_preparing = false;
  bool can_be_covered = true;
  attachments::RemovedKinds removed = 0;
  std::optional<Personal<attachments::PicturePosition>> taken_at;
  PhotoProblem problem = PhotoProblem::None;  // of the file that was chosen last; an earlier photo stays

  // Chosen, and not yet as it will be sent: a report may not go on.
  bool is_unready() const { return is_there && (is_preparing || bytes == nullptr); }
};

class PhotoStudio {
 public:
  // `changed` is called when a photo has become ready or could not; never inside a call.
  PhotoStudio(platform::Pictures& pictures, std::function<void()> changed);
  ~PhotoStudio();
  PhotoStudio(const PhotoStudio&) = delete;
  PhotoStudio& operator=(const PhotoStudio&) = delete;

  const ReportPhoto& photo() const;
  // A chosen file, as services/apply/told_file.h has it.
  void take(std::string_view told);
  void cover(CoveredAreas areas);
  // One that was prepared before, of a report that is written anew.
  void take_prepared(Personal<std::string> bytes);
  void remove();

 private:
  struct State;
  std::shared_ptr<State> state_;
};

// Within the picture and never too small to be seen.
platform::CoveredArea area_within(int left, int top, int width, int height);
// "10 20 30 40", as a picture that can be marked tells it; nothing where it is none.
std::optional<platform::CoveredArea> parse_area(std::string_view told);

}  // namespace stadttor::services::report_defect
