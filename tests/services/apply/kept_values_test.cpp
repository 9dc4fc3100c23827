// What the vault knows, offered in forms; what is new, offered to the vault.
#include "services/apply/form_on_screen.h"

using namespace stadttor;
using namespace stadttor::testing;
using services::apply::AnswersStay;
using services::apply::KeptValues;

namespace {

const char* const kPerson = R"(
    {"id": "you", "title": "Sie", "questions": [
      {"id": "first", "kind": "name", "label": "Vorname", "autocomplete": "given-name", "required": true},
      {"id": "mail", "kind": "email", "label": "E-Mail-Adresse"},
      {"id": "colour", "kind": "text", "label": "Farbe"}]})";

kept_data::Profile family() {
  kept_data::Profile profile;
  profile.add("self").set("given-name", Personal<std::string>("Erika"));
  profile.people.back().set("email", Personal<std::string>("erika@example.org"));
  profile.add("child").set("given-name", Personal<std::string>("Paul"));
  return profile;
}

struct KeptForm : FormOnScreen {
  explicit KeptForm(kept_data::Profile known = family()) : FormOnScreen(form_json(kPerson)), profile(std::move(known)) {
    kept = &values;
    values.profile = &profile;
    values.stay = AnswersStay::OnTheDevice;
    show();
  }
  kept_data::Profile profile;
  KeptValues values;
};

}  // namespace

TEST_SUITE("services/apply kept values") {
  TEST_CASE("a known value is offered at its question, and taken only when the citizen says so") {
    KeptForm form;
    CHECK(form.value_of("textbox", "E-Mail-Adresse (freiwillig)").empty());
    CHECK(form.press("button", "Aus Ihren Daten übernehmen: erika@example.org"));
    CHECK(form.value_of("textbox", "E-Mail-Adresse (freiwillig)") == "erika@example.org");
    CHECK_FALSE(form.sees("button", "Aus Ihren Daten übernehmen: erika@example.org"));
  }

  TEST_CASE("of several people each is an offer of its own") {
    KeptForm form;
    CHECK(form.sees("button", "Von Erika übernehmen: Erika"));
    CHECK(form.press("button", "Von Paul übernehmen: Paul"));
    CHECK(form.value_of("textbox", "Vorname") == "Paul");
  }

  TEST_CASE("on a computer that others use, too, the browser is asked not to remember entries itself") {
    KeptForm form;
    const auto token = [&form](std::string_view name) { return form.property("textbox", name, semantics::Property::Autocomplete); };
    CHECK(token("Vorname") == "given-name");
    CHECK(token("Farbe (freiwillig)").empty());
    form.share_computer();
    CHECK(token("Vorname") == "off");
    CHECK(token("E-Mail-Adresse (freiwillig)") == "off");
    CHECK(token("Farbe (freiwillig)") == "off");
  }

  TEST_CASE("without a vault nothing is offered") {
    KeptForm form;
    form.values.profile = nullptr;
    form.show();
    CHECK_FALSE(form.reads("übernehmen"));
  }

  TEST_CASE("what is new is kept value by value, for the one it belongs to") {
    KeptForm form(kept_data::Profile{});
    form.type("Vorname", "Erika");
    form.type("E-Mail-Adresse (freiwillig)", "neu@example.org");
    form.press("button", "Weiter zur Übersicht");
    CHECK(form.sees("heading", "Für das nächste Mal merken?"));
    CHECK(form.act("checkbox", "E-Mail-Adresse: neu@example.org", semantics::ActionKind::SetChecked, "1"));
    CHECK(form.press("button", "Angehakte Angaben merken"));
    if (!CHECK(form.values.remembered.has_value())) return;
    if (!CHECK(form.values.remembered->people.size() == 1)) return;
    CHECK(form.values.remembered->people[0].relation == "self");
    CHECK(form.values.remembered->people[0].value("email").reveal<"a test compares what is kept">() == "neu@example.org");
    CHECK(form.values.remembered->people[0].value("given-name").is_empty());
    CHECK(form.reads("Gemerkt."));
  }

  TEST_CASE("what is known already is not asked about again") {
    KeptForm form;
    form.type("Vorname", "Erika");
    form.press("button", "Weiter zur Übersicht");
    CHECK_FALSE(form.sees("heading", "Für das nächste Mal merken?"));
  }

  TEST_CASE("a form says where its answers stay") {
    KeptForm form;
    CHECK(form.sees("message", "Wird laufend gespeichert"));
    form.values.stay = AnswersStay::BehindALock;
    form.show();
    CHECK(form.sees("message", "Ihre gemerkten Daten sind gesperrt"));
    form.values.stay = AnswersStay::ForTheVisit;
    form.show();
    CHECK(form.sees("message", "Nur für diesen Besuch"));
    CHECK(form.sees("link", "Auf diesem Gerät merken"));
  }

  TEST_CASE("whoever fills in the same form in two tabs decides which state counts") {
    KeptForm form;
    form.values.is_changed_elsewhere = true;
    form.show();
    CHECK(form.sees("message", "In einem anderen Fenster geändert"));
    CHECK(form.press("button", "Mit dem Stand dieses Fensters"));
    CHECK(form.values.insists);
    CHECK_FALSE(form.values.takes_other);
  }
}
