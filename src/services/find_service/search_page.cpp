#include "services/find_service/search_page.h"

namespace stadttor::services::find_service {

using city::PageKind;
using semantics::Appearance;
using semantics::Page;

namespace {

void show_found(const Screen& screen, Page& page, const Found& found, int number) {
  auto item = page.item("result" + std::to_string(number));
  page.paragraph(screen.text(found.kind_key), {.look = Appearance::Eyebrow});
  {
    auto heading = page.block("heading", {});
    page.link("link", found.title, found.path, in_language(screen, found.language, Appearance::ResultList));
  }
  if (!found.summary.empty()) page.paragraph(found.summary, in_language(screen, found.language));
  if (!found.form_path.empty()) {
    auto line = page.running_paragraph();
    auto link = page.running_link("form", found.form_path);
    page.text(screen.text("form.fill_online"));
    page.text(": " + found.title, {.look = Appearance::VisuallyHidden});
  }
  std::string why;
  for (const std::string& reason : found.reasons) why.append(why.empty() ? "" : " ").append(reason);
  if (!why.empty()) page.paragraph(why, {.look = Appearance::Small});
}

void show_other_ways(const Screen& screen, Page& page) {
  auto region = page.region("other-ways", 2, screen.text("search.other_ways"));
  auto list = page.list(Appearance::LinkList);
  {
    auto item = page.item("a-z");
    page.link("link", screen.text("page.services"), screen.path(PageKind::Services));
  }
  {
    auto item = page.item("situations");
    page.link("link", screen.text("page.situations"), screen.path(PageKind::Situations));
  }
  {
    auto item = page.item("offices");
    page.link("link", screen.text("page.offices"), screen.path(PageKind::Offices));
  }
  {
    auto item = page.item("phone");
    page.link("link", screen.text("help.call", {{"phone", screen.city.city.phone}}), "tel:" + screen.city.city.phone);
  }
}

}  // namespace

SearchPageAnswer show_search_page(const Screen& screen, Page& page, const SearchResults& results) {
  SearchPageAnswer answer;
  show_breadcrumb(screen, page, {{std::string(screen.text("page.search")), {}, {}}});
  page.heading(1, results.query.empty() ? std::string(screen.text("page.search"))
                                        : screen.text("search.heading", {{"query", results.query}}));
  switch (results.progress) {
    case SearchProgress::NotAsked:
      page.paragraph(screen.text("search.lead"), {.look = Appearance::Lead});
      page.paragraph(screen.text("search.without_engine"), {.look = Appearance::Small});
      break;
    case SearchProgress::Loading: page.status("progress", screen.text("search.loading")); break;
    case SearchProgress::Unavailable: {
      auto message = page.message("unavailable", screen.text("search.unavailable.title"), Appearance::Warning);
      page.paragraph(screen.text("search.unavailable.text"));
      answer.try_again = page.button("try-again", screen.text("error.try_again")).pressed();
      break;
    }
    case SearchProgress::Answered: {
      const auto count = static_cast<long>(results.found.size());
      page.status("count", count == 0 ? screen.text("search.nothing", {{"query", results.query}})
                                      : screen.city.texts.counted("search.count", count, screen.locale));
      if (count > 0) {
        auto list = page.ordered_list(Appearance::ResultList);
        int number = 0;
        for (const Found& found : results.found) show_found(screen, page, found, number++);
      } else {
        page.paragraph(screen.text("search.nothing.advice"));
      }
      auto explained = page.running_paragraph({.look = Appearance::Small});
      page.text(std::string(screen.text("search.on_device")) + " ");
      page.link("explained", screen.text("search.explained"), screen.path(PageKind::About, "suche-erklaert"));
      break;
    }
  }
  show_other_ways(screen, page);
  return answer;
}

}  // namespace stadttor::services::find_service
