// A JWE that nobody encrypted for this key opens for nobody, whatever its header says.
#include "fuzz/fuzz_target.h"
#include "platform/native/cryptography_native.h"
#include "platform/native/event_loop_native.h"
#include "protocols/jose/json_web_encryption.h"
#include "protocols/jose/protected_header.h"

namespace {

struct Recipient {
  stadttor::platform::NativeEventLoop loop;
  stadttor::platform::NativeCryptography cryptography{loop};
  stadttor::protocols::jose::EncryptionKey key{nullptr, "2026-11"};

  Recipient() {
    // Of any kind: what gets as far as asking for the key has passed the profile.
    using namespace stadttor::platform;
    cryptography.make_key(KeyKind::AesKeyWrap, KeyExport::Never, [this](stadttor::Result<KeyHandle> made) { key.handle = made.value(); });
    loop.run();
  }
};

}  // namespace

void stadttor::fuzz::feed(std::string_view input) {
  using namespace protocols::jose;
  static Recipient recipient;
  int answers = 0;
  decrypt_jwe(recipient.cryptography, recipient.key, input, [&answers](Result<DecryptedJwe> plain) {
    must(!plain.ok(), "nothing opens");
    ++answers;
  });
  recipient.loop.run();
  must(answers == 1, "answered once");
  must(authentication_tag_of(input).size() <= input.size(), "the tag stood in it");
  const std::string_view segment = input.substr(0, input.find('.'));
  for (const HeaderKind kind : {HeaderKind::Encryption, HeaderKind::Signature}) {
    const auto header = read_protected_header(segment, kind);
    if (header.ok()) must(!header.value().algorithm.empty(), "a header names its algorithm");
  }
}
