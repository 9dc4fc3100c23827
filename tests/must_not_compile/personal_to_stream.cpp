// expect: no match for .operator<<|invalid operands to binary expression
#include <iostream>

#include "foundation/personal.h"

void print(const stadttor::Personal<std::string>& name) { std::cout << name; }
