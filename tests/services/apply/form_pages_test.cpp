// The way through an application: on, back, what is wrong, the page with all answers, and the sheet that is handed in.
#include "services/apply/form_on_screen.h"

using namespace stadttor;
using namespace stadttor::testing;
using city::PageKind;
using semantics::ActionKind;

namespace {

const char* const kTwoSteps = R"(
    {"id": "dog", "title": "Ihr Hund", "questions": [{"id": "name", "kind": "text", "label": "Name", "required": true}]},
    {"id": "pay", "title": "Zahlung", "questions": [{"id": "how", "kind": "yes_no", "label": "Abbuchen?", "required": true}]})";

FormOnScreen filled_in() {
  FormOnScreen form(form_json(kTwoSteps));
  form.type("Name", "Bello");
  form.press("button", "Weiter");
  form.choose("Abbuchen?", "no");
  form.press("button", "Weiter zur Übersicht");
  return form;
}

}  // namespace

TEST_SUITE("services/apply pages") {
  TEST_CASE("the first page says where one is and that nothing is kept") {
    const FormOnScreen form(form_json(kTwoSteps));

    CHECK(form.sees("heading", "Ihr Hund"));
    CHECK(form.sees("progressbar", "Schritt 1 von 3"));
    CHECK(form.sees("message", "Nur für diesen Besuch"));
    CHECK(form.title() == "Ihr Hund – Hund anmelden");
    CHECK_FALSE(form.sees("link", "Zurück"));
    CHECK_FALSE(form.applications.hold_answers());
  }

  TEST_CASE("who wants on with something wrong is shown what, and taken there") {
    FormOnScreen form(form_json(kTwoSteps));
    form.press("button", "Weiter");

    CHECK(form.address.page == PageKind::Form);
    CHECK(form.focused() == "message Bitte prüfen Sie eine Angabe");
    CHECK(form.error_at("textbox", "Name") == "Hier fehlt Ihre Angabe.");
    CHECK(form.title() == "Bitte prüfen: Ihr Hund – Hund anmelden");
    CHECK(form.property("link", "Name: Hier fehlt Ihre Angabe.", semantics::Property::Href) == "#feld-name");
    form.press("link", "Name: Hier fehlt Ihre Angabe.");
    CHECK(form.focused() == "textbox Name");
  }

  TEST_CASE("the Enter key goes on as the button does") {
    FormOnScreen form(form_json(kTwoSteps));
    form.type("Name", "Bello");
    form.act("form", "Ihr Hund", ActionKind::Submit);

    CHECK(form.address == city::Address{"de", PageKind::FormStep, "hund", "", "", "pay"});
    CHECK(form.sees("heading", "Zahlung"));
    CHECK(form.property("link", "Zurück", semantics::Property::Href) == "/de/antraege/hund");
  }

  TEST_CASE("an address further on leads to what is missing first") {
    FormOnScreen form(form_json(kTwoSteps));
    for (const PageKind page : {PageKind::FormCheck, PageKind::FormCopy}) {
      form.address = {"de", page, "hund", "", ""};
      form.show();
      CHECK(form.address == city::Address{"de", PageKind::Form, "hund", "", ""});
    }
    form.address = {"de", PageKind::FormStep, "hund", "", "", "pay"};
    form.show();
    CHECK(form.address.page == PageKind::Form);
    form.type("Name", "Bello");
    form.address = {"de", PageKind::FormCheck, "hund", "", ""};
    form.show();
    CHECK(form.address.step == "pay");
  }

  TEST_CASE("all answers are shown, and changing one leads back to them") {
    FormOnScreen form = filled_in();
    CHECK(form.address.page == PageKind::FormCheck);
    CHECK(form.sees("heading", "Angaben prüfen"));
    CHECK(form.reads("Bello"));
    CHECK(form.reads("Nein"));

    CHECK(form.press("link", "Ändern: Name"));
    form.address = {"de", PageKind::Form, "hund", "", ""};
    form.show();
    CHECK(form.focused() == "textbox Name");
    form.type("Name", "Rex");
    form.press("button", "Weiter zur Übersicht");
    CHECK(form.address.page == PageKind::FormCheck);
    CHECK(form.reads("Rex"));
  }

  TEST_CASE("the sheet has the answers, the office and room to sign, and can be printed and saved") {
    FormOnScreen form = filled_in();
    form.address.page = PageKind::FormCopy;
    form.show();
    CHECK(form.sees("heading", "Antrag abgeben"));
    CHECK(form.reads("Bello"));
    CHECK(form.reads("Steueramt"));
    CHECK(form.reads("Unterschrift"));

    form.press("button", "Antrag drucken");
    CHECK(form.has_printed);
    form.press("button", "Kopie als Datei speichern");
    if (!CHECK(form.copy.has_value())) return;
    CHECK(form.copy->file_name == "hund.json");
    CHECK(form.copy->content.reveal<"compared in a test">() ==
          R"({"form":"hund","title":"Hund anmelden","date":"2026-11-24","answers":{"name":"Bello","how":false}})");
  }

  TEST_CASE("deleting asks first, and then nothing is left") {
    FormOnScreen form = filled_in();
    form.press("button", "Alle Angaben löschen");
    CHECK(form.focused() == "message Wirklich alles löschen?");
    form.press("button", "Nein, behalten");
    CHECK(form.reads("Bello"));

    form.press("button", "Alle Angaben löschen");
    form.press("button", "Ja, löschen");
    CHECK(form.address.page == PageKind::Form);
    CHECK(form.value_of("textbox", "Name").empty());
    CHECK_FALSE(form.applications.hold_answers());
  }

  TEST_CASE("advice that ends the form is told, and the way on is closed") {
    FormOnScreen form(form_json(R"(
        {"id": "first", "precheck": true, "title": "Vorab", "questions": [{"id": "here", "kind": "yes_no", "label": "Hier?", "required": true}]},
        {"id": "dog", "title": "Ihr Hund", "questions": [{"id": "name", "kind": "text", "label": "Name", "required": true}]})",
                      R"("advice": [{"after": "first", "when": {"==": [{"var": "here"}, false]}, "ends": true, "title": "Nicht hier", "text": "Fragen Sie dort."}],)"));
    form.choose("Hier?", "no");
    CHECK(form.reads("Fragen Sie dort."));
    form.press("button", "Weiter");
    CHECK(form.address.page == PageKind::Form);
    CHECK(form.focused() == "message Nicht hier");

    form.choose("Hier?", "yes");
    CHECK_FALSE(form.sees("message", "Nicht hier"));
    form.press("button", "Weiter");
    CHECK(form.address.step == "dog");
  }

  TEST_CASE("who comes from a page prepared without an engine is told where to get the paper") {
    SmallCity city;
    city.now.reset();
    auto definition = forms::read_definition(form_json(kTwoSteps), "form");
    if (!CHECK(definition.ok())) return;
    services::apply::Applications applications;
    const auto tree = city.page([&](const services::Screen& screen, semantics::Page& page) {
      (void)services::apply::show_form(screen, page, {"de", PageKind::Form, "hund", "", ""}, &definition.value(), applications);
    });

    CHECK(has_node(tree, "message", "Hier geht es nur mit JavaScript weiter"));
    CHECK(has_node(tree, "link", "Zum Amt: Steueramt"));
    CHECK_FALSE(has_node(FormOnScreen(form_json(kTwoSteps)).tree(), "message", "Hier geht es nur mit JavaScript weiter"));
  }

  TEST_CASE("a form that cannot be loaded says so, under the service's name") {
    SmallCity city;
    city.catalogue.services[1].form = "hund";
    services::apply::Applications applications;
    const auto tree = city.page([&](const services::Screen& screen, semantics::Page& page) {
      (void)services::apply::show_form(screen, page, {"de", PageKind::Form, "hund", "", ""}, nullptr, applications);
    });

    CHECK(has_node(tree, "heading", "Hund anmelden"));
    CHECK(has_node(tree, "button", "Erneut versuchen"));
  }
}
