#include "programs/city/authority/authority_set_up.h"

#include "platform/native/clock_native.h"
#include "platform/native/secure_random_native.h"
#include "programs/city/authority/api_submission_source.h"
#include "programs/city/authority/authority.h"
#include "programs/city/authority/clerk_accounts.h"
#include "programs/city/authority/inbox_schema.h"
#include "programs/city/event_log.h"
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
  std::shared_ptr<open311::ReportOffice> reports = {};
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

Result<bool> has_demo_account(Connection& connection) {
  TRY_ASSIGN(const LoginCheck check, check_password(connection, kDemoName, Secret(kDemoPassword)));
  return check == LoginCheck::Right;
}

Result<std::optional<DemoAccount>> demo_of(Connection& connection) {
  TRY_ASSIGN(const bool has_any, has_clerks(connection));
  if (!has_any) TRY(set_clerk(connection, kDemoName, Secret(kDemoPassword)));
  TRY_ASSIGN(const bool is_there, has_demo_account(connection));
  if (!is_there) return std::optional<DemoAccount>();
  log_event(LogLevel::Warning, "demo_account", {{"name", kDemoName}, {"remedy", "everybody knows its password; a real city is no demonstration (portal.json) and has accounts of its own: city clerk add NAME"}});
  return std::optional<DemoAccount>(DemoAccount{kDemoName, kDemoPassword});
}

Outcome remove_demo(Connection& connection) {
  TRY_ASSIGN(const bool is_there, has_demo_account(connection));
  if (is_there) {
    TRY(remove_clerk(connection, kDemoName));
    log_event(LogLevel::Warning, "demo_account_removed", {{"name", kDemoName}});
  }
  TRY_ASSIGN(const bool has_any, has_clerks(connection));
  if (!has_any) log_event(LogLevel::Warning, "no_clerks", {{"remedy", "nobody can log in to the inbox; run: city clerk add NAME"}});
  return Done{};
}

}  // namespace

std::filesystem::path inbox_database(const std::filesystem::path& city_database) { return city_database.parent_path() / "inbox.sqlite"; }

Result<ServerPart> open_authority(const AuthorityPlaces& places, const ApiRoutes& apis, DemoClerk wanted, std::shared_ptr<open311::ReportOffice> reports) {
  TRY_ASSIGN(AuthorityKeys keys, read_authority_keys(places.keys));
  TRY_ASSIGN(const std::string issuer, issuer_in(places.keys));
  TRY_ASSIGN(Connection connection, Connection::open(places.database, inbox_schema()));
  std::optional<DemoAccount> demo;
  if (wanted == DemoClerk::Kept) {
    TRY_ASSIGN(demo, demo_of(connection));
  } else {
    TRY(remove_demo(connection));
  }
  const auto office = std::make_shared<Office>(Office{FormShelf::open(places.site), std::move(connection)});
  office->reports = std::move(reports);
  office->source = std::make_unique<ApiSubmissionSource>([apis](IncomingRequest request) { return apis.answer(std::move(request)); },
                                                         std::move(keys.client), office->clock);
  office->inbox = std::make_unique<Authority>(AuthorityParts{office->shelf, office->connection, *office->source, issuer,
                                                             [folder = places.keys] { return read_authority_keys(folder); }, office->clock,
                                                             office->random, std::move(demo), office->reports.get()});
  return ServerPart{&Authority::owns, [office](const IncomingRequest& request) { return office->inbox->answer(request); }};
}

}  // namespace stadttor::city_server::authority
