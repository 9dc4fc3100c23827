// expect: no match for .operator==|invalid operands to binary expression
#include "foundation/personal.h"

bool is_same(const stadttor::Personal<std::string>& a, const stadttor::Personal<std::string>& b) { return a == b; }
