// expect: request for member .ok. in|member reference base type .*int.* is not a structure
#include "foundation/result.h"

int count();

stadttor::Outcome go_on() {
  TRY(count());
  return stadttor::Done{};
}
