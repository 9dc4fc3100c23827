// The reference city server: reads options, opens site and database, serves until it is told to stop.
#include <signal.h>
#include <unistd.h>

#include <cstdio>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "programs/city/api/municipal_apis.h"
#include "programs/city/authority/authority_set_up.h"
#include "programs/city/authority/clerk_command.h"
#include "programs/city/database/connection.h"
#include "programs/city/event_log.h"
#include "programs/city/fit_connect/fit_connect_set_up.h"
#include "programs/city/keys/key_folder.h"
#include "programs/city/open311/open311_set_up.h"
#include "programs/city/options.h"
#include "programs/city/pack_import.h"
#include "programs/city/server.h"
#include "programs/city/site/portal_manifest.h"
#include "programs/city/zms/citizen_api_set_up.h"

namespace stadttor::city_server {
namespace {

constexpr int kFailed = 1;
constexpr int kWrongUse = 2;

int told_failure(const Error& error, int exit_code) {
  std::fprintf(stderr, "city: %s: %s\n", error.where.c_str(), error.detail.c_str());
  return exit_code;
}

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

// Serves in a second thread, so that this one can wait for the signal without a signal handler.
Outcome serve_until_stopped(Server& server) {
  const sigset_t signals = stop_signals();
  Outcome served = Done{};
  std::thread serving([&] {
    served = server.serve();
    ::kill(::getpid(), SIGTERM);  // wakes the waiting thread when serving ended by itself
  });
  int received = 0;
  sigwait(&signals, &received);
  log_event(LogLevel::Info, "stopping");
  server.stop();
  serving.join();
  return served;
}

std::string address_text(const Options& options, int port) {
  const bool local = options.host == "127.0.0.1" || options.host == "0.0.0.0" || options.host == "localhost";
  return "http://" + (local ? std::string("localhost") : options.host) + ":" + std::to_string(port);
}

// Apart from applications: reports need no keys, and no more than a list of what can be reported.
Result<std::shared_ptr<open311::ReportOffice>> open_reports(Server& server, const Options& options) {
  const UnixClock now = system_unix_clock();
  TRY_ASSIGN(auto office, open311::open_report_office(options.site, open311::report_database(options.database), now()));
  if (office == nullptr) return office;
  open311::GeoReportSettings settings;
  settings.portal_origins = options.portal_origins;
  settings.public_address = options.public_address;
  settings.each_sender = {static_cast<double>(options.reports_per_hour), options.reports_per_hour / 3600.0};
  server.add_part(open311::georeport_part(office, std::move(settings), now));
  return office;
}

Outcome run(const Options& options) {
  const PortalManifest manifest = portal_manifest_from_site(options.site);
  TRY_ASSIGN(Site site, Site::open(options.site, manifest.languages));
  TRY_ASSIGN(Connection connection, Connection::open(options.database));
  SecurityPolicy policy{manifest.connect_origins, manifest.embed_origins};
  policy.embed_origins.insert(policy.embed_origins.end(), options.embed_origins.begin(), options.embed_origins.end());
  ApiRoutes apis = municipal_apis(connection);
  const bool takes_applications = has_keys(options.keys);
  const FitConnectPlaces places{options.site, options.keys};
  if (takes_applications) {
    // In a folder that cannot be written they stay as they are, and hold good for a while.
    if (const Outcome renewed = renew_revocation_lists(options.keys); !renewed.ok()) log_event(LogLevel::Warning, "revocation_lists_not_renewed", {{"problem", text_from_error(renewed.error())}});
    GatewaySettings gateway;
    gateway.portal_origins = options.portal_origins;
    gateway.each_client = {static_cast<double>(options.calls_per_minute), options.calls_per_minute / 60.0};
    TRY(add_fit_connect(apis, connection, places, gateway, {options.submission_api, options.token_endpoint}, system_unix_clock()));
  } else {
    log_event(LogLevel::Warning, "no_keys", {{"folder", options.keys.string()}, {"remedy", "run: city keys --out FOLDER"}});
  }
  Server server(std::move(site), apis, std::move(policy), options.verbosity);
  // Before anything is recorded: a second server that is started by mistake changes nothing.
  TRY_ASSIGN(const int port, server.bind(options.host, options.port));
  TRY(import_packs(connection, options.site, manifest));
  TRY_ASSIGN(std::shared_ptr<open311::ReportOffice> reports, open_reports(server, options));
  if (takes_applications) {
    TRY(import_fit_connect(connection, places));
    const authority::DemoClerk demo = manifest.is_demonstration ? authority::DemoClerk::Kept : authority::DemoClerk::Removed;
    const authority::AuthorityPlaces inbox_places{options.site, options.keys, authority::inbox_database(options.database)};
    TRY_ASSIGN(ServerPart inbox, authority::open_authority(inbox_places, apis, demo, std::move(reports)));
    server.add_part(std::move(inbox));
  }

  const std::string address = address_text(options, port);
  zms::CitizenApiSettings appointments;
  appointments.public_address = options.public_address.empty() ? address : options.public_address;
  appointments.portal_origins = options.portal_origins;
  appointments.each_client = {static_cast<double>(options.appointment_calls_per_minute), options.appointment_calls_per_minute / 60.0};
  TRY_ASSIGN(std::optional<ServerPart> citizen_api, zms::open_citizen_api({options.site, options.database}, appointments, system_unix_clock()));
  if (citizen_api) server.add_part(*std::move(citizen_api));

  log_event(LogLevel::Info, "start",
            {{"address", address}, {"site", options.site.string()}, {"database", options.database.string()}});
  std::printf("%s  (Ctrl+C stops the server)\n", address.c_str());
  std::fflush(stdout);

  TRY(serve_until_stopped(server));
  TRY(connection.checkpoint());
  log_event(LogLevel::Info, "stopped");
  return Done{};
}

Outcome done_as_chosen(const Options& options) {
  if (options.task == Task::MakeKeys) return options.revoked_key.empty() ? make_keys(options.keys, options.issuer) : revoke_key(options.keys, options.revoked_key);
  if (options.task == Task::KeepClerks) return authority::run_clerk_command(options.clerk_task, options.clerk, authority::inbox_database(options.database));
  return run(options);
}

int run_program(const std::vector<std::string_view>& arguments) {
  // Blocked before any thread exists, so that every thread inherits it and only sigwait() sees them.
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);

  const Result<Options> options = parse_options(arguments);
  if (!options.ok()) return told_failure(options.error(), kWrongUse);
  if (options.value().task == Task::ShowHelp) {
    std::fwrite(options_help().data(), 1, options_help().size(), stdout);
    return 0;
  }
  const Outcome outcome = done_as_chosen(options.value());
  return outcome.ok() ? 0 : told_failure(outcome.error(), kFailed);
}

}  // namespace
}  // namespace stadttor::city_server

int main(int argument_count, char** arguments) {
  return stadttor::city_server::run_program({arguments + 1, arguments + argument_count});
}
