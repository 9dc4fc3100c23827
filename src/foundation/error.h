// What went wrong, where, and what the citizen can do next. Carries no personal values: detail is made of
// literals and places only. How an error is shown belongs to the portal's languages.
#pragma once

#include <string>
#include <string_view>

namespace stadttor {

enum class ErrorKind : unsigned char {
  NetworkUnreachable,
  TimedOut,
  Cancelled,
  ServerRefused,
  ServerFailed,
  NotFound,
  MalformedData,
  StorageFull,
  StorageUnreadable,
  NotSupported,
  WrongSecret,       // a passphrase or code that opens nothing
  Tampered,          // what was kept or sent is not what was written
  OutOfMemory,       // too little memory for a step that would work elsewhere
  ChangedElsewhere,  // another tab or program was faster
  AlreadyThere,      // made once before
};

enum class NextStep : unsigned char { None, TryAgain, CorrectInput, ContactOffice };

struct Error {
  ErrorKind kind = ErrorKind::MalformedData;
  std::string where;   // file, URL or JSON pointer: "services/hund-anmelden.json#/texts/de"
  std::string detail;  // for developers and municipalities, English
  NextStep next_step = NextStep::None;
};

std::string_view error_kind_name(ErrorKind kind);

// "MalformedData at services/x.json#/id: expected text"
std::string text_from_error(const Error& error);

}  // namespace stadttor
