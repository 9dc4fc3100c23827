// expect: say why, in words
#include "foundation/personal.h"

std::string text_of(const stadttor::Personal<std::string>& name) { return name.reveal<"x">(); }
