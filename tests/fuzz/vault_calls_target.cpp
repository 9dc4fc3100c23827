// Calls to a vault in any order, waited for or not, with bytes of the store changed between them: what is read is what was
// acknowledged last or an error, and what nobody touched is still there at the end.
#include <array>
#include <iterator>
#include <map>

#include "fuzz/fuzz_vault.h"

namespace {

using namespace stadttor;
using namespace stadttor::vault;
using stadttor::fuzz::must;
using stadttor::fuzz::only;
using stadttor::fuzz::recovery_secret;
using platform::Durability;

class VaultCalls {
 public:
  VaultCalls() {
    create();
    wait();
    must(is_made_, "a vault can be made");
    for (std::size_t i = 0; i < ids_.size(); ++i) ids_[i] = RecordId{std::string(kIdSize, static_cast<char>('a' + i))};
  }

  void call(unsigned char what, unsigned char argument) {
    const RecordId& id = ids_[argument % ids_.size()];
    switch (what % 12) {
      case 0:
      case 1: keep(id, argument); break;
      case 2: erase(id); break;
      case 3:
      case 4: read(id); break;
      case 5: vault_.lock(); break;
      case 6: unlock(argument); break;
      case 7: change_ways_in(static_cast<char>('A' + argument % 8)); break;
      case 8: rotate(static_cast<char>('A' + argument % 8)); break;
      case 9: take_out_and_in(); break;
      case 10: if (argument % 16 == 0) damage(argument); break;
      case 11: wait(); break;
    }
  }

  void finish() {
    wait();
    if (is_damaged_) return;
    Vault next(shop_.ports());
    must(shop_.answer<Done>([&](auto callback) { next.unlock(recovery_secret(secret_), callback); }).ok(), "the vault opens with the last way in");
    must(next.records().size() == kept_.size(), "as many records as were acknowledged");
    for (const auto& [id, content] : kept_) must(content_in(next, id) == content, "what was acknowledged is there");
  }

 private:
  void wait() { shop_.loop.run(); }

  void create() {
    vault_.create(only(recovery_secret(secret_)), [this](Outcome outcome) { is_made_ = outcome.ok(); });
  }
  void keep(const RecordId& id, unsigned char argument) {
    const std::string content = std::to_string(++writes_) + std::string(argument, 'x');
    VaultChanges changes;
    changes.kept.push_back({id, argument % 2 == 0 ? RecordType::Draft : RecordType::Document, 1, Personal<std::string>(content)});
    vault_.change(changes, Durability::Strict, [this, id, content](Outcome outcome) {
      if (outcome.ok()) kept_[id] = content;
      must(outcome.ok() || is_damaged_ || !vault_.is_open() || was_locked_, "an open vault keeps");
    });
    was_locked_ = was_locked_ || !vault_.is_open();
  }
  void erase(const RecordId& id) {
    vault_.change({{}, {id}}, Durability::Strict, [this, id](Outcome outcome) {
      if (outcome.ok()) kept_.erase(id);
    });
  }
  void read(const RecordId& id) {
    vault_.read(id, [this, id](Result<KeptRecord> record) {
      if (!record.ok()) return;
      const auto kept = kept_.find(id);
      must(kept != kept_.end(), "only what is kept can be read");
      must(record.value().content.reveal<"a fuzz target compares what comes back">() == kept->second, "and says what was acknowledged");
    });
  }
  void unlock(unsigned char argument) {
    const char secret = argument % 4 == 0 ? '?' : secret_;
    vault_.unlock(recovery_secret(secret), [this, secret](Outcome outcome) {
      if (outcome.ok()) must(secret == secret_ || secret == former_, "a wrong secret opens nothing");
    });
  }
  void change_ways_in(char secret) {
    if (secret == secret_) return;
    wait();
    const char before = secret_;
    // Both ways are open from here on; the old one is taken away by the next rotation.
    vault_.change_slots(recovery_secret(before), only(recovery_secret(secret)), {}, [this, secret, before](Outcome outcome) {
      if (!outcome.ok()) return;
      former_ = before;
      secret_ = secret;
    });
    wait();
  }
  void rotate(char secret) {
    wait();
    vault_.rotate(only(recovery_secret(secret)), [this, secret](Outcome outcome) {
      if (outcome.ok()) former_ = secret_ = secret;
    });
    wait();
  }
  void take_out_and_in() {
    wait();
    const auto file = shop_.answer<std::string>([&](auto callback) { vault_.export_file(callback); });
    if (!file.ok() || is_damaged_) return;
    fuzz::FuzzVault other;
    Vault vault(other.ports());
    must(other.answer<Done>([&](auto callback) { vault.import_file(file.value(), recovery_secret(secret_), callback); }).ok(), "its file opens elsewhere");
    must(vault.records().size() == kept_.size(), "with all its records");
  }
  void damage(unsigned char argument) {
    wait();
    auto& stored = shop_.store.records();
    if (stored.empty()) return;
    auto at = stored.begin();
    std::advance(at, argument % stored.size());
    if (at->second.empty()) return;
    at->second[argument % at->second.size()] ^= 1;
    is_damaged_ = true;
  }
  std::string content_in(Vault& vault, const RecordId& id) {
    const auto record = shop_.answer<KeptRecord>([&](auto callback) { vault.read(id, callback); });
    return record.ok() ? record.value().content.reveal<"a fuzz target compares what comes back">() : "unreadable";
  }

  fuzz::FuzzVault shop_;
  Vault vault_{shop_.ports()};
  std::array<RecordId, 5> ids_;
  std::map<RecordId, std::string> kept_;
  char secret_ = 'A';
  char former_ = 'A';
  int writes_ = 0;
  bool is_made_ = false;
  bool is_damaged_ = false;
  bool was_locked_ = false;
};

}  // namespace

void stadttor::fuzz::feed(std::string_view input) {
  if (input.size() > 200) return;
  VaultCalls calls;
  for (std::size_t i = 0; i + 1 < input.size(); i += 2) calls.call(static_cast<unsigned char>(input[i]), static_cast<unsigned char>(input[i + 1]));
  calls.finish();
}
