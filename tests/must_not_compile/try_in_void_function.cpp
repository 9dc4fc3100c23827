// expect: return-statement with a value, in function returning .void.|void function .* should not return a value
#include "foundation/result.h"

stadttor::Outcome step();

void go_on() { TRY(step()); }
