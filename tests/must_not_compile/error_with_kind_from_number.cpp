// expect: cannot convert .int. to .stadttor::ErrorKind.|assigning to .*ErrorKind.* from incompatible type .int.
#include "foundation/error.h"

void set_kind(stadttor::Error& error) { error.kind = 7; }
