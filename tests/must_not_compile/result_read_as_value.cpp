// expect: cannot convert .*Result<int>.* to .int.|no viable conversion from .*Result<int>
#include "foundation/result.h"

stadttor::Result<int> count();

int total() {
  int number = count();
  return number;
}
