// The inside of an outbox of applications: its items, and the steps that its files share.
#pragma once

#include <map>
#include <optional>
#include <set>

#include "services/outbox/open_outbox.h"
#include "services/send_application/courier.h"
#include "services/send_application/dispatch.h"
#include "services/send_application/gateway_transport.h"
#include "services/send_application/outbox.h"
#include "services/send_application/vault_delivery_store.h"

namespace stadttor::services::send_application {

// A delivery's store for as long as its vault is the open one; what comes later is dropped.
class OpenDeliveryStore : public DeliveryStore {
 public:
  OpenDeliveryStore(vault::Vault& vault, vault::RecordId id, std::uint64_t version, std::function<bool()> is_open)
      : store_(vault, std::move(id), version), is_open_(std::move(is_open)) {}
  void keep(const Delivery& delivery, Durability durability, platform::Callback<Done> callback) override {
    if (is_open_()) store_.keep(delivery, durability, std::move(callback));
  }
  std::uint64_t version() const { return store_.version(); }

 private:
  VaultDeliveryStore store_;
  std::function<bool()> is_open_;
};

// One application: its receipt, and what is in the outbox of it.
struct OutboxItem {
  vault::RecordId receipt_id;
  kept_data::Receipt receipt;
  std::uint64_t receipt_version = 0;
  vault::RecordId outbox_id;
  std::uint64_t outbox_version = 0;
  std::optional<UnsealedApplication> unsealed;
  std::optional<Delivery> delivery;

  bool is_kept = true;
  bool is_busy = false;
  bool is_unread = false;          // what the outbox has of it could not be read, and may be later
  bool has_unreadable_question = false;
  bool has_newer_draft = false;      // of an answer, than what is kept
  bool has_draft_failed = false;     // at the last attempt to keep one
  std::map<std::string, forms::Attachment> chosen_files;  // of drafts, by id: those whose bytes are still to be kept
  std::set<std::string> kept_files;  // ids of those that lie in the vault
  unsigned looks = 0;              // at the event log, or for questions once it is over, since something was new
  platform::Instant next_look = 0;
  TroubleMet trouble;
  std::unique_ptr<OpenDeliveryStore> store;
  std::unique_ptr<Courier> courier;
};

using ItemHandle = std::shared_ptr<OutboxItem>;

struct Outbox::State : outbox::OpenOutbox<Outbox::State> {
  State(OutboxPorts given, SendingFacts told, std::function<void()> tell);

  SendingFacts facts;
  protocols::fit_connect::SubmissionClient client;
  GatewayTransport transport;
  RecipientCheck recipients;

  bool is_watched = true;
  std::map<std::string, ItemHandle> items;  // by case id
  std::vector<Case> cases;
  // Nothing in it: being asked.
  std::map<std::string, std::optional<RecipientAnswer>> looks_at;

  // -- outbox.cpp
  void collect();
  // Starts what is due, and sees to it that it comes back for the rest.
  void go_on();
  void end_busy(const ItemHandle& item);
  void ask_recipient(const std::string& destination);
  void keep_receipt_and_unsealed(const ItemHandle& item);

  // -- outbox_loading.cpp
  void load();
  void load_receipt(std::vector<vault::RecordId> ids, std::size_t at);
  void load_outbox_record(const ItemHandle& item, std::function<void()> then);
  // The vault has something else of it than this tab believes: another tab has written, or a write was reported as failed that was none.
  void read_anew(const ItemHandle& item);
  void read_anew_later(const ItemHandle& item, const Error& error);

  // -- outbox_preparing.cpp
  void prepare(const ItemHandle& item);
  void seal(const ItemHandle& item, const CheckedRecipient& recipient);
  void begin(const ItemHandle& item, std::shared_ptr<const Dispatch> dispatch, unsigned attempt);
  void note_trouble(const ItemHandle& item, const TroubleMet& met);
  void keep_unsealed(const ItemHandle& item);

  // -- outbox_carrying.cpp
  void open_store(OutboxItem& item);
  void carry(const ItemHandle& item);
  void carried(const ItemHandle& item, CourierStop stop);
  void settle(const ItemHandle& item);
  void try_again(const ItemHandle& item);

  // -- outbox_questions.cpp
  // Ends the item's being busy.
  void look_for_questions(const ItemHandle& item);
  void keep_questions(const ItemHandle& item, std::vector<kept_data::ReceiptQuestion> questions);

  // -- outbox_drafts.cpp
  void keep_draft(const ItemHandle& item);
  // Of a question that has this answer.
  void forget_draft(const kept_data::Receipt& answer);
  // What has just been read of it; with what was written here since, and could not be kept. `before`: the same one, null where it was not known.
  static void take_in(const OutboxItem* before, OutboxItem& item, kept_data::Receipt read);
  void settle_drafts();
};

}  // namespace stadttor::services::send_application
