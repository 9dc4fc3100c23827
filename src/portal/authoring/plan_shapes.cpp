#include "portal/authoring/plan_shapes.h"

#include <array>
#include <utility>

namespace stadttor::portal::authoring {

std::optional<PlanSize> find_plan_size(const Json& plan) {
  const PlanSize size{static_cast<int>(number_of(plan, "width")), static_cast<int>(number_of(plan, "height"))};
  if (size.width <= 0 || size.height <= 0) return {};
  return size;
}

std::vector<PlanPoint> plan_points_of(const Json& list) {
  std::vector<PlanPoint> points;
  for (const Json& pair : list_of(list)) {
    if (list_of(pair).size() != 2 || !pair[0].is_number_integer() || !pair[1].is_number_integer()) return {};
    points.push_back({pair[0].get<int>(), pair[1].get<int>()});
  }
  return points;
}

std::size_t fewest_points_of(std::string_view kind) {
  constexpr std::array<std::pair<std::string_view, std::size_t>, 6> kKinds = {
      {{"building", 3}, {"paving", 3}, {"green", 3}, {"water", 3}, {"path", 2}, {"text", 1}}};
  for (const auto& entry : kKinds) {
    if (entry.first == kind) return entry.second;
  }
  return 0;
}

std::string shape_text_from(const std::vector<PlanPoint>& points) {
  std::string text;
  for (const PlanPoint& point : points) {
    text.append(text.empty() ? "" : " ").append(std::to_string(point.x)).append(",").append(std::to_string(point.y));
  }
  return text;
}

Json plan_background_from(const Json& plan) {
  const auto size = find_plan_size(plan);
  if (!size) return nullptr;
  Json shapes = Json::array();
  for (const Json& shape : list_of(member_of(plan, "shapes"))) {
    const std::string kind = text_of(shape, "kind");
    const std::vector<PlanPoint> points = plan_points_of(member_of(shape, "points"));
    const std::size_t fewest = fewest_points_of(kind);
    if (fewest == 0 || points.size() < fewest) continue;
    Json sound = {{"kind", kind}, {"points", shape_text_from(points)}};
    if (const std::string text = text_of(shape, "text"); !text.empty()) sound["text"] = text;
    if (const double width = number_of(shape, "width"); width > 0) sound["width"] = static_cast<int>(width);
    shapes.push_back(std::move(sound));
  }
  return {{"width", size->width}, {"height", size->height}, {"shapes", std::move(shapes)}};
}

}  // namespace stadttor::portal::authoring
