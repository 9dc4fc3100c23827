// What is missing or wrong on a step of a report, told above its fields as applications and appointments tell it.
#include "services/told_problems.h"
#include "services/report_defect/report_page_parts.h"

namespace stadttor::services::report_defect {

using protocols::open311::Attribute;
using protocols::open311::ServiceDefinition;

namespace {

std::string_view field_of(PlaceWay way) {
  switch (way) {
    case PlaceWay::Address: return "street";
    case PlaceWay::Object: return "object";
    case PlaceWay::Here: return "here";
    case PlaceWay::Point: break;
  }
  return "point";
}

std::string_view place_problem(const ReportView& view) {
  const bool is_unreadable = view.entries.way == PlaceWay::Point && !view.entries.point.is_empty() && !position_of(view.entries, view.ground);
  if (is_unreadable) return "report.problem.position";
  return is_beyond_the_city(view.entries, view.ground) ? "report.beyond.title" : "report.where.missing";
}

std::vector<ToldProblem> problems_of_questions(const ReportView& view) {
  std::vector<ToldProblem> problems;
  // The city may ask in its own language only.
  const bool runs_another_way = view.screen.city.direction == "rtl";
  const auto add = [&](std::string anchor, std::string_view question, EntryProblem problem) {
    if (problem != EntryProblem::None) problems.push_back({std::move(anchor), problem_line(question, problem_words(view.screen, problem), runs_another_way)});
  };
  if (const ServiceDefinition* definition = view.ground.definition; definition != nullptr) {
    for (const Attribute& attribute : definition->attributes) add(anchor_of(*definition, attribute), attribute.question, problem_of_value(view.entries, attribute));
  }
  add("description", view.screen.text("report.description"), problem_of_description(view.entries, view.ground));
  return problems;
}

std::vector<ToldProblem> problems_of_step(const ReportView& view) {
  const Screen& screen = view.screen;
  const std::string_view step = view.address.step;
  if (step.empty()) return {{std::string(field_of(view.entries.way)), std::string(screen.text(place_problem(view)))}};
  if (step == "art") return {{"kinds", std::string(screen.text("report.kind.missing"))}};
  if (step == "angaben") return problems_of_questions(view);
  if (step == "foto") return {{"photo", std::string(screen.text("report.photo.preparing"))}};
  return {{"email", problem_line(screen.text("report.email"), problem_words(screen, problem_of_email(view.entries)))}};
}

}  // namespace

std::string anchor_of(const ServiceDefinition& definition, const Attribute& attribute) {
  return "question-" + std::to_string(&attribute - definition.attributes.data() + 1);
}

void take_focus_if_wanted(const ReportView& view, std::string_view anchor, semantics::NodeKey field) {
  if (!anchor.empty() && view.wish.wanted_field == anchor) view.page.focus(field);
}

void show_problems(const ReportView& view) {
  if (!view.is_told() || is_complete(view.entries, view.ground, view.address.step)) return;
  const std::vector<ToldProblem> problems = problems_of_step(view);
  const auto chosen = show_problem_list(view.page, "errors", view.screen.text("report.missing.title"), problems);
  if (chosen) view.wish.wanted_field = problems[*chosen].anchor;
}

}  // namespace stadttor::services::report_defect
