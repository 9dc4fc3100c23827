#include "programs/city/gateway/destination_statement.h"

#include "programs/city/gateway/certificate_chain.h"
#include "programs/city/gateway/gateway.h"
#include "programs/city/keys/certificate_authority.h"
#include "programs/city/small_authority.h"

namespace stadttor::city_server {
namespace {

constexpr std::int64_t kYear = 365 * 24 * 60 * 60;

std::int64_t present() { return system_unix_clock()(); }

std::vector<std::string> certificates_of(const std::string& jwk) { return protocols::jose::parse_json_web_key(jwk, "key").value().certificates; }

}  // namespace

TEST_SUITE("programs/city") {
  TEST_CASE("the gateway's statement names destination, thumbprint and a day, signed with the key the site pins") {
    const GatewayKeys keys = read_gateway_keys(test_keys()).value();
    const DestinationKeys destination = read_destination_keys(test_keys()).value();
    const Result<std::string> statement = destination_statement(keys, kDestination, destination.encryption_key_id, destination.encryption_jwk, present());
    if (!CHECK(statement.ok())) return;
    const auto jws = protocols::jose::parse_jws(statement.value());
    if (!CHECK(jws.ok())) return;
    CHECK(jws.value().header.algorithm == "ES256");
    CHECK(jws.value().header.type == "destination-statement+jwt");

    Result<JsonDocument> trust = JsonDocument::parse(find_file_text(test_keys() / "trust.json").value(), "trust");
    if (!CHECK(trust.ok())) return;
    const auto pinned = protocols::jose::read_json_web_key(trust.value().root().member("statement_key"));
    if (!CHECK(pinned.ok())) return;
    CHECK(protocols::jose::check_signature_key(pinned.value(), jws.value().header.key_id).ok());
    CHECK(platform::verified_es256(platform::ec_public(pinned.value().point).value().get(), jws.value().signing_input, jws.value().signature).ok());

    Result<JsonDocument> payload = JsonDocument::parse(jws.value().payload, "payload");
    if (!CHECK(payload.ok())) return;
    JsonReader root = payload.value().root();
    const auto key = protocols::jose::parse_json_web_key(destination.encryption_jwk, "key").value();
    CHECK(root.required_text("destinationId") == kDestination);
    CHECK(root.required_text("jkt") == protocols::jose::base64url_from_bytes(platform::hash_of(platform::HashKind::Sha256, protocols::jose::thumbprint_input(key)).value()));
    CHECK(root.required_number("exp") - root.required_number("iat") == 24 * 60 * 60);
    CHECK(root.member("revocation").required_text("status") == "good");
  }

  TEST_CASE("a chain counts only if it leads to the pinned root, now, and is for encryption") {
    const GatewayKeys keys = read_gateway_keys(test_keys()).value();
    const std::vector<std::string> chain = certificates_of(read_destination_keys(test_keys()).value().encryption_jwk);
    const std::string lists = find_file_text(keys.revocation_lists).value_or("");
    CHECK(check_certificate_chain(chain, keys.root_certificate, lists, present()).ok());
    const Result<CertificateAuthority> stranger = CertificateAuthority::make();
    if (!CHECK(stranger.ok())) return;
    CHECK(!check_certificate_chain(chain, stranger.value().root_certificate().value(), lists, present()).ok());
    CHECK(!check_certificate_chain({chain.front()}, keys.root_certificate, lists, present()).ok());
    CHECK(!check_certificate_chain({chain.back()}, keys.root_certificate, lists, present()).ok());
    CHECK(!check_certificate_chain({chain.front(), certificates_of(read_destination_keys(test_keys()).value().signing_jwk).front()}, keys.root_certificate, lists, present()).ok());
    CHECK(!check_certificate_chain(chain, keys.root_certificate, lists, present() + 3 * kYear).ok());
    CHECK(!check_certificate_chain(chain, keys.root_certificate, lists, present() - kYear).ok());
    CHECK(!check_certificate_chain({}, keys.root_certificate, lists, present()).ok());
    CHECK(!check_certificate_chain({"nonsense"}, keys.root_certificate, lists, present()).ok());
  }

  TEST_CASE("without a current list of each authority on the way nothing is said of a chain") {
    const GatewayKeys keys = read_gateway_keys(test_keys()).value();
    const std::vector<std::string> chain = certificates_of(read_destination_keys(test_keys()).value().encryption_jwk);
    const std::string lists = find_file_text(keys.revocation_lists).value_or("");
    const Result<RevocationCheck> check = check_certificate_chain(chain, keys.root_certificate, lists, present());
    if (!CHECK(check.ok())) return;
    CHECK_FALSE(check.value().is_revoked);
    CHECK(check.value().listed_at < present());
    CHECK(check.value().good_until > present());
    CHECK(!check_certificate_chain(chain, keys.root_certificate, "", present()).ok());
    // Of one of the two only, either way.
    const std::size_t second = lists.rfind("-----BEGIN");
    CHECK(!check_certificate_chain(chain, keys.root_certificate, lists.substr(0, second), present()).ok());
    CHECK(!check_certificate_chain(chain, keys.root_certificate, lists.substr(second), present()).ok());
    CHECK(!check_certificate_chain(chain, keys.root_certificate, lists, check.value().good_until + 1).ok());
    CHECK(!check_certificate_chain(chain, keys.root_certificate, lists, check.value().listed_at - 1).ok());
    // Signed by somebody else of the same name.
    const Result<CertificateAuthority> stranger = CertificateAuthority::make();
    if (!CHECK(stranger.ok())) return;
    CHECK(!check_certificate_chain(chain, keys.root_certificate, stranger.value().first_revocation_lists().value(), present()).ok());
  }

  TEST_CASE("a key that was revoked is told as one by the next statement, signed; the others are not") {
    const TemporaryFolder folder;
    std::filesystem::copy(test_keys(), folder.path());
    const GatewayKeys keys = read_gateway_keys(folder.path()).value();
    const DestinationKeys destination = read_destination_keys(folder.path()).value();
    const auto status = [&] {
      const Result<std::string> statement = destination_statement(keys, kDestination, destination.encryption_key_id, destination.encryption_jwk, present());
      if (!CHECK(statement.ok())) return std::string();
      Result<JsonDocument> payload = JsonDocument::parse(protocols::jose::parse_jws(statement.value()).value().payload, "payload");
      JsonReader revocation = payload.value().root().member("revocation");
      CHECK(revocation.required_number("listedAt") <= payload.value().root().required_number("iat"));
      return revocation.required_text("status");
    };
    CHECK(status() == "good");
    CHECK(revoke_key(folder.path(), destination.signing_key_id).ok());
    CHECK(status() == "good");
    CHECK(revoke_key(folder.path(), destination.encryption_key_id).ok());
    CHECK(status() == "revoked");
    // What was revoked stays so when the list is signed again.
    CHECK(revoke_key(folder.path(), destination.signing_key_id).ok());
    CHECK(renew_revocation_lists(folder.path()).ok());
    CHECK(status() == "revoked");
    const Outcome unknown = revoke_key(folder.path(), "another-key");
    if (!CHECK(!unknown.ok())) return;
    CHECK(unknown.error().detail.find(destination.encryption_key_id) != std::string::npos);
  }

  TEST_CASE("no word is given for a key that is not sound, or not the one that was asked for") {
    const GatewayKeys keys = read_gateway_keys(test_keys()).value();
    const DestinationKeys destination = read_destination_keys(test_keys()).value();
    CHECK(!destination_statement(keys, kDestination, "another-key", destination.encryption_jwk, present()).ok());
    CHECK(!destination_statement(keys, kDestination, destination.signing_key_id, destination.signing_jwk, present()).ok());
    CHECK(!destination_statement(keys, kDestination, destination.encryption_key_id, "<html>", present()).ok());
  }

  TEST_CASE("a destination whose key cannot be confirmed gets no statement, and none that does not exist") {
    SmallAuthority authority;
    authority.now = present();
    GatewayKeys keys = read_gateway_keys(test_keys()).value();
    keys.root_certificate = CertificateAuthority::make().value().root_certificate().value();
    ApiRoutes routes;
    Gateway::add_routes(routes, std::make_shared<Gateway>(upstream_of(authority.routes), std::move(keys), GatewaySettings(), [&authority] { return authority.now; }));
    IncomingRequest request;
    request.method = "GET";
    request.path = std::string("/fit-connect/v1/destinations/") + kDestination + "/statement";
    CHECK(routes.answer(request).status == 503);
    request.path = std::string("/fit-connect/v1/destinations/") + kForeignDestination + "/statement";
    CHECK(routes.answer(request).status == 404);
  }
}
}  // namespace stadttor::city_server
