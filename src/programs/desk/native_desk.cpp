#include "programs/desk/native_desk.h"

#include "portal/desk/citizens_desk.h"

namespace stadttor::programs {

std::shared_ptr<portal::Desk> NativeDesk::make() {
  return std::make_shared<portal::CitizensDesk>(
      portal::DeskPorts{http_, clock_, records_, mark_, cryptography_, random_, loop_, timer_, locks_, passkeys_, pictures_, whereabouts_});
}

bool NativeDesk::go_on() {
  const bool has_turned = loop_.run();
  return timer_.run() || has_turned;
}

}  // namespace stadttor::programs
