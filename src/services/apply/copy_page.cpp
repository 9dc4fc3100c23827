// The application as a sheet: to print, sign and hand in, or to keep as a file.
#include "services/apply/form_page_parts.h"
#include "services/visit_office/office_card.h"

namespace stadttor::services::apply {

using city::PageKind;
using semantics::Appearance;

namespace {

SavedCopy copy_of(const FormPage& view) {
  const forms::Definition& form = view.definition();
  std::vector<JsonValue::Member> members;
  members.emplace_back("form", JsonValue::text(form.id));
  members.emplace_back("title", JsonValue::text(form.title));
  if (view.screen.now) members.emplace_back("date", JsonValue::text(text_from_date(view.screen.now->date)));
  members.emplace_back("answers", view.application.evaluation().submission().reveal<"written into the copy that the citizen keeps">());
  return {form.id + ".json", Personal<std::string>(text_from_json(JsonValue::object(std::move(members))))};
}

void show_ways_to_hand_in(const FormPage& view, const city::Office& office, FormAnswer& answer) {
  auto region = view.page.region("ways", 2, view.screen.text("form.copy.ways"));
  {
    auto steps = view.page.ordered_list(Appearance::Steps);
    view.page.text_item(view.screen.text("form.copy.step.print"));
    view.page.text_item(view.screen.text("form.copy.step.sign"));
    view.page.text_item(view.screen.text("form.copy.step.send", {{"office", office.name}}));
  }
  auto buttons = view.page.block("buttons", {.look = Appearance::Cluster});
  answer.print = view.page.button("print", view.screen.text("form.copy.print"), {.look = Appearance::Primary, .icon = "print"}).pressed();
  if (view.page.button("save", view.screen.text("form.copy.save"), {.icon = "download"}).pressed()) answer.copy = copy_of(view);
}

void show_recipient(const FormPage& view, const city::Office& office) {
  auto region = view.page.region("recipient", 2, view.screen.text("form.copy.recipient"));
  view.page.paragraph(office.name, in_language(view.screen, office.language, Appearance::Bold));
  visit_office::show_postal_address(view.page, office.address);
  visit_office::show_phone(view.screen, view.page, office);
  if (office.email.empty()) return;
  auto line = view.page.running_paragraph();
  view.page.link("email", office.email, "mailto:" + office.email);
}

}  // namespace

bool show_copy(const FormPage& view, FormAnswer& answer) {
  show_form_head(view, view.screen.text("form.copy.title"));
  view.page.paragraph(view.screen.text("form.copy.lead"), {.look = Appearance::Lead});
  if (const city::Office* office = view.screen.city.find_office(view.definition().office)) {
    show_ways_to_hand_in(view, *office, answer);
    show_recipient(view, *office);
  }
  show_answers(view, AnswerLinks::None);
  {
    auto signature = view.page.region("signature", 2, view.screen.text("form.copy.signature"));
    view.page.paragraph(view.screen.text("form.copy.truth"));
    auto lines = view.page.block("lines", {.look = Appearance::SignatureLines});
    view.page.paragraph(view.screen.text("form.copy.place_and_date"), {.look = Appearance::Small});
    view.page.paragraph(view.screen.text("form.copy.sign_here"), {.look = Appearance::Small});
  }
  auto ways = view.page.block("back", {.look = Appearance::Stack});
  view.page.link("check", view.screen.text("form.back"), view.screen.path(PageKind::FormCheck, view.definition().id));
  return show_deletion(view);
}

}  // namespace stadttor::services::apply
