// The vault's list: what is read twice says the same.
#include "fuzz/fuzz_target.h"
#include "vault/manifest.h"

void stadttor::fuzz::feed(std::string_view input) {
  using namespace vault;
  const auto manifest = parse_manifest(input, 7);
  if (!manifest.ok()) return;
  const std::string bytes = bytes_from_manifest(manifest.value());
  const auto again = parse_manifest(bytes, 7);
  must(again.ok() && bytes_from_manifest(again.value()) == bytes, "the list comes back");
  must(bytes.size() == input.size(), "nothing stands in it twice");
}
