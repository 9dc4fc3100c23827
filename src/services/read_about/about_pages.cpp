#include "services/read_about/about_pages.h"

namespace stadttor::services::read_about {

using city::PageKind;
using semantics::Appearance;
using semantics::Page;

AboutAnswer show_about_page(const Screen& screen, Page& page, const city::AboutPage& about, const city::AboutDetails* details) {
  AboutAnswer answer;
  show_breadcrumb(screen, page, {{about.title, {}, about.language}});
  page.heading(1, about.title, in_language(screen, about.language));
  answer.toolbar = show_toolbar(screen, page);
  show_fallback_notice(screen, page, about.language);
  if (details != nullptr) {
    auto text = page.block("body", in_language(screen, details->language, Appearance::Stack));
    show_text_blocks(page, details->body, 1);
  } else {
    answer.try_again = show_not_loaded(screen, page);
  }
  return answer;
}

void show_not_found(const Screen& screen, Page& page) {
  page.heading(1, screen.text("not_found.heading"));
  page.paragraph(screen.text("not_found.lead"), {.look = Appearance::Lead});
  auto list = page.list(Appearance::LinkList);
  const auto show_way = [&](std::string_view key, std::string_view text_key, PageKind target) {
    auto item = page.item(key);
    page.link("link", screen.text(text_key), screen.path(target));
  };
  show_way("start", "page.start", PageKind::Start);
  show_way("services", "page.services", PageKind::Services);
  show_way("situations", "page.situations", PageKind::Situations);
  show_way("search", "page.search", PageKind::Search);
  auto item = page.item("phone");
  page.link("link", screen.text("help.call", {{"phone", screen.city.city.phone}}), "tel:" + screen.city.city.phone);
}

}  // namespace stadttor::services::read_about
