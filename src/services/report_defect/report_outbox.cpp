#include "services/report_defect/report_outbox.h"

#include <algorithm>

#include "protocols/fit_connect/metadata.h"
#include "services/outbox/record_ids.h"
#include "services/report_defect/report_outbox_state.h"
#include "services/report_defect/report_trouble.h"

namespace stadttor::services::report_defect {

using kept_data::ReportState;
using protocols::open311::Access;
using protocols::open311::Format;
using outbox::parse_id;
using outbox::text_from_id;

namespace {

constexpr const char* kLockName = "stadttor/reports";
constexpr std::size_t kPostKeySize = 16;

// When it can go on; nothing where nothing is left to do.
std::optional<Instant> due_time(const ReportItem& item, bool is_offline) {
  if (!item.is_kept) return std::nullopt;
  if (item.needs_reading) return item.delivery.report.not_before;
  if (next_action(item.delivery, 0).kind == ActionKind::Nothing) return std::nullopt;
  // Nothing has been sent yet: without a network nothing is begun whose answer could get lost.
  if (is_offline) return std::nullopt;
  return item.delivery.report.not_before;
}

}  // namespace

ReportOutbox::State::State(OutboxPorts given, ReportRecipient to, std::function<void()> tell_changed)
    : OpenOutbox(std::move(given), std::move(tell_changed)),
      recipient(std::move(to)),
      client(ports.http, recipient.endpoint, Format::Json, Access{recipient.jurisdiction, {}}),
      transport(client, ports.clock) {}

void ReportOutbox::State::collect() {
  told.clear();
  for (const auto& entry : items) told.push_back({entry.first, entry.second->delivery.report, entry.second->is_kept});
  std::stable_sort(told.begin(), told.end(), [](const OwnReport& a, const OwnReport& b) { return a.report.begun_at > b.report.begun_at; });
}

void ReportOutbox::State::go_on() {
  start_due(items, [this](const ReportItem& item, Instant) { return due_time(item, is_offline); },
            [](State& state, const ItemHandle& item) { item->needs_reading ? state.read_item(item) : state.carry(item); });
}

void ReportOutbox::State::end_busy(const ItemHandle& item) {
  item->is_busy = false;
  tell();
  go_on();
}

ItemHandle ReportOutbox::State::find(const std::string& id) const {
  const auto found = items.find(id);
  const bool can_be_used = may_use_vault() && found != items.end() && !found->second->is_busy;
  return can_be_used ? found->second : nullptr;
}

ReportOutbox::ReportOutbox(OutboxPorts ports, ReportRecipient recipient, std::function<void()> changed)
    : state_(std::make_shared<State>(std::move(ports), std::move(recipient), std::move(changed))) {}
ReportOutbox::~ReportOutbox() = default;

void ReportOutbox::open(KeptWhere where) {
  close();
  state_->open(where, kLockName);
}

void ReportOutbox::close() {
  state_->items.clear();
  state_->news_asked = 0;
  state_->close();
}

bool ReportOutbox::is_open() const { return state_->may_use_vault(); }
KeptWhere ReportOutbox::kept_where() const { return state_->where; }
bool ReportOutbox::is_loaded() const { return state_->is_loaded; }
bool ReportOutbox::waits_for_turn() const { return state_->is_open && !state_->has_turn; }
const std::vector<OwnReport>& ReportOutbox::reports() const { return state_->told; }

void ReportOutbox::set_offline(bool is_offline) {
  state_->is_offline = is_offline;
  if (is_offline) return;
  for (const auto& entry : state_->items) {
    kept_data::Report& report = entry.second->delivery.report;
    // Its own pauses only: what a server wished for came over a network.
    if (report.trouble == kNoNetwork && !entry.second->is_busy) report.not_before = 0;
  }
  state_->tell();
  state_->go_on();
}

Result<std::string> ReportOutbox::send(kept_data::Report report, kept_data::LedgerEntry entry, const std::string& replaced, PhotoBytes photo) {
  if (!state_->may_use_vault()) return Error{ErrorKind::NotSupported, "reports", "the vault is not open", NextStep::TryAgain};
  auto item = std::make_shared<ReportItem>();
  TRY_ASSIGN(item->record, state_->vault->make_id());
  TRY_ASSIGN(const std::string key, state_->ports.random.bytes(kPostKeySize));
  const std::string id = text_from_id(item->record);
  report.photo.clear();
  if (photo != nullptr) {
    TRY_ASSIGN(const vault::RecordId photo_record, state_->vault->make_id());
    report.photo = text_from_id(photo_record);
    // What a file is called on the device is nobody's affair.
    entry.files.push_back({report.photo, report.photo_type, report.photo_bytes, Personal<std::string>(std::string(protocols::open311::photo_name_of(report.photo_type)))});
  }
  item->photo = std::move(photo);
  report.state = ReportState::Ready;
  report.begun_at = state_->ports.clock.now();
  report.post_key = protocols::fit_connect::hexadecimal(key);
  entry.when = report.begun_at;
  entry.receipt = id;
  entry.office = state_->recipient.name;
  entry.destination = state_->recipient.endpoint;
  item->delivery.report = std::move(report);
  item->entry = std::move(entry);
  item->is_kept = false;
  if (const ItemHandle old = state_->find(replaced)) item->replaced = records_of(*old);
  state_->items[id] = item;
  state_->keep_new(item, 0);
  state_->tell();
  return id;
}

void ReportOutbox::read_photo(const std::string& id, platform::Callback<Personal<std::string>> callback) const {
  const auto found = state_->items.find(id);
  const auto record = !state_->may_use_vault() || found == state_->items.end() ? std::nullopt : parse_id(found->second->delivery.report.photo);
  if (!record) return state_->ports.loop.post([callback = std::move(callback)] { callback(Error{ErrorKind::NotFound, "photo", "a report without one", NextStep::None}); });
  state_->vault->read(*record, state_->while_open<Result<vault::KeptRecord>>([callback = std::move(callback)](State&, Result<vault::KeptRecord> kept) {
    if (!kept.ok()) return callback(kept.error());
    callback(std::move(kept.value().content));
  }));
}

Result<std::string> ReportOutbox::follow(kept_data::Report report) {
  if (!state_->may_use_vault()) return Error{ErrorKind::NotSupported, "reports", "the vault is not open", NextStep::TryAgain};
  for (const auto& entry : state_->items) {
    if (entry.second->delivery.report.number == report.number) return entry.first;
  }
  auto item = std::make_shared<ReportItem>();
  TRY_ASSIGN(item->record, state_->vault->make_id());
  report.state = ReportState::Followed;
  report.begun_at = state_->ports.clock.now();
  item->delivery.report = std::move(report);
  item->is_kept = false;
  const std::string id = text_from_id(item->record);
  state_->items[id] = item;
  state_->keep_followed(item);
  state_->tell();
  return id;
}

void ReportOutbox::try_again(const std::string& id) {
  const ItemHandle item = state_->find(id);
  if (!item) return;
  if (!item->is_kept) return item->delivery.report.state == ReportState::Followed ? state_->keep_followed(item) : state_->keep_new(item, 0);
  Delivery again = item->delivery;
  const Keep durability = note_new_attempt(again);
  state_->keep_changed(item, std::move(again), durability.value_or(Durability::Relaxed));
}

void ReportOutbox::note_it_is_there(const std::string& id) {
  const ItemHandle item = state_->find(id);
  if (!item || item->delivery.report.state != ReportState::Unclear) return;
  Delivery there = item->delivery;
  (void)report_defect::note_it_is_there(there);
  state_->keep_changed(item, std::move(there), Durability::Strict);
}

void ReportOutbox::forget(const std::string& id) {
  const ItemHandle item = state_->find(id);
  if (!item) return;
  item->is_busy = true;
  vault::VaultChanges changes;
  changes.erased = records_of(*item);
  state_->vault->change(std::move(changes), Durability::Strict, state_->while_open<Outcome>([id](State& state, const Outcome& erased) {
    const auto found = state.items.find(id);
    if (found == state.items.end()) return;
    found->second->is_busy = false;
    if (erased.ok()) state.items.erase(found);
    state.tell();
  }));
}

}  // namespace stadttor::services::report_defect
