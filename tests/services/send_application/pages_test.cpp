// What a citizen reads before and after sending.
#include "services/send_application/case_pages.h"
#include "services/send_application/disclosure_page.h"
#include "services/send_application/handover.h"
#include "services/send_application/ledger_page.h"
#include "support/small_city.h"

using namespace stadttor;
using namespace stadttor::services::send_application;
using namespace stadttor::testing;

namespace {

constexpr const char* kForm = R"({"id": "hund", "title": "Hund anmelden", "office": "steueramt", "leika": "99102013104000",
  "destination": "4f2c9f6e-0f4b-4a55-9c42-9a0e2f6d3c11", "purpose": "Hundesteuer", "retention": "Zehn Jahre", "legal_basis": [{"name": "Hundesteuersatzung"}],
  "steps": [{"id": "vorab", "title": "Vorab", "precheck": true, "questions": [{"id": "here", "kind": "yes_no", "label": "Lebt er hier?"}]},
            {"id": "tier", "title": "Ihr Hund", "questions": [{"id": "name", "kind": "text", "label": "Name des Hundes", "required": true},
                                                              {"id": "mail", "kind": "email", "label": "E-Mail"}]}]})";

struct DisclosureOnScreen {
  SmallCity city;
  std::unique_ptr<forms::Definition> definition;
  std::unique_ptr<services::apply::Application> application;

  DisclosureOnScreen() {
    auto read = forms::read_definition(kForm, "form");
    if (!CHECK_MESSAGE(read.ok(), (read.ok() ? "" : text_from_error(read.error())))) return;
    definition = std::make_unique<forms::Definition>(std::move(read).value());
    application = std::make_unique<services::apply::Application>(*definition, Date{2026, 11, 24});
    enter("here", "yes");
    enter("name", "Wotan");
    enter("mail", "erika@mustermann.example");
  }

  void enter(const char* path, const char* text) {
    const auto place = definition->find_place(path);
    if (CHECK(place)) application->evaluation().enter(*place, Personal<std::string>(text));
  }

  template <class Show>
  semantics::Tree with_view(Show show, const semantics::ActionQueue& actions = {}) {
    city::Address address{"de", city::PageKind::FormDisclosure, "hund", "", ""};
    return city.page([&](const services::Screen& screen, semantics::Page& page) { show(services::apply::FormPage{screen, page, address, *application}); }, actions);
  }
};

Case sent_case() {
  Case sent;
  sent.id = "00ff";
  sent.receipt.title = "Hund anmelden";
  sent.receipt.form = "hund";
  sent.receipt.office_name = "Steueramt";
  sent.receipt.fingerprint = std::string(128, 'a');
  sent.receipt.begun_at = 1'795'593'600'000;
  sent.receipt.fields = {{"dog.breed", "Rasse", "tier"}};
  sent.number = "7c1f9b5e";
  sent.progress = CaseProgress::Sent;
  sent.steps = {{"create-submission", 1'795'593'601'000, {}}, {"submit-submission", 1'795'593'602'000, {}}};
  return sent;
}

semantics::Tree page_of(const SmallCity& city, const std::vector<Case>& cases, KeptWhere where, CaseAnswer* answer = nullptr, const semantics::ActionQueue& actions = {}) {
  CasesFacts facts;
  facts.cases = &cases;
  facts.where = where;
  return city.page([&](const services::Screen& screen, semantics::Page& page) {
    const CaseAnswer given = show_case(screen, page, facts, "00ff");
    if (answer != nullptr) *answer = given;
  }, actions);
}

}  // namespace

TEST_SUITE("services") {
  TEST_CASE("before sending one reads who receives what, for what, how long, and under which key") {
    DisclosureOnScreen form;
    RecipientAnswer recipient;
    recipient.recipient = CheckedRecipient{{}, {}, "THsnQcVB987k", 1'795'593'600'000};
    DisclosureFacts facts;
    facts.recipient = &recipient;
    facts.can_keep = true;
    facts.where = KeptWhere::OnDevice;
    const auto tree = form.with_view([&](const services::apply::FormPage& view) { show_disclosure(view, facts); });
    for (const char* text : {"Steueramt", "Hundesteuer", "Zehn Jahre", "Hundesteuersatzung", "Name des Hundes", "Wotan", "erika@mustermann.example", "THsnQcVB987k", "Sie können das Fenster nach dem Absenden schließen"}) {
      CHECK_MESSAGE(has_text(tree, text), text);
    }
    CHECK(has_node(tree, "button", "Verschlüsselt absenden"));
    // Asked beforehand, and never sent.
    CHECK_FALSE(has_text(tree, "Lebt er hier?"));
  }

  TEST_CASE("where the key is no good there is no button, and paper is offered; without a network there is one") {
    DisclosureOnScreen form;
    RecipientAnswer refused;
    refused.trouble.trouble = Trouble::KeyRefused;
    DisclosureFacts facts;
    facts.recipient = &refused;
    facts.can_keep = true;
    auto tree = form.with_view([&](const services::apply::FormPage& view) { show_disclosure(view, facts); });
    CHECK_FALSE(has_node(tree, "button", "Verschlüsselt absenden"));
    CHECK(has_text(tree, "Der Schlüssel des Amts ist zu schwach"));
    CHECK(has_node(tree, "link", "Lieber auf Papier abgeben"));
    refused.trouble.trouble = Trouble::NoNetwork;
    tree = form.with_view([&](const services::apply::FormPage& view) { show_disclosure(view, facts); });
    CHECK(has_node(tree, "button", "Verschlüsselt absenden"));
    CHECK(has_text(tree, "wartet auf Netz"));
    CHECK(has_text(tree, "Lassen Sie das Fenster nach dem Absenden offen"));
  }

  TEST_CASE("where nothing could be made ready for sending, the page says so and keeps its button") {
    DisclosureOnScreen form;
    DisclosureFacts facts;
    facts.can_keep = true;
    facts.could_not_begin = true;
    const auto tree = form.with_view([&](const services::apply::FormPage& view) { show_disclosure(view, facts); });
    CHECK(has_text(tree, "Ihre Antworten sind noch da"));
    CHECK(has_node(tree, "button", "Verschlüsselt absenden"));
  }

  TEST_CASE("a locked vault, and an application that went before, are said first") {
    DisclosureOnScreen form;
    const Case earlier = sent_case();
    DisclosureFacts facts;
    facts.is_locked = true;
    facts.earlier = &earlier;
    auto tree = form.with_view([&](const services::apply::FormPage& view) { show_disclosure(view, facts); });
    CHECK(has_text(tree, "Schon einmal gesendet"));
    CHECK(has_node(tree, "link", "Zu „Meine Daten“"));
    CHECK_FALSE(has_node(tree, "button", "Als weiteren Antrag absenden"));
    facts.is_locked = false;
    facts.can_keep = true;
    tree = form.with_view([&](const services::apply::FormPage& view) { show_disclosure(view, facts); });
    CHECK(has_node(tree, "button", "Als weiteren Antrag absenden"));
  }

  TEST_CASE("what is handed over names every answer that is sent, and none that is not") {
    DisclosureOnScreen form;
    HandedOver handed;
    form.with_view([&](const services::apply::FormPage& view) { handed = hand_over(view); });
    const auto& entry = handed.application.entry;
    if (!CHECK(entry.fields.size() == 2)) return;
    CHECK(entry.fields[0].label == "Name des Hundes");
    CHECK(entry.fields[0].step == "tier");
    CHECK(entry.office == "Steueramt");
    CHECK(handed.application.service == "urn:de:fim:leika:leistung:99102013104000");
    CHECK(handed.application.plain.data.reveal<"a test compares it">() == R"({"name":"Wotan","mail":"erika@mustermann.example"})");
    CHECK(handed.application.plain.reply_address.reveal<"a test compares it">() == "erika@mustermann.example");
    CHECK_FALSE(handed.receipt.draft.is_empty());
  }

  TEST_CASE("a case says where it is, whether the window may be closed, and what the authority wants changed") {
    SmallCity city;
    std::vector<Case> cases = {sent_case()};
    auto tree = page_of(city, cases, KeptWhere::OnDevice);
    CHECK(has_text(tree, "Angekommen"));
    CHECK(has_text(tree, "Eingegangen"));
    CHECK(has_text(tree, "7c1f9b5e"));
    CHECK(has_text(tree, "aaaa aaaa aaaa"));
    CHECK(has_node(tree, "button", "Quittung drucken"));

    cases[0].progress = CaseProgress::Sending;
    cases[0].deadline = 1'796'803'200'000;
    tree = page_of(city, cases, KeptWhere::OnDevice);
    CHECK(has_text(tree, "Wird gesendet – Sie können das Fenster schließen."));
    CHECK(has_text(tree, "muss das Amt den Antrag abholen"));
    CHECK(has_text(page_of(city, cases, KeptWhere::ThisVisit), "lassen Sie das Fenster offen"));

    cases[0].progress = CaseProgress::Rejected;
    cases[0].steps.push_back({"reject-submission", 1'795'593'700'000, {{"Rasse fehlt", "Welche Rasse hat der Hund?", "data#/dog/breed"}}});
    CaseAnswer answer;
    tree = page_of(city, cases, KeptWhere::OnDevice, &answer);
    CHECK(has_text(tree, "Welche Rasse hat der Hund?"));
    CHECK(has_node(tree, "link", "Zur Angabe: Rasse"));
    page_of(city, cases, KeptWhere::OnDevice, &answer, press_on(tree, "button", "Als neuen Antrag ausfüllen"));
    CHECK(answer.begin_anew);
  }

  TEST_CASE("what goes no further says why, for the citizen and for the office, and can be tried again") {
    SmallCity city;
    std::vector<Case> cases = {sent_case()};
    cases[0].progress = CaseProgress::Stopped;
    cases[0].trouble = {Trouble::Refused, 0, "HTTP 422 schema-violation"};
    CaseAnswer answer;
    auto tree = page_of(city, cases, KeptWhere::OnDevice, &answer);
    CHECK(has_text(tree, "Der Zustelldienst hat den Antrag nicht angenommen"));
    CHECK(has_text(tree, "HTTP 422 schema-violation"));
    page_of(city, cases, KeptWhere::OnDevice, &answer, press_on(tree, "button", "Noch einmal versuchen"));
    CHECK(answer.try_again);
  }

  TEST_CASE("the ledger shows each disclosure with what came back, and says when its chain is broken") {
    SmallCity city;
    const std::vector<Case> cases = {sent_case()};
    Ledger ledger;
    ledger.entries.resize(1);
    ledger.entries[0].title = "Hund anmelden";
    ledger.entries[0].receipt = "00ff";
    ledger.entries[0].office = "Steueramt";
    ledger.entries[0].fields = {{"dog.breed", "Rasse", "tier"}};
    ledger.entries[0].key_thumbprint = "THsnQcVB987k";
    LedgerFacts facts;
    facts.ledger = &ledger;
    facts.cases = &cases;
    const auto shown = [&] { return city.page([&](const services::Screen& screen, semantics::Page& page) { show_ledger(screen, page, facts); }); };
    auto tree = shown();
    for (const char* text : {"Das Verzeichnis ist vollständig", "Rasse", "THsnQcVB987k", "Angekommen"}) CHECK_MESSAGE(has_text(tree, text), text);
    ledger.broken_at = 1;
    tree = shown();
    CHECK(has_text(tree, "Der Eintrag 1 fehlt oder wurde verändert"));
    const std::string copy = json_from_ledger(facts).reveal<"a test compares it">();
    CHECK(copy.find("submit-submission") != std::string::npos);
    CHECK(copy.find("THsnQcVB987k") != std::string::npos);
  }

  TEST_CASE("what was shown in one language says so when it is read in another") {
    const SmallCity city("ar");
    Ledger ledger;
    kept_data::LedgerEntry entry;
    entry.title = "Hund anmelden";
    entry.office = "Steueramt";
    entry.purpose = "Wir setzen die Steuer fest.";
    entry.legal_basis = {"Hundesteuersatzung"};
    entry.fields = {{"dog.breed", "Rasse", "tier"}};
    ledger.entries = {entry};
    const std::vector<Case> cases;
    LedgerFacts facts;
    facts.ledger = &ledger;
    facts.cases = &cases;
    semantics::Tree tree;
    const auto directions_in = [&](std::string_view language) {
      ledger.entries[0].language = language;
      ledger.entries[0].office_language = language;
      tree = city.page([&](const services::Screen& screen, semantics::Page& page) { show_ledger(screen, page, facts); });
      std::string directions;
      const std::pair<const char*, const char*> kShown[] = {{"definition", "Steueramt"}, {"definition", "Wir setzen die Steuer fest."}, {"definition", "Hundesteuersatzung"}, {"listitem", "Rasse"}};
      for (const auto& shown : kShown) {
        const auto index = find_node(tree, shown.first, shown.second);
        if (!CHECK_MESSAGE(index != semantics::kNoNode, shown.second)) continue;
        directions.append(tree.property_of(tree.node(index), semantics::Property::Language)).append(" ");
        directions.append(tree.property_of(tree.node(index), semantics::Property::Direction)).append(" ");
      }
      return directions;
    };
    CHECK(directions_in("de") == "de ltr de ltr de ltr de ltr ");
    CHECK(directions_in("ar") == "        ");
    CHECK(directions_in("") == "        ");  // entries from before say nothing
  }
}
