#include "services/report_defect/report_trouble.h"

namespace stadttor::services::report_defect {

namespace {

std::string_view trouble_of(const Error& error, const protocols::RetryAdvice& advice) {
  switch (error.kind) {
    case ErrorKind::NetworkUnreachable:
    case ErrorKind::TimedOut:
    case ErrorKind::Cancelled: return kNoNetwork;
    case ErrorKind::ServerFailed: return kServerBusy;
    // What is said by somebody else, or cut off on its way.
    case ErrorKind::MalformedData: return advice.may_work_later ? kUnexpectedAnswer : kQuestionsChanged;
    case ErrorKind::StorageFull:
    case ErrorKind::StorageUnreadable:
    case ErrorKind::OutOfMemory: return kNotKept;
    case ErrorKind::ServerRefused:
    case ErrorKind::NotFound:
    case ErrorKind::NotSupported:
    case ErrorKind::WrongSecret:
    case ErrorKind::Tampered:
    case ErrorKind::ChangedElsewhere:
    case ErrorKind::AlreadyThere: break;
  }
  return advice.may_work_later ? kServerBusy : kRefused;
}

}  // namespace

Failure failure_of(const Error& error, const protocols::RetryAdvice& advice) {
  Failure failure{advice.may_work_later, advice.wait_milliseconds, std::string(trouble_of(error, advice)), text_from_error(error)};
  return failure;
}

}  // namespace stadttor::services::report_defect
