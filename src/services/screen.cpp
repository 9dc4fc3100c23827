#include "services/screen.h"

#include <algorithm>

namespace stadttor::services {

using city::BlockKind;
using city::PageKind;
using city::RunKind;
using city::TextBlock;
using semantics::Appearance;
using semantics::Page;
using semantics::State;
using semantics::Traits;

Traits in_language(const Screen& screen, std::string_view language, Appearance look) {
  Traits traits{.look = look};
  if (language.empty()) return traits;
  traits.language = language;
  const std::string_view direction = screen.city.direction_of(language);
  if (direction != screen.city.direction) traits.direction = direction;
  return traits;
}

std::string language_to_keep(const Screen& screen, const std::string& language) { return language.empty() ? screen.city.language : language; }

Traits in_kept_language(const Screen& screen, const std::string& language, Appearance look) {
  return in_language(screen, language == screen.city.language ? std::string_view() : std::string_view(language), look);
}

Traits in_unknown_language(Appearance look) {
  Traits traits{.look = look};
  traits.direction = "auto";
  return traits;
}

Traits of_machines(const Screen& screen) {
  Traits traits;
  if (screen.city.direction == "rtl") traits.direction = "ltr";
  return traits;
}

namespace {

void show_runs(Page& page, const std::vector<city::TextRun>& runs) {
  int link_number = 0;
  for (const city::TextRun& run : runs) {
    switch (run.kind) {
      case RunKind::Plain: page.text(run.text); break;
      case RunKind::Strong: page.strong(run.text); break;
      case RunKind::Emphasis: page.emphasis(run.text); break;
      case RunKind::Link: page.link("link" + std::to_string(++link_number), run.text, run.href); break;
    }
  }
}

void show_paragraph(Page& page, const TextBlock& block) {
  if (block.runs.size() == 1 && block.runs[0].kind == RunKind::Plain) return page.paragraph(block.runs[0].text);
  auto paragraph = page.running_paragraph();
  show_runs(page, block.runs);
}

void show_item(Page& page, const city::TextBlocks& blocks, int heading_level) {
  const bool is_one_line = blocks.size() == 1 && blocks[0].kind == BlockKind::Paragraph;
  auto item = page.item();
  if (is_one_line) return show_runs(page, blocks[0].runs);
  show_text_blocks(page, blocks, heading_level);
}

}  // namespace

void show_text_blocks(Page& page, const city::TextBlocks& blocks, int heading_level) {
  for (const TextBlock& block : blocks) {
    switch (block.kind) {
      case BlockKind::Paragraph: show_paragraph(page, block); break;
      case BlockKind::Heading:
        page.heading(std::clamp(heading_level + block.level, 2, 6), block.runs.empty() ? "" : block.runs[0].text);
        break;
      case BlockKind::BulletList: {
        auto list = page.list();
        for (const auto& item : block.items) show_item(page, item, heading_level);
        break;
      }
      case BlockKind::NumberedList: {
        auto list = page.ordered_list();
        for (const auto& item : block.items) show_item(page, item, heading_level);
        break;
      }
      case BlockKind::Quotation: {
        auto quotation = page.quotation();
        for (const auto& item : block.items) show_text_blocks(page, item, heading_level);
        break;
      }
    }
  }
}

std::string moment_words(const Screen& screen, platform::Instant moment) {
  const LocalTime time = screen.locale.local_time(moment, screen.city.city.time_zone);
  return screen.locale.long_date(time.date) + std::string(screen.text("list.comma")) + screen.locale.time_of_day(time.time);
}

void show_external_link(const Screen& screen, Page& page, std::string_view key, std::string_view text, std::string_view url) {
  auto link = page.running_link(key, url, {.states = states_of(State::NewTab)});
  page.text(text);
  page.text(" (" + std::string(screen.text("link.new_tab")) + ")", {.look = Appearance::VisuallyHidden});
  page.icon("open-in-new");
}

void show_fallback_notice(const Screen& screen, Page& page, std::string_view language) {
  if (language.empty()) return;
  std::string name(language);
  for (const city::Language& candidate : screen.city.languages) {
    if (candidate.tag == language) name = candidate.name;
  }
  auto notice = page.message("only-in-language", screen.text("fallback.title"), Appearance::Info);
  page.paragraph(screen.text("fallback.text", {{"language", name}}));
}

bool show_not_loaded(const Screen& screen, Page& page) {
  auto message = page.message("not-loaded", screen.text("service.not_loaded.title"), Appearance::Warning);
  page.paragraph(screen.text("service.not_loaded.text", {{"phone", screen.city.city.phone}}));
  return page.button("try-again", screen.text("error.try_again")).pressed();
}

void show_breadcrumb(const Screen& screen, Page& page, const std::vector<Crumb>& crumbs) {
  auto navigation = page.navigation("breadcrumb", screen.text("breadcrumb.label"), {.look = Appearance::Breadcrumb});
  auto list = page.ordered_list(Appearance::Breadcrumb);
  {
    auto item = page.item("start");
    page.link("link", screen.text("page.start"), screen.path(PageKind::Start));
  }
  for (std::size_t i = 0; i < crumbs.size(); ++i) {
    const Crumb& crumb = crumbs[i];
    auto item = page.item("crumb" + std::to_string(i));
    const Traits traits = in_language(screen, crumb.language);
    if (crumb.path.empty()) {
      page.text(crumb.text, traits);
    } else {
      page.link("link", crumb.text, crumb.path, traits);
    }
  }
}

ToolbarAnswer show_toolbar(const Screen& screen, Page& page) {
  ToolbarAnswer answer;
  auto toolbar = page.block("toolbar", {.look = Appearance::Toolbar});
  if (screen.is_reading_aloud) {
    answer.stop_reading = page.button("read-aloud", screen.text("toolbar.stop_reading"), {.look = Appearance::Small, .icon = "close"}).pressed();
  } else {
    // Where the browser cannot speak, the button is not offered.
    const auto states = semantics::when(screen.now.has_value() && !screen.can_read_aloud, State::Hidden);
    answer.read_aloud =
        page.button("read-aloud", screen.text("toolbar.read_aloud"), {.look = Appearance::Small, .states = states, .icon = "volume-up"}).pressed();
  }
  answer.print = page.button("print", screen.text("toolbar.print"), {.look = Appearance::Small, .icon = "print"}).pressed();
  return answer;
}

}  // namespace stadttor::services
