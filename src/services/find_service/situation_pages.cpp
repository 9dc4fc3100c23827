// Life situations: the overview as tiles, and one situation with its services.
#include "services/find_service/service_pages.h"

namespace stadttor::services::find_service {

using city::PageKind;
using semantics::Appearance;
using semantics::Page;

void show_service_links(const Screen& screen, Page& page, const std::vector<std::string>& ids) {
  auto list = page.list(Appearance::LinkList);
  for (const std::string& id : ids) {
    const city::ServiceEntry* service = screen.city.find_service(id);
    if (service == nullptr) continue;
    auto item = page.item(id);
    page.link("link", service->name, screen.path(PageKind::Service, id), in_language(screen, service->language));
  }
}

void show_situation_list(const Screen& screen, Page& page) {
  show_breadcrumb(screen, page, {{std::string(screen.text("page.situations")), {}, {}}});
  page.heading(1, screen.text("page.situations"));
  page.paragraph(screen.text("situations.lead"), {.look = Appearance::Lead});
  auto grid = page.list(Appearance::CardGrid);
  for (const city::Situation& situation : screen.city.situations) {
    auto item = page.item(situation.id);
    auto card = page.block("card", {.look = Appearance::Card});
    auto body = page.block(Appearance::CardBody);
    page.icon(situation.id);
    {
      auto heading = page.block("heading", {});
      page.link("link", situation.name, screen.path(PageKind::Situation, situation.id),
                in_language(screen, situation.language, Appearance::Card));
    }
    page.paragraph(situation.summary, in_language(screen, situation.language));
  }
}

void show_situation(const Screen& screen, Page& page, const city::Situation& situation) {
  show_breadcrumb(screen, page, {{std::string(screen.text("page.situations")), screen.path(PageKind::Situations), {}},
                                 {situation.name, {}, situation.language}});
  page.heading(1, situation.name, in_language(screen, situation.language));
  page.paragraph(situation.summary, in_language(screen, situation.language, Appearance::Lead));
  auto list = page.list(Appearance::ResultList);
  for (const city::ServiceEntry& service : screen.city.services) {
    bool belongs = false;
    for (const std::string& id : service.situations) belongs = belongs || id == situation.id;
    if (!belongs) continue;
    auto item = page.item(service.id);
    page.link("link", service.name, screen.path(PageKind::Service, service.id),
              in_language(screen, service.language, Appearance::ResultList));
    page.paragraph(service.summary, in_language(screen, service.language));
  }
}

void show_service_list(const Screen& screen, Page& page) {
  show_breadcrumb(screen, page, {{std::string(screen.text("page.services")), {}, {}}});
  page.heading(1, screen.text("page.services"));
  page.paragraph(screen.city.texts.counted("services.count", static_cast<long>(screen.city.services.size()), screen.locale),
                 {.look = Appearance::Lead});
  {
    auto letters = page.navigation("letters", screen.text("services.letters"));
    auto list = page.list(Appearance::Alphabet);
    std::string last;
    for (const city::ServiceEntry& service : screen.city.services) {
      if (service.letter == last) continue;
      last = service.letter;
      auto item = page.item(last);
      page.link("link", last, "#buchstabe-" + last, {.look = Appearance::Alphabet});
    }
  }
  for (std::size_t i = 0; i < screen.city.services.size();) {
    const std::string letter = screen.city.services[i].letter;
    auto region = page.region("letter-" + letter, 2, letter, {.anchor = "buchstabe-" + letter});
    auto list = page.list(Appearance::LinkList);
    for (; i < screen.city.services.size() && screen.city.services[i].letter == letter; ++i) {
      const city::ServiceEntry& service = screen.city.services[i];
      auto item = page.item(service.id);
      page.link("link", service.name, screen.path(PageKind::Service, service.id), in_language(screen, service.language));
    }
  }
}

}  // namespace stadttor::services::find_service
