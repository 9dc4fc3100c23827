// Reports on their way, a courier for each; and what the city says of those that have arrived.
#include <algorithm>

#include "services/report_defect/report_outbox_state.h"
#include "services/outbox/record_ids.h"

namespace stadttor::services::report_defect {

using kept_data::ReportState;
using protocols::open311::RequestStatus;
using protocols::open311::ServiceRequest;

namespace {

constexpr Instant kBetweenNews = 5 * 60'000;
// More do not fit into an address of every server.
constexpr std::size_t kMostAsked = 50;

// A report's store for as long as its vault is the open one; what comes later is dropped.
class OpenReportStore : public ReportStore {
 public:
  OpenReportStore(vault::Vault& vault, std::weak_ptr<ReportItem> item, std::function<bool()> is_open)
      : vault_(vault), item_(std::move(item)), is_open_(std::move(is_open)) {}

  void keep(const kept_data::Report& report, Durability durability, platform::Callback<Done> callback) override {
    const ItemHandle item = item_.lock();
    if (!item || !is_open_()) return;
    vault::VaultChanges changes;
    changes.kept.push_back(record_of(*item, report));
    vault_.change(std::move(changes), durability, [weak = item_, callback = std::move(callback)](Outcome kept) {
      if (const ItemHandle kept_item = weak.lock(); kept_item && kept.ok()) ++kept_item->version;
      callback(std::move(kept));
    });
  }

  void read_photo(const kept_data::Report& report, platform::Callback<Personal<std::string>> callback) override {
    if (!is_open_()) return;
    const auto record = outbox::parse_id(report.photo);
    vault_.read(record.value_or(vault::RecordId{}), [callback = std::move(callback)](Result<vault::KeptRecord> kept) {
      if (!kept.ok()) return callback(kept.error());
      callback(std::move(kept.value().content));
    });
  }

 private:
  vault::Vault& vault_;
  std::weak_ptr<ReportItem> item_;
  std::function<bool()> is_open_;
};

bool has_arrived(const kept_data::Report& report) {
  return (report.state == ReportState::Sent || report.state == ReportState::Followed) && !report.number.empty();
}

}  // namespace

void ReportOutbox::State::carry(const ItemHandle& item) {
  item->store = std::make_unique<OpenReportStore>(*vault, item, [weak = weak_from_this(), opened = opening] {
    const auto state = weak.lock();
    return state && state->is_still_open(opened);
  });
  item->courier = std::make_unique<ReportCourier>(CourierPorts{*item->store, transport, ports.clock, ports.random}, item->delivery);
  // Weak: the item has the courier, and an answer that is dropped must not keep both.
  const auto stopped = while_open<CourierStop>([weak = std::weak_ptr(item)](State& state, CourierStop stop) {
    if (const ItemHandle carried_item = weak.lock()) state.carried(carried_item, stop);
  });
  // Later: the courier must not be taken away in the middle of its own call.
  item->courier->carry([&loop = ports.loop, stopped](CourierStop stop) { loop.post([stopped, stop] { stopped(stop); }); });
}

void ReportOutbox::State::carried(const ItemHandle& item, CourierStop stop) {
  item->delivery = item->courier->delivery();
  item->courier.reset();
  // What is kept is right, whatever was done here: it is read anew.
  item->needs_reading = stop == CourierStop::Superseded || stop == CourierStop::NotKept;
  if (stop == CourierStop::Superseded) return read_item(item);
  if (stop == CourierStop::NotKept) note_unkept(*item);
  end_busy(item);
}

void ReportOutbox::ask_for_news() {
  State& state = *state_;
  const Instant now = state.ports.clock.now();
  const bool is_due = state.news_asked == 0 || now - state.news_asked >= kBetweenNews;
  if (!state.may_use_vault() || !state.is_loaded || state.is_offline || !is_due) return;
  protocols::open311::RequestFilter filter;
  for (const OwnReport& own : state.told) {
    const bool is_closed = !own.report.news.empty() && own.report.news.back().status == "closed";
    if (has_arrived(own.report) && !is_closed && filter.ids.size() < kMostAsked) filter.ids.push_back(own.report.number);
  }
  if (filter.ids.empty()) return;
  state.news_asked = now;
  state.client.request_reports(filter, [weak = state_->weak_from_this(), opened = state.opening](const Result<std::vector<ServiceRequest>>& published, const protocols::RetryAdvice&) {
    const auto known = weak.lock();
    if (known && known->is_still_open(opened) && published.ok()) known->take_news(published.value());
  });
}

void ReportOutbox::State::take_news(const std::vector<ServiceRequest>& published) {
  for (const auto& entry : items) {
    const ItemHandle item = entry.second;
    if (item->is_busy || !has_arrived(item->delivery.report)) continue;
    const auto found = std::find_if(published.begin(), published.end(), [&item](const ServiceRequest& one) { return one.id == item->delivery.report.number; });
    if (found == published.end()) continue;
    const std::string status = found->status == RequestStatus::Closed ? "closed" : "open";
    const auto& news = item->delivery.report.news;
    if (!news.empty() && news.back().status == status && news.back().note == found->status_notes) continue;
    Delivery told_anew = item->delivery;
    const Instant when = found->updated_at ? *found->updated_at : found->requested_at ? *found->requested_at : ports.clock.now();
    told_anew.report.news.push_back({status, found->status_notes, when});
    keep_changed(item, std::move(told_anew), Durability::Relaxed);
  }
}

}  // namespace stadttor::services::report_defect
