// What is kept, read when the vault has been opened; and the one tab's turn to send it.
#include "services/send_application/delivery_record.h"
#include "services/send_application/outbox_state.h"
#include "services/outbox/record_ids.h"

namespace stadttor::services::send_application {

using outbox::parse_id;
using outbox::text_from_id;

void Outbox::State::load() { load_receipt(kept_ids(vault::RecordType::Receipt), 0); }

void Outbox::State::load_receipt(std::vector<vault::RecordId> ids, std::size_t at) {
  if (at == ids.size()) {
    settle_drafts();
    return finish_loading();
  }
  const vault::RecordId id = ids[at];
  vault->read(id, while_open<Result<vault::KeptRecord>>([ids = std::move(ids), at](State& state, const Result<vault::KeptRecord>& record) {
    auto receipt = record.ok() ? kept_data::parse_receipt(record.value().content) : Result<kept_data::Receipt>(record.error());
    auto next = [&state, ids, at] { state.load_receipt(ids, at + 1); };
    if (!receipt.ok()) {
      state.load_again_after(receipt.error());
      return next();
    }
    const std::string id_text = text_from_id(ids[at]);
    const auto known = state.items.find(id_text);
    // What is under way here is further than what was read.
    if (known != state.items.end() && known->second->is_busy) return next();
    auto item = std::make_shared<OutboxItem>();
    item->receipt_id = ids[at];
    take_in(known == state.items.end() ? nullptr : known->second.get(), *item, std::move(receipt).value());
    item->receipt_version = record.value().summary.version;
    state.items[id_text] = item;
    const auto outbox_id = parse_id(item->receipt.delivery);
    if (!outbox_id) return next();
    item->outbox_id = *outbox_id;
    state.load_outbox_record(item, next);
  }));
}

void Outbox::State::load_outbox_record(const ItemHandle& item, std::function<void()> then) {
  item->is_busy = true;
  vault->read(item->outbox_id, while_open<Result<vault::KeptRecord>>([item, then = std::move(then)](State& state, const Result<vault::KeptRecord>& record) {
    item->is_busy = false;
    item->is_unread = false;
    item->unsealed.reset();
    item->delivery.reset();
    if (!record.ok()) {
      item->trouble = {Trouble::NotKept, 0, text_from_error(record.error())};
      if (may_be_read_later(record.error())) state.read_anew_later(item, record.error());
      return then();
    }
    item->outbox_version = record.value().summary.version;
    if (record.value().summary.schema == kUnsealedSchema) {
      auto unsealed = parse_unsealed(record.value().content);
      if (unsealed.ok()) {
        item->unsealed = std::move(unsealed).value();
        item->trouble = {item->unsealed->trouble, 0, item->unsealed->refusal};
      }
    } else {
      auto delivery = parse_delivery(record.value().content.reveal<"a delivery is read to be carried on">());
      if (delivery.ok()) item->delivery = std::move(delivery).value();
      if (item->delivery && item->delivery->state == DeliveryState::Stopped) item->trouble = {Trouble::Refused, 0, item->delivery->refusal};
    }
    then();
  }));
}

void Outbox::State::read_anew_later(const ItemHandle& item, const Error& error) {
  item->is_unread = true;
  item->next_look = ports.clock.now() + kPauseAfterDisk;
  item->trouble = {Trouble::NotKept, 0, text_from_error(error)};
}

void Outbox::State::read_anew(const ItemHandle& item) {
  item->is_busy = true;
  const auto rest_until_later = [item](State& state, const Error& error) {
    state.read_anew_later(item, error);
    state.end_busy(item);
  };
  // A change of nothing brings this tab's list of records up to what is there.
  vault->change({}, Durability::Relaxed, while_open<Outcome>([item, rest_until_later](State& state, const Outcome& listed) {
    if (!listed.ok()) return rest_until_later(state, listed.error());
    state.vault->read(item->receipt_id, state.while_open<Result<vault::KeptRecord>>([item, rest_until_later](State& now, const Result<vault::KeptRecord>& record) {
      auto receipt = record.ok() ? kept_data::parse_receipt(record.value().content) : Result<kept_data::Receipt>(record.error());
      if (!receipt.ok()) return rest_until_later(now, receipt.error());
      item->is_unread = false;
      item->trouble = {};
      take_in(item.get(), *item, std::move(receipt).value());
      item->receipt_version = record.value().summary.version;
      if (item->receipt.delivery.empty()) {
        item->unsealed.reset();
        item->delivery.reset();
        return now.end_busy(item);
      }
      now.load_outbox_record(item, [item, weak = now.weak_from_this()] {
        if (const auto again = weak.lock()) again->end_busy(item);
      });
    }));
  }));
}

}  // namespace stadttor::services::send_application
