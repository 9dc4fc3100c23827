#include <algorithm>
#include <set>

#include "portal/authoring/pack_checks.h"
#include "portal/authoring/plan_shapes.h"

namespace stadttor::portal::authoring {

namespace {

void check_corners(const std::vector<PlanPoint>& points, const PlanSize& size, const std::string& pointer, ProblemLog log) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (size.holds(points[i])) continue;
    log.error(pointer_to(pointer, i),
              "Der Punkt liegt außerhalb des Plans, der " + std::to_string(size.width) + " mal " + std::to_string(size.height) +
                  " Einheiten groß ist.",
              "Berichtigen Sie den Punkt oder vergrößern Sie den Plan.");
    return;
  }
}

void check_background(const PackFile& plan, const PlanSize& size, ProblemLog log) {
  const Json& shapes = list_of(member_of(plan.content, "shapes"));
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    const std::string kind = text_of(shapes[i], "kind");
    const std::string pointer = pointer_to("/shapes", i) + "/points";
    const std::vector<PlanPoint> points = plan_points_of(member_of(shapes[i], "points"));
    const std::size_t fewest = fewest_points_of(kind);
    if (points.size() < fewest) {
      log.error(pointer, "Für „" + kind + "“ sind das zu wenige Punkte. Die Form wird nicht gezeichnet.",
                "Geben Sie mindestens " + std::to_string(fewest) + " Punkte an.");
    }
    if (kind == "text" && text_of(shapes[i], "text").empty()) {
      log.error(pointer_to("/shapes", i), "Der Beschriftung fehlt der Text.", "Ergänzen Sie „text“.");
    }
    check_corners(points, size, pointer, log);
  }
}

// The days on which the market is where the plan shows it.
std::set<std::string> plan_days_of(const Json& market) {
  std::set<std::string> days;
  const std::string site = text_of(member_of(market, "plan"), "site");
  for (const Json& hours : list_of(member_of(market, "hours"))) {
    if (text_of(hours, "site") == site) days.insert(text_of(hours, "day"));
  }
  return days;
}

void check_stalls(const Json& market, const std::optional<PlanSize>& size, ProblemLog log) {
  std::set<std::string> market_days;
  for (const Json& hours : list_of(member_of(market, "hours"))) market_days.insert(text_of(hours, "day"));
  const std::set<std::string> plan_days = plan_days_of(market);
  const Json& stalls = list_of(member_of(market, "stalls"));
  for (std::size_t i = 0; i < stalls.size(); ++i) {
    const std::string pointer = pointer_to("/stalls", i);
    const std::vector<std::string> days = texts_of(stalls[i], "days");
    for (std::size_t day = 0; day < days.size(); ++day) {
      if (market_days.count(days[day]) > 0) continue;
      log.error(pointer_to(pointer + "/days", day), "An diesem Tag ist kein Markt. Der Tag wird übergangen.",
                "Ergänzen Sie den Tag unter /hours oder löschen Sie ihn hier.");
    }
    const bool stands_on_plan = std::any_of(days.begin(), days.end(), [&plan_days](const std::string& day) { return plan_days.count(day) > 0; });
    const std::vector<PlanPoint> corners = plan_points_of(member_of(stalls[i], "shape"));
    if (size && stands_on_plan && corners.empty()) {
      log.warning(pointer, "Auf dem Plan fehlt dieser Stand. In der Liste steht er.", "Ergänzen Sie „shape“ mit den Ecken des Standes.");
    }
    if (size) check_corners(corners, *size, pointer + "/shape", log);
  }
}

}  // namespace

void check_market(const PackSource& source, Problems& problems) {
  const Json& market = source.market.content;
  if (market.is_null()) return;
  ProblemLog log(problems, source.market.name);
  const std::string background = text_of(member_of(market, "plan"), "background");
  if (!background.empty() && source.market_plan.content.is_null()) {
    log.error("/plan/background", "Die Datei „" + background + "“ gibt es im Datenpaket nicht. Der Markt wird ohne Plan gezeigt.",
              "Legen Sie die Datei an oder berichtigen Sie den Namen.");
  }
  const auto size = find_plan_size(source.market_plan.content);
  if (size) check_background(source.market_plan, *size, ProblemLog(problems, source.market_plan.name));
  check_stalls(market, size, log);
}

}  // namespace stadttor::portal::authoring
