// How an answer comes back from what the platform does on its own time: once, on the calling thread, after the call that asked.
#pragma once

#include <functional>

#include "foundation/result.h"

namespace stadttor::platform {

template <class Value>
using Callback = std::function<void(Result<Value>)>;

}  // namespace stadttor::platform
