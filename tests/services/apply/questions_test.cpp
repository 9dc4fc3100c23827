// Every kind of question with its field: what it is called, offers, takes, and says when something is wrong.
#include "attachments/marked_files.h"
#include "services/apply/form_on_screen.h"

using namespace stadttor;
using namespace stadttor::testing;
using semantics::ActionKind;
using semantics::Property;
using semantics::State;

namespace {

// As a presentation tells a chosen file.
std::string told_file(const std::string& id, const std::string& name, const std::string& content) {
  return id + "\napplication/octet-stream\n" + std::to_string(content.size()) + "\n" + name + "\n" + content;
}

std::string one_step(const std::string& questions) { return form_json(R"({"id": "a", "title": "Schritt", "questions": [)" + questions + "]}"); }

}  // namespace

TEST_SUITE("services/apply questions") {
  TEST_CASE("a field has the keyboard and the autocomplete token of what it asks") {
    const FormOnScreen form(one_step(R"(
        {"id": "mail", "kind": "email", "label": "E-Mail", "required": true},
        {"id": "code", "kind": "postcode", "label": "PLZ", "required": true, "autocomplete": "postal-code"},
        {"id": "sum", "kind": "money", "label": "Betrag", "required": true},
        {"id": "why", "kind": "long_text", "label": "Grund"})"));

    CHECK(form.property("textbox", "E-Mail", Property::InputType) == "email");
    CHECK(form.property("textbox", "E-Mail", Property::Autocomplete) == "email");
    CHECK(form.property("textbox", "PLZ", Property::InputMode) == "numeric");
    CHECK(form.property("textbox", "PLZ", Property::Autocomplete) == "postal-code");
    CHECK(form.property("textbox", "Betrag", Property::InputMode) == "decimal");
    CHECK(form.sees("multiline textbox", "Grund (freiwillig)"));
  }

  TEST_CASE("help, example and unit are the field's hint") {
    const FormOnScreen form(one_step(R"({"id": "size", "kind": "number", "label": "Größe", "help": "Ohne Flur.", "example": "42", "unit": "m²"})"));

    CHECK(form.property("textbox", "Größe (freiwillig)", Property::Hint) == "Ohne Flur. Zum Beispiel: 42 Einheit: m²");
  }

  TEST_CASE("what is wrong is told once the field has been left, not while one types, and never that it is empty") {
    FormOnScreen form(one_step(R"(
        {"id": "code", "kind": "postcode", "label": "PLZ", "required": true}, {"id": "town", "kind": "text", "label": "Ort", "required": true})"));
    if (!CHECK(form.type("PLZ", "12"))) return;
    CHECK(form.error_at("textbox", "PLZ").empty());

    form.type("Ort", "");
    CHECK(form.error_at("textbox", "PLZ") == "Geben Sie die Postleitzahl mit fünf Ziffern an.");
    CHECK(form.error_at("textbox", "Ort").empty());

    form.type("PLZ", "12344");
    CHECK(form.error_at("textbox", "PLZ").empty());
    CHECK(form.error_at("textbox", "Ort").empty());
  }

  TEST_CASE("a date has three fields that keep what is typed into each") {
    FormOnScreen form(one_step(R"({"id": "born", "kind": "date", "label": "Geburtstag", "required": true, "autocomplete": "bday"})"));
    CHECK(form.sees("group", "Geburtstag"));
    CHECK(form.property("textbox", "Jahr", Property::Autocomplete) == "bday-year");

    form.type("Tag", "31");
    form.type("Monat", "2");
    form.type("Jahr", "1975");
    form.press("button", "Weiter zur Übersicht");
    CHECK(form.error_at("group", "Geburtstag") == "Dieses Datum gibt es im Kalender nicht. Prüfen Sie Tag und Monat.");
    CHECK(form.value_of("textbox", "Tag") == "31");
    CHECK(form.tree().node(find_node(form.tree(), "textbox", "Tag")).has(State::Invalid));

    form.type("Tag", "28");
    CHECK(form.error_at("group", "Geburtstag").empty());
  }

  TEST_CASE("choices: radio buttons, a list, several, yes and no") {
    FormOnScreen form(one_step(R"(
        {"id": "sex", "kind": "choice", "label": "Geschlecht", "options": [{"value": "m", "label": "Rüde"}, {"value": "f", "label": "Hündin"}]},
        {"id": "rate", "kind": "choice", "look": "select", "label": "Rate", "options": [{"value": "1", "label": "einmal"}, {"value": "4", "label": "viermal"}]},
        {"id": "more", "kind": "choices", "label": "Dazu", "options": [{"value": "a", "label": "Erstes"}, {"value": "b", "label": "Zweites"}]},
        {"id": "sure", "kind": "yes_no", "label": "Sicher?"})"));

    form.choose("Geschlecht (freiwillig)", "f");
    form.choose("Rate (freiwillig)", "4", "select");
    form.act("checkbox", "Zweites", ActionKind::SetChecked, "1");
    form.act("checkbox", "Erstes", ActionKind::SetChecked, "1");
    form.act("checkbox", "Zweites", ActionKind::SetChecked, "0");
    form.choose("Sicher? (freiwillig)", "no");

    CHECK(form.tree().node(find_node(form.tree(), "radio", "Hündin")).has(State::Checked));
    CHECK(form.value_of("select", "Rate (freiwillig)") == "4");
    CHECK(form.tree().node(find_node(form.tree(), "checkbox", "Erstes")).has(State::Checked));
    CHECK_FALSE(form.tree().node(find_node(form.tree(), "checkbox", "Zweites")).has(State::Checked));
    CHECK(form.tree().node(find_node(form.tree(), "radio", "Nein")).has(State::Checked));
  }

  TEST_CASE("one of many is found by typing, chosen with keys or pointer, and refused when it is none of them") {
    FormOnScreen form(one_step(R"({"id": "breed", "kind": "choice", "look": "search", "label": "Rasse", "required": true, "options": [
        {"value": "beagle", "label": "Beagle"}, {"value": "dackel", "label": "Dackel"}, {"value": "rauhaardackel", "label": "Rauhaardackel"}]})"));
    form.type("Rasse", "DACK", "combobox");
    CHECK(form.sees("option", "Dackel"));
    CHECK(form.sees("option", "Rauhaardackel"));
    CHECK_FALSE(form.sees("option", "Beagle"));

    form.act("combobox", "Rasse", ActionKind::ActiveNext);
    CHECK(form.tree().node(find_node(form.tree(), "option", "Dackel")).has(State::Selected));
    form.press("option", "Dackel");
    CHECK(form.value_of("combobox", "Rasse") == "Dackel");
    CHECK_FALSE(form.sees("option", "Dackel"));

    form.type("Rasse", "raus", "combobox");
    form.type("Rasse", "rau", "combobox");
    const auto key_of = [&form](std::string_view role, std::string_view name) { return form.tree().node(find_node(form.tree(), role, name)).key; };
    form.show({{ActionKind::Press, key_of("option", "Rauhaardackel"), {}}, {ActionKind::SetValue, key_of("combobox", "Rasse"), "rau"}});
    CHECK(form.value_of("combobox", "Rasse") == "Rauhaardackel");

    form.type("Rasse", "Katze", "combobox");
    form.press("button", "Weiter zur Übersicht");
    CHECK(form.error_at("combobox", "Rasse") == "Wählen Sie einen Eintrag aus der Liste.");
  }

  TEST_CASE("a question appears with the answer it depends on, and nothing takes the focus") {
    FormOnScreen form(one_step(R"(
        {"id": "pay", "kind": "yes_no", "label": "Abbuchen?", "required": true},
        {"id": "iban", "kind": "iban", "label": "IBAN", "required": true, "when": {"==": [{"var": "pay"}, true]}})"));
    CHECK_FALSE(form.sees("textbox", "IBAN"));

    form.choose("Abbuchen?", "yes");
    CHECK(form.sees("textbox", "IBAN"));
    CHECK(form.focused().empty());
  }

  TEST_CASE("an address and a person have their parts, with the interface's words") {
    const FormOnScreen form(one_step(R"({"id": "who", "kind": "person", "label": "Halterin", "required": true}, {"id": "home", "kind": "address", "label": "Wohnung"})"), "en");

    CHECK(form.sees("group", "Halterin"));
    CHECK(form.property("textbox", "Given names", Property::Autocomplete) == "given-name");
    CHECK(form.sees("group", "Date of birth"));
    CHECK(form.sees("textbox", "Postcode"));
    CHECK(form.sees("textbox", "Name at birth (optional)"));
  }

  TEST_CASE("a group is asked as often as wanted, and the focus goes where one goes on") {
    FormOnScreen form(one_step(R"({"id": "kids", "kind": "group", "label": "Kinder", "item": "Kind", "add": "Weiteres Kind", "repeat": {"fewest": 0, "most": 2},
        "questions": [{"id": "name", "kind": "name", "label": "Name", "required": true}]})"));
    CHECK_FALSE(form.sees("group", "Kind 1"));

    form.press("button", "Weiteres Kind");
    CHECK(form.sees("group", "Kind 1"));
    CHECK(form.focused() == "textbox Name");
    form.type("Name", "Ada");
    form.press("button", "Weiteres Kind");
    CHECK_FALSE(form.sees("button", "Weiteres Kind"));

    form.press("button", "Kind 2 entfernen");
    CHECK(form.focused() == "textbox Name");
    CHECK(form.value_of("textbox", "Name") == "Ada");
    form.press("button", "Kind 1 entfernen");
    CHECK(form.focused() == "button Weiteres Kind");
  }

  TEST_CASE("a street is offered while one types; what is chosen brings its postcode, and overwrites nothing") {
    const city::Streets streets{"Musterstadt", {{"Münzgasse", {"12344"}}, {"Münzstraße", {"12345", "12346"}}}};
    FormOnScreen form(one_step(R"({"id": "home", "kind": "address", "label": "Wohnung", "required": true})"));
    form.applications.streets = &streets;
    CHECK(form.property("combobox", "Straße", Property::Autocomplete) == "address-line1");

    form.type("Straße", "muenz", "combobox");
    CHECK(form.sees("option", "Münzgasse, 12344 Musterstadt"));
    CHECK(form.sees("option", "Münzstraße, 12345 Musterstadt"));
    form.act("combobox", "Straße", ActionKind::ActiveNext);
    CHECK(form.tree().node(find_node(form.tree(), "option", "Münzgasse, 12344 Musterstadt")).has(State::Selected));
    form.type("Ort", "Musterstadt-Nord");
    form.type("Straße", "Münzstr", "combobox");
    form.press("option", "Münzstraße, 12346 Musterstadt");

    CHECK(form.value_of("combobox", "Straße") == "Münzstraße");
    CHECK(form.value_of("textbox", "Postleitzahl") == "12346");
    CHECK(form.value_of("textbox", "Ort") == "Musterstadt-Nord");
    CHECK_FALSE(form.sees("option", "Münzstraße, 12346 Musterstadt"));
  }

  TEST_CASE("any street can be typed, and every street where the city has no directory") {
    FormOnScreen form(one_step(R"({"id": "home", "kind": "address", "label": "Wohnung", "required": true})"));
    form.type("Straße", "Rue de la Paix", "combobox");

    CHECK(form.value_of("combobox", "Straße") == "Rue de la Paix");
    CHECK(form.error_at("combobox", "Straße").empty());
  }

  TEST_CASE("options that stand somewhere are chosen on a plan or a map, which is drawn from their list") {
    FormOnScreen form(one_step(R"(
        {"id": "section", "kind": "choice", "label": "Feld", "required": true, "scene": {"kind": "plan", "source": "plan/friedhof.json", "extent": "0,0,90,60"},
         "options": [{"value": "a", "label": "Feld A", "shape": "1,1 9,1 9,9", "abbreviation": "A"}, {"value": "x", "label": "Weiß ich nicht"}]},
        {"id": "site", "kind": "choice", "label": "Ort", "required": true, "scene": {"kind": "map"},
         "options": [{"value": "m", "label": "Marktplatz", "position": "51.43000,9.87000"}, {"value": "p", "label": "Park", "position": "51.44000,9.88000"}]})"));
    CHECK(form.property("scene", "Plan zu: Feld", Property::Source).find("plan/friedhof.json") != std::string::npos);
    CHECK(form.property("scene", "Plan zu: Feld", Property::Extent) == "0,0,90,60");
    CHECK(form.property("radio", "Feld A", Property::Shape) == "1,1 9,1 9,9");
    CHECK(form.property("scene", "Karte zu: Ort", Property::Extent) == "9.8680,51.4280,9.8820,51.4420");
    CHECK(form.property("radio", "Marktplatz", Property::Position) == "51.43000,9.87000");

    form.choose("Feld", "a");
    form.choose("Ort", "p");
    CHECK(form.tree().node(find_node(form.tree(), "radio", "Feld A")).has(State::Checked));
    CHECK(form.tree().node(find_node(form.tree(), "radio", "Park")).has(State::Checked));
  }

  TEST_CASE("a chosen file is listed with its size, and can be taken away") {
    FormOnScreen form(one_step(R"({"id": "proof", "kind": "files", "label": "Nachweis", "files": {"most": 1, "largest_mb": 1, "types": ["application/pdf"]}})"));
    CHECK(form.property("file", "Nachweis (freiwillig)", Property::Accept) == "application/pdf");

    form.act("file", "Nachweis (freiwillig)", ActionKind::SetValue, told_file("id-1", "Vertrag.pdf", "%PDF-1.7\n" + std::string(20471, ' ')));
    CHECK(form.reads("Vertrag.pdf (20 KB)"));
    CHECK(form.sees("status", "Vertrag.pdf ist ausgewählt."));
    form.press("button", "Vertrag.pdf entfernen");
    CHECK_FALSE(form.reads("Vertrag.pdf"));
    CHECK(form.focused() == "file Nachweis (freiwillig)");
  }

  TEST_CASE("a photo is shown, cleaned before anything else happens to it, and what was removed is said") {
    FormOnScreen form(one_step(R"({"id": "proof", "kind": "files", "label": "Nachweis", "files": {"most": 2, "largest_mb": 1, "types": ["image/jpeg"]}})"));
    const std::string photo = jpeg_with(jpeg_segment(0xe1, std::string("Exif\0\0", 6) + exif_block(6, true)), std::string(kMark));
    form.act("file", "Nachweis (freiwillig)", ActionKind::SetValue, told_file("id-1", "Haus.jpg", photo));

    CHECK(form.sees("img", "Vorschau von Haus.jpg"));
    CHECK(form.reads("Vor dem Senden entfernt: Ort, Zeit und Kamera der Aufnahme, verborgene Vorschaubilder."));
    const auto files = form.applications.find("hund")->evaluation().sent_files();
    if (!CHECK(files.size() == 1)) return;
    if (!CHECK(files[0].attachment->content != nullptr)) return;
    const std::string& sent = files[0].attachment->content->reveal<"compared in a test">();
    CHECK(sent.find(kMark) == std::string::npos);
    CHECK(sent.size() == files[0].attachment->bytes);
  }

  TEST_CASE("a file that can't be sent is refused with what to do about it, and taken as soon as another one is chosen") {
    FormOnScreen form(one_step(R"({"id": "proof", "kind": "files", "label": "Nachweis", "files": {"most": 1, "largest_mb": 1, "types": ["application/pdf"]}})"));
    const auto refusal_of = [&form](const std::string& told) {
      form.act("file", "Nachweis (freiwillig)", ActionKind::SetValue, told);
      CHECK_FALSE(form.applications.hold_answers());
      return form.error_at("file", "Nachweis (freiwillig)");
    };
    CHECK(refusal_of(told_file("id-1", "Bild.pdf", png_with(""))).find("Diese Art von Datei") == 0);
    CHECK(refusal_of(told_file("id-1", "Programm.pdf", "MZ")).find("Diese Art von Datei") == 0);
    CHECK(refusal_of(told_file("id-1", "Foto.heic", std::string("\0\0\0\x18", 4) + "ftypheic    ")).find("Fotos im Format HEIC") == 0);
    CHECK(refusal_of(told_file("id-1", "Foto.jpg", "\xff\xd8\xff")).find("Diese Datei ist beschädigt.") == 0);
    CHECK(refusal_of(told_file("id-1", "Leer.pdf", "")).find("Diese Datei ist leer.") == 0);
    CHECK(refusal_of("id-1\napplication/pdf\n4294967296\nFilm.pdf") == "Eine Datei ist größer als 1 MB. Wählen Sie eine kleinere.");
    CHECK(refusal_of("id-1\napplication/pdf\n1000\nWeg.pdf").find("Diese Datei ließ sich nicht lesen.") == 0);

    form.act("file", "Nachweis (freiwillig)", ActionKind::SetValue, told_file("id-2", "Brief.pdf", "%PDF-1.7\n"));
    CHECK(form.error_at("file", "Nachweis (freiwillig)").empty());
    form.act("file", "Nachweis (freiwillig)", ActionKind::SetValue, told_file("id-3", "Noch einer.pdf", "%PDF-1.7\n"));
    CHECK(form.error_at("file", "Nachweis (freiwillig)").find("Mehr als 1") == 0);
  }

  TEST_CASE("all files of an application together have a limit of their own") {
    FormOnScreen form(one_step(R"({"id": "proof", "kind": "files", "label": "Nachweis", "files": {"most": 9, "largest_mb": 10, "types": ["application/pdf"]}})"));
    for (const char* id : {"a", "b", "c", "d"}) {
      form.act("file", "Nachweis (freiwillig)", ActionKind::SetValue, told_file(id, std::string(id) + ".pdf", "%PDF-1.7\n" + std::string((10U << 20) - 9, ' ')));
    }
    CHECK(form.reads("c.pdf (10 MB)"));
    CHECK_FALSE(form.reads("d.pdf"));
    CHECK(form.error_at("file", "Nachweis (freiwillig)").find("Alle Dateien zusammen dürfen höchstens 30 MB groß sein.") == 0);
  }

  TEST_CASE("a PDF that keeps its secrets says so") {
    FormOnScreen form(one_step(R"({"id": "proof", "kind": "files", "label": "Nachweis"})"));
    form.act("file", "Nachweis (freiwillig)", ActionKind::SetValue, told_file("id-1", "Bescheid.pdf", "%PDF-1.7\ntrailer << /Encrypt 5 0 R >>"));

    CHECK(form.reads("In diesem PDF können noch Angaben wie Verfasser und Datum stehen. Sie ließen sich nicht entfernen, weil die Datei verschlüsselt oder verdichtet ist."));
  }

  TEST_CASE("what a presentation tells of a file in another form is no file") {
    FormOnScreen form(one_step(R"({"id": "proof", "kind": "files", "label": "Nachweis"})"));
    form.act("file", "Nachweis (freiwillig)", ActionKind::SetValue, "nur eine Zeile");

    CHECK_FALSE(form.reads("nur eine Zeile"));
    CHECK_FALSE(form.applications.hold_answers());
  }

  TEST_CASE("what is calculated is said, not asked") {
    FormOnScreen form(one_step(R"(
        {"id": "count", "kind": "number", "label": "Anzahl", "required": true},
        {"id": "total", "kind": "derived", "label": "Zusammen", "value": {"*": [{"var": "count"}, 96]}, "unit": "Euro"})"));
    form.type("Anzahl", "2");

    CHECK(form.reads("192 Euro"));
  }
}
