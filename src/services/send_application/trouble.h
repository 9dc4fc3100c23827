// What stands in the way of an application, in the kinds a citizen can be told of, each with what to do (words: "send.trouble.*").
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "protocols/fit_connect/submission_client.h"

namespace stadttor::services::send_application {

// Stored names (trouble_name): only ever added to.
enum class Trouble : unsigned char {
  None,
  NoNetwork,           // kept, and sent once there is one
  GatewayBusy,         // the city's side is not well at the moment
  UnexpectedAnswer,    // somebody else answers: a login page of a hotel
  DestinationClosed,   // the office takes no applications this way now
  KeyRefused,          // its key is too weak, or not what it claims to be
  StatementExpired,    // nobody has vouched for the key lately, or this device's clock is wrong
  StatementRefused,    // what vouches for the key is forged
  Refused,             // the delivery service does not take it
  ConfirmationForged,  // something else was confirmed than was sent
  NotKept,             // this device could not keep it
  KeyRevoked,          // its authority says that the key must not be used any more
};

struct TroubleMet {
  Trouble trouble = Trouble::None;
  std::int64_t wait_milliseconds = 0;  // the server's own wish
  std::string detail;                  // for municipalities
};

// Tried again without being asked: it may pass by itself.
bool may_pass(Trouble trouble);

std::string_view trouble_name(Trouble trouble);
Trouble trouble_from_name(std::string_view name);

// Of a call that failed. `refusal` is what it means where the answer came and was no good.
TroubleMet trouble_of(const Error& error, const protocols::fit_connect::RetryAdvice& advice, Trouble refusal);

}  // namespace stadttor::services::send_application
