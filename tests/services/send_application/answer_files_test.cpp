// Files that go with an answer: chosen on the case's page as in every form, kept with the words while the answer is written, and sent with it.
#include <doctest/doctest.h>

#include <algorithm>

#include "services/outbox/record_ids.h"
#include "services/send_application/answering_citizen.h"
#include "services/send_application/faulty_store.h"
#include "services/send_application/ledger_page.h"

using namespace stadttor;
using namespace stadttor::services::send_application;
using namespace stadttor::testing;

namespace {

// An asking world on a disk that may fail.
struct FaultyWorld : AskingWorld {
  FaultyStore disk{store, loop};

  vault::VaultPorts ports() {
    vault::VaultPorts ports = SendingWorld::ports();
    return {disk, ports.cryptography, ports.random, ports.clock, ports.loop, ports.passphrase_cost};
  }
  // In which the question has come. From here on calls are counted.
  std::unique_ptr<Tab> asked_tab() {
    auto tab = std::make_unique<Tab>(*this);
    CHECK(create(tab->vault, secrets(recovery())).ok());
    tab->outbox.open(KeptWhere::OnDevice);
    loop.run();
    send_and_be_asked(*tab);
    disk.calls = 0;
    return tab;
  }
};

// Chooses a file and sends it; and comes back now and then until it has been sent.
bool gets_an_answer_there(FaultyWorld& world, Tab& tab) {
  Answering citizen(world, tab);
  citizen.choose(kPdf, "Meldung.pdf", kProof);
  citizen.press(kSend);
  for (int looks = 0; looks < 6; ++looks) {
    world.pass(10'000);
    for (const Case& known : tab.outbox.cases()) {
      if (!is_answer(known)) continue;
      if (known.progress == CaseProgress::Sent) return true;
      if (known.progress == CaseProgress::Stopped || known.progress == CaseProgress::Keeping) tab.outbox.try_again(known.id);
      break;
    }
    world.pass(kHour);
  }
  return false;
}

std::size_t documents_in(const Tab& tab) {
  const auto records = tab.vault.records();
  return static_cast<std::size_t>(std::count_if(records.begin(), records.end(), [](const vault::RecordSummary& record) { return record.type == vault::RecordType::Document; }));
}

const Gateway::Submission* answer_at(const AskingWorld& world) { return world.gateway.submissions.size() < 2 ? nullptr : &world.gateway.submissions[1]; }

}  // namespace

TEST_SUITE("services") {
  TEST_CASE("a file goes with an answer without its hidden facts and its own name; page, course and ledger name it for the citizen") {
    AskingWorld world;
    const auto tab = world.new_tab();
    world.send_and_be_asked(*tab);
    Answering citizen(world, *tab);
    CHECK(citizen.property_of("file", kField, semantics::Property::Hint) == "Foto oder PDF, zum Beispiel ein Nachweis. Text oder Dateien genügen. Höchstens 5 Dateien, jede bis 10 MB.");
    CHECK(citizen.property_of("file", kField, semantics::Property::Accept) == "application/pdf,image/jpeg,image/png");
    citizen.choose(kPhoto, "Wotan bei Oma.jpg", photo());
    citizen.choose(kPdf, "Meldung Mustermann.pdf", kProof);
    CHECK(citizen.sees("Vor dem Senden entfernt:"));
    CHECK(citizen.sees("Mit der Antwort gehen diese Dateien:"));
    CHECK(citizen.sees("Meldung Mustermann.pdf (1 KB) – geht als „anlage-2.pdf“"));
    citizen.set("multiline textbox", "Ihre Antwort", "Anbei.");
    citizen.press(kSend);
    world.pass();

    const auto* arrived = answer_at(world);
    if (!CHECK((arrived != nullptr && world.gateway.arrived() == 2))) return;
    CHECK(arrived->in_case == world.gateway.submissions[0].in_case);
    CHECK(world.opened(arrived->submitted["encryptedData"]) == Json{{"replyTo", kReply}, {"answer", "Anbei."}});
    const Json metadata = world.opened(arrived->submitted["encryptedMetadata"]);
    CHECK(metadata.dump().find("Mustermann") == std::string::npos);
    if (!CHECK(arrived->attachments.size() == 2)) return;
    CHECK(world.plain(arrived->attachments.at(kPdf)) == kProof);
    const std::string photo = world.plain(arrived->attachments.at(kPhoto));
    CHECK(photo.substr(0, 2) == "\xff\xd8");
    CHECK(photo.find("Exif") == std::string::npos);

    const auto ledger = world.ledger(*tab);
    CHECK_FALSE(ledger.broken_at);
    if (!CHECK(ledger.entries.size() == 2)) return;
    CHECK(ledger.entries[1].files.size() == 2);
    CHECK(std::any_of(ledger.entries[1].hashes.begin(), ledger.entries[1].hashes.end(), [](const auto& hash) { return hash.part == std::string("attachment:") + kPdf; }));
    LedgerFacts facts;
    facts.ledger = &ledger;
    facts.cases = &tab->outbox.cases();
    CHECK(has_text(citizen.city.page([&](const services::Screen& screen, semantics::Page& page) { show_ledger(screen, page, facts); }), "Meldung Mustermann.pdf (1 KB)"));

    citizen.settle();
    CHECK(citizen.sees("Ihre Antwort ist angekommen"));
    CHECK(citizen.sees("Wotan bei Oma.jpg ("));
    CHECK_FALSE(has_node(citizen.tree, "button", kSend));
    // What was being written is not kept twice, and is still to be read when the window is opened next.
    CHECK(documents_in(*tab) == 0);
    const auto next = world.other_tab();
    const Case* answer = find_answer(next->outbox.cases(), application_in(*next), application_in(*next).receipt.questions.at(0));
    if (!CHECK(answer != nullptr)) return;
    CHECK(answer->receipt.files.size() == 2);
    CHECK(application_in(*next).receipt.questions[0].files.is_empty());
  }

  TEST_CASE("words or a file are needed, not both") {
    AskingWorld world;
    const auto tab = world.new_tab();
    world.send_and_be_asked(*tab);
    Answering citizen(world, *tab);
    citizen.press(kSend);
    CHECK(citizen.error_of("multiline textbox", "Ihre Antwort") == "Schreiben Sie eine Antwort oder wählen Sie eine Datei aus, bevor Sie senden.");
    citizen.choose(kPdf, "Meldung.pdf", kProof);
    citizen.press(kSend);
    world.pass();
    const auto* arrived = answer_at(world);
    if (!CHECK((arrived != nullptr && world.gateway.arrived() == 2))) return;
    CHECK(world.opened(arrived->submitted["encryptedData"])["answer"] == "");
    CHECK(arrived->attachments.size() == 1);
    const auto ledger = world.ledger(*tab);
    if (!CHECK(ledger.entries.size() == 2)) return;
    CHECK(ledger.entries[1].fields.size() == 1);
    CHECK(ledger.entries[1].fields[0].label == "Dateien zu Ihrer Antwort");
  }

  TEST_CASE("a file that cannot be sent says what to do, and words and other files stay") {
    AskingWorld world;
    const auto tab = world.new_tab();
    world.send_and_be_asked(*tab);
    Answering citizen(world, *tab);
    citizen.set("multiline textbox", "Ihre Antwort", "Anbei.");
    citizen.choose(kPdf, "Meldung.pdf", kProof);
    const auto refusal_of = [&citizen](const std::string& content) {
      citizen.choose(kPhoto, "Foto", content);
      return citizen.error_of("file", kField);
    };
    CHECK(refusal_of(std::string("\0\0\0\x18", 4) + "ftypheic    ").find("speichern oder exportieren Sie es als JPEG") != std::string::npos);
    CHECK(refusal_of("\xff\xd8\xff").find("Diese Datei ist beschädigt.") == 0);
    CHECK(refusal_of("%PDF-1.7\n" + std::string(10U << 20, ' ')).find("größer als 10 MB") != std::string::npos);
    CHECK(citizen.sees("Meldung.pdf (1 KB)"));
    citizen.press("Meldung.pdf entfernen");
    CHECK_FALSE(citizen.sees("Meldung.pdf (1 KB)"));
    CHECK(citizen.error_of("file", kField).empty());
    CHECK(text_of(application_in(*tab).receipt.questions.at(0).draft) == "Anbei.");
    for (int file = 0; file < 6; ++file) citizen.choose("0f6a3e52-8a57-4b71-a9c1-0b1f3f5b8e4" + std::to_string(file), "Blatt.pdf", kProof);
    CHECK(citizen.error_of("file", kField).find("Mehr als 5 können hier nicht mitgeschickt werden.") == 0);
  }

  TEST_CASE("a file that was chosen survives the window like the words beside it, and its bytes go once it is taken away") {
    AskingWorld world;
    auto tab = world.new_tab();
    world.send_and_be_asked(*tab);
    {
      Answering citizen(world, *tab);
      citizen.choose(kPdf, "Meldung.pdf", kProof);
      citizen.choose(kPhoto, "Foto.jpg", photo());
      CHECK(documents_in(*tab) == 2);
    }
    tab.reset();
    tab = world.other_tab();
    Answering again(world, *tab);
    // Not before its bytes are there.
    CHECK_FALSE(has_node(again.tree, "button", kSend));
    again.settle();
    CHECK(again.sees("Meldung.pdf (1 KB)"));
    again.press("Foto.jpg entfernen");
    CHECK(documents_in(*tab) == 1);
    again.press(kSend);
    world.pass();
    const auto* arrived = answer_at(world);
    if (!CHECK((arrived != nullptr && world.gateway.arrived() == 2))) return;
    if (!CHECK(arrived->attachments.size() == 1)) return;
    CHECK(world.plain(arrived->attachments.at(kPdf)) == kProof);
    CHECK(documents_in(*tab) == 0);
  }

  TEST_CASE("a file whose bytes have gone is said to be missing, can be taken away, and what is left can be sent") {
    AskingWorld world;
    auto tab = world.new_tab();
    world.send_and_be_asked(*tab);
    {
      Answering citizen(world, *tab);
      citizen.choose(kPdf, "Meldung.pdf", kProof);
      citizen.set("multiline textbox", "Ihre Antwort", "Anbei.");
    }
    CHECK(world.answer<Done>([&](auto callback) { tab->vault.change({{}, {*services::keep_data::record_of_file(kPdf)}}, platform::Durability::Strict, callback); }).ok());
    tab.reset();
    tab = world.other_tab();
    Answering again(world, *tab);
    again.settle();
    CHECK(again.sees("Entfernen Sie die Datei und wählen Sie sie noch einmal aus."));
    CHECK_FALSE(has_node(again.tree, "button", kSend));
    again.press("Meldung.pdf entfernen");
    again.press(kSend);
    world.pass();
    CHECK(world.gateway.arrived() == 2);
  }

  TEST_CASE("files that a later version of the portal has chosen stay chosen while words are typed here") {
    AskingWorld world;
    auto tab = world.new_tab();
    world.send_and_be_asked(*tab);
    const auto id = services::outbox::parse_id(application_in(*tab).id);
    const auto record = world.answer<vault::KeptRecord>([&](auto callback) { tab->vault.read(*id, callback); });
    auto receipt = kept_data::parse_receipt(record.value().content);
    if (!CHECK((receipt.ok() && receipt.value().questions.size() == 1))) return;
    const std::string later = R"({"version":2})";
    receipt.value().questions[0].files = Personal<std::string>(later);
    const vault::RecordToKeep changed{*id, vault::RecordType::Receipt, kept_data::kReceiptSchema, json_from_receipt(receipt.value())};
    CHECK(world.answer<Done>([&](auto callback) { tab->vault.change({{changed}, {}}, platform::Durability::Strict, callback); }).ok());
    tab.reset();
    tab = world.other_tab();
    Answering citizen(world, *tab);
    citizen.set("multiline textbox", "Ihre Antwort", "276");
    CHECK(text_of(application_in(*tab).receipt.questions.at(0).draft) == "276");
    CHECK(text_of(application_in(*tab).receipt.questions.at(0).files) == later);
  }

  TEST_CASE("where the window goes between the answer and the end of its draft, the draft ends when the vault is opened next") {
    AskingWorld world;
    auto tab = world.new_tab();
    world.send_and_be_asked(*tab);
    Answering citizen(world, *tab);
    citizen.choose(kPdf, "Meldung.pdf", kProof);
    // What the vault has of the application from before it was answered, as if the last write had not come.
    const Case asked = application_in(*tab);
    citizen.press(kSend);
    world.pass();
    tab->outbox.keep_answer_draft(asked.id, kReply, {Personal<std::string>("von vorher")});
    world.loop.run();
    CHECK(text_of(application_in(*tab).receipt.questions.at(0).draft) == "von vorher");
    tab.reset();
    tab = world.other_tab();
    world.pass();
    CHECK(application_in(*tab).receipt.questions.at(0).draft.is_empty());
    CHECK(world.gateway.arrived() == 2);
  }

  TEST_CASE("an answer that could not be kept leaves its draft in the vault until it is") {
    FaultyWorld world;
    auto tab = world.asked_tab();
    Answering citizen(world, *tab);
    citizen.choose(kPdf, "Meldung.pdf", kProof);
    world.disk.fail(StorageFault::Full, world.disk.calls + 1, 1);
    citizen.press(kSend);
    CHECK(documents_in(*tab) == 1);
    citizen.settle();
    world.disk.fails_at = 0;
    tab.reset();
    const auto next = world.other_tab();
    Answering again(world, *next);
    again.settle();
    CHECK(again.sees("Meldung.pdf (1 KB)"));
    again.press(kSend);
    world.pass();
    CHECK(world.gateway.arrived() == 2);
  }

  TEST_CASE("a draft that was said not to have been kept, and was, is kept with the next word") {
    FaultyWorld world;
    auto tab = world.asked_tab();
    Answering citizen(world, *tab);
    world.disk.fail(StorageFault::AnswerLost, world.disk.calls + 1, 1);
    citizen.set("multiline textbox", "Ihre Antwort", "2");
    CHECK(tab->outbox.holds_unkept_drafts());
    citizen.set("multiline textbox", "Ihre Antwort", "27");
    CHECK_FALSE(tab->outbox.holds_unkept_drafts());
    tab.reset();
    tab = world.other_tab();
    CHECK(text_of(application_in(*tab).receipt.questions.at(0).draft) == "27");
  }

  TEST_CASE("whichever call to the store fails in whichever way while an answer's file is chosen and sent, both arrive once, and the ledger has them once") {
#ifdef STADTTOR_SANITIZED
    constexpr int kEvery = 5;
#else
    constexpr int kEvery = 1;
#endif
    FaultyWorld calm;
    const auto calm_tab = calm.asked_tab();
    CHECK(gets_an_answer_there(calm, *calm_tab));
    CHECK(calm.disk.calls >= 8);
    int number = 0;
    for (int call = 1; call <= calm.disk.calls; ++call) {
      for (int fault = 0; fault < kStorageFaults; ++fault) {
        if (++number % kEvery != 0) continue;
        CAPTURE(call);
        CAPTURE(fault);
        FaultyWorld world;
        auto tab = world.asked_tab();
        world.disk.fail(static_cast<StorageFault>(fault), call, 1);
        CHECK(gets_an_answer_there(world, *tab));
        tab.reset();
        const auto next = world.other_tab();
        world.pass(kMinute);
        if (!CHECK(world.gateway.arrived() == 2)) return;
        const auto& arrived = world.gateway.submissions.back();
        CHECK(arrived.submits == 1);
        if (CHECK(arrived.attachments.size() == 1)) CHECK(world.plain(arrived.attachments.at(kPdf)) == kProof);
        const auto ledger = world.ledger(*next);
        CHECK(ledger.entries.size() == 2);
        CHECK_FALSE(ledger.broken_at);
        CHECK(documents_in(*next) == 0);
      }
    }
    MESSAGE(number, " cells");
  }

  TEST_CASE("while nothing can be kept the page knows it, and what was chosen meanwhile is kept with the tab's turn") {
    AskingWorld world;
    auto first = world.new_tab();
    world.send_and_be_asked(*first);
    const auto second = world.other_tab();
    world.pass();
    CHECK(second->outbox.waits_for_turn());
    Answering citizen(world, *second);
    citizen.choose(kPdf, "Meldung.pdf", kProof);
    CHECK(second->outbox.holds_unkept_drafts());
    CHECK(documents_in(*second) == 0);
    first.reset();
    world.pass();
    CHECK_FALSE(second->outbox.waits_for_turn());
    CHECK_FALSE(second->outbox.holds_unkept_drafts());
    CHECK(documents_in(*second) == 1);
    CHECK_FALSE(application_in(*second).receipt.questions.at(0).files.is_empty());
  }

  TEST_CASE("whatever is lost on the way of an answer's file, the same bytes are sent again and arrive once") {
    for (const GatewayCall call : {GatewayCall::Announce, GatewayCall::Attachment, GatewayCall::Submit}) {
      for (const bool happens_before : {false, true}) {
        AskingWorld world;
        auto tab = world.new_tab();
        world.send_and_be_asked(*tab);
        Answering citizen(world, *tab);
        citizen.choose(kPdf, "Meldung.pdf", kProof);
        world.gateway.faults[call] = {[]() -> Gateway::Answer { return Error{ErrorKind::NetworkUnreachable, "gateway", "cut off", NextStep::TryAgain}; }, happens_before, 1};
        citizen.press(kSend);
        world.pass(kMinute / 60);
        // And the window is closed in the middle of it.
        tab.reset();
        tab = world.other_tab();
        world.pass(kHour);
        CAPTURE(static_cast<int>(call));
        if (!CHECK(world.gateway.arrived() == 2)) return;
        const auto& arrived = world.gateway.submissions.back();
        CHECK(arrived.submits == 1);
        CHECK(arrived.in_case == world.gateway.submissions[0].in_case);
        if (CHECK(arrived.attachments.size() == 1)) CHECK(world.plain(arrived.attachments.at(kPdf)) == kProof);
        CHECK(world.ledger(*tab).entries.size() == 2);
      }
    }
  }
}
