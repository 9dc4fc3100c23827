#include "portal/page_frame.h"

namespace stadttor::portal {

using city::PageKind;
using semantics::Appearance;
using semantics::Page;
using semantics::State;
using semantics::Traits;
using services::Screen;

namespace {

void show_brand(const Screen& screen, Page& page) {
  auto brand = page.running_link("brand", screen.path(PageKind::Start), {.look = Appearance::Brand});
  if (!screen.city.city.crest.empty()) page.picture("crest", screen.city.city.crest, {}, {.look = Appearance::Crest});
  page.text(screen.city.city.name, {.look = Appearance::Brand});
  page.text(", ", {.look = Appearance::VisuallyHidden});
  page.text(screen.city.city.claim, {.look = Appearance::Small});
}

// The same page in the other languages; what is typed into the search goes along.
void show_languages(const Screen& screen, Page& page, const city::Address& address) {
  std::string current(screen.city.language);
  for (const city::Language& language : screen.city.languages) {
    if (language.tag == screen.city.language) current = language.name;
  }
  auto menu = page.disclosure("languages", screen.text("languages.choose", {{"language", current}}),
                              {.look = Appearance::Tools, .icon = "language"});
  auto list = page.list(Appearance::LinkList, screen.text("languages.label"));
  for (const city::Language& language : screen.city.languages) {
    city::Address same_page = address;
    same_page.language = language.tag;
    auto item = page.item(language.tag);
    page.link("link", language.name, city::path_of(same_page),
              {.states = semantics::when(language.tag == screen.city.language, State::CurrentPage),
               .language = language.tag,
               .direction = language.direction != screen.city.direction ? std::string_view(language.direction) : std::string_view()});
  }
}

void show_menu(const Screen& screen, Page& page, const city::Address& address) {
  auto menu = page.navigation("menu", screen.text("menu.label"), {.look = Appearance::MainMenu});
  auto list = page.list(Appearance::MainMenu);
  const auto show_entry = [&](std::string_view key, std::string_view text_key, PageKind target, PageKind single) {
    auto item = page.item(key);
    const bool is_here = address.page == target || address.page == single;
    page.link("link", screen.text(text_key), screen.path(target),
              {.look = Appearance::MainMenu, .states = semantics::when(is_here, State::CurrentPage)});
  };
  show_entry("services", "page.services", PageKind::Services, PageKind::Service);
  show_entry("situations", "page.situations", PageKind::Situations, PageKind::Situation);
  show_entry("offices", "page.offices", PageKind::Offices, PageKind::Office);
  show_entry("whats-on", "page.whats_on", PageKind::WhatsOn, PageKind::Event);
}

// What there is to discover besides the main menu.
void show_city_links(const Screen& screen, Page& page) {
  auto navigation = page.navigation("city", screen.text("footer.city"));
  page.heading(2, screen.text("footer.city"));
  auto list = page.list(Appearance::LinkList);
  const auto show_entry = [&](std::string_view key, std::string_view text_key, PageKind target) {
    auto item = page.item(key);
    page.link("link", screen.text(text_key), screen.path(target));
  };
  show_entry("map", "page.map", PageKind::CityMap);
  if (screen.city.appointments) show_entry("appointments", "book.title", PageKind::Appointments);
  if (screen.city.reports) show_entry("reports", "report.new", PageKind::Reports);
  if (screen.city.has_market) show_entry("market", "page.market", PageKind::Market);
  if (screen.city.has_figures) show_entry("figures", "page.figures", PageKind::Figures);
}

}  // namespace

void show_page_head(const Screen& screen, Page& page, PageState& state, PageAnswer& answer) {
  page.link("skip", screen.text("skip.to_content"), "#inhalt", {.look = Appearance::SkipLink});
  auto banner = page.banner();
  {
    auto strip = page.block("strip", {.look = Appearance::TopBar});
    page.paragraph(screen.text("header.official", {{"city", screen.city.city.name}}), {.look = Appearance::Small});
  }
  auto header = page.block("header", {.look = Appearance::Header});
  {
    auto row = page.block("row", {.look = Appearance::HeaderRow});
    show_brand(screen, page);
    auto tools = page.block("tools", {.look = Appearance::Tools});
    if (screen.city.language != "de-simple") {
      page.link("easy", screen.text("header.easy"), city::path_to("de-simple", state.address.page, state.address.id),
                {.look = Appearance::Tools, .icon = "easy-language"});
    }
    page.link("sign", screen.text("header.sign_language"), screen.path(PageKind::About, "gebaerdensprache"),
              {.look = Appearance::Tools, .icon = "sign-language"});
    page.link("view", screen.text("page.view"), screen.path(PageKind::ViewSettings),
              {.look = Appearance::Tools, .icon = "brightness-medium"});
    page.link("my-data", screen.text("data.title"), screen.path(PageKind::MyData), {.look = Appearance::Tools, .icon = "account-circle"});
    show_languages(screen, page, state.address);
  }
  auto row = page.block("navigation", {.look = Appearance::HeaderRow});
  show_menu(screen, page, state.address);
  // The start page has the search in its middle.
  if (state.address.page != PageKind::Start) {
    answer.search = services::find_service::show_search_box(screen, page, state.search, services::find_service::SearchPlace::Header);
  }
  if (state.is_waiting) page.status("waiting", screen.text("page.loading"), {.look = Appearance::Badge});
  if (state.is_offline) {
    auto message = page.message("offline", screen.text("offline.title"), Appearance::Info);
    page.paragraph(screen.text("offline.text"));
  }
}

void show_page_foot(const Screen& screen, Page& page) {
  auto foot = page.content_info();
  auto inner = page.block("inner", {.look = Appearance::Footer});
  {
    auto columns = page.block("columns", {.look = Appearance::FooterColumns});
    {
      auto contact = page.region("contact", 2, screen.text("footer.contact"));
      page.paragraph(screen.city.city.address_lines);
      {
        auto line = page.running_paragraph();
        page.link("phone", screen.text("help.call", {{"phone", screen.city.city.phone}}), "tel:" + screen.city.city.phone);
      }
      auto line = page.running_paragraph();
      page.link("email", screen.city.city.email, "mailto:" + screen.city.city.email);
    }
    show_city_links(screen, page);
    auto about = page.navigation("about", screen.text("footer.about"));
    page.heading(2, screen.text("footer.about"));
    auto list = page.list(Appearance::LinkList);
    for (const city::AboutPage& about_page : screen.city.about_pages) {
      auto item = page.item(about_page.id);
      page.link("link", about_page.title, screen.path(PageKind::About, about_page.id), in_language(screen, about_page.language));
    }
  }
  page.paragraph(screen.text("footer.promise"), {.look = Appearance::Small});
}

}  // namespace stadttor::portal
