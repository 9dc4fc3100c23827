// "Meine Vorgänge": what was sent, and each of it.
#include "portal/desk/citizens_desk.h"
#include "portal/desk/desk_families.h"
#include "services/send_application/case_pages.h"

namespace stadttor::portal {

using city::Address;
using city::PageKind;
using services::Screen;
using services::send_application::CasesFacts;

namespace {

void request(Library&, const Address&, PageContent&) {}

PageKind existing(const PageContent&, const Address& address) { return address.page; }

CasesFacts facts_of(const CitizensDesk& desk, services::send_application::AnswerFiles* files = nullptr) {
  CasesFacts facts;
  facts.is_locked = desk.keeper != nullptr && desk.keeper->data().state == services::keep_data::KeepState::Locked;
  if (desk.outbox == nullptr) return facts;
  if (desk.outbox->is_loaded()) facts.cases = &desk.outbox->cases();
  facts.waits_for_turn = desk.outbox->waits_for_turn();
  facts.where = desk.outbox->kept_where();
  facts.unanswered = desk.unanswered_question;
  facts.files = files;
  return facts;
}

std::string title(const Screen& screen, const PageContent&, const PageState& state) {
  return services::send_application::cases_title(screen, facts_of(desk_of(state)), state.address.query);
}

std::string description(const PageContent& content, const Address&) { return std::string(content.city->texts("case.lead")); }

// The same answers in the same form, as another application.
Address begin_anew(const Screen& screen, CitizensDesk& desk, const kept_data::Receipt& receipt) {
  auto answers = forms::Answers::read_draft(receipt.draft);
  if (answers.ok()) desk.applications.restore(receipt.form, std::move(answers).value());
  Address form;
  form.language = screen.city.language;
  form.page = PageKind::Form;
  form.id = receipt.form;
  return form;
}

void show(const Screen& screen, semantics::Page& page, const PageContent&, PageState& state, PageAnswer& answer) {
  CitizensDesk& desk = desk_of(state);
  desk.prepare_sending(screen.city);
  desk.prepare_appointments(screen.city);
  const CasesFacts facts = facts_of(desk, &desk.answer_files);
  const std::string id = state.address.query;
  if (id.empty()) {
    services::send_application::show_cases(screen, page, facts);
    if (screen.city.appointments) services::book_appointment::show_own_appointments(screen, page, desk.appointment_facts());
    return;
  }
  const auto wanted = services::send_application::show_case(screen, page, facts, id);
  answer.form.print = wanted.print;
  if (desk.outbox == nullptr) return;
  desk.read_answer_files();
  if (!wanted.written.empty()) desk.unanswered_question.clear();
  for (const auto& written : wanted.written) desk.outbox->keep_answer_draft(id, written.question, written.draft);
  if (!wanted.unanswered.empty()) desk.unanswered_question = wanted.unanswered;
  if (wanted.send && desk.outbox->send(*wanted.send).ok()) desk.answer_files.forget(wanted.sent_to);
  if (wanted.try_again) desk.outbox->try_again(id);
  const auto* known = desk.outbox->find_case(id);
  if (wanted.begin_anew && known != nullptr) answer.form.next = begin_anew(screen, desk, known->receipt);
}

}  // namespace

const PageFamily kCasesFamily = {request, existing, title, description, show};

}  // namespace stadttor::portal
