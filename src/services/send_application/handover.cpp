#include "services/send_application/handover.h"

#include "services/apply/form_words.h"

namespace stadttor::services::send_application {

using forms::Place;
using forms::Question;
using forms::QuestionKind;

namespace {

// Every visible question that is sent, in the order in which it is asked.
template <class Visit>
void each_sent_place(const forms::Evaluation& evaluation, Visit visit) {
  const forms::Definition& definition = evaluation.definition();
  for (std::size_t step = 0; step < definition.steps.size(); ++step) {
    if (definition.steps[step].is_precheck || !evaluation.is_step_visible(step)) continue;
    for (const Place place : evaluation.places_of_step(step)) {
      const Question& question = definition.questions[place.question];
      if (question.is_sent && evaluation.is_visible(place)) visit(place, question);
    }
  }
}

kept_data::LedgerEntry entry_of(const apply::FormPage& view, const kept_data::Receipt& receipt) {
  const forms::Definition& form = view.definition();
  kept_data::LedgerEntry entry;
  entry.title = form.title;
  entry.office = receipt.office_name;
  entry.office_language = receipt.office_language;
  entry.language = receipt.language;
  entry.destination = form.destination;
  entry.purpose = form.purpose;
  entry.retention = form.retention;
  for (const forms::FormLegalBasis& basis : form.legal_basis) entry.legal_basis.push_back(basis.name);
  entry.fields = disclosed_fields(view);
  return entry;
}

}  // namespace

bool can_be_sent(const forms::Definition& definition) { return !definition.destination.empty(); }

std::vector<kept_data::DisclosedField> disclosed_fields(const apply::FormPage& view) {
  std::vector<kept_data::DisclosedField> fields;
  const forms::Evaluation& evaluation = view.application.evaluation();
  each_sent_place(evaluation, [&](Place place, const Question& question) {
    const bool is_field = question.is_entered() || question.kind == QuestionKind::Derived;
    if (!is_field || apply::answer_words(view.screen, evaluation, place).empty()) return;
    fields.push_back({evaluation.definition().path_of(place), std::string(apply::label_of(view.screen, question)), evaluation.definition().steps[question.step].id});
  });
  return fields;
}

Personal<std::string> reply_address(const forms::Evaluation& evaluation) {
  Personal<std::string> address;
  each_sent_place(evaluation, [&](Place place, const Question& question) {
    if (question.kind != QuestionKind::Email || !address.is_empty()) return;
    address = Personal<std::string>(evaluation.value(place).reveal<"the authority is told where to answer, encrypted">().as_text());
  });
  return address;
}

void hand_over_files(const forms::Evaluation& evaluation, UnsealedApplication& application) {
  for (const forms::SentFile& file : evaluation.sent_files()) {
    application.entry.files.push_back({file.attachment->id, file.attachment->media_type, file.attachment->bytes, file.attachment->name});
    if (file.attachment->content == nullptr) continue;
    application.plain.attachments.push_back({file.attachment->id, file.attachment->media_type, file.name, *file.attachment->content});
  }
}

HandedOver hand_over(const apply::FormPage& view) {
  const forms::Definition& form = view.definition();
  const forms::Evaluation& evaluation = view.application.evaluation();
  const city::Office* office = view.screen.city.find_office(form.office);
  HandedOver handed;
  handed.receipt.form = form.id;
  handed.receipt.title = form.title;
  handed.receipt.language = language_to_keep(view.screen, form.language);
  handed.receipt.office = form.office;
  handed.receipt.office_name = office == nullptr ? form.office : office->name;
  handed.receipt.office_language = language_to_keep(view.screen, office == nullptr ? std::string() : office->language);
  handed.receipt.destination = form.destination;
  handed.receipt.draft = evaluation.answers().draft();
  handed.receipt.fields = disclosed_fields(view);

  UnsealedApplication& application = handed.application;
  application.entry = entry_of(view, handed.receipt);
  application.service = form.service_identifier();
  application.service_name = form.title;
  application.schema_uri = form.schema_uri;
  application.plain.data = Personal<std::string>(text_from_json(evaluation.submission().reveal<"what was answered is handed over to be encrypted">()));
  application.plain.reply_address = reply_address(evaluation);
  hand_over_files(evaluation, application);
  if (view.screen.now) application.plain.application_date = text_from_date(view.screen.now->date);
  return handed;
}

}  // namespace stadttor::services::send_application
