#include "services/visit_office/office_pages.h"

#include "services/explore_city/city_map.h"
#include "services/visit_office/office_card.h"
#include "services/visit_office/open_state.h"
#include "services/visit_office/week_table.h"

namespace stadttor::services::visit_office {

using city::PageKind;
using semantics::Appearance;
using semantics::Page;

namespace {

// Exceptions that are over are of no use; without a clock all are shown.
void show_exceptions(const Screen& screen, Page& page, const city::Office& office) {
  std::vector<const city::HoursException*> coming;
  for (const city::HoursException& exception : office.exceptions) {
    if (!screen.now || screen.now->date <= exception.to_date) coming.push_back(&exception);
  }
  if (coming.empty()) return;
  page.heading(3, screen.text("office.exceptions"));
  auto list = page.list();
  for (const city::HoursException* exception : coming) {
    std::string line = screen.locale.long_date(exception->from_date);
    if (exception->from_date != exception->to_date) line.append(" – ").append(screen.locale.long_date(exception->to_date));
    line.append(": ").append(spans_text(screen, exception->hours));
    if (!exception->reason.empty()) line.append(" (").append(exception->reason).append(")");
    auto item = page.item();
    page.text(line);
  }
}

void show_accessibility(const Screen& screen, Page& page, const city::Office& office, const city::OfficeDetails* details) {
  if (office.accessibility.empty() && (details == nullptr || details->accessibility.empty())) return;
  auto region = page.region("accessibility", 2, screen.text("office.accessibility"));
  if (!office.accessibility.empty()) {
    auto list = page.list(Appearance::Checklist);
    for (const std::string& feature : office.accessibility) page.text_item(screen.text("accessibility." + feature));
  }
  if (details == nullptr) return;
  auto text = page.block("text", in_language(screen, details->language));
  show_text_blocks(page, details->accessibility, 2);
}

}  // namespace

void show_office_list(const Screen& screen, Page& page) {
  show_breadcrumb(screen, page, {{std::string(screen.text("page.offices")), {}, {}}});
  page.heading(1, screen.text("page.offices"));
  page.paragraph(screen.text("offices.lead"), {.look = Appearance::Lead});
  auto grid = page.list(Appearance::CardGrid);
  for (const city::Office& office : screen.city.offices) {
    auto item = page.item(office.id);
    auto card = page.block("card", {.look = Appearance::Card});
    auto body = page.block(Appearance::CardBody);
    {
      auto heading = page.block("heading", {});
      page.heading(2, office.name, in_language(screen, office.language, Appearance::Small));
    }
    show_open_state(screen, page, office.weekly, office.exceptions);
    page.paragraph(office.summary, in_language(screen, office.language));
    page.link("to-office", screen.text("office.to_office", {{"office", office.name}}), screen.path(PageKind::Office, office.id),
              {.look = Appearance::Card});
  }
}

ToolbarAnswer show_office(const Screen& screen, Page& page, const city::Office& office, const city::OfficeDetails* details) {
  show_breadcrumb(screen, page, {{std::string(screen.text("page.offices")), screen.path(PageKind::Offices), {}},
                                 {office.name, {}, office.language}});
  page.heading(1, office.name, in_language(screen, office.language));
  show_open_state(screen, page, office.weekly, office.exceptions);
  page.paragraph(office.summary, in_language(screen, office.language, Appearance::Lead));
  const ToolbarAnswer answer = show_toolbar(screen, page);
  show_fallback_notice(screen, page, office.language);
  if (office.zms != 0 && screen.city.appointments) {
    auto line = page.running_paragraph();
    page.link("appointment", screen.text("book.link"), screen.path(PageKind::Appointments), {.look = Appearance::Primary});
  }
  auto split = page.block("split", {.look = Appearance::Split});
  {
    auto column = page.block("column", {.look = Appearance::Stack});
    {
      auto region = page.region("hours", 2, screen.text("office.hours"), {.anchor = "oeffnungszeiten"});
      show_week(screen, page, office.weekly);
      show_exceptions(screen, page, office);
    }
    if (details != nullptr && !details->description.empty()) {
      auto region = page.region("about", 2, screen.text("office.about"));
      auto text = page.block("text", in_language(screen, details->language));
      show_text_blocks(page, details->description, 2);
    }
    show_accessibility(screen, page, office, details);
    if (details != nullptr && !details->services.empty()) {
      auto region = page.region("services", 2, screen.text("office.services"));
      auto list = page.list(Appearance::LinkList);
      for (const std::string& id : details->services) {
        const city::ServiceEntry* service = screen.city.find_service(id);
        if (service == nullptr) continue;
        auto item = page.item(id);
        page.link("link", service->name, screen.path(PageKind::Service, id), in_language(screen, service->language));
      }
    }
  }
  auto side = page.complementary("contact", screen.text("office.contact"), {.look = Appearance::SideBox});
  page.heading(2, screen.text("office.contact"), {.look = Appearance::Small});
  explore_city::show_place_scene(screen, page, office.name, {office.latitude, office.longitude}, office.address);
  show_phone(screen, page, office);
  if (!office.email.empty()) {
    auto line = page.running_paragraph();
    page.link("email", office.email, "mailto:" + office.email);
  }
  if (details != nullptr && !details->directions.empty()) {
    page.heading(2, screen.text("office.directions"), {.look = Appearance::Small});
    auto text = page.block("directions", in_language(screen, details->language));
    show_text_blocks(page, details->directions, 2);
  }
  return answer;
}

}  // namespace stadttor::services::visit_office
