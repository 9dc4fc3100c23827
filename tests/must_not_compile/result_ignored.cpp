// expect: ignoring return(ed)? value of (type|function)?
#include "foundation/result.h"

stadttor::Outcome step();

void go_on() { step(); }
