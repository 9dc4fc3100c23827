#include "programs/city/keys/key_folder.h"

#include <sys/stat.h>

#include "programs/city/small_authority.h"

namespace stadttor::city_server {

TEST_SUITE("programs/city") {
  TEST_CASE("private keys and secrets are for their owner alone, and the folder, too") {
    for (const auto& entry : std::filesystem::directory_iterator(test_keys())) {
      struct stat facts {};
      CHECK(::stat(entry.path().c_str(), &facts) == 0);
      const bool is_private = entry.path().string().find(".private.") != std::string::npos;
      const std::string text = find_file_text(entry.path()).value_or("");
      CHECK((facts.st_mode & 0777) == (is_private ? 0600 : 0644));
      if (!is_private) CHECK(text.find("\"d\"") == std::string::npos);
      if (!is_private) CHECK(text.find("secret") == std::string::npos);
    }
    CHECK(std::filesystem::status(test_keys()).permissions() == std::filesystem::perms::owner_all);
  }

  TEST_CASE("a folder that has keys keeps them") {
    const std::string before = find_file_text(test_keys() / "trust.json").value_or("");
    CHECK(make_keys(test_keys(), "https://another.example").ok());
    CHECK(find_file_text(test_keys() / "trust.json").value_or("") == before);
  }

  TEST_CASE("the keys are what FIT-Connect's profile demands, and hold good now") {
    const DestinationKeys keys = read_destination_keys(test_keys()).value();
    const auto encryption = protocols::jose::parse_json_web_key(keys.encryption_jwk, "key").value();
    const auto signing = protocols::jose::parse_json_web_key(keys.signing_jwk, "key").value();
    CHECK(protocols::jose::check_encryption_key(encryption, keys.encryption_key_id).ok());
    CHECK(protocols::jose::check_signature_key(signing, keys.signing_key_id).ok());
    CHECK(protocols::jose::check_validity(encryption, system_unix_clock()() * 1000).ok());
    CHECK(encryption.certificates.size() == 2);
  }

  TEST_CASE("a folder without keys is named with what to do") {
    const TemporaryFolder empty;
    const Result<GatewayKeys> keys = read_gateway_keys(empty.path());
    if (!CHECK(!keys.ok())) return;
    CHECK(keys.error().detail.find("city keys --out") != std::string::npos);
  }
}
}  // namespace stadttor::city_server
