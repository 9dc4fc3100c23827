#include "foundation/error.h"

namespace stadttor {

std::string_view error_kind_name(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::NetworkUnreachable: return "NetworkUnreachable";
    case ErrorKind::TimedOut: return "TimedOut";
    case ErrorKind::Cancelled: return "Cancelled";
    case ErrorKind::ServerRefused: return "ServerRefused";
    case ErrorKind::ServerFailed: return "ServerFailed";
    case ErrorKind::NotFound: return "NotFound";
    case ErrorKind::MalformedData: return "MalformedData";
    case ErrorKind::StorageFull: return "StorageFull";
    case ErrorKind::StorageUnreadable: return "StorageUnreadable";
    case ErrorKind::NotSupported: return "NotSupported";
    case ErrorKind::WrongSecret: return "WrongSecret";
    case ErrorKind::Tampered: return "Tampered";
    case ErrorKind::OutOfMemory: return "OutOfMemory";
    case ErrorKind::ChangedElsewhere: return "ChangedElsewhere";
    case ErrorKind::AlreadyThere: return "AlreadyThere";
  }
  return "Unknown";
}

std::string text_from_error(const Error& error) {
  std::string text(error_kind_name(error.kind));
  if (!error.where.empty()) text.append(" at ").append(error.where);
  if (!error.detail.empty()) text.append(": ").append(error.detail);
  return text;
}

}  // namespace stadttor
