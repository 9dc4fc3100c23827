// A photo, for whoever has one: chosen or taken, shown as it will be sent, covered by hand where somebody could be recognised, and asked whether it
// was taken at the place that is reported. Without one it goes on all the same.
#include <algorithm>

#include "city/town_limits.h"
#include "services/apply/chosen_file.h"
#include "services/apply/form_words.h"
#include "services/report_defect/report_page_parts.h"

namespace stadttor::services::report_defect {

using city::Position;
using platform::CoveredArea;
using semantics::Appearance;
using semantics::FieldTraits;
using semantics::State;

namespace {

// Telephones then offer their camera, too, and those with HEIC hand over a JPEG.
constexpr std::string_view kAccepted = "image/jpeg,image/png,image/webp";

std::string_view problem_key(PhotoProblem problem) {
  switch (problem) {
    case PhotoProblem::None: return {};
    case PhotoProblem::Unread: return "form.problem.file_unread";
    case PhotoProblem::Empty: return "report.photo.problem.empty";
    case PhotoProblem::TooLarge: return "report.photo.problem.large";
    case PhotoProblem::NoPhoto: return "report.photo.problem.none";
    case PhotoProblem::Heic: return "report.photo.problem.heic";
    case PhotoProblem::Broken: return "report.photo.problem.broken";
    case PhotoProblem::NoMemory: break;
  }
  return "report.photo.problem.memory";
}

void show_choosing(const ReportView& view) {
  const ReportPhoto& photo = view.facts.photos->photo();
  const std::string_view key = problem_key(photo.problem);
  FieldTraits traits;
  traits.states = semantics::when(!key.empty(), State::Invalid);
  traits.hint = view.screen.text("report.photo.hint");
  traits.error = key.empty() ? std::string_view() : view.screen.text(key);
  traits.accept = kAccepted;
  const auto field = view.page.file_field("file", optional_label(view.screen, view.screen.text(photo.is_there ? "report.photo.another" : "report.photo.choose")), traits);
  if (const std::string* told = field.entered()) view.facts.photos->take(*told);
}

void show_what_was_removed(const ReportView& view, const ReportPhoto& photo) {
  std::string removed;
  for (const std::string_view words : apply::words_of_removed(view.screen, photo.removed)) removed.append(removed.empty() ? "" : ", ").append(words);
  if (!removed.empty()) view.page.paragraph(view.screen.text("form.files.removed", {{"what", removed}}), {.look = Appearance::Small});
}

int number_from(const std::string& typed, unsigned otherwise) {
  const bool is_number = !typed.empty() && typed.size() <= 3 && std::all_of(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; });
  return is_number ? std::atoi(typed.c_str()) : static_cast<int>(otherwise);
}

// One covered place: true where it is to be removed.
bool show_area(const ReportView& view, CoveredArea& area, std::size_t number) {
  const std::string name = view.screen.text("report.photo.area", {{"number", std::to_string(number + 1)}});
  auto group = view.page.group("area" + std::to_string(number), name, {.look = Appearance::Cluster});
  CoveredArea wanted = area;
  const auto show = [&view](std::string_view key, std::string_view label, unsigned& value) {
    const auto field = view.page.text_field(key, view.screen.text(label), std::to_string(value), {.type = "number", .input_mode = "numeric", .minimum = "0", .maximum = "100"});
    if (const std::string* typed = field.entered()) value = static_cast<unsigned>(number_from(*typed, value));
  };
  show("left", "report.photo.area.left", wanted.left);
  show("top", "report.photo.area.top", wanted.top);
  show("width", "report.photo.area.width", wanted.width);
  show("height", "report.photo.area.height", wanted.height);
  if (!(wanted == area)) area = area_within(static_cast<int>(wanted.left), static_cast<int>(wanted.top), static_cast<int>(wanted.width), static_cast<int>(wanted.height));
  return view.page.button("remove", view.screen.text("report.photo.area.remove", {{"area", name}}), {.look = Appearance::Small}).pressed();
}

void show_covering(const ReportView& view, const std::optional<CoveredArea>& marked) {
  const ReportPhoto& photo = view.facts.photos->photo();
  auto region = view.page.region("covering", 3, view.screen.text("report.photo.cover"));
  if (!photo.can_be_covered) return view.page.paragraph(view.screen.text("report.photo.cover.not"));
  view.page.paragraph(view.screen.text("report.photo.cover.text"));
  CoveredAreas areas = photo.areas;
  if (marked) areas.push_back(*marked);
  const auto add = view.page.button("add", view.screen.text("report.photo.area.add"), {.look = Appearance::Secondary});
  if (add.pressed()) {
    // Not exactly over the one before, so that it is seen.
    const int shift = static_cast<int>(areas.size() % 6) * 5;
    areas.push_back(area_within(35 + shift, 35 + shift, 20, 20));
  }
  std::optional<std::size_t> removed;
  for (std::size_t at = 0; at < areas.size(); ++at) {
    if (show_area(view, areas[at], at)) removed = at;
  }
  if (removed) {
    areas.erase(areas.begin() + static_cast<std::ptrdiff_t>(*removed));
    view.page.focus(add.key());
  }
  // Whoever does not see the picture change hears it.
  const bool is_covered = !areas.empty() && !photo.is_preparing && photo.areas == areas;
  view.page.status("covered", is_covered ? view.screen.city.texts.counted("report.photo.covered", static_cast<long>(areas.size()), view.screen.locale) : std::string(),
                   {.look = Appearance::VisuallyHidden});
  view.facts.photos->cover(std::move(areas));
}

void show_photo(const ReportView& view) {
  PhotoStudio& studio = *view.facts.photos;
  const ReportPhoto& photo = studio.photo();
  auto region = view.page.region("photo", 2, view.screen.text("report.photo.sent"), {.anchor = "photo"});
  take_focus_if_wanted(view, "photo", region.key());
  view.page.status("preparing", photo.is_preparing ? view.screen.text("report.photo.preparing") : std::string_view(), {.look = Appearance::VisuallyHidden});
  std::optional<CoveredArea> marked;
  if (!photo.shown.empty()) {
    const auto look = photo.can_be_covered ? Appearance::Markable : Appearance::Photo;
    const auto picture = view.page.picture("preview", "chosen:" + photo.shown, view.screen.text("report.photo.preview"), {.look = look});
    if (const std::string* told = picture.entered()) marked = parse_area(*told);
    view.page.paragraph(photo_words(view.screen, photo), {.look = Appearance::Small});
  } else {
    view.page.paragraph(view.screen.text("report.photo.preparing"));
  }
  show_what_was_removed(view, photo);
  show_covering(view, marked);
  if (view.page.button("remove", view.screen.text("report.photo.remove"), {.look = Appearance::Tertiary}).pressed()) studio.remove();
}

std::optional<Position> taken_at(const ReportPhoto& photo) {
  if (!photo.taken_at) return std::nullopt;
  const attachments::PicturePosition& at = photo.taken_at->reveal<"offered to the citizen as the place of the report">();
  return Position{at.latitude, at.longitude};
}

// Where the photo was taken: offered, never taken silently.
void show_position(const ReportView& view) {
  const auto position = taken_at(view.facts.photos->photo());
  if (!position) return;
  if (view.ground.area != nullptr && !city::lies_within(*view.ground.area, *position)) {
    auto message = view.page.message("elsewhere", view.screen.text("report.photo.elsewhere.title", {{"city", view.screen.city.city.name}}), Appearance::Warning);
    return view.page.paragraph(view.screen.text("report.photo.elsewhere.text", {{"city", view.screen.city.city.name}}));
  }
  const std::string text = city::text_from_position(*position);
  auto region = view.page.region("taken", 2, view.screen.text("report.photo.taken"));
  view.page.paragraph(view.screen.text("report.photo.taken.text", {{"position", text}}) + " " + near_words(view, *position));
  ReportEntries& entries = view.entries;
  const bool is_taken = entries.way == PlaceWay::Point && entries.point.reveal<"compared with where the photo was taken">() == text;
  view.page.status("used", is_taken ? view.screen.text("report.photo.taken.used") : std::string_view());
  if (is_taken || !view.page.button("use", view.screen.text("report.photo.taken.use"), {.look = Appearance::Secondary}).pressed()) return;
  entries.way = PlaceWay::Point;
  entries.point = Personal<std::string>(text);
}

}  // namespace

std::string photo_words(const Screen& screen, const ReportPhoto& photo) {
  const std::string size = apply::size_words(screen, photo.bytes == nullptr ? 0 : photo.bytes->reveal<"measured, to be shown to the citizen who chose it">().size());
  const std::string kind = photo_kind_words(photo.media_type);
  if (photo.width == 0) return kind + ", " + size;
  return screen.text("report.photo.facts", {{"kind", kind}, {"size", size}, {"width", screen.locale.number(static_cast<long>(photo.width))}, {"height", screen.locale.number(static_cast<long>(photo.height))}});
}

std::string photo_kind_words(std::string_view media_type) {
  if (media_type == "image/png") return "PNG";
  return media_type == "image/webp" ? "WebP" : "JPEG";
}

void show_photo_step(const ReportView& view) {
  view.page.paragraph(view.screen.text("report.photo.lead"));
  if (view.facts.photos != nullptr) {
    {
      auto form = view.page.form("photo-form", view.screen.text("report.step.foto"), {.look = Appearance::Stack});
      show_choosing(view);
    }
    if (view.facts.photos->photo().is_there) {
      show_photo(view);
      show_position(view);
    }
  }
  show_ways_on(view);
}

}  // namespace stadttor::services::report_defect
