// A file somebody hands in as a vault, with the hash it should have: either all of it opens, or nothing is kept.
#include "fuzz/fuzz_target.h"
#include "fuzz/fuzz_vault.h"
#include "vault/vault_file.h"

void stadttor::fuzz::feed(std::string_view input) {
  using namespace vault;
  const auto records = parse_file(input);
  if (records.ok()) {
    for (const platform::Record& record : records.value()) must(record.value.has_value(), "every record has a value");
  }
  FuzzVault shop;
  Vault vault(shop.ports());
  std::string file(input);
  shop.cryptography.hash(platform::HashKind::Sha256, file, [&file](Result<std::string> hash) { file += hash.value(); });
  shop.loop.run();
  const Outcome outcome = shop.answer<Done>([&](auto callback) { vault.import_file(file, recovery_secret('r'), callback); });
  must(vault.is_open() == outcome.ok(), "open where it was taken");
  if (!outcome.ok()) must(shop.store.records().empty(), "nothing is kept of a file that is refused");
}
