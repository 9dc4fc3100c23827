// What is sealed, on its way: one courier for each, and what becomes of its answer.
#include <array>

#include "services/send_application/outbox_state.h"

namespace stadttor::services::send_application {

namespace {

// Between two looks at the event log, while the portal is open and nothing is new.
constexpr std::array<std::int64_t, 4> kLooks = {5'000, 15'000, 60'000, 300'000};

}  // namespace

void Outbox::State::open_store(OutboxItem& item) {
  item.store = std::make_unique<OpenDeliveryStore>(*vault, item.outbox_id, item.outbox_version, [weak = weak_from_this(), opened = opening] {
    const auto state = weak.lock();
    return state && state->is_still_open(opened);
  });
}

void Outbox::State::carry(const ItemHandle& item) {
  open_store(*item);
  item->courier = std::make_unique<Courier>(CourierPorts{*item->store, transport, ports.clock, ports.random}, *item->delivery);
  // Weak: the item has the courier, and an answer that is dropped must not keep both.
  const auto stopped = while_open<CourierStop>([weak = std::weak_ptr(item)](State& state, CourierStop stop) {
    if (const ItemHandle carried_item = weak.lock()) state.carried(carried_item, stop);
  });
  // Later: the courier must not be taken away in the middle of its own call.
  item->courier->carry([&loop = ports.loop, stopped](CourierStop stop) { loop.post([stopped, stop] { stopped(stop); }); });
}

void Outbox::State::carried(const ItemHandle& item, CourierStop stop) {
  const std::size_t known_steps = item->delivery->steps.size();
  item->delivery = item->courier->delivery();
  item->outbox_version = item->store->version();
  const std::optional<Error> failure = item->courier->last_failure();
  item->courier.reset();
  item->trouble = {};
  const auto now = ports.clock.now();
  switch (stop) {
    case CourierStop::Waits:
      if (failure) item->trouble = trouble_of(*failure, {true, 0}, Trouble::Refused);
      break;
    case CourierStop::Asked:
      item->looks = item->delivery->steps.size() > known_steps ? 0 : item->looks + 1;
      item->next_look = now + kLooks[std::min<std::size_t>(item->looks, kLooks.size() - 1)];
      return look_for_questions(item);
    case CourierStop::Over:
      if (item->delivery->state != DeliveryState::Stopped) return settle(item);
      item->trouble = {Trouble::Refused, 0, item->delivery->refusal};
      break;
    case CourierStop::Superseded: return read_anew(item);
    case CourierStop::NotKept:
      item->trouble = {Trouble::NotKept, 0, failure ? text_from_error(*failure) : std::string()};
      item->next_look = now + kPauseAfterDisk;
      break;
  }
  end_busy(item);
}

// What is over needs its ciphertext no more: the receipt takes over what it has become.
void Outbox::State::settle(const ItemHandle& item) {
  kept_data::Receipt receipt = item->receipt;
  receipt.delivery.clear();
  receipt.number = item->delivery->announced.case_id;
  receipt.submission = item->delivery->announced.submission_id;
  receipt.steps = item->delivery->steps;
  // What was answered stays to be read; an application's answers are kept where it may have to be sent again.
  if (item->delivery->state == DeliveryState::Accepted && receipt.answer_in.empty()) receipt.draft.forget();
  if (item->delivery->state == DeliveryState::Rejected) receipt.reply_key.forget();
  vault::VaultChanges changes;
  changes.kept.push_back({item->receipt_id, vault::RecordType::Receipt, kept_data::kReceiptSchema, json_from_receipt(receipt), item->receipt_version});
  changes.erased.push_back(item->outbox_id);
  vault->change(std::move(changes), Durability::Strict, while_open<Outcome>([item, receipt](State& state, const Outcome& kept) {
    if (kept.ok()) {
      // What was typed meanwhile is newer than what has just been kept.
      auto questions = std::move(item->receipt.questions);
      item->receipt = receipt;
      item->receipt.questions = std::move(questions);
      ++item->receipt_version;
      item->delivery.reset();
      item->looks = 0;
      item->next_look = 0;
    } else if (kept.error().kind == ErrorKind::ChangedElsewhere) {
      return state.read_anew(item);
    } else {
      item->next_look = state.ports.clock.now() + kPauseAfterDisk;
    }
    state.end_busy(item);
  }));
}

void Outbox::State::try_again(const ItemHandle& item) {
  if (!item->is_kept) return keep_receipt_and_unsealed(item);
  item->trouble = {};
  item->next_look = 0;
  if (item->is_unread) return go_on();
  if (item->unsealed) {
    item->unsealed->trouble = Trouble::None;
    item->unsealed->not_before = 0;
    item->unsealed->attempts = 0;
    return go_on();
  }
  if (!item->delivery) return;
  if (item->delivery->state != DeliveryState::Stopped) {
    item->delivery->not_before = 0;
    return go_on();
  }
  Delivery again = *item->delivery;
  const Keep durability = note_new_attempt(again, ports.clock.now());
  item->is_busy = true;
  open_store(*item);
  item->store->keep(again, durability, while_open<Outcome>([item, again](State& state, const Outcome& kept) {
    if (!kept.ok() && kept.error().kind == ErrorKind::ChangedElsewhere) return state.read_anew(item);
    if (kept.ok()) item->delivery = again;
    item->outbox_version = item->store->version();
    state.end_busy(item);
  }));
}

}  // namespace stadttor::services::send_application
