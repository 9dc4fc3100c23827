// A world for deliveries, from a seed: a server behind a bad network, a disk that loses what was not kept strictly, crashes at any
// step, and design bugs on purpose.
#pragma once

#include <algorithm>
#include <array>
#include <cstdlib>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "services/send_application/courier.h"
#include "services/send_application/delivery_record.h"
#include "support/fake_clock.h"

namespace stadttor::testing {

using services::send_application::Courier;
using services::send_application::CourierStop;
using services::send_application::Delivery;
using services::send_application::DeliveryContent;
using services::send_application::DeliveryState;
using services::send_application::DeliveryStore;
using services::send_application::DeliveryTransport;
using protocols::fit_connect::AnnouncedSubmission;
using protocols::fit_connect::EventKind;
using protocols::fit_connect::RetryAdvice;
using protocols::fit_connect::SecurityEvent;

// Designs that look right and are not. Each is found by the same checks.
enum class DesignBug : unsigned char {
  None,
  IdKeptRelaxed,
  TabsWriteUnconditionally,
  AnnouncedAnewWhenUncertain,
  KeptLaterThanSaid,
  SealedAnewAtEveryStart,
  SentBeforeItIsInTheLedger,
  SilenceTakenForSuccess,
  AttachmentCountedWithoutAnswer,
  ForeignPageTakenForAnnouncement,
  EveryFailureFinal,
  RetryAfterIgnored,
  EventsOfOthersBelieved,
  CaseForgottenAtRestart,
};

class OutboxWorld : public DeliveryStore, public DeliveryTransport, public platform::SecureRandom {
 public:
  // Every other seed carries an answer with a file into the case it belongs to, the others an application with two.
  OutboxWorld(std::uint64_t seed, DesignBug bug) : state_(seed * 2 + 1), bug_(bug), is_answer_(seed % 2 == 0) {}

  // 0: never. Every effect on server or disk is a step.
  std::uint64_t crash_at = 0;
  unsigned crash_chance = 0;  // of 1000, at every step
  unsigned tabs = 1;
  std::uint64_t steps = 0;
  std::string violation;

  // Carries one delivery to its end, through faults and crashes. What went wrong is in `violation`.
  void run() {
    Delivery ready;
    ready.content = content("sealed once");
    if (bug_ == DesignBug::SentBeforeItIsInTheLedger) {
      pending_.push_back(ready);
    } else {
      disk_ = ready;
      has_disk_ = true;
    }
    versions_.assign(tabs, 0);
    latest_ = ready;
    for (int life = 0; life < 200 && violation.empty(); ++life) {
      if (is_done()) return;
      live();
    }
    if (violation.empty()) violation = "it never ends";
  }

 private:
  // -- one life of the program: until it is done, waits, or crashes

  void live() {
    is_crashed_ = false;
    turns_.clear();
    std::vector<std::unique_ptr<Courier>> couriers;
    std::vector<CourierStop> stops(tabs, CourierStop::NotKept);
    for (unsigned tab = 0; tab < tabs; ++tab) {
      versions_[tab] = version_;
      couriers.push_back(std::make_unique<Courier>(services::send_application::CourierPorts{tab_store(tab), *this, clock_, *this}, restarted()));
      couriers.back()->carry([&stops, tab](CourierStop stop) { stops[tab] = stop; });
    }
    while (!turns_.empty() && !is_crashed_ && violation.empty()) {
      // Tabs run in any order.
      const std::size_t at = tabs == 1 ? 0 : random(static_cast<unsigned>(turns_.size()));
      const std::function<void()> turn = std::move(turns_[at]);
      turns_.erase(turns_.begin() + static_cast<long>(at));
      turn();
    }
    if (is_crashed_) return recover();
    // The state of the last tab that kept something; time passes.
    clock_.set(std::max(clock_.now() + 1, latest_.not_before));
  }

  void recover() {
    // The system had written some of what was not kept strictly.
    const std::size_t written = pending_.empty() ? 0 : random(static_cast<unsigned>(pending_.size() + 1));
    if (written > 0) {
      disk_ = pending_[written - 1];
      has_disk_ = true;
    }
    pending_.clear();
    not_before_ = 0;
    latest_ = disk_;
    clock_.set(std::max(clock_.now() + 1, latest_.not_before));
    if (!has_disk_) violation = is_acknowledged_ || !server_.empty() ? "sent, and not in the ledger" : "lost";
  }

  // What a program reads at its start: what was kept last, with what parse_delivery makes of it.
  Delivery restarted() {
    Delivery delivery = latest_;
    if (random(512) == 0) {
      auto parsed = services::send_application::parse_delivery(services::send_application::json_from_delivery(delivery));
      if (parsed.ok()) delivery = std::move(parsed).value();
    }
    delivery.is_uncertain = delivery.state == DeliveryState::Submitting;
    delivery.is_refused = false;
    if (bug_ == DesignBug::AnnouncedAnewWhenUncertain && delivery.is_uncertain) delivery.state = DeliveryState::Ready;
    if (bug_ == DesignBug::CaseForgottenAtRestart && steps > 0) delivery.content = without_case(*delivery.content);
    if (bug_ == DesignBug::SealedAnewAtEveryStart) delivery.content = content(("sealed " + std::to_string(++sealings_)).c_str());
    return delivery;
  }

  bool is_done() {
    if (latest_.state == DeliveryState::Stopped) violation = "given up";
    const bool is_sent = latest_.state == DeliveryState::Sent || latest_.state == DeliveryState::Accepted;
    if (is_sent && arrived_ != 1) violation = "said to be sent, and is not there";
    return is_sent;
  }

  // True where the program ends here.
  bool step() {
    ++steps;
    if (is_crashed_) return true;
    is_crashed_ = steps == crash_at || (crash_chance > 0 && random(1000) < crash_chance);
    return is_crashed_;
  }

  // -- the disk

  class TabStore : public DeliveryStore {
   public:
    TabStore(OutboxWorld& world, unsigned tab) : world_(world), tab_(tab) {}
    void keep(const Delivery& delivery, platform::Durability durability, platform::Callback<Done> callback) override {
      world_.keep_of(tab_, delivery, durability, std::move(callback));
    }

   private:
    OutboxWorld& world_;
    unsigned tab_;
  };

  DeliveryStore& tab_store(unsigned tab) {
    while (stores_.size() <= tab) stores_.push_back(std::make_unique<TabStore>(*this, static_cast<unsigned>(stores_.size())));
    return *stores_[tab];
  }

  void keep(const Delivery& delivery, platform::Durability durability, platform::Callback<Done> callback) override { keep_of(0, delivery, durability, std::move(callback)); }

  void keep_of(unsigned tab, const Delivery& delivery, platform::Durability durability, platform::Callback<Done> callback) {
    if (step()) return;
    if (versions_[tab] != version_ && bug_ != DesignBug::TabsWriteUnconditionally) {
      return post([callback] { callback(Error{ErrorKind::ChangedElsewhere, "world", "", NextStep::TryAgain}); });
    }
    versions_[tab] = ++version_;
    latest_ = delivery;
    const bool is_weak = bug_ == DesignBug::KeptLaterThanSaid || (bug_ == DesignBug::IdKeptRelaxed && (delivery.state == DeliveryState::Announced || delivery.state == DeliveryState::Submitting));
    if (durability == platform::Durability::Strict && !is_weak) {
      disk_ = delivery;
      has_disk_ = true;
      pending_.clear();
    } else {
      pending_.push_back(delivery);
    }
    is_acknowledged_ = true;
    if (step()) return;
    post([callback] { callback(Done{}); });
  }

  // -- the server and the network

  struct Submission {
    std::array<std::string, 2> attachments;
    std::vector<std::string> announced;
    std::string in_case;
    std::string submitted;
  };
  enum class Fault { None, LostBefore, LostAfter, Busy };

  Fault fault() {
    // After a crash nobody knows of the wish, and one tab does not know what another was told.
    if (tabs == 1 && clock_.now() < not_before_) violation = "called before the server wished";
    // The worst network gets better some day.
    if (++calls_ > 60) return Fault::None;
    switch (random(8)) {
      case 0: return Fault::LostBefore;
      case 1: return Fault::LostAfter;
      case 2: return Fault::Busy;
      default: return Fault::None;
    }
  }

  template <class Value>
  void answer(const std::function<void(Result<Value>, RetryAdvice)>& callback, Fault fault, Value value) {
    if (fault == Fault::None) return post([callback, value] { callback(value, {}); });
    RetryAdvice advice{bug_ != DesignBug::EveryFailureFinal, 0};
    if (fault == Fault::Busy) {
      advice.wait_milliseconds = bug_ == DesignBug::RetryAfterIgnored ? 0 : 40'000;
      not_before_ = clock_.now() + 40'000;
    }
    post([callback, advice] { callback(Error{ErrorKind::NetworkUnreachable, "world", "", NextStep::TryAgain}, advice); });
  }

  void announce(const Delivery& delivery, Answer<AnnouncedSubmission> callback) override {
    if (!has_disk_) violation = "announced before it was in the ledger";
    if (step()) return;
    const Fault met = fault();
    AnnouncedSubmission announced{"made up", "made up"};
    if (met == Fault::None || met == Fault::LostAfter) {
      const auto& announcement = delivery.content->announcement;
      announced.submission_id = "s" + std::to_string(server_.size());
      announced.case_id = announcement.case_id.empty() ? "case of " + announced.submission_id : announcement.case_id;
      server_.push_back({{}, announcement.attachment_ids, announced.case_id, {}});
      if (step()) return;
    }
    const bool is_believed = bug_ == DesignBug::ForeignPageTakenForAnnouncement && met == Fault::LostBefore;
    answer<AnnouncedSubmission>(callback, is_believed ? Fault::None : met, announced);
  }

  void put_attachment(const Delivery& delivery, std::size_t at, Answer<Done> callback) override {
    if (step()) return;
    const Fault met = fault();
    if (met == Fault::None || met == Fault::LostAfter) {
      Submission* submission = find(delivery);
      if (submission == nullptr) return refuse(callback);
      submission->attachments[at] = delivery.content->parts.attachments[at].jwe;
      if (step()) return;
    }
    answer<Done>(callback, bug_ == DesignBug::AttachmentCountedWithoutAnswer ? Fault::None : met, Done{});
  }

  void submit(const Delivery& delivery, Answer<Done> callback) override {
    if (step()) return;
    const Fault met = fault();
    if (met == Fault::None || met == Fault::LostAfter) {
      Submission* submission = find(delivery);
      if (submission == nullptr) return refuse(callback);
      arrive(*submission, delivery.content->parts);
      if (step()) return;
    }
    answer<Done>(callback, bug_ == DesignBug::SilenceTakenForSuccess ? Fault::None : met, Done{});
  }

  void arrive(Submission& submission, const protocols::fit_connect::SealedSubmission& parts) {
    if (is_answer_ && submission.in_case != kAsked) violation = "an answer in another case";
    if (submission.announced.size() != parts.attachments.size()) violation = "other attachments than announced";
    for (std::size_t at = 0; at < parts.attachments.size(); ++at) {
      if (submission.attachments[at].empty()) violation = "attachments are missing";
      if (submission.attachments[at] != parts.attachments[at].jwe) violation = "attachments of another sealing";
    }
    if (submission.submitted.empty()) {
      ++arrived_;
    } else if (submission.submitted != parts.data) {
      violation = "other bytes on the same id";
    }
    submission.submitted = parts.data;
    if (arrived_ > 1) violation = "two applications";
  }

  // Ids are "s" and a number.
  Submission* find(const Delivery& delivery) {
    const std::string& id = delivery.announced.submission_id;
    const std::size_t at = id.empty() || id[0] != 's' ? server_.size() : static_cast<std::size_t>(std::atol(id.c_str() + 1));
    return at < server_.size() ? &server_[at] : nullptr;
  }

  void refuse(const Answer<Done>& callback) {
    post([callback] { callback(Error{ErrorKind::NotFound, "world", "no such submission", NextStep::None}, {}); });
  }

  void request_events(const Delivery& delivery, Answer<std::vector<SecurityEvent>> callback) override {
    if (step()) return;
    const Fault met = fault();
    std::vector<SecurityEvent> events(1);
    const Submission* found = find(delivery);
    if (bug_ == DesignBug::EventsOfOthersBelieved || (found != nullptr && !found->submitted.empty())) {
      events.emplace_back();
      events.back().kind = EventKind::Submitted;
    }
    answer<std::vector<SecurityEvent>>(callback, met, events);
  }

  // -- chance

  Result<std::string> bytes(std::size_t size) override {
    std::string bytes;
    while (bytes.size() < size) bytes.push_back(static_cast<char>(random(256)));
    return bytes;
  }

  // splitmix64
  unsigned random(unsigned below) {
    std::uint64_t value = state_ += 0x9e3779b97f4a7c15ULL;
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebULL;
    return static_cast<unsigned>((value ^ (value >> 31U)) % below);
  }

  std::shared_ptr<const DeliveryContent> content(const char* data) const {
    DeliveryContent sealed;
    sealed.parts.metadata = "h.k.n.m.t";
    sealed.parts.data = data;
    sealed.parts.attachments = {{"a1", std::string("first, ") + data}, {"a2", std::string("second, ") + data}};
    sealed.announcement.attachment_ids = {"a1", "a2"};
    if (is_answer_) {
      sealed.parts.attachments.pop_back();
      sealed.announcement.attachment_ids.pop_back();
      sealed.announcement.case_id = kAsked;
    }
    return std::make_shared<const DeliveryContent>(std::move(sealed));
  }

  static std::shared_ptr<const DeliveryContent> without_case(DeliveryContent sealed) {
    sealed.announcement.case_id.clear();
    return std::make_shared<const DeliveryContent>(std::move(sealed));
  }

  void post(std::function<void()> turn) { turns_.push_back(std::move(turn)); }

  static constexpr const char* kAsked = "the case that was asked about";

  std::uint64_t state_;
  DesignBug bug_;
  bool is_answer_;
  FakeClock clock_{usual_morning()};
  std::deque<std::function<void()>> turns_;
  bool is_crashed_ = false;
  std::vector<std::unique_ptr<TabStore>> stores_;
  std::vector<unsigned> versions_;
  unsigned version_ = 0;
  Delivery disk_;
  bool has_disk_ = false;
  std::vector<Delivery> pending_;
  Delivery latest_;
  bool is_acknowledged_ = false;
  std::vector<Submission> server_;
  int arrived_ = 0;
  int calls_ = 0;
  int sealings_ = 0;
  platform::Instant not_before_ = 0;
};

}  // namespace stadttor::testing
