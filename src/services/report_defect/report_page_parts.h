// What the pages of reports are composed of, each in its own file.
#pragma once

#include "services/report_defect/report_pages.h"

namespace stadttor::services::report_defect {

struct ReportView {
  const Screen& screen;
  semantics::Page& page;
  const city::Address& address;
  const ReportFacts& facts;
  ReportEntries& entries;
  ReportWish& wish;
  EntryGround ground;

  bool is_told() const { return entries.told_steps.count(address.step) > 0; }
};

city::Address address_of_part(const Screen& screen, std::string_view part, std::string_view step = {});
city::Address address_of_report(const Screen& screen, const std::string& id);

// A text field of a value that is the citizen's.
semantics::Interaction show_field(const ReportView& view, std::string_view key, std::string_view label, Personal<std::string>& value, const semantics::FieldTraits& traits);

// What is missing or wrong on this step, once the citizen wanted to go on, each with the way to its field.
void show_problems(const ReportView& view);
// Whoever chose a problem there is led to the field that has it.
void take_focus_if_wanted(const ReportView& view, std::string_view anchor, semantics::NodeKey field);
// The anchor of one of the city's questions.
std::string anchor_of(const protocols::open311::ServiceDefinition& definition, const protocols::open311::Attribute& attribute);

void show_changed_elsewhere(const ReportView& view);
void show_where_entries_stay(const ReportView& view);
void show_place_step(const ReportView& view);
// Its parts for positions: where the device is, a point of the map, and what is said beyond the city's limits.
void show_here(const ReportView& view, std::string_view error);
void show_point(const ReportView& view, std::string_view error);
void show_limits(const ReportView& view);
// From where things are near: the device's position, if the citizen has asked for it.
std::optional<city::Position> near_position(const ReportView& view);
void show_kind_step(const ReportView& view);
void show_questions_step(const ReportView& view);
void show_similar(const ReportView& view);
void show_photo_step(const ReportView& view);
void show_contact_step(const ReportView& view);
void show_check_step(const ReportView& view);
// "Weiter" and "Zurück" below a step; where something is missing, the focus goes to where it is told.
void show_ways_on(const ReportView& view);

// "In der Nähe: Spielplatz Uferpark (etwa 120 m)."
std::string near_words(const ReportView& view, const city::Position& position);
// "JPEG, 420 KB, 2.048 × 1.536 Bildpunkte"
std::string photo_words(const Screen& screen, const ReportPhoto& photo);
std::string photo_kind_words(std::string_view media_type);

// Facts of a report as a list: place, kind, answers, words, contact.
void show_report_facts(const Screen& screen, semantics::Page& page, const kept_data::Report& report);

void show_own_reports(const ReportView& view);
void show_own_report(const ReportView& view);
void show_published(const ReportView& view, PublishedChoice& choice);

// What is loaded, failed, or not there yet; true where it is there.
bool show_progress_of(const ReportView& view, Progress progress);

// "Lampennummer (freiwillig)"
std::string optional_label(const Screen& screen, std::string_view label);
std::string_view problem_words(const Screen& screen, EntryProblem problem);
std::string status_words(const Screen& screen, const kept_data::Report& report);

}  // namespace stadttor::services::report_defect
