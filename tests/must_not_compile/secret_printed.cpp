// expect: no match for .operator<<|invalid operands to binary expression
#include <iostream>

#include "foundation/personal.h"

void print(const stadttor::Secret& key) { std::cout << key; }
