#include "services/report_defect/photo_studio.h"

#include <algorithm>
#include <utility>

#include "services/apply/told_file.h"

namespace stadttor::services::report_defect {

using platform::CoveredArea;
using platform::PreparedPicture;

namespace {

constexpr unsigned kLongestSide = 2048;
// Held in memory several times while it is prepared; cameras of telephones stay far below.
constexpr std::size_t kLargestChosen = 30U << 20U;
// What a city takes. Only photos that cannot be made smaller here ever come near it.
constexpr std::size_t kLargestSent = 5U << 20U;
constexpr int kSmallestArea = 2;
constexpr std::size_t kMostAreas = 30;

PhotoProblem problem_of(const Error& error, std::string_view content) {
  if (attachments::media_type_of(content) == "image/heic") return PhotoProblem::Heic;
  return error.kind == ErrorKind::NotSupported ? PhotoProblem::NoPhoto : PhotoProblem::Broken;
}

}  // namespace

struct PhotoStudio::State : std::enable_shared_from_this<PhotoStudio::State> {
  State(platform::Pictures& device, std::function<void()> tell) : pictures(device), changed(std::move(tell)) {}

  platform::Pictures& pictures;
  std::function<void()> changed;
  ReportPhoto photo;
  PhotoBytes uncovered;          // without metadata, in the size it was chosen in
  std::string uncovered_type;
  unsigned taking = 0;           // counts photos: what is answered about an earlier one is dropped
  unsigned showing = 0;          // counts what was shown: each has an address of its own
  CoveredAreas areas_in_work;

  void stop_showing() {
    if (!photo.shown.empty()) pictures.forget(photo.shown);
    photo.shown.clear();
  }

  void show(Personal<std::string> bytes, std::string media_type) {
    stop_showing();
    photo.bytes = std::make_shared<const Personal<std::string>>(std::move(bytes));
    photo.media_type = std::move(media_type);
    photo.shown = "report-photo-" + std::to_string(++showing);
    pictures.show(photo.shown, *photo.bytes, photo.media_type);
  }

  void begin(Personal<std::string> bytes, const std::string& media_type) {
    ++taking;
    uncovered = std::make_shared<const Personal<std::string>>(std::move(bytes));
    uncovered_type = media_type;
    photo.is_there = true;
    photo.is_preparing = false;
  }

  void prepare() {
    if (photo.is_preparing) return;
    if (!photo.can_be_covered) return keep_as_it_is();
    photo.is_preparing = true;
    areas_in_work = photo.areas;
    pictures.prepare({*uncovered, uncovered_type, kLongestSide, photo.areas}, [weak = weak_from_this(), taken = taking](Result<PreparedPicture> prepared) {
      const auto state = weak.lock();
      if (state && state->taking == taken) state->prepared(std::move(prepared));
    });
  }

  void prepared(Result<PreparedPicture> made) {
    photo.is_preparing = false;
    if (!made.ok()) {
      fail(made.error());
      return changed();
    }
    // It has been covered otherwise meanwhile: what is ready is out of date before anybody has seen it.
    if (areas_in_work != photo.areas) return prepare();
    // The device's encoder is another's: what it adds is taken out, too.
    auto cleaned = attachments::clean_file(made.value().bytes.reveal<"looked through once more before it is shown">(), "image/jpeg");
    if (cleaned.ok()) {
      photo.width = made.value().width;
      photo.height = made.value().height;
      show(std::move(cleaned.value().bytes), "image/jpeg");
    } else {
      fail(cleaned.error());
    }
    changed();
  }

  void fail(const Error& error) {
    if (error.kind == ErrorKind::NotSupported) {
      photo.can_be_covered = false;
      return keep_as_it_is();
    }
    drop();
    photo.problem = error.kind == ErrorKind::OutOfMemory ? PhotoProblem::NoMemory : PhotoProblem::Broken;
  }

  // Where nothing here can change pictures: in its own size, and uncovered.
  void keep_as_it_is() {
    const std::string& bytes = uncovered->reveal<"measured, and sent as it is where it cannot be made smaller">();
    photo.areas.clear();
    if (bytes.size() <= kLargestSent) return show(Personal<std::string>(bytes), uncovered_type);
    drop();
    photo.problem = PhotoProblem::TooLarge;
  }

  void drop() {
    ++taking;
    stop_showing();
    photo = {};
    photo.can_be_covered = pictures.can_prepare();
    uncovered.reset();
  }
};

PhotoStudio::PhotoStudio(platform::Pictures& pictures, std::function<void()> changed) : state_(std::make_shared<State>(pictures, std::move(changed))) {
  state_->photo.can_be_covered = pictures.can_prepare();
}

PhotoStudio::~PhotoStudio() { state_->stop_showing(); }

const ReportPhoto& PhotoStudio::photo() const { return state_->photo; }

void PhotoStudio::take(std::string_view told) {
  const apply::ToldFile file = apply::read_told_file(told);
  // The picture shown is the one that will be sent; the file on the device is not needed any more.
  state_->pictures.forget(file.lines[0]);
  const auto refuse = [this](PhotoProblem problem) { state_->photo.problem = problem; };
  if (file.size() > kLargestChosen) return refuse(PhotoProblem::TooLarge);
  if (!file.content) return refuse(PhotoProblem::Unread);
  if (file.content->empty()) return refuse(PhotoProblem::Empty);
  // By content: what a file is called and said to be is anybody's word.
  auto cleaned = attachments::clean_file(*file.content, {});
  if (!cleaned.ok()) return refuse(problem_of(cleaned.error(), *file.content));
  const std::string media_type = cleaned.value().media_type;
  if (media_type.compare(0, 6, "image/") != 0) return refuse(PhotoProblem::NoPhoto);
  state_->drop();
  state_->photo.removed = cleaned.value().removed;
  state_->photo.taken_at = attachments::position_of_picture(*file.content);
  state_->begin(std::move(cleaned.value().bytes), media_type);
  state_->prepare();
}

void PhotoStudio::cover(CoveredAreas areas) {
  if (!state_->photo.is_there || !state_->photo.can_be_covered) return;
  if (areas.size() > kMostAreas) areas.resize(kMostAreas);
  if (areas == state_->photo.areas) return;
  state_->photo.areas = std::move(areas);
  state_->prepare();
}

void PhotoStudio::take_prepared(Personal<std::string> bytes) {
  const std::string media_type(attachments::media_type_of(bytes.reveal<"its kind is looked at">()));
  state_->drop();
  state_->begin(bytes, media_type);
  state_->show(std::move(bytes), media_type);
  state_->changed();
}

void PhotoStudio::remove() { state_->drop(); }

CoveredArea area_within(int left, int top, int width, int height) {
  width = std::clamp(width, kSmallestArea, 100);
  height = std::clamp(height, kSmallestArea, 100);
  left = std::clamp(left, 0, 100 - width);
  top = std::clamp(top, 0, 100 - height);
  return {static_cast<unsigned>(left), static_cast<unsigned>(top), static_cast<unsigned>(width), static_cast<unsigned>(height)};
}

std::optional<CoveredArea> parse_area(std::string_view told) {
  int numbers[4] = {};
  for (int& number : numbers) {
    while (!told.empty() && told.front() == ' ') told.remove_prefix(1);
    std::size_t digits = 0;
    for (; digits < told.size() && digits < 3 && told[digits] >= '0' && told[digits] <= '9'; ++digits) number = number * 10 + (told[digits] - '0');
    if (digits == 0) return std::nullopt;
    told.remove_prefix(digits);
  }
  return told.empty() ? std::optional(area_within(numbers[0], numbers[1], numbers[2], numbers[3])) : std::nullopt;
}

}  // namespace stadttor::services::report_defect
