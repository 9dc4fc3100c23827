// From what was handed over to what may leave: recipient checked, sealed, noted in the ledger.
#include <algorithm>

#include "services/send_application/outbox_state.h"

namespace stadttor::services::send_application {

namespace {

constexpr std::int64_t kFirstPause = 5'000;
constexpr std::int64_t kLongestPause = std::int64_t{5} * 60 * 1000;
constexpr unsigned kAttempts = 4;

}  // namespace

void Outbox::State::prepare(const ItemHandle& item) {
  recipients.check(item->unsealed->entry.destination, while_open<const RecipientAnswer&>([item](State& state, const RecipientAnswer& answer) {
    if (!answer.recipient) return state.note_trouble(item, answer.trouble);
    state.seal(item, *answer.recipient);
  }));
}

void Outbox::State::seal(const ItemHandle& item, const CheckedRecipient& recipient) {
  // An answer belongs to a case whose key the authority has.
  const bool is_application = item->receipt.answer_in.empty();
  const ReplyChannel channel = is_application && where == KeptWhere::OnDevice ? ReplyChannel::OwnKey : ReplyChannel::EMailOrPost;
  seal_application({ports.cryptography, ports.clock, client}, recipient, *item->unsealed, channel, while_open<Result<Dispatch>>([item](State& state, Result<Dispatch> dispatch) {
    if (!dispatch.ok()) return state.note_trouble(item, trouble_of(dispatch.error(), {}, Trouble::DestinationClosed));
    state.begin(item, std::make_shared<const Dispatch>(std::move(dispatch).value()), 0);
  }));
}

void Outbox::State::begin(const ItemHandle& item, std::shared_ptr<const Dispatch> dispatch, unsigned attempt) {
  outbox::make_next_entry({*vault, ports.cryptography}, dispatch->entry, while_open<Result<outbox::NextEntry>>([item, dispatch, attempt](State& state, Result<outbox::NextEntry> next) {
    if (!next.ok()) return state.note_trouble(item, {Trouble::NotKept, 0, text_from_error(next.error())});
    kept_data::Receipt receipt = item->receipt;
    receipt.ledger_number = next.value().number;
    receipt.ledger_hash = next.value().hash;
    receipt.fingerprint = dispatch->fingerprint;
    receipt.key_thumbprint = dispatch->entry.key_thumbprint;
    receipt.reply_key = dispatch->reply_key;
    receipt.service = dispatch->delivery.content->announcement.service_identifier;
    NewDelivery begun{item->outbox_id, dispatch->delivery, std::move(next).value().record, {}, item->outbox_version};
    begun.receipt = vault::RecordToKeep{item->receipt_id, vault::RecordType::Receipt, kept_data::kReceiptSchema, json_from_receipt(receipt), item->receipt_version};
    begin_delivery(*state.vault, std::move(begun), state.while_open<Outcome>([item, dispatch, attempt, receipt](State& now, const Outcome& kept) {
      if (!kept.ok()) {
        // Another tab wrote the ledger's next entry: after that one, then.
        const bool is_changed = kept.error().kind == ErrorKind::ChangedElsewhere;
        if (is_changed && attempt + 1 < kAttempts) return now.begin(item, dispatch, attempt + 1);
        if (is_changed) return now.read_anew(item);
        return now.note_trouble(item, {Trouble::NotKept, 0, text_from_error(kept.error())});
      }
      item->receipt = receipt;
      ++item->receipt_version;
      ++item->outbox_version;
      item->unsealed.reset();
      item->delivery = dispatch->delivery;
      item->trouble = {};
      now.end_busy(item);
    }));
  }));
}

void Outbox::State::note_trouble(const ItemHandle& item, const TroubleMet& met) {
  UnsealedApplication& unsealed = *item->unsealed;
  const std::int64_t pause = std::min(kLongestPause, kFirstPause << std::min(unsealed.attempts, 10U));
  unsealed.trouble = met.trouble;
  unsealed.refusal = met.detail;
  ++unsealed.attempts;
  unsealed.not_before = ports.clock.now() + std::max(pause, met.wait_milliseconds);
  item->trouble = met;
  keep_unsealed(item);
}

void Outbox::State::keep_unsealed(const ItemHandle& item) {
  vault::VaultChanges changes;
  changes.kept.push_back({item->outbox_id, vault::RecordType::Outbox, kUnsealedSchema, json_from_unsealed(*item->unsealed), item->outbox_version});
  vault->change(std::move(changes), Durability::Relaxed, while_open<Outcome>([item](State& state, const Outcome& kept) {
    // Where this could not be kept, the application itself still is.
    if (!kept.ok() && kept.error().kind == ErrorKind::ChangedElsewhere) return state.read_anew(item);
    if (kept.ok()) ++item->outbox_version;
    state.end_busy(item);
  }));
}

}  // namespace stadttor::services::send_application
