// The pages about kept data, used by a citizen with a keeper behind them.
#include "services/keep_data/keep_pages.h"

#include "support/keeping_desk.h"
#include "support/small_city.h"

using namespace stadttor;
using namespace stadttor::testing;
using namespace stadttor::services::keep_data;
using semantics::ActionKind;

namespace {

// A citizen before these pages.
struct Citizen : KeepingDesk {
  Citizen() {
    city.catalogue.services[1].form = "hund";
    opens();
    show();
  }

  void comes_back() {
    opens();
    state = {};
    goes_to({});
  }
  void goes_to(std::string_view part) {
    address = {"de", city::PageKind::MyData, std::string(part), {}, {}};
    show();
  }
  void show(semantics::ActionQueue actions = {}) {
    for (int build = 0; build < 3; ++build) {
      tree = city.page([&](const services::Screen& screen, semantics::Page& page) { answer = show_kept_data(screen, page, address, keeper->data(), state); }, actions);
      actions.clear();
      carry_out(answer.wish, *keeper);
      if (answer.wish.command != KeepCommand::None) last = answer.wish.command;
      has_printed = has_printed || answer.print;
      if (answer.next) address = *answer.next;
      loop.run();
    }
  }
  bool act(std::string_view role, std::string_view name, ActionKind kind, std::string value = {}) {
    const auto index = find_node(tree, role, name);
    if (index == semantics::kNoNode) return false;
    show({{kind, tree.node(index).key, std::move(value)}});
    return true;
  }
  bool press(std::string_view name, std::string_view role = "button") { return act(role, name, ActionKind::Press); }
  bool type(std::string_view name, std::string text) { return act("textbox", name, ActionKind::SetValue, std::move(text)); }
  bool tick(std::string_view name) { return act("checkbox", name, ActionKind::SetChecked, "1"); }
  bool sees(std::string_view role, std::string_view name) const { return has_node(tree, role, name); }
  bool reads(std::string_view text) const { return has_text(tree, text); }
  std::string property(std::string_view role, std::string_view name, semantics::Property property) const {
    const auto index = find_node(tree, role, name);
    return index == semantics::kNoNode ? "no such node" : std::string(tree.property_of(tree.node(index), property));
  }

  std::string value(std::string_view field) const {
    const auto index = find_node(tree, "textbox", field);
    return index == semantics::kNoNode ? "no such field" : std::string(tree.value_of(tree.node(index)));
  }

  void begins_keeping() {
    goes_to(kKeepPage);
    CHECK(type("Neues Passwort", "Lampe Kirsche Wolke Hammer"));
    CHECK(press("Code erzeugen"));
    code = keeper->data().recovery_code.reveal<"a test writes the code down">();
    CHECK(tick("Ich habe den Code gedruckt oder aufgeschrieben"));
    CHECK(press("Auf diesem Gerät merken"));
  }

  SmallCity city;
  city::Address address{"de", city::PageKind::MyData, {}, {}, {}};
  KeepPagesState state;
  KeepAnswer answer;
  KeepCommand last = KeepCommand::None;
  bool has_printed = false;
  semantics::Tree tree;
};

}  // namespace

TEST_SUITE("services/keep_data pages") {
  TEST_CASE("keeping is one question with two equal answers") {
    Citizen citizen;
    CHECK(citizen.sees("heading", "Auf diesem Gerät merken?"));
    CHECK(citizen.sees("link", "Auf diesem Gerät merken"));
    CHECK(citizen.press("Nur dieser Besuch (gemeinsam genutzter Computer)"));
    CHECK(citizen.sees("message", "Nur für diesen Besuch"));
    CHECK_FALSE(citizen.sees("heading", "Auf diesem Gerät merken?"));
    CHECK(citizen.store.records().empty());
  }

  TEST_CASE("nothing is kept before there are two ways in") {
    Citizen citizen;
    citizen.goes_to(kKeepPage);
    CHECK(citizen.press("Auf diesem Gerät merken"));
    CHECK(citizen.property("textbox", "Neues Passwort", semantics::Property::Error) == "Hier fehlt Ihr Passwort.");
    CHECK(citizen.type("Neues Passwort", "kurz"));
    CHECK(citizen.press("Auf diesem Gerät merken"));
    CHECK(citizen.property("textbox", "Neues Passwort", semantics::Property::Error) == "Zu kurz: Das Passwort braucht mindestens 8 Zeichen.");
    CHECK(citizen.type("Neues Passwort", "Lampe Kirsche Wolke Hammer"));
    CHECK(citizen.reads("Sehr gutes Passwort."));
    CHECK(citizen.press("Code erzeugen"));
    CHECK(citizen.press("Auf diesem Gerät merken"));
    CHECK(citizen.property("checkbox", "Ich habe den Code gedruckt oder aufgeschrieben", semantics::Property::Error).find("haken") != std::string::npos);
    CHECK(citizen.store.records().empty());
    CHECK(citizen.press("Blatt drucken"));
    CHECK(citizen.has_printed);
  }

  TEST_CASE("a passphrase is hidden unless the citizen wants to see it") {
    Citizen citizen;
    citizen.goes_to(kKeepPage);
    CHECK(citizen.property("textbox", "Neues Passwort", semantics::Property::InputType) == "password");
    CHECK(citizen.tick("Passwort anzeigen"));
    CHECK(citizen.property("textbox", "Neues Passwort", semantics::Property::InputType) == "text");
  }

  TEST_CASE("from keeping through locking to opening again") {
    Citizen citizen;
    citizen.begins_keeping();
    CHECK(citizen.sees("message", "Ab jetzt gemerkt"));
    CHECK(citizen.reads("Gehen Passwort und Blatt verloren"));
    citizen.goes_to({});
    CHECK(citizen.press("Jetzt sperren"));
    CHECK(citizen.sees("heading", "Ihre Daten sind gesperrt"));
    CHECK(citizen.type("Passwort", "falsch geraten"));
    CHECK(citizen.press("Öffnen"));
    CHECK(citizen.sees("message", "Nicht geöffnet"));
    CHECK(citizen.reads("Das passt nicht."));
    CHECK(citizen.type("Passwort", "Lampe Kirsche Wolke Hammer"));
    CHECK(citizen.press("Öffnen"));
    CHECK(citizen.sees("button", "Jetzt sperren"));
    CHECK_FALSE(citizen.sees("message", "Nicht geöffnet"));
  }

  TEST_CASE("the recovery sheet opens, too") {
    Citizen citizen;
    citizen.begins_keeping();
    citizen.comes_back();
    CHECK(citizen.press("Mit dem Wiederherstellungsblatt öffnen"));
    CHECK(citizen.type("Code vom Wiederherstellungsblatt", citizen.code));
    CHECK(citizen.press("Öffnen"));
    CHECK(citizen.sees("button", "Jetzt sperren"));
  }

  TEST_CASE("the profile's values are seen, changed and erased, and people too") {
    Citizen citizen;
    citizen.begins_keeping();
    citizen.goes_to(kProfilePage);
    CHECK(citizen.press("Mich eintragen"));
    CHECK(citizen.type("Vornamen", "Erika"));
    CHECK(citizen.reads("Noch nicht gespeichert."));
    CHECK(citizen.press("Angaben speichern"));
    CHECK_FALSE(citizen.reads("Noch nicht gespeichert."));
    citizen.comes_back();
    citizen.unlocks("Lampe Kirsche Wolke Hammer");
    citizen.goes_to(kProfilePage);
    CHECK(citizen.sees("group", "Erika"));
    CHECK(citizen.type("Vornamen", ""));
    CHECK(citizen.press("Angaben speichern"));
    CHECK(citizen.keeper->data().profile.people.at(0).values.empty());
    CHECK(citizen.press("Ich selbst löschen"));
    CHECK(citizen.keeper->data().profile.empty());
    CHECK(citizen.reads("Noch keine Angaben."));
  }

  TEST_CASE("one value is erased by itself, at once, and can be put back while one is there") {
    Citizen citizen;
    citizen.begins_keeping();
    citizen.goes_to(kProfilePage);
    CHECK(citizen.press("Mich eintragen"));
    CHECK(citizen.type("Vornamen", "Erika"));
    CHECK(citizen.type("IBAN", "DE02120300000000202051"));
    CHECK_FALSE(citizen.sees("button", "IBAN löschen"));  // not kept yet: there is nothing to erase
    CHECK(citizen.press("Angaben speichern"));
    const auto kept = [&citizen](std::string_view name) { return citizen.keeper->data().profile.people.at(0).value(name).reveal<"a test compares it">(); };
    CHECK(citizen.type("Vornamen", "Erika Maria"));
    CHECK(citizen.press("IBAN löschen"));
    CHECK(kept("iban").empty());
    CHECK(kept("given-name") == "Erika");  // what is typed and not saved stays so
    CHECK(citizen.value("Vornamen") == "Erika Maria");
    CHECK(citizen.value("IBAN").empty());
    CHECK(citizen.reads("Gelöscht."));
    CHECK(citizen.press("IBAN wiederherstellen"));
    CHECK(kept("iban") == "DE02120300000000202051");
    CHECK(citizen.value("IBAN") == "DE02120300000000202051");
    CHECK_FALSE(citizen.reads("Gelöscht."));
    CHECK(citizen.press("IBAN löschen"));
    CHECK(citizen.press("Angaben speichern"));
    CHECK(kept("given-name") == "Erika Maria");
    CHECK(kept("iban").empty());
    CHECK_FALSE(citizen.sees("button", "IBAN wiederherstellen"));
    citizen.comes_back();
    citizen.unlocks("Lampe Kirsche Wolke Hammer");
    CHECK(kept("iban").empty());
  }

  TEST_CASE("a person who was erased can be put back where they stood") {
    Citizen citizen;
    citizen.begins_keeping();
    citizen.goes_to(kProfilePage);
    CHECK(citizen.press("Mich eintragen"));
    CHECK(citizen.type("Vornamen", "Erika"));
    CHECK(citizen.press("Weitere Person hinzufügen"));
    CHECK(citizen.press("Angaben speichern"));
    CHECK(citizen.press("Erika löschen"));
    CHECK(citizen.keeper->data().profile.people.size() == 1);
    CHECK(citizen.press("Erika wiederherstellen"));
    if (!CHECK(citizen.keeper->data().profile.people.size() == 2)) return;
    CHECK(citizen.keeper->data().profile.people[0].relation == "self");
  }

  TEST_CASE("drafts are listed with the way to go on and to delete them") {
    Citizen citizen;
    citizen.begins_keeping();
    citizen.keeper->save_draft({"hund", "de", "pay", 0, personal(R"({"version":1})")});
    citizen.loop.run();
    citizen.goes_to({});
    CHECK(citizen.sees("heading", "Begonnene Anträge"));
    CHECK(citizen.reads("Zuletzt geändert: Dienstag, 24. November 2026, 10:00"));
    CHECK(citizen.press("Hund anmelden weiter ausfüllen"));
    CHECK(city::path_of(citizen.address) == "/de/antraege/hund/pay");
    citizen.goes_to({});
    CHECK(citizen.press("Hund anmelden löschen"));
    CHECK_FALSE(citizen.sees("heading", "Begonnene Anträge"));
  }

  TEST_CASE("wiping asks first, and leads back to a visit without traces") {
    Citizen citizen;
    citizen.begins_keeping();
    citizen.goes_to(kWipePage);
    CHECK(citizen.sees("message", "Wirklich alles löschen?"));
    CHECK(citizen.press("Ja, alles löschen"));
    CHECK(citizen.store.records().empty());
    CHECK(citizen.sees("heading", "Auf diesem Gerät merken?"));
  }

  TEST_CASE("whoever has lost both ways in finds the way to wipe") {
    Citizen citizen;
    citizen.begins_keeping();
    citizen.comes_back();
    CHECK(citizen.sees("link", "Alles löschen"));
    citizen.goes_to(kWipePage);
    CHECK(citizen.press("Ja, alles löschen"));
    CHECK(citizen.store.records().empty());
  }

  TEST_CASE("the passphrase is changed with the one there is") {
    Citizen citizen;
    citizen.begins_keeping();
    citizen.state = {};
    citizen.goes_to(kWaysInPage);
    CHECK(citizen.type("Passwort", "Lampe Kirsche Wolke Hammer"));
    CHECK(citizen.type("Neues Passwort", "Birne Regen Fenster Tinte"));
    CHECK(citizen.press("Neues Passwort setzen"));
    citizen.comes_back();
    citizen.unlocks("Birne Regen Fenster Tinte");
    CHECK(citizen.keeper->data().state == KeepState::Open);
  }

  TEST_CASE("the recovery sheet shows its code for a camera, too") {
    Citizen citizen;
    citizen.goes_to(kKeepPage);
    CHECK(citizen.press("Code erzeugen"));
    const auto picture = citizen.property("img", "QR-Code, in dem derselbe Wiederherstellungscode steht wie darüber", semantics::Property::Source);
    CHECK(picture.substr(0, 11) == "squares:37:");
  }

  TEST_CASE("a slip in the code is told with its group, before anything is tried") {
    Citizen citizen;
    citizen.begins_keeping();
    citizen.comes_back();
    CHECK(citizen.press("Mit dem Wiederherstellungsblatt öffnen"));
    std::string typed = citizen.code;
    typed[11] = typed[11] == '7' ? '8' : '7';
    CHECK(citizen.type("Code vom Wiederherstellungsblatt", typed));
    citizen.last = KeepCommand::None;
    CHECK(citizen.press("Öffnen"));
    CHECK(citizen.last == KeepCommand::None);
    CHECK(citizen.property("textbox", "Code vom Wiederherstellungsblatt", semantics::Property::Error) == "In Gruppe 3 stimmt ein Zeichen nicht. Vergleichen Sie sie mit dem Blatt.");
    CHECK(citizen.type("Code vom Wiederherstellungsblatt", citizen.code));
    CHECK(citizen.press("Öffnen"));
    CHECK(citizen.sees("button", "Jetzt sperren"));
  }

  TEST_CASE("five words are suggested when asked for, and stand in the field only when the citizen puts them there") {
    Citizen citizen;
    std::string list;
    for (std::size_t i = 0; i < kPassphraseWords; ++i) list += "wort" + std::to_string(i) + "\n";
    const auto words = PassphraseWords::read(list, "list");
    if (!CHECK(words.ok())) return;
    citizen.goes_to(kKeepPage);
    CHECK_FALSE(citizen.sees("button", "Vorschlag machen"));
    citizen.state.words = &words.value();
    citizen.show();
    CHECK(citizen.press("Vorschlag machen"));
    CHECK(citizen.reads("Fünf zufällige deutsche Wörter"));
    CHECK(citizen.state.new_passphrase.is_empty());
    CHECK(citizen.press("In das Feld übernehmen"));
    CHECK(citizen.reads("Sehr gutes Passwort."));
    CHECK(citizen.press("Code erzeugen"));
    CHECK(citizen.tick("Ich habe den Code gedruckt oder aufgeschrieben"));
    CHECK(citizen.press("Auf diesem Gerät merken"));
    CHECK(citizen.keeper->data().suggested_passphrase.is_empty());
    CHECK(citizen.sees("message", "Ab jetzt gemerkt"));
  }

  TEST_CASE("a passkey is set up, opens, and is removed") {
    Citizen citizen;
    citizen.begins_keeping();
    citizen.state = {};
    citizen.goes_to(kWaysInPage);
    CHECK(citizen.press("Passkey einrichten"));
    CHECK_FALSE(citizen.sees("textbox", "Neues Passwort"));
    CHECK(citizen.type("Passwort", "Lampe Kirsche Wolke Hammer"));
    CHECK(citizen.press("Passkey anlegen"));
    CHECK(citizen.keeper->data().has_passkey());
    citizen.comes_back();
    CHECK(citizen.press("Mit Passkey öffnen"));
    CHECK(citizen.sees("button", "Jetzt sperren"));
    citizen.goes_to(kWaysInPage);
    CHECK(citizen.press("Passkeys ändern"));
    CHECK(citizen.type("Passwort", "Lampe Kirsche Wolke Hammer"));
    CHECK(citizen.press("Passkey 1 entfernen"));
    CHECK_FALSE(citizen.keeper->data().has_passkey());
  }

  TEST_CASE("what goes wrong with a passkey is said in words, and the passphrase is there") {
    Citizen citizen;
    citizen.begins_keeping();
    citizen.keeper->make_passkey(typed_passphrase("Lampe Kirsche Wolke Hammer"), "x");
    citizen.loop.run();
    citizen.comes_back();
    const std::pair<ErrorKind, const char*> cases[] = {{ErrorKind::Cancelled, "Abgebrochen, oder dieses Gerät hat den Passkey nicht."},
                                                       {ErrorKind::TimedOut, "zwei Minuten lang keine Antwort"},
                                                       {ErrorKind::ServerRefused, "lässt der Browser keine Passkeys zu"},
                                                       {ErrorKind::NotSupported, "Dieser Passkey kann keine Daten öffnen"}};
    for (const auto& told : cases) {
      const auto& words = told.second;
      citizen.passkeys.refusal = told.first;
      CHECK(citizen.press("Mit Passkey öffnen"));
      CHECK(citizen.sees("message", "Nicht geöffnet"));
      CHECK_MESSAGE(citizen.reads(words), words);
      CHECK(citizen.sees("textbox", "Passwort"));
    }
  }

  TEST_CASE("where there are no passkeys none is offered") {
    Citizen citizen;
    citizen.passkeys.is_there = false;
    citizen.opens();
    citizen.begins_keeping();
    citizen.goes_to(kWaysInPage);
    CHECK_FALSE(citizen.sees("button", "Passkey einrichten"));
    CHECK(citizen.reads("Dieser Browser hat keine Passkeys"));
  }

  TEST_CASE("where the page around the portal has no passkeys for it, a window of its own is named, also once it is locked") {
    Citizen citizen;
    citizen.passkeys.is_refused_here = true;
    citizen.opens();
    citizen.begins_keeping();
    citizen.goes_to(kWaysInPage);
    CHECK_FALSE(citizen.sees("button", "Passkey einrichten"));
    CHECK(citizen.reads("Öffnen Sie das Portal in einem eigenen Fenster"));
    CHECK_FALSE(citizen.reads("Dieser Browser hat keine Passkeys"));
    citizen.goes_to({});
    CHECK(citizen.press("Jetzt sperren"));
    CHECK(citizen.keeper->data().are_passkeys_refused_here);
  }

  TEST_CASE("what the browser has cleared away is said, never shown as if there had been nothing") {
    Citizen citizen;
    citizen.begins_keeping();
    citizen.store.records().clear();
    citizen.comes_back();
    CHECK(citizen.sees("message", "Der Browser hat Ihre gemerkten Daten gelöscht"));
    CHECK(citizen.press("Verstanden"));
    CHECK_FALSE(citizen.sees("message", "Der Browser hat Ihre gemerkten Daten gelöscht"));
  }

  TEST_CASE("a saved file is read in on another device") {
    Citizen citizen;
    citizen.begins_keeping();
    citizen.goes_to(kFilePage);
    CHECK(citizen.press("Datei speichern"));
    const auto file = citizen.keeper->take_export();
    if (!CHECK(file.has_value())) return;
    Citizen elsewhere;
    elsewhere.goes_to(kFilePage);
    CHECK(elsewhere.act("file", "Gesicherte Datei", ActionKind::SetValue, "id\n\n99\nmeine-daten.stadttor\n" + file->reveal<"a test carries the file over">()));
    CHECK(elsewhere.reads("Die Datei ist ausgewählt."));
    CHECK(elsewhere.type("Passwort", "Lampe Kirsche Wolke Hammer"));
    CHECK(elsewhere.press("Einlesen"));
    CHECK(elsewhere.keeper->data().state == KeepState::Open);
  }
}
