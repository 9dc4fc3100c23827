#include "services/send_application/trouble.h"

#include <array>

namespace stadttor::services::send_application {

namespace {

// In the order of Trouble.
constexpr std::array<std::string_view, 12> kNames = {"none",        "no_network",        "gateway_busy",      "unexpected_answer", "destination_closed",  "key_refused",
                                                     "statement_expired", "statement_refused", "refused", "confirmation_forged", "not_kept", "key_revoked"};

}  // namespace

bool may_pass(Trouble trouble) {
  switch (trouble) {
    case Trouble::NoNetwork:
    case Trouble::GatewayBusy:
    case Trouble::UnexpectedAnswer:
    case Trouble::StatementExpired:
    case Trouble::ConfirmationForged:
    case Trouble::NotKept: return true;
    case Trouble::None:
    case Trouble::DestinationClosed:
    case Trouble::KeyRefused:
    case Trouble::StatementRefused:
    case Trouble::KeyRevoked:
    case Trouble::Refused: break;
  }
  return false;
}

std::string_view trouble_name(Trouble trouble) { return kNames[static_cast<std::size_t>(trouble)]; }

Trouble trouble_from_name(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<Trouble>(i);
  }
  return Trouble::None;
}

TroubleMet trouble_of(const Error& error, const protocols::fit_connect::RetryAdvice& advice, Trouble refusal) {
  const auto met = [&](Trouble trouble) { return TroubleMet{trouble, advice.wait_milliseconds, text_from_error(error)}; };
  switch (error.kind) {
    case ErrorKind::NetworkUnreachable:
    case ErrorKind::TimedOut:
    case ErrorKind::Cancelled: return met(Trouble::NoNetwork);
    case ErrorKind::ServerFailed: return met(Trouble::GatewayBusy);
    case ErrorKind::Tampered: return met(Trouble::ConfirmationForged);
    case ErrorKind::StorageFull:
    case ErrorKind::StorageUnreadable:
    case ErrorKind::OutOfMemory: return met(Trouble::NotKept);
    // JSON that is none, or the wrong one: whoever answers is not who was asked.
    case ErrorKind::MalformedData: return met(advice.may_work_later ? Trouble::UnexpectedAnswer : refusal);
    case ErrorKind::ServerRefused:
    case ErrorKind::NotFound:
    case ErrorKind::NotSupported:
    case ErrorKind::WrongSecret:
    case ErrorKind::ChangedElsewhere:
    case ErrorKind::AlreadyThere: break;
  }
  return met(advice.may_work_later ? Trouble::GatewayBusy : refusal);
}

}  // namespace stadttor::services::send_application
