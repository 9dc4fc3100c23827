// The inside of an outbox of reports: its items, and the steps that its files share.
#pragma once

#include <map>
#include <optional>

#include "services/outbox/open_outbox.h"
#include "services/report_defect/georeport_transport.h"
#include "services/report_defect/report_outbox.h"

namespace stadttor::services::report_defect {

// One report in the vault.
struct ReportItem {
  vault::RecordId record;
  std::uint64_t version = 0;
  Delivery delivery;
  bool is_kept = true;
  bool is_busy = false;
  bool needs_reading = false;  // what is kept is further, or not as far, as this
  std::unique_ptr<ReportStore> store;
  std::unique_ptr<ReportCourier> courier;
  kept_data::LedgerEntry entry;  // until it is kept
  std::vector<vault::RecordId> replaced;  // a report and its photo
  PhotoBytes photo;              // until it is kept
};

using ItemHandle = std::shared_ptr<ReportItem>;

struct ReportOutbox::State : outbox::OpenOutbox<ReportOutbox::State> {
  State(OutboxPorts given, ReportRecipient to, std::function<void()> tell);

  ReportRecipient recipient;
  protocols::open311::ReportClient client;
  GeoReportTransport transport;

  bool is_offline = false;
  std::map<std::string, ItemHandle> items;  // by id
  std::vector<OwnReport> told;
  Instant news_asked = 0;

  // -- report_outbox.cpp
  void collect();
  void go_on();
  void end_busy(const ItemHandle& item);
  ItemHandle find(const std::string& id) const;

  // -- report_outbox_keeping.cpp
  void load();
  void load_next(std::vector<vault::RecordId> ids, std::size_t at);
  void read_item(const ItemHandle& item);
  // The disk did not take it: later.
  void note_unkept(ReportItem& item);
  // With its ledger entry, in one strict step.
  void keep_new(const ItemHandle& item, unsigned attempt);
  void keep_followed(const ItemHandle& item);
  // A change that the citizen or the city has made.
  void keep_changed(const ItemHandle& item, Delivery changed, Durability durability);

  // -- report_outbox_carrying.cpp
  void carry(const ItemHandle& item);
  void carried(const ItemHandle& item, CourierStop stop);
  void take_news(const std::vector<protocols::open311::ServiceRequest>& published);
};

// What is kept of a report, as the vault is given it.
vault::RecordToKeep record_of(const ReportItem& item, const kept_data::Report& report);
// Its own, and then its photo's.
std::vector<vault::RecordId> records_of(const ReportItem& item);

}  // namespace stadttor::services::report_defect
