// Vaults as earlier versions wrote them, which have to open for ever. A new format adds a file here; none is ever changed.
#include <algorithm>
#include <cstdlib>

#include "support/text_file.h"
#include "support/vault_workshop.h"

using namespace stadttor;
using namespace stadttor::vault;
using namespace stadttor::testing;

namespace {

// "type/schema/version size content", one line for each record.
std::string contents_of(VaultWorkshop& shop, Vault& vault) {
  std::vector<std::string> lines;
  for (const RecordSummary& record : vault.records()) {
    const auto content = shop.content(vault, record.id);
    if (!CHECK(content.ok())) return {};
    lines.push_back(std::to_string(static_cast<int>(record.type)) + "/" + std::to_string(record.schema) + "/" + std::to_string(record.version) +
                    " " + std::to_string(content.value().size()) + " " + content.value().substr(0, content.value().find("  ")) + "\n");
  }
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const std::string& line : lines) all.append(line);
  return all;
}

}  // namespace

TEST_SUITE("vault") {
  TEST_CASE("a vault of format 1 opens with its passphrase and with its recovery code") {
    const std::string file = text_of_file(repository() / "tests/vault/fixtures/vault_format_1.bin");
    if (!CHECK(file.size() == 7181)) return;
    for (const bool has_passphrase : {true, false}) {
      VaultWorkshop shop;
      Vault vault(shop.ports());
      SlotSecret secret = has_passphrase ? passphrase("Wotan frißt 5 große Äpfel") : recovery('r');
      CHECK(shop.answer<Done>([&](auto callback) { vault.import_file(file, std::move(secret), callback); }).ok());
      CHECK(contents_of(shop, vault) ==
            "1/1/2 29 {\"familienname\":\"Mustermann\"}\n2/7/1 25 {\"hund\":{\"name\":\"Wotan\"}}\n5/1/1 5000 %PDF-1.7\n6/2/1 0 \n");
    }
  }

  TEST_CASE("a vault from a browser opens") {
    // Given by tests/browser/vault.test.mjs, which looks at what is said here.
    const char* file = std::getenv("STADTTOR_VAULT_FILE");
    if (file == nullptr) return;
    VaultWorkshop shop;
    Vault vault(shop.ports());
    const auto imported = shop.answer<Done>(
        [&](auto callback) { vault.import_file(text_of_file(file), passphrase("Wotan frißt 5 große Äpfel"), callback); });
    CHECK(imported.ok());
    MESSAGE(contents_of(shop, vault));
  }
}
