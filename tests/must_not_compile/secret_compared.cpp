// expect: no match for .operator==|invalid operands to binary expression
#include "foundation/personal.h"

bool is_same(const stadttor::Secret& a, const stadttor::Secret& b) { return a == b; }
