#include "kept_data/receipt.h"

namespace stadttor::kept_data {

void write_step(JsonWriter& json, const ReceiptStep& step) {
  json.begin_object().member("event", step.event).name("when").number(step.when).name("problems").begin_list();
  for (const ReceiptProblem& problem : step.problems) {
    json.begin_object().optional_member("title", problem.title).optional_member("detail", problem.detail).optional_member("instance", problem.instance).end_object();
  }
  json.end_list().end_object();
}

ReceiptStep read_step(JsonReader reader) {
  ReceiptStep step{reader.required_text("event"), static_cast<std::int64_t>(reader.required_number("when")), {}};
  reader.each("problems", [&step](JsonReader problem) {
    step.problems.push_back({problem.optional_text("title"), problem.optional_text("detail"), problem.optional_text("instance")});
  });
  return step;
}

namespace {

void write_questions(JsonWriter& json, const std::vector<ReceiptQuestion>& questions) {
  if (questions.empty()) return;
  json.name("questions").begin_list();
  for (const ReceiptQuestion& question : questions) {
    json.begin_object().member("id", question.id).name("when").number(question.when);
    json.member("text", question.text.reveal<"an authority's question is kept in the vault">());
    json.optional_member("draft", question.draft.reveal<"an answer that is being written is kept in the vault">());
    json.optional_member("files", question.files.reveal<"which files are chosen for an answer is kept in the vault">()).end_object();
  }
  json.end_list();
}

void read_questions(JsonReader& reader, std::vector<ReceiptQuestion>& questions) {
  reader.each("questions", [&questions](JsonReader question) {
    questions.push_back({question.required_text("id"), static_cast<std::int64_t>(question.required_number("when")), Personal<std::string>(question.required_text("text")),
                         Personal<std::string>(question.optional_text("draft")), Personal<std::string>(question.optional_text("files"))});
  });
}

}  // namespace

Personal<std::string> json_from_receipt(const Receipt& receipt) {
  JsonWriter json;
  json.begin_object().member("form", receipt.form).member("title", receipt.title);
  json.member("office", receipt.office).member("officeName", receipt.office_name).member("destination", receipt.destination);
  json.name("begunAt").number(receipt.begun_at).optional_member("delivery", receipt.delivery);
  json.name("ledgerNumber").number(static_cast<std::int64_t>(receipt.ledger_number)).optional_member("ledgerHash", receipt.ledger_hash);
  json.optional_member("fingerprint", receipt.fingerprint).optional_member("keyThumbprint", receipt.key_thumbprint);
  json.optional_member("draft", receipt.draft.reveal<"kept in the vault, to go on with">());
  json.optional_member("number", receipt.number).name("steps").begin_list();
  for (const ReceiptStep& step : receipt.steps) write_step(json, step);
  json.end_list().name("fields").begin_list();
  for (const DisclosedField& field : receipt.fields) json.begin_object().member("name", field.name).member("label", field.label).optional_member("step", field.step).end_object();
  json.end_list();
  json.optional_member("service", receipt.service).optional_member("submission", receipt.submission);
  json.optional_member("replyKey", receipt.reply_key.reveal<"the key for an authority's questions is kept in the vault">());
  write_questions(json, receipt.questions);
  json.optional_member("language", receipt.language).optional_member("officeLanguage", receipt.office_language);
  json.optional_member("answerIn", receipt.answer_in).optional_member("answerTo", receipt.answer_to);
  if (!receipt.files.empty()) write_files(json, receipt.files);
  return Personal<std::string>(json.end_object().take());
}

Result<Receipt> parse_receipt(const Personal<std::string>& json) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json.reveal<"a receipt is read to be shown to the citizen">(), "receipt"));
  JsonReader reader = document.root();
  Receipt receipt;
  receipt.form = reader.required_text("form");
  receipt.title = reader.required_text("title");
  receipt.office = reader.required_text("office");
  receipt.office_name = reader.required_text("officeName");
  receipt.destination = reader.required_text("destination");
  receipt.begun_at = static_cast<std::int64_t>(reader.required_number("begunAt"));
  receipt.delivery = reader.optional_text("delivery");
  receipt.ledger_number = static_cast<std::uint64_t>(reader.number_or("ledgerNumber", 0));
  receipt.ledger_hash = reader.optional_text("ledgerHash");
  receipt.fingerprint = reader.optional_text("fingerprint");
  receipt.key_thumbprint = reader.optional_text("keyThumbprint");
  receipt.draft = Personal<std::string>(reader.optional_text("draft"));
  receipt.number = reader.optional_text("number");
  reader.each("steps", [&receipt](JsonReader step) { receipt.steps.push_back(read_step(step)); });
  reader.each("fields", [&receipt](JsonReader field) { receipt.fields.push_back({field.required_text("name"), field.required_text("label"), field.optional_text("step")}); });
  receipt.service = reader.optional_text("service");
  receipt.submission = reader.optional_text("submission");
  receipt.reply_key = Personal<std::string>(reader.optional_text("replyKey"));
  read_questions(reader, receipt.questions);
  receipt.language = reader.optional_text("language");
  receipt.office_language = reader.optional_text("officeLanguage");
  receipt.answer_in = reader.optional_text("answerIn");
  receipt.answer_to = reader.optional_text("answerTo");
  receipt.files = read_files(reader);
  TRY(document.finish());
  return receipt;
}

std::string spoken_fingerprint(const std::string& fingerprint) {
  std::string spoken;
  for (std::size_t at = 0; at < fingerprint.size() && at < 32; ++at) {
    if (at > 0 && at % 4 == 0) spoken.push_back(' ');
    spoken.push_back(fingerprint[at]);
  }
  return spoken;
}

}  // namespace stadttor::kept_data
