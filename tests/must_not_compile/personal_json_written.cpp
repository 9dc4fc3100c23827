// expect: could not convert|no viable conversion|invalid initialization|no matching function
#include "foundation/json.h"
#include "foundation/personal.h"

std::string text_of(const stadttor::Personal<stadttor::JsonValue>& answer) { return stadttor::text_from_json(answer); }
