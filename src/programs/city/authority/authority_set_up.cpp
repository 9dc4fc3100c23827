#include "programs/city/authority/authority_set_up.h"

#include "platform/native/clock_native.h"
#include "platform/native/secure_random_native.h"
#include "programs/city/authority/api_submission_source.h"
#include "programs/city/authority/authority.h"
#include "programs/city/authority/clerk_accounts.h"
#include "programs/city/authority/inbox_schema.h"
#include "programs/city/site/file_text.h"

namespace stadttor::city_server::authority {

namespace {

// Known to everybody on purpose: the README and the login page tell it.
constexpr const char* kDemoName = "sachbearbeitung";
constexpr const char* kDemoPassword = "Stadttor-Demo-2026";

// Everything the inbox works with, for as long as the server runs.
struct Office {
  FormShelf shelf;
  Connection connection;
  platform::SystemClock clock = {};
  platform::NativeSecureRandom random = {};
  std::unique_ptr<ApiSubmissionSource> source = {};
  std::unique_ptr<Authority> inbox = {};
};

// What the delivery service calls itself: public, as is all of that file.
Result<std::string> issuer_in(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "trust.json";
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(find_file_text(file).value_or(std::string()), file.string()));
  std::string issuer = document.root().required_text("issuer");
  TRY(document.finish());
  return issuer;
}

Result<std::optional<DemoAccount>> demo_of(Connection& connection) {
  TRY_ASSIGN(const bool has_any, has_clerks(connection));
  if (!has_any) TRY(set_clerk(connection, kDemoName, Secret(kDemoPassword)));
  TRY_ASSIGN(const LoginCheck check, check_password(connection, kDemoName, Secret(kDemoPassword)));
  if (check == LoginCheck::Wrong) return std::optional<DemoAccount>();
  return std::optional<DemoAccount>(DemoAccount{kDemoName, kDemoPassword});
}

}  // namespace

std::filesystem::path inbox_database(const std::filesystem::path& city_database) { return city_database.parent_path() / "inbox.sqlite"; }

Result<ServerPart> open_authority(const AuthorityPlaces& places, const ApiRoutes& apis) {
  TRY_ASSIGN(AuthorityKeys keys, read_authority_keys(places.keys));
  TRY_ASSIGN(const std::string issuer, issuer_in(places.keys));
  TRY_ASSIGN(Connection connection, Connection::open(places.database, inbox_schema()));
  TRY_ASSIGN(std::optional<DemoAccount> demo, demo_of(connection));
  const auto office = std::make_shared<Office>(Office{FormShelf::open(places.site), std::move(connection)});
  office->source = std::make_unique<ApiSubmissionSource>([apis](IncomingRequest request) { return apis.answer(std::move(request)); },
                                                         std::move(keys.client), office->clock);
  office->inbox = std::make_unique<Authority>(AuthorityParts{office->shelf, office->connection, *office->source, issuer,
                                                             [folder = places.keys] { return read_authority_keys(folder); }, office->clock,
                                                             office->random, std::move(demo)});
  return ServerPart{&Authority::owns, [office](const IncomingRequest& request) { return office->inbox->answer(request); }};
}

}  // namespace stadttor::city_server::authority
