// The citizen's own reports for as long as the vault is open: keeps each with its ledger entry before its first byte leaves, runs a courier for
// it, one tab at a time, waits where it has to, and asks what has become of those that arrived.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "kept_data/ledger.h"
#include "services/outbox/outbox_ports.h"
#include "services/report_defect/own_reports.h"
#include "services/report_defect/photo_studio.h"
#include "services/report_defect/report_courier.h"

namespace stadttor::services::report_defect {

using outbox::KeptWhere;
using outbox::OutboxPorts;

// Where reports go, as the city's pack says, and what the ledger says of it.
struct ReportRecipient {
  std::string endpoint;      // "/open311/v2"
  std::string jurisdiction;  // empty where the server has only one
  std::string name;          // "Musterstadt"
};

class ReportOutbox {
 public:
  // `changed` is called when reports() has something new to say, never inside a call.
  ReportOutbox(OutboxPorts ports, ReportRecipient recipient, std::function<void()> changed);
  ~ReportOutbox();
  ReportOutbox(const ReportOutbox&) = delete;
  ReportOutbox& operator=(const ReportOutbox&) = delete;

  // The vault has been opened, or has come to be kept elsewhere: what is in it goes on.
  void open(KeptWhere where);
  // It has been locked or wiped. What is under way ends; later answers are dropped.
  void close();
  bool is_open() const;
  KeptWhere kept_where() const;
  void set_offline(bool is_offline);

  // Kept strictly with its ledger entry, then sent. `entry` lacks number, previous, time, receipt and recipient. The id of its record; an error
  // only where the vault is not open. `replaced`: a draft or a stopped one whose place it takes.
  // `photo`: its bytes, kept with it and sent as they are, however often.
  Result<std::string> send(kept_data::Report report, kept_data::LedgerEntry entry, const std::string& replaced = {}, PhotoBytes photo = nullptr);
  // Of a report that has one; NotFound for others.
  void read_photo(const std::string& id, platform::Callback<Personal<std::string>> callback) const;
  // Another's report, to be followed.
  Result<std::string> follow(kept_data::Report report);
  void try_again(const std::string& id);
  // Of an Unclear one: it has arrived, as the citizen knows.
  void note_it_is_there(const std::string& id);
  void forget(const std::string& id);
  // Asks what has become of those that arrived, unless it has just been asked.
  void ask_for_news();

  // The newest first. Empty until the vault has been read (is_loaded).
  const std::vector<OwnReport>& reports() const;
  bool is_loaded() const;
  // Another tab does the sending.
  bool waits_for_turn() const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace stadttor::services::report_defect
