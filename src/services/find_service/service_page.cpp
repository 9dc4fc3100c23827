// One service: what it is, for whom, what to bring, how it goes, what it costs, who is responsible.
#include "services/find_service/service_pages.h"
#include "services/visit_office/office_card.h"

namespace stadttor::services::find_service {

using city::PageKind;
using semantics::Appearance;
using semantics::Page;

namespace {

using Lines = std::vector<std::string>;

void show_blocks_region(const Screen& screen, Page& page, std::string_view key, std::string_view title_key,
                        const city::TextBlocks& blocks, std::string_view language) {
  if (blocks.empty()) return;
  auto region = page.region(key, 2, screen.text(title_key));
  auto text = page.block("text", in_language(screen, language));
  show_text_blocks(page, blocks, 2);
}

void show_lines_region(const Screen& screen, Page& page, std::string_view key, std::string_view title_key,
                       std::string_view anchor, const Lines& lines, std::string_view language, Appearance look) {
  if (lines.empty()) return;
  auto region = page.region(key, 2, screen.text(title_key), {.anchor = anchor});
  auto text = page.block("text", in_language(screen, language));
  auto list = look == Appearance::Steps ? page.ordered_list(look) : page.list(look);
  for (const std::string& line : lines) page.text_item(line);
}

void show_costs_and_times(const Screen& screen, Page& page, const city::ServiceDetails& details) {
  if (details.costs.empty() && details.deadline.empty() && details.duration.empty()) return;
  auto region = page.region("costs", 2, screen.text("service.costs_and_times"), {.anchor = "kosten"});
  auto text = page.block("text", in_language(screen, details.language));
  auto facts = page.description_list(Appearance::Facts);
  for (const city::Cost& cost : details.costs) {
    page.term(cost.label);
    page.definition(cost.amount);
  }
  const semantics::Traits interface_language =
      details.language.empty() ? semantics::Traits{}
                               : semantics::Traits{.language = screen.city.language, .direction = screen.city.direction};
  const auto show_fact = [&](std::string_view title_key, const std::string& value) {
    if (value.empty()) return;
    page.term(screen.text(title_key), interface_language);
    page.definition(value);
  };
  show_fact("service.deadline", details.deadline);
  show_fact("service.duration", details.duration);
}

void show_legal_basis(const Screen& screen, Page& page, const city::ServiceDetails& details) {
  if (details.legal_basis.empty()) return;
  auto disclosure = page.disclosure("legal-basis", screen.text("service.legal_basis"));
  auto list = page.list();
  int number = 0;
  for (const city::LegalBasis& basis : details.legal_basis) {
    auto item = page.item("basis" + std::to_string(number++), {.language = screen.city.language == "de" ? "" : "de"});
    if (basis.url.empty()) {
      page.text(basis.name);
    } else {
      show_external_link(screen, page, "link", basis.name, basis.url);
    }
  }
}

void show_responsible_offices(const Screen& screen, Page& page, const Lines& offices) {
  auto side = page.complementary("responsible", screen.text("service.responsible"), {.look = Appearance::SideBox});
  page.heading(2, screen.text("service.responsible"), {.look = Appearance::Small});
  for (const std::string& id : offices) {
    if (const city::Office* office = screen.city.find_office(id)) visit_office::show_office_card(screen, page, *office, 3);
  }
  auto help = page.block("help", {.look = Appearance::Card});
  auto body = page.block(Appearance::CardBody);
  page.heading(3, screen.text("help.title"), {.look = Appearance::Small});
  page.paragraph(screen.text("help.text"));
  page.link("call", screen.text("help.call", {{"phone", screen.city.city.phone}}), "tel:" + screen.city.city.phone,
            {.look = Appearance::Secondary});
}

void show_details(const Screen& screen, Page& page, const city::ServiceDetails& details) {
  const std::string_view language = details.language;
  {
    auto text = page.block("description", in_language(screen, language));
    show_text_blocks(page, details.description, 1);
  }
  show_blocks_region(screen, page, "who", "service.who", details.who, language);
  show_lines_region(screen, page, "prerequisites", "service.prerequisites", "voraussetzungen", details.prerequisites,
                    language, Appearance::Plain);
  show_lines_region(screen, page, "documents", "service.documents", "unterlagen", details.documents, language,
                    Appearance::Checklist);
  show_lines_region(screen, page, "steps", "service.steps", "ablauf", details.steps, language, Appearance::Steps);
  show_costs_and_times(screen, page, details);
  show_blocks_region(screen, page, "online", "service.online", details.online, language);
  show_legal_basis(screen, page, details);
  if (!details.related.empty()) {
    auto region = page.region("related", 2, screen.text("service.related"));
    show_service_links(screen, page, details.related);
  }
}

city::Address appointment_for(const Screen& screen, const city::ServiceEntry& service) {
  city::Address address;
  address.language = screen.city.language;
  address.page = PageKind::Appointments;
  address.query = service.id;
  return address;
}

}  // namespace

ServiceAnswer show_service(const Screen& screen, Page& page, const city::ServiceEntry& service,
                           const city::ServiceDetails* details) {
  ServiceAnswer answer;
  std::vector<Crumb> crumbs;
  if (!service.situations.empty()) {
    if (const city::Situation* situation = screen.city.find_situation(service.situations.front())) {
      crumbs.push_back({situation->name, screen.path(PageKind::Situation, situation->id), situation->language});
    }
  }
  crumbs.push_back({service.name, {}, service.language});
  show_breadcrumb(screen, page, crumbs);
  page.heading(1, service.name, in_language(screen, service.language));
  page.paragraph(service.summary, in_language(screen, service.language, Appearance::Lead));
  answer.toolbar = show_toolbar(screen, page);
  show_fallback_notice(screen, page, service.language);
  if (service.zms != 0 && screen.city.appointments) {
    auto line = page.running_paragraph();
    page.link("appointment", screen.text("book.link"), city::path_of(appointment_for(screen, service)), {.look = service.form.empty() ? Appearance::Primary : Appearance::Secondary});
  }
  if (details != nullptr && details->is_about_defects && screen.city.reports) {
    auto line = page.running_paragraph();
    page.link("report", screen.text("report.new"), screen.path(PageKind::Reports, "neu"), {.look = Appearance::Primary});
  }
  if (!service.form.empty()) {
    auto online = page.block("form", {.look = Appearance::Stack});
    {
      auto line = page.running_paragraph();
      page.link("link", screen.text("form.fill_online"), screen.path(PageKind::Form, service.form), {.look = Appearance::Primary});
    }
    page.paragraph(screen.text("form.fill_online.text"), {.look = Appearance::Small});
  }
  auto split = page.block("split", {.look = Appearance::Split});
  {
    auto column = page.block("column", {.look = Appearance::Stack});
    if (details != nullptr) {
      show_details(screen, page, *details);
    } else {
      answer.try_again = show_not_loaded(screen, page);
    }
  }
  show_responsible_offices(screen, page, details != nullptr ? details->offices : Lines{});
  return answer;
}

}  // namespace stadttor::services::find_service
