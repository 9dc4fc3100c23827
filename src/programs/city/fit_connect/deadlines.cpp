#include "programs/city/fit_connect/deadlines.h"

#include "programs/city/fit_connect/case_events.h"
#include "programs/city/fit_connect/security_event_token.h"

namespace stadttor::city_server {
namespace {

constexpr const char* kExpired = "https://schema.fitko.de/fit-connect/events/problems/technical-error";

// Deadlines are counted in days; looking at them with every call would be work without use.
constexpr std::int64_t kPauseSeconds = 60;

using Settling = std::function<Outcome(const SubmissionRecord&)>;

// Every state has one time since which it holds, so what is due is found by state.
Outcome for_each_due(DeliveryService& service, SubmissionState state, std::int64_t age, const Settling& settle) {
  TRY_ASSIGN(const std::vector<SubmissionRecord> due, submissions_waiting_since(service.connection, state, service.now() - age));
  for (const SubmissionRecord& submission : due) {
    TRY(service.connection.transact([&] { return settle(submission); }));
  }
  return Done{};
}

Outcome notify(DeliveryService& service, const SubmissionRecord& submission) {
  TRY_ASSIGN(const bool is_told, has_event(service.connection, submission.submission_id, "notify-submission"));
  if (is_told) return Done{};
  return record_own_event(service, submission, "notify-submission", R"({"notifyType":"submission-not-picked-up"})");
}

Outcome reject(DeliveryService& service, const SubmissionRecord& submission) {
  const std::string content =
      content_from_problems({{kExpired, "Frist abgelaufen", "Die Einreichung wurde 14 Tage lang nicht abgeholt.", "submission"}});
  TRY(record_own_event(service, submission, "reject-submission", content));
  TRY(erase_content(service.connection, submission.submission_id));
  return store_state(service.connection, submission.submission_id, SubmissionState::Rejected, service.now());
}

Outcome remove(DeliveryService& service, const SubmissionRecord& submission) {
  TRY(record_own_event(service, submission, "delete-submission", "{}"));
  TRY(erase_content(service.connection, submission.submission_id));
  return store_state(service.connection, submission.submission_id, SubmissionState::Deleted, service.now());
}

}  // namespace

Outcome carry_out_deadlines(DeliveryService& service) {
  if (service.now() - service.deadlines_seen_at < kPauseSeconds) return Done{};
  service.deadlines_seen_at = service.now();
  const auto rejecting = [&](const SubmissionRecord& submission) { return reject(service, submission); };
  const auto removing = [&](const SubmissionRecord& submission) { return remove(service, submission); };
  TRY(for_each_due(service, SubmissionState::Submitted, kRejectAfter, rejecting));
  TRY(for_each_due(service, SubmissionState::Forwarded, kRejectAfter, rejecting));
  const auto notifying = [&](const SubmissionRecord& submission) { return notify(service, submission); };
  TRY(for_each_due(service, SubmissionState::Submitted, kNotifyAfter, notifying));
  TRY(for_each_due(service, SubmissionState::Announced, kRejectAfter, removing));
  TRY(for_each_due(service, SubmissionState::Accepted, kDeleteAfter, removing));
  return for_each_due(service, SubmissionState::Rejected, kDeleteAfter, removing);
}

}  // namespace stadttor::city_server
