#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/recording_front.h"
#include "support/tree_text.h"

using namespace stadttor;
using namespace stadttor::portal;
using namespace stadttor::testing;
using semantics::ActionKind;
using semantics::kNoNode;
using semantics::Property;
using semantics::State;

namespace {

// A visit that has come to rest at `url`.
struct RestedVisit : PortalVisit {
  explicit RestedVisit(std::string url) {
    begin(std::move(url));
    rest();
  }
};

const char* const kField = "Was möchten Sie erledigen?";
const char* const kAgain = "Erneut versuchen";
const char* const kForget = "Einstellungen zurücksetzen und vom Gerät löschen";

}  // namespace

TEST_SUITE("portal") {
  TEST_CASE("a visit shows the page of its address") {
    RestedVisit visit("/de/leistungen/hund-anmelden");

    CHECK(visit.main_heading() == "Hund anmelden");
    CHECK(visit.front.shown.title == "Hund anmelden – Musterstadt");
    CHECK(visit.front.shown.language == "de");
    CHECK(visit.engine->is_at_rest());
  }

  TEST_CASE("a first page moves neither history nor focus") {
    PortalVisit visit;
    visit.begin("/de/leistungen");

    CHECK(visit.rest().empty());
  }

  TEST_CASE("nothing is shown while the first page is on its way") {
    PortalVisit visit;
    visit.begin("/de/");

    visit.frame();
    CHECK(visit.front.shows == 0);
    visit.http.poll();
    CHECK(visit.front.wants_frame);
    visit.frame();

    CHECK(visit.front.shows == 1);
  }

  TEST_CASE("a page at rest asks for nothing: no frame, no request, no show") {
    RestedVisit visit("/de/");
    const int shows = visit.front.shows;
    const auto requests = visit.http.requested().size();

    for (int i = 0; i < 3; ++i) visit.frame();

    CHECK_FALSE(visit.front.wants_frame);
    CHECK(visit.front.shows == shows);
    CHECK(visit.http.requested().size() == requests);
    CHECK_FALSE(visit.http.poll());
  }

  TEST_CASE("following a link adds to the history, begins at the top and puts the focus on the heading") {
    RestedVisit visit("/de/leistungen");

    if (!CHECK(visit.press("link", "Hund anmelden"))) return;
    const auto effects = visit.rest();

    CHECK(visit.main_heading() == "Hund anmelden");
    const Effect* pushed = find_effect(effects, EffectKind::PushUrl);
    const Effect* focused = find_effect(effects, EffectKind::Focus);
    if (!CHECK((pushed != nullptr && focused != nullptr))) return;
    CHECK(pushed->text == "/de/leistungen/hund-anmelden");
    CHECK(focused->key == main_heading_key(visit.front.shown));
    CHECK(has_effect(effects, EffectKind::ScrollToTop));
    CHECK_FALSE(has_effect(effects, EffectKind::RestoreScroll));
  }

  TEST_CASE("until the next page is there the old one stays and says that it waits") {
    RestedVisit visit("/de/leistungen");
    visit.press("link", "Hund anmelden");

    visit.frame();
    CHECK(visit.main_heading() == "Leistungen A bis Z");
    CHECK(visit.sees("status", "Seite wird geladen …"));
    visit.rest();

    CHECK(visit.main_heading() == "Hund anmelden");
    CHECK_FALSE(visit.sees("status", "Seite wird geladen …"));
  }

  TEST_CASE("of two links pressed at once the last one leads") {
    RestedVisit visit("/de/leistungen");
    visit.press("link", "Hund anmelden");
    visit.press("link", "Hund abmelden");

    const auto effects = visit.rest();

    CHECK(visit.main_heading() == "Hund abmelden");
    CHECK(std::count_if(effects.begin(), effects.end(), [](const Effect& effect) { return effect.kind == EffectKind::PushUrl; }) == 1);
  }

  TEST_CASE("a second press while a page loads changes the journey") {
    RestedVisit visit("/de/leistungen");
    visit.press("link", "Hund anmelden");
    visit.frame();
    visit.press("link", "Hund abmelden");

    visit.rest();

    CHECK(visit.main_heading() == "Hund abmelden");
  }

  TEST_CASE("going back restores the place on the page and leaves the history alone") {
    RestedVisit visit("/de/leistungen");
    visit.press("link", "Hund anmelden");
    visit.rest();

    visit.engine->open_from_history("/de/leistungen");
    const auto effects = visit.rest();

    CHECK(visit.main_heading() == "Leistungen A bis Z");
    CHECK(has_effect(effects, EffectKind::RestoreScroll));
    CHECK_FALSE(has_effect(effects, EffectKind::PushUrl));
    CHECK_FALSE(has_effect(effects, EffectKind::ScrollToTop));
  }

  TEST_CASE("packs are asked for once") {
    RestedVisit visit("/de/leistungen/hund-anmelden");
    const auto requests = visit.http.requested().size();

    visit.engine->open("/de/leistungen");
    visit.rest();
    visit.engine->open("/de/leistungen/hund-anmelden");
    visit.rest();

    CHECK(visit.http.requested().size() == requests);
  }

  TEST_CASE("an address with an anchor leads to that part of the page") {
    RestedVisit visit("/de/leistungen");

    visit.engine->open("/de/leistungen/hund-anmelden#kosten");
    const auto effects = visit.rest();

    const Effect* scrolled = find_effect(effects, EffectKind::ScrollTo);
    if (!CHECK(scrolled != nullptr)) return;
    CHECK(scrolled->text == "kosten");
    CHECK_FALSE(has_effect(effects, EffectKind::ScrollToTop));
  }

  TEST_CASE("a link within the page is the browser's own business") {
    RestedVisit visit("/de/leistungen");

    if (!CHECK(visit.press("link", "Zum Inhalt springen"))) return;

    CHECK_FALSE(has_effect(visit.rest(), EffectKind::PushUrl));
    CHECK(visit.main_heading() == "Leistungen A bis Z");
  }

  TEST_CASE("an address that names nothing shows a page that helps") {
    for (const auto* url : {"/de/leistungen/gibt-es-nicht", "/de/unsinn", "/de/aemter/x", "/de/seiten/x", "/de/lebenslagen/x", "/de/aktuelles/x"}) {
      RestedVisit visit(url);

      CHECK_MESSAGE(visit.main_heading() == "Diese Seite gibt es nicht", url);
      CHECK(visit.sees("link", "Leistungen A bis Z"));
    }
  }

  TEST_CASE("an id from an address never asks for a file outside its folder") {
    RestedVisit visit("/de/leistungen/..%2F..%2F..%2Fportal");

    CHECK(visit.main_heading() == "Diese Seite gibt es nicht");
    for (const std::string& url : visit.http.requested()) {
      CHECK_MESSAGE(url.find("..") == std::string::npos, url);
    }
  }

  TEST_CASE("an id with characters of addresses is percent-encoded when asked for") {
    RestedVisit visit("/de/leistungen/a%3Fb%23c%20d");

    for (const std::string& url : visit.http.requested()) {
      CHECK_MESSAGE(url.find_first_of("?# ") == std::string::npos, url);
    }
  }

  TEST_CASE("without the city's catalogue a visit gives up and says why") {
    PortalVisit visit;
    visit.lose("de/start.json");
    visit.begin("/de/");

    visit.rest();

    CHECK(visit.front.shows == 0);
    CHECK(visit.engine->has_given_up());
    CHECK_FALSE(visit.front.gave_up_because.empty());
  }

  TEST_CASE("a truncated, a broken and an unreachable catalogue are no catalogue either") {
    for (const int how : {0, 1, 2, 3}) {
      PortalVisit visit;
      if (how == 0) visit.file("de/start.json").resize(5000);
      if (how == 1) visit.file("de/start.json")[200] = '\xff';
      if (how == 2) visit.http.set_unreachable(true);
      if (how == 3) visit.file("de/start.json") = "<!doctype html>";
      visit.begin("/de/");

      visit.rest();

      CHECK_MESSAGE(visit.front.shows == 0, how);
      CHECK_MESSAGE(visit.engine->has_given_up(), how);
    }
  }

  TEST_CASE("a page written in advance is taken over as it is, then brought up to date") {
    PortalVisit visit;
    visit.begin("/de/aemter/buergerbuero", FirstPage::PreparedInAdvance);

    visit.rest();

    CHECK(visit.front.take_overs == 1);
    const MusterstadtPages pages("de");
    semantics::Tree prepared;
    pages.each([&](const city::Address& address, const PageContent& content) {
      if (address.id == "buergerbuero" && address.page == city::PageKind::Office) pages.prepare(address, content, prepared);
    });
    CHECK(description_of_tree(visit.front.taken_over) == description_of_tree(prepared));
    CHECK(visit.front.shows >= 1);
    CHECK(visit.sees("paragraph", "Jetzt geöffnet, bis 12:00 Uhr"));
  }

  TEST_CASE("a page written in advance is not taken down when its packs cannot be had") {
    for (const int how : {0, 1}) {
      PortalVisit visit;
      if (how == 0) visit.http.set_unreachable(true);
      if (how == 1) visit.lose("de/leistungen/hund-anmelden.json");
      visit.begin("/de/leistungen/hund-anmelden", FirstPage::PreparedInAdvance);

      visit.rest();

      CHECK_MESSAGE(visit.front.take_overs == 0, how);
      CHECK_MESSAGE(visit.front.shows == 0, how);
      CHECK_MESSAGE(visit.engine->has_given_up(), how);
    }
  }

  TEST_CASE("details that cannot be had are named, and trying again brings them") {
    RestedVisit visit("/de/leistungen");
    visit.http.set_unreachable(true);
    visit.press("link", "Hund anmelden");
    visit.rest();
    CHECK(visit.main_heading() == "Hund anmelden");
    CHECK(visit.sees("message", "Einzelheiten sind gerade nicht erreichbar"));

    visit.press("button", kAgain);
    visit.rest();
    CHECK(visit.sees("message", "Einzelheiten sind gerade nicht erreichbar"));

    visit.http.set_unreachable(false);
    visit.press("button", kAgain);
    visit.rest();
    CHECK_FALSE(visit.sees("message", "Einzelheiten sind gerade nicht erreichbar"));
    CHECK(visit.sees("region", "Das brauchen Sie"));
  }

  TEST_CASE("a link to details that are gone is left to the browser, which gets the city's newer packs") {
    RestedVisit visit("/de/leistungen");
    visit.lose("de/leistungen/hund-anmelden.json");

    visit.press("link", "Hund anmelden");
    const auto effects = visit.rest();

    const Effect* left = find_effect(effects, EffectKind::OpenUrl);
    if (!CHECK(left != nullptr)) return;
    CHECK(left->text == "/de/leistungen/hund-anmelden");
    CHECK_FALSE(has_effect(effects, EffectKind::PushUrl));
    CHECK(visit.main_heading() == "Leistungen A bis Z");
  }

  TEST_CASE("a visit that begins on a page whose details are gone shows what there is, and does not load for ever") {
    PortalVisit visit;
    visit.lose("de/leistungen/hund-anmelden.json");
    visit.begin("/de/leistungen/hund-anmelden");

    const auto effects = visit.rest();

    CHECK(visit.main_heading() == "Hund anmelden");
    CHECK(visit.sees("message", "Einzelheiten sind gerade nicht erreichbar"));
    CHECK_FALSE(has_effect(effects, EffectKind::OpenUrl));
  }

  TEST_CASE("broken details break nothing but their own page") {
    RestedVisit visit("/de/leistungen");
    visit.file("de/leistungen/hund-anmelden.json").resize(100);

    visit.press("link", "Hund anmelden");
    visit.rest();
    CHECK(visit.sees("message", "Einzelheiten sind gerade nicht erreichbar"));
    visit.engine->open("/de/leistungen/hund-abmelden");
    visit.rest();

    CHECK(visit.main_heading() == "Hund abmelden");
    CHECK(visit.sees("region", "Das brauchen Sie"));
  }

  TEST_CASE("a calendar that is down is named on the start page, and everything else is there") {
    PortalVisit visit;
    visit.lose("de/aktuelles.json");
    visit.begin("/de/");

    visit.rest();

    CHECK(visit.main_heading() == "Willkommen in Musterstadt");
    CHECK(visit.sees("message", "Termine sind gerade nicht erreichbar"));
    CHECK(visit.sees("region", "Häufig gesucht"));
  }

  TEST_CASE("switching the language keeps the page, its place and the focus") {
    RestedVisit visit("/de/leistungen/hund-anmelden");

    if (!CHECK(visit.press("link", "English"))) return;
    const auto effects = visit.rest();

    CHECK(visit.main_heading() == "Register a dog");
    CHECK(visit.front.shown.language == "en");
    const Effect* pushed = find_effect(effects, EffectKind::PushUrl);
    if (!CHECK(pushed != nullptr)) return;
    CHECK(pushed->text == "/en/leistungen/hund-anmelden");
    CHECK_FALSE(has_effect(effects, EffectKind::ScrollToTop));
    CHECK_FALSE(has_effect(effects, EffectKind::Focus));
  }

  TEST_CASE("the same nodes stand in every language, so that the caret stays") {
    RestedVisit german("/de/leistungen/hund-anmelden");
    RestedVisit english("/en/leistungen/hund-anmelden");
    const auto key_of_search = [](const RestedVisit& visit) {
      for (const auto& node : visit.front.shown.nodes()) {
        if (node.role == semantics::Role::ComboBox) return node.key;
      }
      return semantics::NodeKey{};
    };

    CHECK(key_of_search(german) != semantics::NodeKey{});
    CHECK(key_of_search(german) == key_of_search(english));
    CHECK(main_heading_key(german.front.shown) == main_heading_key(english.front.shown));
  }

  TEST_CASE("a language whose catalogue cannot be had is left to the browser") {
    RestedVisit visit("/de/leistungen");
    visit.lose("tr/start.json");

    visit.press("link", "Türkçe");
    const auto effects = visit.rest();

    const Effect* left = find_effect(effects, EffectKind::OpenUrl);
    if (!CHECK(left != nullptr)) return;
    CHECK(left->text == "/tr/leistungen");
    CHECK(visit.front.shown.language == "de");
  }

  TEST_CASE("typing offers suggestions and says how many") {
    RestedVisit visit("/de/");
    visit.act("combobox", kField, ActionKind::Focus);
    visit.rest();

    visit.act("combobox", kField, ActionKind::SetValue, "hund");
    const auto effects = visit.rest();

    CHECK(visit.sees("listbox", "Vorschläge"));
    CHECK(has_effect(effects, EffectKind::Announce));
    CHECK(find_effect(effects, EffectKind::Announce)->text.find("Vorschläge, mit den Pfeiltasten erreichbar") != std::string::npos);
  }

  TEST_CASE("the number of suggestions is said when it changes, not at every letter") {
    RestedVisit visit("/de/");
    visit.act("combobox", kField, ActionKind::SetValue, "wohnsitz");
    CHECK(has_effect(visit.rest(), EffectKind::Announce));

    visit.act("combobox", kField, ActionKind::SetValue, "wohnsitz ");

    CHECK_FALSE(has_effect(visit.rest(), EffectKind::Announce));
  }

  TEST_CASE("the search index is fetched when the citizen turns to the search, not before") {
    RestedVisit visit("/de/leistungen");
    const auto asked_for_index = [&visit] {
      const auto& urls = visit.http.requested();
      return std::any_of(urls.begin(), urls.end(), [](const std::string& url) { return url.find("suche.bin") != std::string::npos; });
    };

    CHECK_FALSE(asked_for_index());
    visit.act("combobox", kField, ActionKind::Focus);
    visit.rest();
    CHECK(asked_for_index());
  }

  TEST_CASE("nothing typed is ever asked for over the network") {
    RestedVisit visit("/de/");
    visit.act("combobox", kField, ActionKind::SetValue, "Geheimnis");
    visit.rest();
    visit.act("search", "Suche im Portal", ActionKind::Submit);
    visit.rest();

    CHECK(visit.main_heading() == "Suche nach „Geheimnis“");
    for (const std::string& url : visit.http.requested()) CHECK_MESSAGE(url.find("eheimnis") == std::string::npos, url);
  }

  TEST_CASE("submitting shows the results, with the words in the address's fragment") {
    RestedVisit visit("/de/");
    visit.act("combobox", kField, ActionKind::SetValue, "hund anmelden");
    visit.rest();

    visit.act("search", "Suche im Portal", ActionKind::Submit);
    const auto effects = visit.rest();

    CHECK(visit.sees("link", "Hund anmelden"));
    const Effect* pushed = find_effect(effects, EffectKind::PushUrl);
    if (!CHECK(pushed != nullptr)) return;
    CHECK(pushed->text == "/de/suche#q=hund%20anmelden");
    const auto field = visit.find("combobox", kField);
    if (!CHECK(field != kNoNode)) return;
    CHECK(visit.front.shown.value_of(visit.front.shown.node(field)) == "hund anmelden");
  }

  TEST_CASE("an address with a question shows its results at once") {
    RestedVisit visit("/de/suche#q=reisepass");

    CHECK(visit.main_heading() == "Suche nach „reisepass“");
    CHECK(visit.sees("link", "Reisepass beantragen"));
  }

  TEST_CASE("an index that cannot be had or is broken is named, and trying again brings it") {
    for (const int how : {0, 1, 2}) {
      PortalVisit visit;
      const std::string whole = visit.file("de/suche.bin");
      if (how == 0) visit.lose("de/suche.bin");
      if (how == 1) visit.file("de/suche.bin").resize(whole.size() / 2);
      if (how == 2) visit.file("de/suche.bin") = "no index";
      visit.begin("/de/suche#q=hund");
      visit.rest();
      CHECK_MESSAGE(visit.sees("message", "Die Suche ist gerade nicht erreichbar"), how);
      CHECK(visit.sees("link", "Lebenslagen"));

      visit.file("de/suche.bin") = whole;
      visit.press("button", kAgain);
      visit.rest();

      CHECK_MESSAGE(visit.sees("link", "Hund anmelden"), how);
      CHECK_FALSE(visit.sees("message", "Die Suche ist gerade nicht erreichbar"));
    }
  }

  TEST_CASE("being offline is said, and what failed meanwhile comes when the network is back") {
    RestedVisit visit("/de/leistungen");
    visit.engine->set_offline(true);
    visit.http.set_unreachable(true);
    visit.press("link", "Hund anmelden");
    visit.rest();
    CHECK(visit.sees("message", "Sie sind gerade offline"));
    CHECK(visit.sees("message", "Einzelheiten sind gerade nicht erreichbar"));

    visit.http.set_unreachable(false);
    visit.engine->set_offline(false);
    visit.rest();

    CHECK_FALSE(visit.sees("message", "Sie sind gerade offline"));
    CHECK(visit.sees("region", "Das brauchen Sie"));
  }

  TEST_CASE("view settings take effect, are kept, and can be forgotten") {
    RestedVisit visit("/de/ansicht");
    if (!CHECK(visit.act("radiogroup", "Schriftgröße", ActionKind::Choose, "150"))) return;
    const auto chosen = visit.rest();

    const Effect* kept = find_effect(chosen, EffectKind::SetView);
    if (!CHECK(kept != nullptr)) return;
    CHECK(kept->text == "text-size");
    CHECK(kept->value == "150");
    CHECK(visit.front.shown.node(visit.find("radio", "Groß (150 %)")).has(State::Checked));

    if (!CHECK(visit.press("button", kForget))) return;
    CHECK(has_effect(visit.rest(), EffectKind::ForgetView));
    CHECK(visit.front.shown.node(visit.find("radio", "Normal (100 %)")).has(State::Checked));
    CHECK_FALSE(visit.sees("button", kForget));
  }

  TEST_CASE("reading aloud speaks the page in its language, and stops when it is left") {
    RestedVisit visit("/de/leistungen/hund-anmelden");
    if (!CHECK(visit.press("button", "Vorlesen"))) return;
    const auto begun = visit.rest();

    const Effect* spoken = find_effect(begun, EffectKind::Speak);
    if (!CHECK(spoken != nullptr)) return;
    CHECK(spoken->value == "de");
    CHECK(spoken->text.find("Hund anmelden") != std::string::npos);
    CHECK(visit.sees("button", "Vorlesen beenden"));

    visit.engine->open("/de/leistungen");
    CHECK(has_effect(visit.rest(), EffectKind::StopSpeaking));
  }

  TEST_CASE("reading can be stopped, and ends by itself") {
    RestedVisit visit("/de/leistungen/hund-anmelden");
    visit.press("button", "Vorlesen");
    visit.rest();
    visit.press("button", "Vorlesen beenden");
    CHECK(has_effect(visit.rest(), EffectKind::StopSpeaking));
    CHECK(visit.sees("button", "Vorlesen"));

    visit.press("button", "Vorlesen");
    visit.rest();
    visit.engine->reading_ended();
    visit.rest();
    CHECK(visit.sees("button", "Vorlesen"));
  }

  TEST_CASE("printing is passed on") {
    RestedVisit visit("/de/leistungen/hund-anmelden");

    visit.press("button", "Drucken");

    CHECK(has_effect(visit.rest(), EffectKind::Print));
  }

  TEST_CASE("an action on something that is not there any more does nothing") {
    RestedVisit visit("/de/");

    visit.engine->act({ActionKind::Press, semantics::NodeKey{42}, {}});
    const auto effects = visit.rest();

    CHECK(effects.empty());
    CHECK(visit.main_heading() == "Willkommen in Musterstadt");
  }

  TEST_CASE("a visit that ends while packs are on their way is silent") {
    PortalVisit visit;
    visit.begin("/de/");
    visit.frame();
    visit.front.wants_frame = false;

    visit.engine.reset();
    visit.http.poll();

    CHECK_FALSE(visit.front.wants_frame);
    CHECK(visit.front.shows == 0);
  }

  TEST_CASE("showing anew shows the same page again") {
    RestedVisit visit("/de/");
    const int shows = visit.front.shows;

    visit.engine->show_anew();
    visit.rest();

    CHECK(visit.front.shows > shows);
    CHECK(visit.main_heading() == "Willkommen in Musterstadt");
  }

  TEST_CASE("an office's hours follow the city's clock, summer time included") {
    PortalVisit visit;
    visit.clock.set(instant_in_utc({2026, 7, 14}, 5, 59));  // 07:59 in Berlin
    visit.begin("/de/aemter/buergerbuero");
    visit.rest();
    CHECK(visit.sees("paragraph", "Geschlossen, öffnet heute um 08:00 Uhr"));

    visit.clock.set(instant_in_utc({2026, 7, 14}, 6, 0));
    visit.engine->show_anew();
    visit.rest();
    CHECK(visit.sees("paragraph", "Jetzt geöffnet, bis 12:00 Uhr"));
  }
}
