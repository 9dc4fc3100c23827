// Everything that is on its way, for as long as the vault is open: seals what could not be sealed yet, runs a courier for each delivery, one
// tab at a time, waits where it has to, asks what became of it, and tells pages. What is kept is always further than what is shown.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "forms/answers.h"
#include "services/outbox/ledger_book.h"
#include "services/outbox/outbox_ports.h"
#include "services/send_application/case_list.h"
#include "services/send_application/recipient_check.h"

namespace stadttor::services::send_application {

using outbox::KeptWhere;
using outbox::Ledger;
using outbox::OutboxPorts;

// How a municipality is sent applications, as its pack says.
struct SendingFacts {
  std::string gateway;  // "/fit-connect"
  std::string issuer;   // what the delivery service calls itself in events
  protocols::jose::JsonWebKey statement_key;
};

struct HandedOver {
  kept_data::Receipt receipt;
  UnsealedApplication application;
};

// An answer while it is being written.
struct AnswerDraft {
  Personal<std::string> text;
  std::optional<forms::Answers> files = std::nullopt;  // nothing: as they were; files without their bytes are in the vault already
};

class Outbox {
 public:
  // `changed` is called when cases() has something new to say, never inside a call.
  Outbox(OutboxPorts ports, SendingFacts facts, std::function<void()> changed);
  ~Outbox();
  Outbox(const Outbox&) = delete;
  Outbox& operator=(const Outbox&) = delete;

  // The vault has been opened, or has come to be kept elsewhere: what is in it goes on.
  void open(KeptWhere where);
  // It has been locked or wiped. What is under way ends; later answers are dropped.
  void close();
  bool is_open() const;
  KeptWhere kept_where() const;
  // There is a network again.
  void network_is_back();
  // Somebody can see what is new. If not, what is on its way goes on, and nothing is looked for.
  void set_watched(bool is_watched);

  // Kept strictly, then sent. The id of its case; an error only where the vault is not open.
  Result<std::string> send(HandedOver handed_over);
  // What the citizen has written and chosen so far for a question of that case. Forgotten by itself once the answer is kept to be sent.
  void keep_answer_draft(const std::string& case_id, const std::string& question_id, AnswerDraft draft);
  // Something of that is not kept, and will not be by itself.
  bool holds_unkept_drafts() const;
  // What goes no further, or waits, is tried now.
  void try_again(const std::string& case_id);

  // The newest first. Empty until the vault has been read (is_loaded).
  const std::vector<Case>& cases() const;
  const Case* find_case(std::string_view id) const;
  bool is_loaded() const;
  // Another tab does the sending.
  bool waits_for_turn() const;

  // For the page that shows what would be sent to whom: what is known of the recipient. Null while it is being asked; asks where nothing is
  // known, or the statement has expired.
  const RecipientAnswer* look_at_recipient(const std::string& destination);
  void ask_recipient_again(const std::string& destination);
  // No answer comes once the vault is closed.
  void read_ledger(platform::Callback<Ledger> callback);

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace stadttor::services::send_application
