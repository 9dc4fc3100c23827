// Sending at the citizen's desk: an outbox over whichever vault is open, and answers that leave their form once they are on their way.
#include "portal/desk/citizens_desk.h"
#include "protocols/jose/json_web_key.h"

namespace stadttor::portal {

using services::keep_data::KeepState;
using services::send_application::CaseProgress;
using services::outbox::KeptWhere;
using services::outbox::Ledger;
using services::send_application::Outbox;
using services::outbox::OutboxPorts;

void CitizensDesk::prepare_sending(const city::Catalogue& city) {
  if (!ports_ || outbox != nullptr || !city.sending) return;
  auto key = protocols::jose::parse_json_web_key(city.sending->statement_key, "start.json#/sending");
  // Without a key to believe nothing is sent; the check of packs says so to the city.
  if (!key.ok()) return;
  OutboxPorts ports{[this] { return keeper->open_vault(); }, ports_->http, ports_->cryptography, ports_->clock, ports_->random, ports_->locks, ports_->timer, ports_->loop};
  outbox = std::make_unique<Outbox>(std::move(ports), services::send_application::SendingFacts{city.sending->gateway, city.sending->issuer, std::move(key).value()}, [this] {
    follow_outbox();
    if (changed_) changed_();
  });
  watch_outbox();
  follow_vault();
}

void CitizensDesk::follow_vault() {
  if (outbox == nullptr || keeper == nullptr) return;
  const auto where = keeper->data().state == KeepState::Open ? KeptWhere::OnDevice : KeptWhere::ThisVisit;
  const bool is_there = keeper->open_vault() != nullptr;
  const bool is_followed = outbox->is_open() == is_there && followed_opening_ == keeper->openings() && (!is_there || outbox->kept_where() == where);
  if (is_followed) return;
  followed_opening_ = keeper->openings();
  ledger_.reset();
  is_reading_ledger_ = false;
  is_there ? outbox->open(where) : outbox->close();
}

void CitizensDesk::follow_outbox() {
  // What is new there may be new in the ledger.
  ledger_.reset();
  for (auto leaving = leaving_.begin(); leaving != leaving_.end();) {
    const auto* known = outbox->find_case(leaving->second);
    if (known == nullptr || known->progress == CaseProgress::Keeping) {
      ++leaving;
      continue;
    }
    applications.remove(leaving->first);
    keeper->erase_draft_of(leaving->first);
    leaving = leaving_.erase(leaving);
  }
}

void CitizensDesk::read_answer_files() {
  for (const services::send_application::UnreadFile& file : answer_files.take_unread()) {
    keeper->read_file(file.file, [this, file](Result<Personal<std::string>> content) {
      answer_files.take_content(file, std::move(content));
      if (changed_) changed_();
    });
  }
}

void CitizensDesk::set_offline(bool is_offline_now) {
  is_offline = is_offline_now;
  if (booking != nullptr) booking->set_offline(is_offline);
  if (report_outbox != nullptr) report_outbox->set_offline(is_offline);
  if (!is_offline && report_directory != nullptr) report_directory->forget_failures();
  watch_outbox();
  if (!is_offline && outbox != nullptr) outbox->network_is_back();
}

void CitizensDesk::set_hidden(bool is_hidden) {
  is_hidden_ = is_hidden;
  watch_outbox();
}

void CitizensDesk::watch_outbox() {
  if (outbox != nullptr) outbox->set_watched(!is_offline && !is_hidden_);
}

const Ledger* CitizensDesk::ledger() {
  if (ledger_) return &*ledger_;
  if (outbox == nullptr || !outbox->is_loaded() || !outbox->is_open() || is_reading_ledger_) return nullptr;
  is_reading_ledger_ = true;
  outbox->read_ledger([this, opening = followed_opening_](Result<Ledger> read) {
    if (opening != followed_opening_) return;
    is_reading_ledger_ = false;
    // One that cannot be read is broken from its beginning.
    ledger_ = read.ok() ? std::move(read).value() : Ledger{{}, 1};
    if (changed_) changed_();
  });
  return nullptr;
}

}  // namespace stadttor::portal
