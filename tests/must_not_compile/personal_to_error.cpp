// expect: no match for .operator=. .*Personal|no viable overloaded .=.
#include "foundation/error.h"
#include "foundation/personal.h"

void explain(stadttor::Error& error, const stadttor::Personal<std::string>& name) { error.detail = name; }
