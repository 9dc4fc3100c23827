#include "services/send_application/disclosure_page.h"

#include <algorithm>

#include "services/send_application/handover.h"
#include "services/send_application/send_words.h"
#include "services/visit_office/office_card.h"

namespace stadttor::services::send_application {

using apply::FormPage;
using city::PageKind;
using semantics::Appearance;

namespace {

void show_fact(const FormPage& view, std::string_view key, const std::string& text) {
  if (text.empty()) return;
  view.page.term(view.screen.text(key));
  view.page.definition(text, view.in_form_language());
}

// Where the authority answers: by a key of the citizen's own where the device keeps one.
std::string way_of_reply(const FormPage& view, const DisclosureFacts& facts) {
  const bool has_channel = facts.recipient != nullptr && facts.recipient->recipient && facts.recipient->recipient->destination.has_reply_channel;
  if (has_channel && facts.where == KeptWhere::OnDevice) return std::string(view.screen.text("send.reply.here"));
  const Personal<std::string> reply = reply_address(view.application.evaluation());
  return reply.is_empty() ? std::string(view.screen.text("send.reply.post")) : reply.reveal<"shown to the citizen who entered it">();
}

void show_recipient(const FormPage& view, const DisclosureFacts& sending) {
  auto region = view.page.region("recipient", 2, view.screen.text("send.recipient"));
  if (const city::Office* office = view.screen.city.find_office(view.definition().office)) {
    view.page.paragraph(office->name, in_language(view.screen, office->language, Appearance::Bold));
    visit_office::show_postal_address(view.page, office->address);
  }
  auto facts = view.page.description_list(Appearance::Facts);
  const forms::Definition& form = view.definition();
  show_fact(view, "send.purpose", form.purpose);
  std::string basis;
  for (const forms::FormLegalBasis& one : form.legal_basis) basis.append(basis.empty() ? "" : "; ").append(one.name);
  show_fact(view, "send.legal_basis", basis);
  show_fact(view, "send.retention", form.retention);
  view.page.term(view.screen.text("send.reply"));
  view.page.definition(way_of_reply(view, sending));
}

// True where every file is at hand.
bool show_files(const FormPage& view) {
  const std::vector<forms::SentFile> files = view.application.evaluation().sent_files();
  if (files.empty()) return true;
  auto region = view.page.region("files", 2, view.screen.text("send.files"));
  {
    auto list = view.page.list(Appearance::Plain);
    for (const forms::SentFile& file : files) view.page.text_item(words_of_sent_file(view.screen, file));
  }
  if (std::all_of(files.begin(), files.end(), [](const forms::SentFile& file) { return file.attachment->content != nullptr; })) return true;
  auto message = view.page.message("missing", view.screen.text("send.files.missing.title"), Appearance::Warning);
  view.page.paragraph(view.screen.text("send.files.missing.text"));
  return false;
}

// True where it is worth pressing the button.
bool show_key(const FormPage& view, const DisclosureFacts& facts, DisclosureAnswer& answer) {
  if (facts.recipient == nullptr) {
    view.page.status("key", view.screen.text("send.key.checking"));
    return true;
  }
  if (facts.recipient->recipient) {
    const CheckedRecipient& recipient = *facts.recipient->recipient;
    auto list = view.page.description_list(Appearance::Facts);
    view.page.term(view.screen.text("send.key"));
    view.page.definition(recipient.thumbprint, of_machines(view.screen));
    view.page.term(view.screen.text("send.key.checked"));
    view.page.definition(view.screen.text("send.key.until", {{"when", moment_words(view.screen, recipient.good_until)}}));
    return true;
  }
  const Trouble trouble = facts.recipient->trouble.trouble;
  const bool goes_on = may_pass(trouble);
  auto message = view.page.message("trouble", view.screen.text(goes_on ? "send.later.title" : "send.not.title"), goes_on ? Appearance::Info : Appearance::Warning);
  view.page.paragraph(trouble_words(view.screen, trouble));
  if (goes_on) view.page.paragraph(view.screen.text("send.later.text"));
  answer.check_again = view.page.button("again", view.screen.text("send.check_again")).pressed();
  return goes_on;
}

bool show_way(const FormPage& view, const DisclosureFacts& facts, DisclosureAnswer& answer) {
  auto region = view.page.region("way", 2, view.screen.text("send.way"));
  const city::Office* office = view.screen.city.find_office(view.definition().office);
  view.page.paragraph(view.screen.text("send.way.text", {{"office", office == nullptr ? view.definition().office : office->name}}));
  const bool is_worth_it = show_key(view, facts, answer);
  if (facts.can_keep && is_worth_it) view.page.paragraph(view.screen.text(facts.where == KeptWhere::OnDevice ? "send.kept.device" : "send.kept.visit"));
  return is_worth_it;
}

void show_earlier(const FormPage& view, const Case& earlier) {
  auto message = view.page.message("earlier", view.screen.text("send.earlier.title"), Appearance::Info);
  view.page.paragraph(view.screen.text("send.earlier.text", {{"when", moment_words(view.screen, earlier.receipt.begun_at)}}));
  auto line = view.page.running_paragraph();
  view.page.link("case", view.screen.text("send.earlier.link"), city::path_of(address_of_case(view.screen, earlier.id)));
}

void show_locked(const FormPage& view) {
  auto message = view.page.message("locked", view.screen.text("send.locked.title"), Appearance::Warning);
  view.page.paragraph(view.screen.text("send.locked.text"));
  auto line = view.page.running_paragraph();
  view.page.link("unlock", view.screen.text("send.locked.link"), view.screen.path(PageKind::MyData));
}

}  // namespace

DisclosureAnswer show_disclosure(const FormPage& view, const DisclosureFacts& facts) {
  DisclosureAnswer answer;
  show_form_head(view, view.screen.text("send.title"));
  view.page.paragraph(view.screen.text("send.lead"), {.look = Appearance::Lead});
  if (facts.earlier != nullptr) show_earlier(view, *facts.earlier);
  show_recipient(view, facts);
  show_answers(view, apply::AnswerLinks::None);
  const bool has_files = show_files(view);
  const bool is_worth_it = show_way(view, facts, answer);
  if (facts.is_locked) show_locked(view);
  if (facts.could_not_begin) {
    auto message = view.page.message("not-begun", view.screen.text("send.not_begun.title"), Appearance::Danger);
    view.page.paragraph(view.screen.text("send.not_begun.text"));
  }
  auto ways = view.page.block("ways", {.look = Appearance::Cluster});
  if (facts.can_keep && has_files && is_worth_it) {
    const bool is_again = facts.earlier != nullptr;
    answer.send = view.page.button("send", view.screen.text(is_again ? "send.button.again" : "send.button"), {.look = Appearance::Primary}).pressed();
  }
  view.page.link("check", view.screen.text("form.back"), view.screen.path(PageKind::FormCheck, view.definition().id));
  view.page.link("paper", view.screen.text("send.on_paper"), view.screen.path(PageKind::FormCopy, view.definition().id));
  return answer;
}

}  // namespace stadttor::services::send_application
