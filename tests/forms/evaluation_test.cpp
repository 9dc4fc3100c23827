#include "forms/evaluation.h"

#include <doctest/doctest.h>

#include "forms/form_visit.h"

using namespace stadttor;
using namespace stadttor::forms;
using testing::FormVisit;

namespace {

constexpr const char* kDog = R"({
  "id": "hund-anmelden", "title": "Hund anmelden",
  "steps": [
    {"id": "vorab", "title": "Betrifft mich das?", "precheck": true, "questions": [
      {"id": "old_enough", "kind": "yes_no", "label": "Ist der Hund älter als drei Monate?", "required": true}]},
    {"id": "halter", "title": "Halterin oder Halter", "questions": [
      {"id": "owner", "kind": "person", "label": "Wer hält den Hund?", "required": true},
      {"id": "email", "kind": "email", "label": "E-Mail", "required": {"!": {"var": "phone"}}},
      {"id": "phone", "kind": "phone", "label": "Telefon", "required": {"!": {"var": "email"}}}]},
    {"id": "hund", "title": "Hund", "questions": [
      {"id": "dangerous", "kind": "yes_no", "label": "Gilt der Hund als gefährlich?", "required": true},
      {"id": "permit", "kind": "text", "label": "Nummer der Erlaubnis", "when": {"var": "dangerous"}, "required": true},
      {"id": "since", "kind": "date", "label": "Seit wann?", "required": true, "latest": "today"},
      {"id": "until", "kind": "date", "label": "Bis wann?"},
      {"id": "tax", "kind": "derived", "label": "Steuer", "value": {"if": [{"var": "dangerous"}, 600, 96]}},
      {"id": "half", "kind": "derived", "label": "Je Rate", "value": {"/": [{"var": "tax"}, 4]}, "send": false}]},
    {"id": "erlaubnis", "title": "Erlaubnis", "when": {"var": "permit"}, "questions": [
      {"id": "copy", "kind": "files", "label": "Erlaubnis", "files": {"most": 1, "largest_mb": 2, "types": ["application/pdf"]}}]}
  ],
  "advice": [{"after": "vorab", "when": {"===": [{"var": "old_enough"}, false]}, "title": "Noch nicht", "ends": true}],
  "checks": [{"rule": {"<=": [{"var": "since"}, {"var": "until"}]}, "questions": ["until"], "message": "Das Ende liegt vor dem Anfang."}]
})";

constexpr const char* kChildren = R"({
  "id": "kita", "title": "Kita",
  "steps": [{"id": "kinder", "title": "Kinder", "questions": [
    {"id": "income", "kind": "money", "label": "Einkommen"},
    {"id": "children", "fim": "G1", "kind": "group", "label": "Kinder", "repeat": {"fewest": 1, "most": 3}, "questions": [
      {"id": "name", "fim": "F1", "kind": "name", "label": "Name", "required": true},
      {"id": "born", "fim": "F2", "kind": "date", "label": "Geboren"},
      {"id": "school", "kind": "text", "label": "Schule", "when": {">=": [{"var": "born.age"}, 6]}}]},
    {"id": "count", "kind": "derived", "label": "Anzahl", "value": {"var": "children.length"}},
    {"id": "named", "kind": "derived", "label": "Mit Namen", "value": {"filter": [{"map": [{"var": "children"}, {"var": "name"}]}, {"var": ""}]}}]}]
})";

}  // namespace

TEST_SUITE("forms") {
  TEST_CASE("a question is asked once its condition holds, and what was entered before is kept but not sent") {
    FormVisit visit(kDog);
    CHECK_FALSE(visit.is_visible("permit"));

    visit.enter("dangerous", "yes");
    CHECK(visit.is_visible("permit"));
    CHECK(visit.problem_of("permit") == "form.problem.missing");
    visit.enter("permit", "A 17");
    CHECK(visit.sent().find("\"permit\":\"A 17\"") != std::string::npos);

    visit.enter("dangerous", "no");
    CHECK_FALSE(visit.is_visible("permit"));
    CHECK(visit.entered("permit") == "A 17");
    CHECK(visit.sent().find("permit") == std::string::npos);
  }

  TEST_CASE("with a group go all its questions, and they come back as they were") {
    FormVisit visit(R"({"id": "f", "title": "F", "steps": [{"id": "s", "title": "S", "questions": [
      {"id": "wants", "kind": "yes_no", "label": "W"},
      {"id": "bank", "kind": "group", "label": "B", "when": {"var": "wants"}, "questions": [{"id": "iban", "kind": "iban", "label": "I", "required": true}]},
      {"id": "known", "kind": "derived", "label": "K", "value": {"!!": [{"var": "bank"}]}}]}]})");
    CHECK_FALSE(visit.is_visible("bank.iban"));

    visit.enter("wants", "yes");
    CHECK(visit.problem_of("bank.iban") == "form.problem.missing");
    visit.enter("bank.iban", "DE89 3704 0044 0532 0130 00");
    CHECK(visit.value_of("known") == "true");
    visit.enter("wants", "no");
    CHECK(visit.value_of("known") == "false");
    CHECK(visit.sent() == R"({"wants":false,"known":false})");
    visit.enter("wants", "yes");
    CHECK(visit.value_of("bank.iban") == "\"DE89370400440532013000\"");
  }

  TEST_CASE("calculated values follow what they are calculated from, one after the other") {
    FormVisit visit(kDog);
    CHECK(visit.value_of("tax") == "96");
    CHECK(visit.value_of("half") == "24");

    visit.enter("dangerous", "yes");

    CHECK(visit.value_of("tax") == "600");
    CHECK(visit.value_of("half") == "150");
    CHECK(visit.sent().find("half") == std::string::npos);
  }

  TEST_CASE("a step appears with the answer it depends on, and the way leads through what is visible") {
    FormVisit visit(kDog);
    CHECK_FALSE(visit.evaluation().is_step_visible(3));
    CHECK_FALSE(visit.evaluation().next_step(2));

    visit.enter("dangerous", "yes").enter("permit", "A 17");

    CHECK(visit.evaluation().next_step(2) == 3U);
    CHECK(visit.evaluation().previous_step(3) == 2U);
    visit.enter("dangerous", "no");
    CHECK_FALSE(visit.evaluation().is_step_visible(3));
  }

  TEST_CASE("two questions of which one is enough may require each other") {
    FormVisit visit(kDog);
    CHECK(visit.problem_of("email") == "form.problem.missing");
    CHECK(visit.problem_of("phone") == "form.problem.missing");

    visit.enter("phone", "0123 456789");

    CHECK(visit.problem_of("email").empty());
    CHECK(visit.problem_of("phone").empty());
  }

  TEST_CASE("parts of a person are required where the person is, but for the birth name") {
    FormVisit visit(kDog);

    CHECK(visit.problem_of("owner.family_name") == "form.problem.missing");
    CHECK(visit.problem_of("owner.birth_name").empty());
    visit.enter("owner.family_name", "Mustermann").enter("owner.given_names", "Erika").enter("owner.birth_date", "12.8.1964");

    CHECK(visit.sent().find(R"("owner":{"F60000228":"Erika","F60000227":"Mustermann","G60000083":"1964-08-12"})") != std::string::npos);
  }

  TEST_CASE("an address one need not give is whole once it is begun") {
    FormVisit visit(R"({"id": "f", "title": "F", "steps": [{"id": "s", "title": "S", "questions": [{"id": "post", "kind": "address", "label": "Postanschrift"}]}]})");
    CHECK(visit.evaluation().is_complete());

    visit.enter("post.street", "Am Markt");

    CHECK(visit.problem_of("post.town") == "form.problem.missing");
    CHECK(visit.problem_of("post.addition").empty());
    CHECK_FALSE(visit.evaluation().is_complete());
  }

  TEST_CASE("a condition between answers is told at its question once both are there") {
    FormVisit visit(kDog);
    visit.enter("until", "1.1.2026");
    CHECK(visit.problem_of("until").empty());

    visit.enter("since", "2.1.2026");
    CHECK(visit.problem_of("until") == "Das Ende liegt vor dem Anfang.");

    visit.enter("until", "3.1.2026");
    CHECK(visit.problem_of("until").empty());
  }

  TEST_CASE("advice is given once it applies, and one that ends the form keeps it incomplete") {
    FormVisit visit(kDog);
    CHECK(visit.evaluation().find_advice(0) == nullptr);

    visit.enter("old_enough", "no");
    const Advice* advice = visit.evaluation().find_advice(0);
    if (!CHECK(advice != nullptr)) return;
    CHECK(advice->title == "Noch nicht");
    CHECK_FALSE(visit.evaluation().is_complete());

    visit.enter("old_enough", "yes");
    CHECK(visit.evaluation().find_advice(0) == nullptr);
  }

  TEST_CASE("a form is complete when nothing is wrong any more, and prechecks are not sent") {
    FormVisit visit(kDog);
    CHECK(visit.evaluation().first_incomplete_step() == 0U);

    visit.enter("old_enough", "yes").enter("owner.family_name", "Mustermann").enter("owner.given_names", "Erika").enter("owner.birth_date", "12.8.1964");
    visit.enter("email", "erika@example.org").enter("dangerous", "no");
    CHECK(visit.evaluation().first_incomplete_step() == 2U);
    visit.enter("since", "1.11.2026");

    CHECK(visit.evaluation().is_complete());
    CHECK(visit.sent() == R"({"owner":{"F60000228":"Erika","F60000227":"Mustermann","G60000083":"1964-08-12"},"email":"erika@example.org","dangerous":false,"since":"2026-11-01","tax":96})");
  }

  TEST_CASE("files are held to their limits, and sent by their ids") {
    FormVisit visit(kDog);
    visit.enter("dangerous", "yes").enter("permit", "A 17");

    visit.attach("copy", {"u1", Personal<std::string>("a.heic"), "image/heic", 10});
    CHECK(visit.problem_of("copy") == "form.problem.file_type");
    visit.detach("copy", "u1").attach("copy", {"u2", Personal<std::string>("a.pdf"), "application/pdf", 3U << 20});
    CHECK(visit.problem_of("copy") == "form.problem.file_size");
    visit.detach("copy", "u2").attach("copy", {"u3", Personal<std::string>("a.pdf"), "application/pdf", 1000});
    CHECK(visit.problem_of("copy").empty());
    CHECK(visit.sent().find(R"("copy":["u3"])") != std::string::npos);
    visit.attach("copy", {"u4", Personal<std::string>("b.pdf"), "application/pdf", 1000});
    CHECK(visit.problem_of("copy") == "form.problem.too_many_files");
  }

  TEST_CASE("an answer that is missing is no zero: no order holds, and nothing is calculated from it") {
    FormVisit visit(R"({"id": "f", "title": "Fest", "steps": [{"id": "a", "title": "A", "questions": [
      {"id": "guests", "kind": "number", "label": "Gäste"},
      {"id": "small", "kind": "text", "label": "Klein", "when": {"<": [{"var": "guests"}, 200]}},
      {"id": "large", "kind": "text", "label": "Groß", "when": {"!": {"<": [{"var": "guests"}, 200]}}},
      {"id": "fee", "kind": "derived", "label": "Gebühr", "value": {"+": [30, {"*": [{"var": "guests"}, 2]}]}}]}]})");
    CHECK_FALSE(visit.is_visible("small"));
    CHECK(visit.is_visible("large"));
    CHECK(visit.value_of("fee") == "null");

    visit.enter("guests", "0");
    CHECK(visit.is_visible("small"));
    CHECK(visit.value_of("fee") == "30");
  }

  TEST_CASE("files go with what is sent, in the order they are asked for, and under names that say nothing") {
    FormVisit visit(R"({"id": "f", "title": "Fest", "steps": [
      {"id": "a", "title": "A", "questions": [
        {"id": "private", "kind": "yes_no", "label": "Privat?"},
        {"id": "consent", "kind": "files", "label": "Erlaubnis", "when": {"var": "private"}},
        {"id": "plan", "kind": "files", "label": "Plan", "files": {"most": 2, "largest_mb": 1, "types": ["image/jpeg", "application/pdf"]}}]}]})");
    visit.enter("private", "yes").attach("plan", {"u1", Personal<std::string>("Haus von Änne.jpg"), "image/jpeg", 1});
    visit.attach("plan", {"u2", Personal<std::string>("Plan.pdf"), "application/pdf", 1}).attach("consent", {"u3", Personal<std::string>("Brief.pdf"), "application/pdf", 1});
    const auto names = [&visit] {
      std::string told;
      for (const SentFile& file : visit.evaluation().sent_files()) told.append(file.attachment->id + ":" + file.name + " ");
      return told;
    };
    CHECK(names() == "u3:anlage-1.pdf u1:anlage-2.jpg u2:anlage-3.pdf ");

    visit.enter("private", "no");
    CHECK(names() == "u1:anlage-1.jpg u2:anlage-2.pdf ");
  }

  TEST_CASE("a draft keeps what was taken out of a file; its bytes are given back by whoever keeps them") {
    Answers answers;
    Attachment file{"u1", Personal<std::string>("a.jpg"), "image/jpeg", 3, 5, true};
    file.content = std::make_shared<const Personal<std::string>>("abc");
    answers.attach("plan", std::move(file));
    CHECK(answers.attached_bytes() == 3);

    auto read = Answers::read_draft(answers.draft());
    if (!CHECK(read.ok())) return;
    const auto& kept = read.value().attachments("plan");
    if (!CHECK(kept.size() == 1)) return;
    CHECK(kept[0].removed == 5);
    CHECK(kept[0].may_hold_more);
    CHECK(kept[0].content == nullptr);

    read.value().restore_content("u1", Personal<std::string>("abc"));
    if (!CHECK(kept[0].content != nullptr)) return;
    CHECK(kept[0].content->reveal<"compared in a test">() == "abc");
  }

  TEST_CASE("a repeated group is asked as often as the citizen says, within its limits") {
    FormVisit visit(kChildren);
    const std::uint32_t children = visit.evaluation().definition().find_question("children");
    CHECK(visit.value_of("count") == "1");
    CHECK_FALSE(visit.evaluation().can_remove_item(children));

    visit.enter("children.0.name", "Ada").add("children").enter("children.1.name", "Bo").add("children").enter("children.2.name", "Cy");

    CHECK_FALSE(visit.evaluation().can_add_item(children));
    CHECK(visit.value_of("count") == "3");
    CHECK(visit.value_of("named") == R"(["Ada","Bo","Cy"])");
    CHECK(visit.sent().find(R"("G1":[{"F1":"Ada"},{"F1":"Bo"},{"F1":"Cy"}])") != std::string::npos);
  }

  TEST_CASE("when one of several goes, the others move up with all they have") {
    FormVisit visit(kChildren);
    visit.enter("children.0.name", "Ada").enter("children.0.born", "3.3.2019").add("children").enter("children.1.name", "Bo").enter("children.1.born", "1.2.2018").add("children").enter("children.2.name", "Cy");
    visit.enter("children.1.school", "Waldschule");

    visit.attach("children.2.name", {"u1", Personal<std::string>("x"), "image/png", 1});
    visit.remove("children", 0);

    CHECK(visit.evaluation().answers().attachments("children.1.name").size() == 1);
    CHECK(visit.evaluation().answers().attachments("children.2.name").empty());
    CHECK(visit.entered("children.0.name") == "Bo");
    CHECK(visit.entered("children.0.school") == "Waldschule");
    CHECK(visit.entered("children.0.born") == "1.2.2018");
    CHECK(visit.entered("children.1.name") == "Cy");
    CHECK(visit.entered("children.2.name").empty());
    CHECK(visit.value_of("named") == R"(["Bo","Cy"])");
    CHECK(visit.is_visible("children.0.school"));
    CHECK_FALSE(visit.is_visible("children.1.school"));
  }

  TEST_CASE("a rule inside of a repeated group looks at its own repetition") {
    FormVisit visit(kChildren);
    visit.add("children").enter("children.1.born", "24.11.2020");

    CHECK(visit.is_visible("children.1.school"));
    CHECK_FALSE(visit.is_visible("children.0.school"));
    visit.enter("children.1.born", "27.11.2020");
    CHECK_FALSE(visit.is_visible("children.1.school"));
  }

  TEST_CASE("only what depends on an answer is evaluated again") {
    FormVisit visit(kDog);
    const std::size_t before = visit.evaluation().rules_run();

    visit.enter("owner.family_name", "M");
    CHECK(visit.evaluation().rules_run() == before);
    visit.enter("phone", "1");

    CHECK(visit.evaluation().rules_run() == before);  // it cannot be read, so rules see nothing new
    visit.enter("phone", "12345");
    CHECK(visit.evaluation().rules_run() == before + 1);
  }

  TEST_CASE("a draft brings back every entry, also of questions the form no longer has") {
    FormVisit visit(kChildren);
    visit.add("children").enter("children.1.name", "Bo").enter("income", "12,").enter("children.0.born", "31.2.");

    const auto again = Answers::read_draft(visit.evaluation().answers().draft());
    if (!CHECK(again.ok())) return;
    FormVisit other(kChildren, again.value());

    CHECK(other.entered("children.1.name") == "Bo");
    CHECK(other.entered("income") == "12,");
    CHECK(other.entered("children.0.born") == "31.2.");
    CHECK(other.value_of("count") == "2");
    FormVisit third(kDog, again.value());
    CHECK(third.evaluation().answers().at("income").reveal<"compared in a test">() == "12,");
  }

  TEST_CASE("a draft that is none is refused") {
    CHECK_FALSE(Answers::read_draft(Personal<std::string>("{")).ok());
    CHECK_FALSE(Answers::read_draft(Personal<std::string>(R"({"version":2})")).ok());
  }

  TEST_CASE("places have paths, and paths places") {
    FormVisit visit(kChildren);
    const Definition& form = visit.evaluation().definition();

    for (const auto* path : {"income", "children", "children.0.name", "children.17.born"}) {
      const auto place = form.find_place(path);
      if (CHECK_MESSAGE(place, path)) CHECK(form.path_of(*place) == path);
    }
    for (const auto* path : {"", "incomes", "children.0", "children.x.name", "children.0.nam", "children..name"}) CHECK_MESSAGE(!form.find_place(path), path);
  }
}
