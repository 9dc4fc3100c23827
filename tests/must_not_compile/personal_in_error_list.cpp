// expect: could not convert .*stadttor::Error|no viable conversion from .*Personal
#include "foundation/error.h"
#include "foundation/personal.h"

stadttor::Error error_about(const stadttor::Personal<std::string>& name) {
  return {stadttor::ErrorKind::NotFound, "vault", name, stadttor::NextStep::None};
}
