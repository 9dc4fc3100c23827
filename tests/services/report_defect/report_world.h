// A world for reports, from a seed: a server behind a bad network that takes each post anew, a disk that loses what was not kept strictly, crashes
// at any step, and design bugs on purpose. Every second report carries a photo.
#pragma once

#include <algorithm>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "services/report_defect/georeport_transport.h"
#include "services/report_defect/report_courier.h"
#include "support/fake_clock.h"

namespace stadttor::testing {

using namespace services::report_defect;
using kept_data::ReportState;
using protocols::RetryAdvice;
using protocols::open311::EarlierReport;
using protocols::open311::ReportReceipt;
using protocols::open311::ServiceRequest;

// Designs that look right and are not. Each is found by the same checks.
enum class ReportBug : unsigned char { None, PostingKeptRelaxed, NotAskedAfterCrash, EveryFailureFinal, SilenceTakenForSuccess, SentKeptNowhere, PhotoKeptInMemoryOnly };

// How a server tells what it has: at once, or only once a clerk has read it.
enum class Publishing : unsigned char { AtOnce, Later };

class ReportWorld : public ReportStore, public ReportTransport, public platform::SecureRandom {
 public:
  ReportWorld(std::uint64_t seed, ReportBug bug, Publishing publishing = Publishing::AtOnce) : state_(seed * 2 + 1), bug_(bug), publishing_(publishing) {}

  std::uint64_t crash_at = 0;  // 0: never. Every effect on server or disk is a step.
  unsigned crash_chance = 0;   // of 1000, at every step
  std::uint64_t steps = 0;
  std::string violation;
  int arrived() const { return static_cast<int>(server_.size()); }

  void run() {
    disk_.state = ReportState::Ready;
    disk_.service_code = "lamp";
    disk_.position = Personal<std::string>("51.43210,9.87140");
    disk_.description = Personal<std::string>("Laterne dunkel");
    if (state_ % 4 == 1) disk_.photo = "photo";
    latest_ = disk_;
    for (int life = 0; life < 300 && violation.empty(); ++life) {
      if (is_done()) return;
      live();
    }
    if (violation.empty()) violation = "it never ends";
  }

 private:
  void live() {
    ++lives_;
    is_crashed_ = false;
    turns_.clear();
    Delivery read = delivery_from(latest_);
    if (bug_ == ReportBug::NotAskedAfterCrash) read.is_uncertain = false;
    ReportCourier courier(CourierPorts{*this, *this, clock_, *this}, read);
    courier.carry([](CourierStop) {});
    while (!turns_.empty() && !is_crashed_ && violation.empty()) {
      const std::function<void()> turn = std::move(turns_.front());
      turns_.pop_front();
      turn();
    }
    if (is_crashed_) {
      const std::size_t written = pending_.empty() ? 0 : random(static_cast<unsigned>(pending_.size() + 1));
      if (written > 0) disk_ = pending_[written - 1];
      pending_.clear();
      latest_ = disk_;
    }
    clock_.set(std::max(clock_.now() + 1, latest_.not_before));
  }

  bool is_done() {
    if (latest_.state == ReportState::Stopped) violation = "given up";
    if (latest_.state != ReportState::Sent && latest_.state != ReportState::Unclear) return false;
    if (server_.empty()) violation = "said to have arrived, and is not there";
    if (publishing_ == Publishing::AtOnce && server_.size() > 1) violation = "two reports";
    return true;
  }

  bool step() {
    ++steps;
    if (is_crashed_) return true;
    is_crashed_ = steps == crash_at || (crash_chance > 0 && random(1000) < crash_chance);
    return is_crashed_;
  }

  void keep(const kept_data::Report& report, platform::Durability durability, platform::Callback<Done> callback) override {
    if (step()) return;
    latest_ = report;
    if (bug_ == ReportBug::SentKeptNowhere && report.state == ReportState::Sent) latest_.state = ReportState::Ready;
    const bool is_weak = bug_ == ReportBug::PostingKeptRelaxed && report.state == ReportState::Posting;
    if (durability == platform::Durability::Strict && !is_weak) {
      disk_ = latest_;
      pending_.clear();
    } else {
      pending_.push_back(latest_);
    }
    if (step()) return;
    post_turn([callback] { callback(Done{}); });
  }

  // It lies where it was put when the report was begun, and does not change.
  void read_photo(const kept_data::Report&, platform::Callback<Personal<std::string>> callback) override {
    if (step()) return;
    const bool is_lost = bug_ == ReportBug::PhotoKeptInMemoryOnly && lives_ > 1;
    post_turn([callback, is_lost] { callback(Personal<std::string>(is_lost ? "" : "the photo's bytes")); });
  }

  enum class Fault { None, LostBefore, LostAfter, Busy };
  Fault fault() {
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
  void answer(const Answer<Value>& callback, Fault met, Value value) {
    if (met == Fault::None) return post_turn([callback, value] { callback(value, {}); });
    const RetryAdvice advice{bug_ != ReportBug::EveryFailureFinal, met == Fault::Busy ? 40'000 : 0};
    post_turn([callback, advice] { callback(Error{ErrorKind::NetworkUnreachable, "world", "", NextStep::TryAgain}, advice); });
  }

  void check(const kept_data::Report&, Answer<Done> callback) override {
    if (step()) return;
    answer<Done>(callback, fault(), Done{});
  }

  void post(const kept_data::Report& report, const Personal<std::string>& photo, Answer<ReportReceipt> callback) override {
    if (step()) return;
    const std::string& bytes = photo.reveal<"a test plays the server">();
    if (bytes != (report.photo.empty() ? "" : "the photo's bytes")) violation = "another photo than was kept";
    const Fault met = fault();
    ReportReceipt receipt{"made up", {}, {}};
    if (met == Fault::None || met == Fault::LostAfter) {
      ServiceRequest taken;
      taken.id = "n" + std::to_string(server_.size());
      taken.service_code = report.service_code;
      taken.position = parse_position(report.position.reveal<"a test plays the server">());
      taken.description = report.description.reveal<"a test plays the server">();
      taken.requested_at = clock_.now();
      server_.push_back(taken);
      receipt.id = taken.id;
      if (step()) return;
    }
    answer<ReportReceipt>(callback, bug_ == ReportBug::SilenceTakenForSuccess ? Fault::None : met, receipt);
  }

  void ask_earlier(const kept_data::Report& report, Answer<EarlierReport> callback) override {
    if (step()) return;
    const bool is_shown = publishing_ == Publishing::AtOnce;
    answer<EarlierReport>(callback, fault(), find_earlier(report, is_shown ? server_ : std::vector<ServiceRequest>{}));
  }

  void ask_number(const kept_data::Report&, Answer<std::string> callback) override { answer<std::string>(callback, Fault::None, {}); }

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

  void post_turn(std::function<void()> turn) { turns_.push_back(std::move(turn)); }

  std::uint64_t state_;
  ReportBug bug_;
  Publishing publishing_;
  FakeClock clock_{usual_morning()};
  std::deque<std::function<void()>> turns_;
  bool is_crashed_ = false;
  kept_data::Report disk_;
  std::vector<kept_data::Report> pending_;
  kept_data::Report latest_;
  std::vector<ServiceRequest> server_;
  int calls_ = 0;
  int lives_ = 0;
};

}  // namespace stadttor::testing
