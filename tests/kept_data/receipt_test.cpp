#include "kept_data/receipt.h"

#include <doctest/doctest.h>

using namespace stadttor;
using namespace stadttor::kept_data;

TEST_SUITE("kept_data") {
  TEST_CASE("a receipt is read as it was written, and again when it is over") {
    Receipt receipt;
    receipt.form = "hund-anmelden";
    receipt.title = "Hund anmelden";
    receipt.office = "steueramt";
    receipt.office_name = "Steueramt";
    receipt.language = "de";
    receipt.office_language = "en";
    receipt.destination = "4f2c9f6e";
    receipt.begun_at = 1795593600000;
    receipt.delivery = "00ff";
    receipt.draft = Personal<std::string>("{\"entries\":{}}");
    receipt.fields = {{"dog.name", "Name des Hundes", "hund"}};
    auto read = parse_receipt(json_from_receipt(receipt));
    if (!CHECK(read.ok())) return;
    CHECK(read.value().delivery == "00ff");
    CHECK(read.value().language == "de");
    CHECK(read.value().office_language == "en");
    CHECK(read.value().steps.empty());
    CHECK(read.value().draft.reveal<"a test compares it">() == "{\"entries\":{}}");

    receipt.delivery.clear();
    receipt.number = "case";
    receipt.steps = {{"reject-submission", 1795593700000, {{"Fehlt", "Die Rasse fehlt", "data#/dog/breed"}}}};
    read = parse_receipt(json_from_receipt(receipt));
    if (!CHECK(read.ok())) return;
    if (!CHECK(read.value().steps.size() == 1)) return;
    CHECK(read.value().steps[0].problems[0].instance == "data#/dog/breed");
    CHECK(read.value().begun_at == receipt.begun_at);
    CHECK(read.value().fields[0].label == "Name des Hundes");
  }

  TEST_CASE("files that are chosen for an answer, and those that went with one, are kept with the receipt") {
    Receipt receipt;
    receipt.questions = {{"3d2c1b0a", 1795593700000, Personal<std::string>("Welche?"), Personal<std::string>("276"), Personal<std::string>("{\"version\":1}")}};
    receipt.answer_in = "00ff";
    receipt.files = {{"0f6a3e52", "application/pdf", 1234, Personal<std::string>("Meldebescheinigung.pdf")}};
    const auto read = parse_receipt(json_from_receipt(receipt));
    if (!CHECK(read.ok())) return;
    CHECK(read.value().questions.at(0).files.reveal<"a test compares it">() == "{\"version\":1}");
    if (!CHECK(read.value().files.size() == 1)) return;
    CHECK(read.value().files[0].id == "0f6a3e52");
    CHECK(read.value().files[0].media_type == "application/pdf");
    CHECK(read.value().files[0].bytes == 1234);
    CHECK(read.value().files[0].name.reveal<"a test compares it">() == "Meldebescheinigung.pdf");
  }

  // Byte for byte what a vault may hold: of before answers could carry files.
  TEST_CASE("receipts that were kept before an answer could carry files still open: the question with its draft, and the answer") {
    const auto asked = parse_receipt(Personal<std::string>(
        R"({"form":"hund-anmelden","title":"Hund anmelden","office":"steueramt","officeName":"Steueramt","destination":"4f2c9f6e","begunAt":1795593600000,)"
        R"("ledgerNumber":1,"ledgerHash":"ab","fingerprint":"cd","keyThumbprint":"ef","number":"7c1f9b5e","steps":[{"event":"submit-submission","when":1795593610000,"problems":[]}],)"
        R"("fields":[{"name":"dog.name","label":"Name des Hundes","step":"hund"}],"service":"urn:de:fim:leika:leistung:99102013104000","submission":"f39ab143","replyKey":"{}",)"
        R"("questions":[{"id":"3d2c1b0a","when":1795593700000,"text":"Welche Chipnummer hat Wotan?","draft":"276"}],"language":"de"})"));
    if (!CHECK(asked.ok())) return;
    if (!CHECK(asked.value().questions.size() == 1)) return;
    CHECK(asked.value().questions[0].draft.reveal<"a test compares it">() == "276");
    CHECK(asked.value().questions[0].files.is_empty());
    const auto answer = parse_receipt(Personal<std::string>(
        R"({"form":"hund-anmelden","title":"Antwort: Hund anmelden","office":"steueramt","officeName":"Steueramt","destination":"4f2c9f6e","begunAt":1795593800000,)"
        R"("ledgerNumber":2,"ledgerHash":"ab","fingerprint":"cd","keyThumbprint":"ef","draft":"276 09","number":"7c1f9b5e","steps":[],)"
        R"("fields":[{"name":"answer","label":"Ihre Antwort"}],"language":"de","answerIn":"00ff","answerTo":"3d2c1b0a"})"));
    if (!CHECK(answer.ok())) return;
    CHECK(answer.value().draft.reveal<"a test compares it">() == "276 09");
    CHECK(answer.value().files.empty());
  }

  TEST_CASE("a fingerprint is printed in groups that can be read out") {
    CHECK(spoken_fingerprint("0123456789abcdef0123456789abcdefFFFF") == "0123 4567 89ab cdef 0123 4567 89ab cdef");
    CHECK(spoken_fingerprint("") == "");
  }
}
