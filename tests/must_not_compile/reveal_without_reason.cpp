// expect: no matching function for call to .*reveal|no matching member function for call to .reveal
#include "foundation/personal.h"

std::string text_of(const stadttor::Personal<std::string>& name) { return name.reveal(); }
