// An authority asks back, and the citizen answers: with a key of the application's own, in the same case, and without losing a word.
#include <doctest/doctest.h>

#include "services/send_application/asking_world.h"
#include "services/send_application/case_questions.h"
#include "support/small_city.h"

using namespace stadttor;
using namespace stadttor::services::send_application;
using namespace stadttor::testing;

namespace {

std::string error_in(const semantics::Tree& tree) {
  for (std::size_t node = 0; node < tree.nodes().size(); ++node) {
    const auto error = tree.property_of(tree.nodes()[node], semantics::Property::Error);
    if (!error.empty()) return std::string(error);
  }
  return {};
}

HandedOver answer_to(const Case& asked, const char* text) {
  static const SmallCity kCity;
  HandedOver handed;
  (void)kCity.page([&](const services::Screen& screen, semantics::Page&) { handed = hand_over_answer(screen, asked, {kReply, Personal<std::string>(text)}); });
  return handed;
}

}  // namespace

TEST_SUITE("services") {
  TEST_CASE("an application brings a key of its own for questions; the private half is in the vault and nowhere else") {
    AskingWorld world;
    const auto tab = world.new_tab();
    CHECK(tab->outbox.send(dog_registration()).ok());
    world.pass();
    if (!CHECK(world.gateway.arrived() == 1)) return;
    const Json channel = world.opened(world.gateway.submissions[0].submitted["encryptedMetadata"])["replyChannel"];
    CHECK(channel.size() == 1);
    const Json key = channel["fitConnect"]["encryptionPublicKey"];
    CHECK(channel["fitConnect"]["processStandards"] == Json::array({"urn:stadttor:rueckfrage:1"}));
    CHECK(key["n"] == authority()["decryption_key"]["n"]);
    CHECK(key["kid"] == authority()["thumbprint"]);
    CHECK(key["key_ops"] == Json::array({"wrapKey"}));
    CHECK(key.size() == 6);  // nothing private
    CHECK(application_in(*tab).receipt.reply_key.is_empty());
    int keys = 0;
    for (const auto& record : tab->vault.records()) {
      const auto content = world.content(tab->vault, record.id);
      keys += content.ok() && content.value().find("replyKey") != std::string::npos ? 1 : 0;
    }
    CHECK(keys == 1);
  }

  TEST_CASE("where nothing outlives the visit, or the office cannot answer so, no key is made") {
    AskingWorld world;
    Tab tab(world);
    CHECK(world.create(tab.vault, secrets(recovery())).ok());
    tab.outbox.open(KeptWhere::ThisVisit);
    CHECK(tab.outbox.send(dog_registration()).ok());
    world.pass();
    CHECK(world.gateway.arrived() == 1);
    CHECK(world.cryptography.made == 0);

    SendingWorld other;
    const auto kept = other.new_tab();
    CHECK(kept->outbox.send(dog_registration()).ok());
    other.pass();
    CHECK(other.gateway.arrived() == 1);
    CHECK(other.cryptography.made == 0);
  }

  TEST_CASE("a question is shown once the authority has signed for it, and stays after the window was closed") {
    AskingWorld world;
    auto tab = world.new_tab();
    CHECK(tab->outbox.send(dog_registration()).ok());
    world.pass();
    world.ask();
    const auto events = std::exchange(world.gateway.reply_events, {});
    world.pass(kMinute);
    CHECK(application_in(*tab).receipt.questions.empty());
    world.gateway.reply_events = events;
    world.pass(kHour);
    if (!CHECK(application_in(*tab).receipt.questions.size() == 1)) return;
    CHECK(text_of(application_in(*tab).receipt.questions[0].text) == kQuestion);
    CHECK(application_in(*tab).progress == CaseProgress::Sent);
    CHECK(has_open_question(tab->outbox.cases(), application_in(*tab)));
    tab.reset();
    tab = world.other_tab();
    CHECK(application_in(*tab).receipt.questions.size() == 1);
  }

  TEST_CASE("what the authority has not signed, or was changed on its way, is never shown") {
    AskingWorld world;
    const auto tab = world.new_tab();
    CHECK(tab->outbox.send(dog_registration()).ok());
    world.pass();
    world.ask(kQuestion, Gateway::kService);
    world.pass(kHour);
    CHECK(application_in(*tab).receipt.questions.empty());
    // Well sealed for the citizen, by whomever, and not what the authority has signed for.
    world.ask("Wie lautet Ihr Passwort?");
    const Json other = world.gateway.replies;
    world.ask();
    const Json own = std::exchange(world.gateway.replies, other);
    world.pass(kHour);
    CHECK(application_in(*tab).receipt.questions.empty());
    CHECK(application_in(*tab).has_unreadable_question);
    world.gateway.replies[0]["encryptedMetadata"] = own[0]["encryptedMetadata"];
    world.pass(kHour);
    CHECK(application_in(*tab).receipt.questions.empty());
    world.gateway.replies = own;
    std::string changed = world.gateway.replies[0]["encryptedData"];
    changed[changed.size() - 3] = changed[changed.size() - 3] == 'A' ? 'B' : 'A';
    world.gateway.replies[0]["encryptedData"] = changed;
    world.pass(kHour);
    CHECK(application_in(*tab).receipt.questions.empty());
    CHECK(application_in(*tab).has_unreadable_question);
  }

  TEST_CASE("an answer goes into the same case, encrypted and noted like an application, and neither is taken for the other") {
    AskingWorld world;
    const auto tab = world.new_tab();
    world.send_and_be_asked(*tab);
    const Case asked = application_in(*tab);
    if (!CHECK(asked.receipt.questions.size() == 1)) return;
    CHECK(tab->outbox.send(answer_to(asked, "276 09")).ok());
    world.pass();
    if (!CHECK(world.gateway.arrived() == 2)) return;
    const auto& arrived = world.gateway.submissions[1];
    CHECK(arrived.in_case == world.gateway.submissions[0].in_case);
    CHECK(world.opened(arrived.submitted["encryptedData"]) == Json{{"replyTo", kReply}, {"answer", "276 09"}});
    CHECK_FALSE(world.opened(arrived.submitted["encryptedMetadata"]).contains("replyChannel"));
    CHECK(world.cryptography.made == 1);
    const Case* answer = find_answer(tab->outbox.cases(), application_in(*tab), application_in(*tab).receipt.questions[0]);
    if (!CHECK(answer != nullptr)) return;
    CHECK(answer->progress == CaseProgress::Sent);
    CHECK_FALSE(has_open_question(tab->outbox.cases(), application_in(*tab)));
    CHECK(world.ledger(*tab).entries.size() == 2);
    CHECK_FALSE(world.ledger(*tab).broken_at);
    // Both have their events in one log now.
    world.gateway.is_accepted = true;
    world.pass(kHour);
    CHECK(application_in(*tab).progress == CaseProgress::Accepted);
    answer = find_answer(tab->outbox.cases(), application_in(*tab), application_in(*tab).receipt.questions[0]);
    if (!CHECK(answer != nullptr)) return;
    CHECK(answer->progress == CaseProgress::Accepted);
    CHECK(text_of(answer->receipt.draft) == "276 09");
  }

  TEST_CASE("an answer whose PUT got lost is asked for before it is repeated, and arrives once") {
    AskingWorld world;
    const auto tab = world.new_tab();
    world.send_and_be_asked(*tab);
    world.gateway.faults[GatewayCall::Submit] = {[]() -> Gateway::Answer { return Error{ErrorKind::NetworkUnreachable, "submit", "cut off", NextStep::TryAgain}; }, false, 1};
    CHECK(tab->outbox.send(answer_to(application_in(*tab), "276 09")).ok());
    world.pass(kHour);
    CHECK(world.gateway.arrived() == 2);
    CHECK(world.gateway.submissions[1].submits == 1);
  }

  TEST_CASE("a question that comes after the acceptance is found while the portal is open, and when the vault is opened next") {
    AskingWorld world;
    auto tab = world.new_tab();
    CHECK(tab->outbox.send(dog_registration()).ok());
    world.gateway.is_accepted = true;
    world.pass(kHour);
    CHECK(application_in(*tab).progress == CaseProgress::Accepted);
    world.ask();
    tab.reset();
    tab = world.other_tab();
    world.pass();
    CHECK(application_in(*tab).receipt.questions.size() == 1);

    AskingWorld other;
    const auto open = other.new_tab();
    CHECK(open->outbox.send(dog_registration()).ok());
    other.gateway.is_accepted = true;
    other.pass(kHour);
    other.ask();
    other.pass(kHour);
    CHECK(application_in(*open).progress == CaseProgress::Accepted);
    CHECK(application_in(*open).receipt.questions.size() == 1);
  }

  TEST_CASE("what is over is looked at more and more seldom, not at all while nobody sees it, and not for ever") {
    AskingWorld world;
    const auto tab = world.new_tab();
    CHECK(tab->outbox.send(dog_registration()).ok());
    world.gateway.is_accepted = true;
    world.pass(kMinute);
    CHECK(application_in(*tab).progress == CaseProgress::Accepted);
    int requests = 0;
    world.gateway.at_request = [&requests] { ++requests; };
    const auto looks_in = [&](std::int64_t time) {
      requests = 0;
      world.pass(time);
      return requests;
    };
    (void)looks_in(20 * kMinute);
    CHECK(looks_in(kHour) == 4);
    tab->outbox.set_watched(false);
    CHECK_FALSE(world.timer.next_due());
    CHECK(looks_in(kHour) == 0);
    tab->outbox.set_watched(true);
    CHECK(looks_in(kMinute) == 1);
    constexpr std::int64_t kDay = 24 * kHour;
    tab->outbox.set_watched(false);
    (void)looks_in(100 * kDay);
    tab->outbox.set_watched(true);
    CHECK(looks_in(kDay) == 0);
  }

  TEST_CASE("what has been written of an answer survives the window, also where it was closed in the middle of a word") {
    AskingWorld world;
    auto tab = world.new_tab();
    world.send_and_be_asked(*tab);
    const std::string id = application_in(*tab).id;
    for (const char* typed : {"2", "27", "276"}) tab->outbox.keep_answer_draft(id, kReply, {Personal<std::string>(typed)});
    CHECK(text_of(application_in(*tab).receipt.questions.at(0).draft) == "276");
    world.loop.run();
    tab.reset();
    tab = world.other_tab();
    CHECK(text_of(application_in(*tab).receipt.questions.at(0).draft) == "276");
  }

  TEST_CASE("a case shows the question with its date, says what an answer discloses to whom, and sends only what has words") {
    const SmallCity city;
    Case asked;
    asked.id = "00ff";
    asked.number = "7c1f9b5e";
    asked.receipt.title = "Hund anmelden";
    asked.receipt.office_name = "Steueramt";
    asked.receipt.service = Gateway::kUrn;
    asked.receipt.questions = {{kReply, 1'795'593'700'000, Personal<std::string>(kQuestion), {}}};
    asked.progress = CaseProgress::Sent;
    std::vector<Case> cases = {asked};
    CasesFacts facts;
    facts.cases = &cases;
    CaseAnswer answer;
    const auto shown = [&](const semantics::ActionQueue& actions = {}) {
      return city.page([&](const services::Screen& screen, semantics::Page& page) { answer = show_case(screen, page, facts, "00ff"); }, actions);
    };
    auto tree = shown();
    for (const char* text : {kQuestion, "Rückfrage des Amts", "Ihre Antwort geht verschlüsselt an: Steueramt", "zum Vorgang 7c1f9b5e"}) CHECK_MESSAGE(has_text(tree, text), text);
    shown(press_on(tree, "button", "Antwort verschlüsselt senden"));
    CHECK_FALSE(answer.send);
    CHECK(answer.unanswered == kReply);
    facts.unanswered = kReply;
    CHECK(error_in(shown()) == "Schreiben Sie eine Antwort oder wählen Sie eine Datei aus, bevor Sie senden.");
    cases[0].receipt.questions[0].draft = Personal<std::string>("276 09");
    tree = shown();
    shown(press_on(tree, "button", "Antwort verschlüsselt senden"));
    if (!CHECK(answer.send)) return;
    CHECK(answer.send->application.case_id == "7c1f9b5e");
    CHECK(answer.send->receipt.answer_in == "00ff");
    CHECK(answer.send->application.entry.office == "Steueramt");

    Case given;
    given.id = "00aa";
    given.receipt = answer.send->receipt;
    given.progress = CaseProgress::Sent;
    given.steps = {{"submit-submission", 1'795'593'800'000, {}}};
    cases.push_back(given);
    tree = shown();
    CHECK(has_text(tree, "Ihre Antwort ist angekommen"));
    CHECK(has_text(tree, "276 09"));
    CHECK_FALSE(has_node(tree, "button", "Antwort verschlüsselt senden"));
    const auto list = city.page([&](const services::Screen& screen, semantics::Page& page) { show_cases(screen, page, facts); });
    CHECK_FALSE(has_text(list, "Antwort: Hund anmelden"));
    CHECK_FALSE(has_text(list, "Rückfrage offen"));
  }
}
