#include "services/send_application/courier.h"

#include "services/outbox/chance.h"

namespace stadttor::services::send_application {

using protocols::fit_connect::AnnouncedSubmission;
using protocols::fit_connect::RetryAdvice;
using protocols::fit_connect::SecurityEvent;

struct Courier::Journey : std::enable_shared_from_this<Courier::Journey> {
  CourierPorts ports;
  Delivery delivery;
  std::function<void(CourierStop)> callback{};
  bool is_gone = false;
  std::optional<Error> last_failure{};

  Journey(CourierPorts given, Delivery taken) : ports(given), delivery(std::move(taken)) {}

  void stop(CourierStop why) {
    if (!is_gone && callback) callback(why);
  }

  void go_on() {
    if (is_gone) return;
    const Action action = next_action(delivery, ports.clock.now());
    switch (action.kind) {
      case ActionKind::Announce:
        return ports.transport.announce(delivery, answered<AnnouncedSubmission>(action.kind, [this](AnnouncedSubmission announced) {
          keep(note_announced(delivery, std::move(announced)));
        }));
      case ActionKind::PutAttachment:
        return ports.transport.put_attachment(delivery, action.attachment, answered<Done>(action.kind, [this](Done) { keep(note_uploaded(delivery)); }));
      case ActionKind::BeginSubmitting: return keep(note_submitting(delivery));
      case ActionKind::Submit:
        return ports.transport.submit(delivery, answered<Done>(action.kind, [this](Done) { keep(note_sent(delivery)); }));
      case ActionKind::AskEvents:
        return ports.transport.request_events(delivery, answered<std::vector<SecurityEvent>>(action.kind, [this](const std::vector<SecurityEvent>& events) { take(events); }));
      case ActionKind::Wait: return stop(CourierStop::Waits);
      case ActionKind::Nothing: return stop(CourierStop::Over);
    }
  }

  void take(const std::vector<SecurityEvent>& events) {
    const bool was_sent = delivery.state == DeliveryState::Sent;
    const auto durability = note_events(delivery, events);
    const bool is_asked = was_sent && delivery.state == DeliveryState::Sent;
    if (durability) return keep(*durability, is_asked ? AfterKeeping::Stop : AfterKeeping::GoOn);
    if (is_asked) return stop(CourierStop::Asked);
    go_on();
  }

  template <class Value, class Take>
  std::function<void(Result<Value>, RetryAdvice)> answered(ActionKind action, Take take_value) {
    return [self = shared_from_this(), action, take_value](Result<Value> result, const RetryAdvice& advice) {
      if (self->is_gone) return;
      if (result.ok()) return take_value(std::move(result).value());
      self->last_failure = result.error();
      self->fail(action, {advice.may_work_later, advice.wait_milliseconds, text_from_error(result.error())});
    };
  }

  void fail(ActionKind action, const Failure& failure) {
    keep(note_failure(delivery, action, failure, ports.clock.now(), outbox::chance_from(ports.random)));
  }

  enum class AfterKeeping { GoOn, Stop };
  void keep(Durability durability, AfterKeeping then = AfterKeeping::GoOn) {
    ports.store.keep(delivery, durability, [self = shared_from_this(), then](Outcome kept) {
      if (self->is_gone) return;
      if (kept.ok() && then == AfterKeeping::Stop) return self->stop(CourierStop::Asked);
      if (kept.ok()) return self->go_on();
      self->last_failure = kept.error();
      self->stop(kept.error().kind == ErrorKind::ChangedElsewhere ? CourierStop::Superseded : CourierStop::NotKept);
    });
  }
};

Courier::Courier(CourierPorts ports, Delivery delivery) : journey_(std::make_shared<Journey>(ports, std::move(delivery))) {}
Courier::~Courier() { journey_->is_gone = true; }

void Courier::carry(std::function<void(CourierStop)> callback) {
  journey_->callback = std::move(callback);
  journey_->go_on();
}

const Delivery& Courier::delivery() const { return journey_->delivery; }
const std::optional<Error>& Courier::last_failure() const { return journey_->last_failure; }

}  // namespace stadttor::services::send_application
