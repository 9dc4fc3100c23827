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

  TEST_CASE("a fingerprint is printed in groups that can be read out") {
    CHECK(spoken_fingerprint("0123456789abcdef0123456789abcdefFFFF") == "0123 4567 89ab cdef 0123 4567 89ab cdef");
    CHECK(spoken_fingerprint("") == "");
  }
}
