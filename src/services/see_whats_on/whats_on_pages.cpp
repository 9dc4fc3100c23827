#include "services/see_whats_on/whats_on_pages.h"

namespace stadttor::services::see_whats_on {

using city::Event;
using city::PageKind;
using semantics::Appearance;
using semantics::Page;

namespace {

std::string time_text(const Screen& screen, const Event& event) {
  std::string text = screen.locale.long_date(event.date);
  const auto from = parse_time_of_day(event.from);
  const auto to = parse_time_of_day(event.to);
  if (from && to) {
    text.append(", ").append(screen.text("office.span", {{"from", screen.locale.time_of_day(*from)}, {"to", screen.locale.time_of_day(*to)}}));
  } else if (from) {
    text.append(", ").append(screen.locale.time_of_day(*from));
  }
  return text;
}

void show_event_item(const Screen& screen, Page& page, const Event& event) {
  auto item = page.item(event.id);
  {
    auto line = page.running_paragraph({.look = Appearance::Eyebrow});
    page.time(time_text(screen, event), text_from_date(event.date));
  }
  page.link("link", event.title, screen.path(PageKind::Event, event.id), in_language(screen, event.language, Appearance::ResultList));
  if (!event.place.empty()) page.paragraph(event.place, in_language(screen, event.language, Appearance::Muted));
}

bool is_over(const Screen& screen, const Event& event) { return screen.now && event.date < screen.now->date; }

bool show_not_available(const Screen& screen, Page& page) {
  auto message = page.message("not-available", screen.text("whats_on.unavailable.title"), Appearance::Warning);
  page.paragraph(screen.text("whats_on.unavailable.text"));
  return page.button("try-again", screen.text("error.try_again")).pressed();
}

}  // namespace

bool show_next_events(const Screen& screen, Page& page, const city::WhatsOn* whats_on, int limit) {
  if (whats_on == nullptr) return show_not_available(screen, page);
  {
    auto list = page.list(Appearance::Agenda);
    int shown = 0;
    for (const Event& event : whats_on->events) {
      if (is_over(screen, event) || shown == limit) continue;
      ++shown;
      show_event_item(screen, page, event);
    }
  }
  page.link("all", screen.text("whats_on.all"), screen.path(PageKind::WhatsOn), {.look = Appearance::LinkArrow});
  return false;
}

bool show_whats_on(const Screen& screen, Page& page, const city::WhatsOn* whats_on) {
  show_breadcrumb(screen, page, {{std::string(screen.text("page.whats_on")), {}, {}}});
  page.heading(1, screen.text("page.whats_on"));
  page.paragraph(screen.text("whats_on.lead", {{"city", screen.city.city.name}}), {.look = Appearance::Lead});
  if (whats_on == nullptr) return show_not_available(screen, page);
  {
    auto region = page.region("events", 2, screen.text("whats_on.events"));
    auto list = page.list(Appearance::Agenda);
    for (const Event& event : whats_on->events) {
      if (!is_over(screen, event)) show_event_item(screen, page, event);
    }
  }
  auto region = page.region("notices", 2, screen.text("whats_on.notices"));
  auto list = page.list(Appearance::Agenda);
  for (const city::Notice& notice : whats_on->notices) {
    auto item = page.item(notice.id);
    {
      auto line = page.running_paragraph({.look = Appearance::Eyebrow});
      page.time(screen.locale.long_date(notice.date), text_from_date(notice.date));
    }
    page.heading(3, notice.title, in_language(screen, notice.language, Appearance::Small));
    page.paragraph(notice.summary, in_language(screen, notice.language));
  }
  return false;
}

ToolbarAnswer show_event(const Screen& screen, Page& page, const Event& event) {
  show_breadcrumb(screen, page, {{std::string(screen.text("page.whats_on")), screen.path(PageKind::WhatsOn), {}}, {event.title, {}, event.language}});
  page.heading(1, event.title, in_language(screen, event.language));
  page.paragraph(event.summary, in_language(screen, event.language, Appearance::Lead));
  const ToolbarAnswer answer = show_toolbar(screen, page);
  show_fallback_notice(screen, page, event.language);
  {
    auto facts = page.description_list(Appearance::Facts);
    page.term(screen.text("event.when"));
    {
      auto definition = page.definition();
      page.time(time_text(screen, event), text_from_date(event.date));
    }
    if (!event.place.empty()) {
      page.term(screen.text("event.where"));
      page.definition(event.place, in_language(screen, event.language));
    }
  }
  auto text = page.block("description", in_language(screen, event.language));
  show_text_blocks(page, event.description, 1);
  return answer;
}

}  // namespace stadttor::services::see_whats_on
