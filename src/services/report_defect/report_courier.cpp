#include "services/report_defect/report_courier.h"

#include "services/outbox/chance.h"
#include "services/report_defect/report_trouble.h"

namespace stadttor::services::report_defect {

using protocols::RetryAdvice;
using protocols::open311::EarlierReport;
using protocols::open311::ReportReceipt;

struct ReportCourier::Journey : std::enable_shared_from_this<ReportCourier::Journey> {
  CourierPorts ports;
  Delivery delivery;
  std::function<void(CourierStop)> callback{};
  bool is_gone = false;
  Personal<std::string> photo{};  // once it was read

  Journey(CourierPorts given, Delivery taken) : ports(given), delivery(std::move(taken)) {}

  void stop(CourierStop why) {
    if (!is_gone && callback) callback(why);
  }

  void go_on() {
    if (is_gone) return;
    const Action action = next_action(delivery, ports.clock.now());
    const kept_data::Report& report = delivery.report;
    switch (action.kind) {
      case ActionKind::Check: return ports.transport.check(report, answered<Done>(action.kind, [this](Done) { keep(note_checked(delivery)); }));
      case ActionKind::BeginPosting: return begin_posting();
      case ActionKind::Post:
        return ports.transport.post(report, photo, answered<ReportReceipt>(action.kind, [this](const ReportReceipt& receipt) { keep(note_posted(delivery, receipt)); }));
      case ActionKind::AskEarlier:
        return ports.transport.ask_earlier(report, answered<EarlierReport>(action.kind, [this](const EarlierReport& earlier) { keep(note_earlier(delivery, earlier)); }));
      case ActionKind::AskNumber:
        return ports.transport.ask_number(report, answered<std::string>(action.kind, [this](const std::string& number) { keep(note_number(delivery, number, ports.clock.now())); }));
      case ActionKind::Wait: return stop(CourierStop::Waits);
      case ActionKind::Nothing: return stop(CourierStop::Over);
    }
  }

  // With the photo at hand: what cannot be sent whole is not begun.
  void begin_posting() {
    if (delivery.report.photo.empty() || !photo.is_empty()) return keep(note_posting(delivery, ports.clock.now()));
    ports.store.read_photo(delivery.report, [self = shared_from_this()](Result<Personal<std::string>> read) {
      if (self->is_gone) return;
      if (!read.ok() || read.value().is_empty()) return self->fail(ActionKind::BeginPosting, {false, 0, std::string(kPhotoUnreadable), {}});
      self->photo = std::move(read).value();
      self->keep(note_posting(self->delivery, self->ports.clock.now()));
    });
  }

  template <class Value, class Take>
  std::function<void(Result<Value>, RetryAdvice)> answered(ActionKind action, Take take_value) {
    return [self = shared_from_this(), action, take_value](Result<Value> result, const RetryAdvice& advice) {
      if (self->is_gone) return;
      if (result.ok()) return take_value(std::move(result).value());
      self->fail(action, failure_of(result.error(), advice));
    };
  }

  void fail(ActionKind action, const Failure& failure) {
    keep(note_failure(delivery, action, failure, ports.clock.now(), outbox::chance_from(ports.random)));
  }

  void keep(Keep durability) {
    if (!durability) return go_on();
    ports.store.keep(delivery.report, *durability, [self = shared_from_this()](Outcome kept) {
      if (self->is_gone) return;
      if (kept.ok()) return self->go_on();
      self->stop(kept.error().kind == ErrorKind::ChangedElsewhere ? CourierStop::Superseded : CourierStop::NotKept);
    });
  }
};

ReportCourier::ReportCourier(CourierPorts ports, Delivery delivery) : journey_(std::make_shared<Journey>(ports, std::move(delivery))) {}
ReportCourier::~ReportCourier() { journey_->is_gone = true; }

void ReportCourier::carry(std::function<void(CourierStop)> callback) {
  journey_->callback = std::move(callback);
  journey_->go_on();
}

const Delivery& ReportCourier::delivery() const { return journey_->delivery; }

}  // namespace stadttor::services::report_defect
