#include "services/send_application/ledger_page.h"

#include "foundation/json_reader.h"
#include "services/apply/form_words.h"
#include "services/send_application/send_words.h"

namespace stadttor::services::send_application {

using city::PageKind;
using semantics::Appearance;

namespace {

void show_fact(const Screen& screen, semantics::Page& page, std::string_view key, const std::string& text, const semantics::Traits& traits = {}) {
  if (text.empty()) return;
  page.term(screen.text(key));
  page.definition(text, traits);
}

std::string joined(const std::vector<std::string>& texts) {
  std::string line;
  for (const std::string& text : texts) line.append(line.empty() ? "" : "; ").append(text);
  return line;
}

void show_content(const Screen& screen, semantics::Page& page, const kept_data::LedgerEntry& entry) {
  auto disclosure = page.disclosure("content", screen.text("ledger.content"));
  {
    auto list = page.list(Appearance::Plain);
    for (const kept_data::DisclosedField& field : entry.fields) page.text_item(field.label, in_kept_language(screen, entry.language));
    for (const kept_data::DisclosedFile& file : entry.files) {
      page.text_item(file.name.reveal<"shown to the citizen whose ledger it is">() + " (" + apply::size_words(screen, file.bytes) + ")", in_unknown_language());
    }
  }
  auto facts = page.description_list(Appearance::Facts);
  show_fact(screen, page, "send.key", entry.key_thumbprint, of_machines(screen));
  for (const kept_data::PartHash& hash : entry.hashes) {
    page.term(screen.text("ledger.hash", {{"part", hash.part}}));
    page.definition(kept_data::spoken_fingerprint(hash.hash), of_machines(screen));
  }
}

void show_entry(const Screen& screen, semantics::Page& page, const LedgerFacts& facts, const kept_data::LedgerEntry& entry) {
  auto region = page.region("entry" + std::to_string(entry.number), 2, screen.text("ledger.entry", {{"number", std::to_string(entry.number)}, {"title", entry.title}}));
  {
    const semantics::Traits in_its_language = in_kept_language(screen, entry.language);
    auto list = page.description_list(Appearance::Facts);
    show_fact(screen, page, "ledger.when", moment_words(screen, entry.when));
    show_fact(screen, page, "send.recipient", entry.office, in_kept_language(screen, entry.office_language));
    show_fact(screen, page, "send.purpose", entry.purpose, in_its_language);
    show_fact(screen, page, "send.legal_basis", joined(entry.legal_basis), in_its_language);
    show_fact(screen, page, "send.retention", entry.retention, in_its_language);
    const Case* known = find_case(facts.cases, entry.receipt);
    if (known != nullptr) show_fact(screen, page, "ledger.came_back", std::string(progress_words(screen, known->progress)));
  }
  show_content(screen, page, entry);
  if (find_case(facts.cases, entry.receipt) == nullptr) return;
  auto line = page.running_paragraph();
  page.link("case", screen.text("case.one"), city::path_of(address_of_case(screen, entry.receipt)));
}

void show_chain(const Screen& screen, semantics::Page& page, const Ledger& ledger) {
  if (!ledger.broken_at) {
    auto message = page.message("chain", screen.text("ledger.whole.title"), Appearance::Success);
    page.paragraph(screen.text("ledger.whole.text"));
    return;
  }
  auto message = page.message("chain", screen.text("ledger.broken.title"), Appearance::Danger);
  page.paragraph(screen.text("ledger.broken.text", {{"number", std::to_string(*ledger.broken_at)}}));
}

}  // namespace

bool show_ledger(const Screen& screen, semantics::Page& page, const LedgerFacts& facts) {
  show_breadcrumb(screen, page, {{std::string(screen.text("case.title")), screen.path(PageKind::Cases), {}}, {std::string(screen.text("ledger.title")), {}, {}}});
  page.heading(1, screen.text("ledger.title"));
  page.paragraph(screen.text("ledger.lead"), {.look = Appearance::Lead});
  if (facts.is_locked) {
    auto message = page.message("locked", screen.text("case.locked.title"), Appearance::Info);
    page.paragraph(screen.text("case.locked.text"));
    auto line = page.running_paragraph();
    page.link("unlock", screen.text("send.locked.link"), screen.path(PageKind::MyData));
    return false;
  }
  if (facts.ledger == nullptr) {
    page.status("reading", screen.text("case.reading"));
    return false;
  }
  if (facts.ledger->entries.empty()) page.paragraph(screen.text("ledger.none"));
  if (facts.ledger->broken_at || !facts.ledger->entries.empty()) show_chain(screen, page, *facts.ledger);
  // The newest first.
  for (auto entry = facts.ledger->entries.rbegin(); entry != facts.ledger->entries.rend(); ++entry) show_entry(screen, page, facts, *entry);
  return !facts.ledger->entries.empty() && page.button("export", screen.text("ledger.export"), {.icon = "download"}).pressed();
}

Personal<std::string> json_from_ledger(const LedgerFacts& facts) {
  std::vector<JsonValue> entries;
  for (const kept_data::LedgerEntry& entry : facts.ledger->entries) {
    const std::string text = json_from_entry(entry).reveal<"written into the copy that the citizen keeps">();
    auto document = JsonDocument::parse(text, "ledger");
    if (!document.ok()) continue;
    std::vector<JsonValue::Member> members = {{"entry", document.value().root().as_value()}};
    std::vector<JsonValue> events;
    if (const Case* known = find_case(facts.cases, entry.receipt)) {
      for (const kept_data::ReceiptStep& step : known->steps) {
        events.push_back(JsonValue::object({{"event", JsonValue::text(step.event)}, {"when", JsonValue::number(static_cast<double>(step.when))}}));
      }
    }
    members.emplace_back("cameBack", JsonValue::list(std::move(events)));
    entries.push_back(JsonValue::object(std::move(members)));
  }
  return Personal<std::string>(text_from_json(JsonValue::list(std::move(entries))));
}

}  // namespace stadttor::services::send_application
