// expect: use of deleted function|overload resolution selected deleted operator
#include "foundation/personal.h"

void replace(stadttor::Secret& key, const stadttor::Secret& other) { key = other; }
