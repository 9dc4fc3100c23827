// expect: no match for .operator\+|invalid operands to binary expression
#include "foundation/personal.h"

std::string greeting(const stadttor::Personal<std::string>& name) { return "Hallo " + name; }
