// expect: no matching function for call to .*basic_string|no matching conversion for functional-style cast from .*Personal
#include "foundation/personal.h"

std::string text_of(const stadttor::Personal<std::string>& name) { return std::string(name); }
