// expect: could not convert .7. from .int.|cannot convert .*int.* to .*ErrorKind|cannot initialize a (member|variable)|no viable conversion|cannot initialize
#include "foundation/error.h"

stadttor::Error error_from_number() { return {7, "x", "y", stadttor::NextStep::None}; }
