// expect: use of deleted function|call to deleted constructor
#include "foundation/personal.h"

stadttor::Secret copy_of(const stadttor::Secret& key) {
  stadttor::Secret copy = key;
  return copy;
}
