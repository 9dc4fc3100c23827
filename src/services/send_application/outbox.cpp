#include "services/send_application/outbox.h"

#include <algorithm>
#include <utility>

#include "services/outbox/record_ids.h"
#include "services/send_application/outbox_state.h"

namespace stadttor::services::send_application {

using outbox::text_from_id;
using platform::Instant;

namespace {

constexpr const char* kLockName = "stadttor/outbox";

// For as long after its end an application is asked about again and again; about older ones once, when the vault is opened.
constexpr std::int64_t kAskedAbout = 90 * std::int64_t{86'400'000};

// When the next look for questions about what is over is due.
std::optional<Instant> due_time_of_questions(const OutboxItem& item, Instant now) {
  if (item.receipt.reply_key.is_empty() || item.receipt.number.empty()) return std::nullopt;
  const Instant ended = item.receipt.steps.empty() ? item.receipt.begun_at : item.receipt.steps.back().when;
  const bool is_old = now - ended > kAskedAbout;
  return is_old && item.looks > 0 ? std::nullopt : std::optional<Instant>(item.next_look);
}

// When it can go on; nothing where nothing is left to do.
std::optional<Instant> due_time(const OutboxItem& item, Instant now, bool is_watched) {
  if (!item.is_kept) return std::nullopt;
  if (item.is_unread) return item.next_look;
  if (item.unsealed) {
    const Trouble trouble = item.unsealed->trouble;
    const bool waits_for_citizen = trouble != Trouble::None && !may_pass(trouble);
    return waits_for_citizen ? std::nullopt : std::optional<Instant>(item.unsealed->not_before);
  }
  const bool is_only_looked_at = !item.delivery || item.delivery->state == DeliveryState::Sent;
  if (is_only_looked_at && !is_watched) return std::nullopt;
  if (!item.delivery) return due_time_of_questions(item, now);
  if (item.delivery->state == DeliveryState::Stopped) return std::nullopt;
  return std::max(item.next_look, item.delivery->not_before);
}

}  // namespace

Outbox::State::State(OutboxPorts given, SendingFacts told, std::function<void()> tell_changed)
    : OpenOutbox(std::move(given), std::move(tell_changed)),
      facts(std::move(told)),
      client(ports.http, protocols::fit_connect::dialect_v1(), facts.gateway),
      transport(ports.cryptography, client, facts.issuer),
      recipients({ports.cryptography, ports.clock, client}, facts.statement_key) {}

void Outbox::State::collect() {
  cases.clear();
  for (const auto& entry : items) {
    const OutboxItem& item = *entry.second;
    cases.push_back(case_from({entry.first, item.receipt, item.unsealed ? &*item.unsealed : nullptr, item.delivery ? &*item.delivery : nullptr, item.trouble, item.is_kept}));
    cases.back().has_unreadable_question = item.has_unreadable_question;
  }
  std::stable_sort(cases.begin(), cases.end(), [](const Case& a, const Case& b) { return a.receipt.begun_at > b.receipt.begun_at; });
}

void Outbox::State::go_on() {
  start_due(items, [this](const OutboxItem& item, Instant now) { return due_time(item, now, is_watched); },
            [](State& state, const ItemHandle& item) {
              if (item->is_unread) return state.read_anew(item);
              if (item->unsealed) return state.prepare(item);
              item->delivery ? state.carry(item) : state.look_for_questions(item);
            });
}

void Outbox::State::end_busy(const ItemHandle& item) {
  item->is_busy = false;
  if (item->has_newer_draft && has_turn) return keep_draft(item);
  tell();
  go_on();
}

void Outbox::State::ask_recipient(const std::string& destination) {
  looks_at[destination].reset();
  // Not about anything in the vault: whether it is open does not matter.
  recipients.check(destination, [weak = weak_from_this(), destination](const RecipientAnswer& answer) {
    const auto state = weak.lock();
    if (!state) return;
    state->looks_at[destination] = answer;
    state->tell();
  });
}

void Outbox::State::keep_receipt_and_unsealed(const ItemHandle& item) {
  vault::VaultChanges changes;
  changes.kept.push_back({item->receipt_id, vault::RecordType::Receipt, kept_data::kReceiptSchema, json_from_receipt(item->receipt), 0});
  changes.kept.push_back({item->outbox_id, vault::RecordType::Outbox, kUnsealedSchema, json_from_unsealed(*item->unsealed), 0});
  item->is_busy = true;
  vault->change(std::move(changes), Durability::Strict, while_open<Outcome>([item](State& state, const Outcome& kept) {
    // Nobody else knows its ids: what is there already is what was said not to have been kept.
    item->is_kept = kept.ok() || kept.error().kind == ErrorKind::ChangedElsewhere;
    if (!kept.ok() && item->is_kept) return state.read_anew(item);
    item->receipt_version = item->outbox_version = kept.ok() ? 1 : 0;
    item->trouble = kept.ok() ? TroubleMet{} : TroubleMet{Trouble::NotKept, 0, text_from_error(kept.error())};
    // Not before: until then it is all that is left of an answer.
    if (kept.ok()) state.forget_draft(item->receipt);
    state.end_busy(item);
  }));
}

Outbox::Outbox(OutboxPorts ports, SendingFacts facts, std::function<void()> changed)
    : state_(std::make_shared<State>(ports, std::move(facts), std::move(changed))) {}
Outbox::~Outbox() = default;

void Outbox::open(KeptWhere where) {
  close();
  state_->open(where, kLockName);
}

void Outbox::close() {
  state_->items.clear();
  state_->close();
}

bool Outbox::is_open() const { return state_->may_use_vault(); }
KeptWhere Outbox::kept_where() const { return state_->where; }
bool Outbox::is_loaded() const { return state_->is_loaded; }
bool Outbox::waits_for_turn() const { return state_->is_open && !state_->has_turn; }
const std::vector<Case>& Outbox::cases() const { return state_->cases; }

const Case* Outbox::find_case(std::string_view id) const { return send_application::find_case(&state_->cases, id); }

void Outbox::network_is_back() {
  for (const auto& entry : state_->items) {
    OutboxItem& item = *entry.second;
    if (item.is_busy) continue;
    // Something may have come in the meantime.
    if (!item.delivery && !item.unsealed && !item.is_unread) item.next_look = 0;
    if (item.delivery && item.delivery->state == DeliveryState::Sent && item.trouble.trouble == Trouble::None) item.next_look = 0;
    if (item.trouble.trouble != Trouble::NoNetwork) continue;
    // Its own pauses only: what a server wished for came over a network.
    item.next_look = 0;
    if (item.unsealed) item.unsealed->not_before = 0;
    if (item.delivery) item.delivery->not_before = 0;
  }
  // What could not be found out about a recipient is asked anew when its page is shown next.
  for (auto known = state_->looks_at.begin(); known != state_->looks_at.end();) {
    const bool is_trouble = known->second && !known->second->recipient;
    known = is_trouble ? state_->looks_at.erase(known) : std::next(known);
  }
  state_->tell();
  state_->go_on();
}

void Outbox::set_watched(bool is_watched) {
  if (std::exchange(state_->is_watched, is_watched) != is_watched) state_->go_on();
}

Result<std::string> Outbox::send(HandedOver handed_over) {
  if (!state_->may_use_vault()) return Error{ErrorKind::NotSupported, "outbox", "the vault is not open", NextStep::TryAgain};
  auto item = std::make_shared<OutboxItem>();
  TRY_ASSIGN(item->receipt_id, state_->vault->make_id());
  TRY_ASSIGN(item->outbox_id, state_->vault->make_id());
  const std::string id = text_from_id(item->receipt_id);
  item->receipt = std::move(handed_over.receipt);
  item->receipt.begun_at = state_->ports.clock.now();
  item->receipt.delivery = text_from_id(item->outbox_id);
  item->unsealed = std::move(handed_over.application);
  item->unsealed->entry.receipt = id;
  item->is_kept = false;
  state_->items[id] = item;
  state_->keep_receipt_and_unsealed(item);
  state_->tell();
  return id;
}

void Outbox::try_again(const std::string& case_id) {
  const auto found = state_->items.find(case_id);
  if (state_->may_use_vault() && found != state_->items.end() && !found->second->is_busy) state_->try_again(found->second);
}

const RecipientAnswer* Outbox::look_at_recipient(const std::string& destination) {
  const auto known = state_->looks_at.find(destination);
  const bool has_expired = known != state_->looks_at.end() && known->second && known->second->recipient &&
                           known->second->recipient->good_until <= state_->ports.clock.now();
  if (known == state_->looks_at.end() || has_expired) state_->ask_recipient(destination);
  const std::optional<RecipientAnswer>& answer = state_->looks_at[destination];
  return answer ? &*answer : nullptr;
}

void Outbox::ask_recipient_again(const std::string& destination) { state_->ask_recipient(destination); }

void Outbox::read_ledger(platform::Callback<Ledger> callback) {
  if (!state_->may_use_vault()) return;
  // The receipt of the last entry knows what that one was.
  kept_data::KnownEntry last;
  for (const Case& known : state_->cases) {
    if (known.receipt.ledger_number > last.number) last = {known.receipt.ledger_number, known.receipt.ledger_hash};
  }
  outbox::read_ledger({*state_->vault, state_->ports.cryptography}, std::move(last), std::move(callback));
}

}  // namespace stadttor::services::send_application
