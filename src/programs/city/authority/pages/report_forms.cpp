#include "programs/city/authority/pages/report_forms.h"

namespace stadttor::city_server::authority {

using open311::KeptReport;
using open311::ReportPart;
using open311::Stage;
using semantics::Appearance;
using semantics::Page;

namespace {

constexpr const char* kLongestNote = "500";

struct PartWords {
  const char* name;
  const char* release;
  const char* withhold;
  const char* advice;
};

PartWords words_of(ReportPart part) {
  switch (part) {
    case ReportPart::Whole: return {"whole", "Meldung übernehmen und veröffentlichen", "", ""};
    case ReportPart::Description: return {"description", "Beschreibung veröffentlichen", "Beschreibung nicht mehr zeigen", "Stehen Namen, Telefonnummern oder Kennzeichen darin? Dann veröffentlichen Sie sie nicht."};
    case ReportPart::Photo: return {"photo", "Foto veröffentlichen", "Foto nicht mehr zeigen", "Sind Gesichter oder Kennzeichen zu erkennen? Dann veröffentlichen Sie es nicht."};
  }
  return {};
}

bool is_released(const KeptReport& report, ReportPart part) {
  switch (part) {
    case ReportPart::Whole: return report.is_published;
    case ReportPart::Description: return report.is_description_released;
    case ReportPart::Photo: return report.is_photo_released;
  }
  return false;
}

void show_hidden(Page& page, const char* name, const char* value) {
  page.text_field(name, name, value, {.states = semantics::states_of(semantics::State::Hidden), .type = "hidden", .name = name});
}

void show_state_form(const InboxPage& view, Page& page, const ReportPage& shown) {
  auto region = page.region("state", 2, "Stand ändern");
  auto form = page.posted_form("form", "Stand ändern", report_path(shown.report.number, "stand"));
  show_form_token(page, *view.session);
  {
    auto select = page.select("stage", "Neuer Stand", address_of_stage(shown.report.stage), {.name = "stage"});
    for (int number = 0; number < open311::kStages; ++number) {
      const auto stage = static_cast<Stage>(number);
      page.option(address_of_stage(stage), words_of_stage(stage));
    }
  }
  page.text_area("note", "Hinweis für alle", shown.last.note,
                 {.hint = "Zum Beispiel: „Die Leitung ist bestellt, repariert wird bis Freitag.“ Wird sofort veröffentlicht; nennen Sie niemanden.", .name = "note", .max_length = kLongestNote});
  page.button("send", "Stand ändern", {.look = Appearance::Primary});
}

void show_same_form(const InboxPage& view, Page& page, const ReportPage& shown) {
  auto region = page.region("same", 2, "Gehört zu einer anderen Meldung");
  const std::string entered = !shown.last.original.empty() ? shown.last.original : shown.report.duplicate_of == 0 ? std::string() : std::to_string(shown.report.duplicate_of);
  auto form = page.posted_form("form", "Zugehörigkeit ändern", report_path(shown.report.number, "gehoert-zu"));
  show_form_token(page, *view.session);
  page.text_field("original", "Nummer der anderen Meldung", entered, {.hint = "Leer lassen, wenn sie zu keiner gehört.", .name = "original", .max_length = "12"});
  page.button("send", "Zugehörigkeit ändern", {.look = Appearance::Secondary});
}

void show_agency_form(const InboxPage& view, Page& page, const ReportPage& shown) {
  auto region = page.region("agency", 2, "Zuständigkeit");
  auto form = page.posted_form("form", "Zuständigkeit ändern", report_path(shown.report.number, "zustaendig"));
  show_form_token(page, *view.session);
  {
    auto select = page.select("agency", "Zuständiges Amt", shown.report.agency, {.name = "agency"});
    for (const std::string& agency : agencies_of(shown.catalogue)) page.option(agency, agency);
  }
  page.button("send", "Weitergeben", {.look = Appearance::Secondary});
}

}  // namespace

void show_release(const InboxPage& view, Page& page, const KeptReport& report, ReportPart part) {
  const PartWords words = words_of(part);
  const bool is_public = is_released(report, part);
  if (!is_public && *words.advice != '\0') page.paragraph(words.advice, {.look = Appearance::Small});
  if (is_public) page.paragraph("Das sehen alle.", {.look = Appearance::Small});
  auto form = page.posted_form(std::string("release_") + words.name, is_public ? words.withhold : words.release, report_path(report.number, "freigeben"));
  show_form_token(page, *view.session);
  show_hidden(page, "part", words.name);
  show_hidden(page, "release", is_public ? "withheld" : "public");
  page.button("send", is_public ? words.withhold : words.release, {.look = Appearance::Secondary});
}

void show_report_forms(const InboxPage& view, Page& page, const ReportPage& shown) {
  show_state_form(view, page, shown);
  show_same_form(view, page, shown);
  show_agency_form(view, page, shown);
}

}  // namespace stadttor::city_server::authority
