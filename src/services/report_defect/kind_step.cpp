// What it is about: guessed from the citizen's own words, on the device, and confirmed by the citizen; or chosen from all kinds.
#include <algorithm>

#include "services/report_defect/report_page_parts.h"

namespace stadttor::services::report_defect {

using protocols::open311::ServiceType;
using semantics::Appearance;
using semantics::State;

namespace {

constexpr std::size_t kMostGuessed = 3;

double fit_of(const ServiceType& type, const city::ReportWords* words, std::string_view text) {
  std::vector<std::string> own = type.keywords;
  own.push_back(type.name);
  double fit = city::fit_of_words(own, text);
  if (words == nullptr) return fit;
  for (const city::ReportKindWords& kind : words->kinds) {
    if (kind.service_code == type.code) fit += city::fit_of_words(kind.words, text);
  }
  return fit;
}

// The best that fit, in their order; then all others in the city's.
std::vector<const ServiceType*> ordered_kinds(const std::vector<ServiceType>& types, const city::ReportWords* words, std::string_view text, std::size_t& guessed) {
  std::vector<std::pair<double, const ServiceType*>> fitting;
  for (const ServiceType& type : types) {
    const double fit = fit_of(type, words, text);
    if (fit > 0) fitting.emplace_back(fit, &type);
  }
  std::stable_sort(fitting.begin(), fitting.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (fitting.size() > kMostGuessed) fitting.resize(kMostGuessed);
  std::vector<const ServiceType*> kinds;
  for (const auto& entry : fitting) kinds.push_back(entry.second);
  guessed = kinds.size();
  for (const ServiceType& type : types) {
    if (std::find(kinds.begin(), kinds.end(), &type) == kinds.end()) kinds.push_back(&type);
  }
  return kinds;
}

}  // namespace

void show_kind_step(const ReportView& view) {
  if (view.facts.directory == nullptr || !show_progress_of(view, view.facts.directory->types().progress)) return;
  const auto& types = view.facts.directory->types().value;
  {
    auto form = view.page.form("kind", view.screen.text("report.kind"), {.look = Appearance::Stack});
    show_field(view, "words", view.screen.text("report.words"), view.entries.words, {.hint = view.screen.text("report.words.hint")});
    std::size_t guessed = 0;
    const auto kinds = ordered_kinds(types, view.facts.words, view.entries.words.reveal<"compared on the device with the names of kinds">(), guessed);
    view.page.status("guessed", guessed > 0 ? view.screen.city.texts.counted("report.guessed", static_cast<long>(guessed), view.screen.locale) : std::string());
    const bool is_missing = view.is_told() && view.ground.type == nullptr;
    const std::string_view error = is_missing ? view.screen.text("report.kind.missing") : std::string_view();
    auto group = view.page.radio_group("kinds", view.screen.text("report.kind"), view.entries.service_code, {.states = semantics::when(is_missing, State::Invalid), .error = error, .anchor = "kinds"});
    take_focus_if_wanted(view, "kinds", group.key());
    for (std::size_t at = 0; at < kinds.size(); ++at) {
      const std::string label = at < guessed ? view.screen.text("report.kind.guessed", {{"kind", kinds[at]->name}}) : kinds[at]->name;
      view.page.radio(kinds[at]->code, label, {.hint = kinds[at]->description});
    }
    if (const std::string* code = group->entered()) view.entries.service_code = *code;
  }
  show_ways_on(view);
}

}  // namespace stadttor::services::report_defect
