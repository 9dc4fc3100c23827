// expect: no match for .operator==|invalid operands to binary expression
#include "foundation/personal.h"

bool is_erika(const stadttor::Personal<std::string>& name) { return name == std::string("Erika"); }
