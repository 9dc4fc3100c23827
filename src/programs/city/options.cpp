#include "programs/city/options.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "programs/city/site/origin.h"

namespace stadttor::city_server {
namespace {

constexpr std::string_view kHelp =
    R"(city - the reference city server: the portal's site and the municipal APIs

  --site DIR             the built site            (default .build/site)
  --database FILE        the server's database     (default .build/city/city.sqlite)
  --keys DIR             keys and secrets for sending applications (default .build/city/keys)
  --port N               1 to 65535, 0 = any free  (default 8080)
  --host ADDRESS         where to listen           (default 127.0.0.1)
  --embed-origin ORIGIN  a site that may show the portal in a frame; repeatable
  --portal-origin ORIGIN a portal elsewhere that may send through the gateway; repeatable
  --public-address ORIGIN where the portal is found from outside: links in mails lead there
  --gateway-limit N      calls a minute that one client may make at the gateway (default 300)
  --appointment-limit N  calls a minute that one client may make about appointments (default 60)
  --report-limit N       reports an hour that one client may send (default 20)
  --submission-api URL, --token-endpoint URL
                         a FIT-Connect delivery service elsewhere for the gateway to send to
  --verbose              log every request: method, path and status, never who asked
  --help                 this page

city keys [--out DIR] [--issuer URI] [--revoke KEY-ID]
                         makes what is missing of those keys, and what a site has to know of them (trust.json); renews the
                         list of what was revoked, or puts a key on it: nothing is sent under it any more

city clerk list | add NAME | password NAME | remove NAME   [--database FILE]
                         the accounts of the authority's inbox; passwords are asked for at the terminal, or read from
                         the standard input as one line, and never stand on the command line
)";

Error refused(std::string where, std::string detail) {
  return Error{ErrorKind::MalformedData, std::move(where), std::move(detail), NextStep::CorrectInput};
}

std::optional<int> find_small_number(std::string_view text) {
  int port = -1;
  const char* end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, port);
  if (failure != std::errc() || stop != end || port < 0 || port > 65535) return std::nullopt;
  return port;
}

Outcome read_valued_option(std::string_view name, std::string_view value, Options& options) {
  if (name == "--site") {
    options.site = std::filesystem::path(value);
  } else if (name == "--database") {
    options.database = std::filesystem::path(value);
  } else if (name == "--keys" || name == "--out") {
    options.keys = std::filesystem::path(value);
  } else if (name == "--issuer") {
    options.issuer = std::string(value);
  } else if (name == "--revoke") {
    options.revoked_key = std::string(value);
  } else if (name == "--host") {
    options.host = std::string(value);
  } else if (name == "--port") {
    const std::optional<int> port = find_small_number(value);
    if (!port) return refused("--port " + std::string(value), "write a number from 0 to 65535, like --port 8080");
    options.port = *port;
  } else if (name == "--submission-api" || name == "--token-endpoint") {
    (name == "--submission-api" ? options.submission_api : options.token_endpoint) = std::string(value);
  } else if (name == "--gateway-limit" || name == "--appointment-limit") {
    const std::optional<int> calls = find_small_number(value);
    if (!calls || *calls == 0) {
      return refused(std::string(name) + " " + std::string(value), "write a number from 1 to 65535, like " + std::string(name) + " 300");
    }
    (name == "--gateway-limit" ? options.calls_per_minute : options.appointment_calls_per_minute) = *calls;
  } else if (name == "--report-limit") {
    const std::optional<int> reports = find_small_number(value);
    if (!reports || *reports == 0) return refused("--report-limit " + std::string(value), "write a number from 1 to 65535, like --report-limit 20");
    options.reports_per_hour = *reports;
  } else {
    if (!is_origin(value)) {
      return refused(std::string(name) + " " + std::string(value),
                     "write scheme and host without a path, like " + std::string(name) + " https://www.musterstadt.example");
    }
    if (name == "--public-address") {
      options.public_address = std::string(value);
      return Done{};
    }
    (name == "--embed-origin" ? options.embed_origins : options.portal_origins).emplace_back(value);
  }
  return Done{};
}

bool takes_value(std::string_view name, Task task) {
  constexpr std::array<std::string_view, 13> kServing = {"--site", "--database", "--keys", "--host", "--port", "--embed-origin", "--portal-origin", "--gateway-limit",
                                                         "--appointment-limit", "--report-limit", "--public-address", "--submission-api", "--token-endpoint"};
  if (task == Task::MakeKeys) return name == "--out" || name == "--issuer" || name == "--revoke";
  if (task == Task::KeepClerks) return name == "--database";
  return std::find(kServing.begin(), kServing.end(), name) != kServing.end();
}

// "clerk add anna": how many of the words behind "clerk" are used up.
Result<std::size_t> read_clerk_task(const std::vector<std::string_view>& arguments, Options& options) {
  constexpr std::pair<std::string_view, ClerkTask> kTasks[] = {
      {"list", ClerkTask::List}, {"add", ClerkTask::Add}, {"password", ClerkTask::ChangePassword}, {"remove", ClerkTask::Remove}};
  const std::string_view word = arguments.size() > 1 ? arguments[1] : std::string_view();
  const auto* found = std::find_if(std::begin(kTasks), std::end(kTasks), [word](const auto& task) { return task.first == word; });
  if (found == std::end(kTasks)) return refused("clerk", "write list, add NAME, password NAME or remove NAME, like: city clerk add anna");
  options.task = Task::KeepClerks;
  options.clerk_task = found->second;
  if (options.clerk_task == ClerkTask::List) return std::size_t{1};
  if (arguments.size() < 3 || arguments[2].empty() || arguments[2].front() == '-') return refused("clerk " + std::string(word), "needs the account's name, like: city clerk " + std::string(word) + " anna");
  options.clerk = std::string(arguments[2]);
  return std::size_t{2};
}

}  // namespace

Result<Options> parse_options(const std::vector<std::string_view>& arguments) {
  Options options;
  for (std::size_t at = 0; at < arguments.size(); ++at) {
    std::string_view name = arguments[at];
    if (name == "--help" || name == "-h") {
      options.task = Task::ShowHelp;
      continue;
    }
    if (name == "keys" && at == 0) {
      options.task = Task::MakeKeys;
      continue;
    }
    if (name == "clerk" && at == 0) {
      TRY_ASSIGN(const std::size_t used, read_clerk_task(arguments, options));
      at += used;
      continue;
    }
    if (name == "--verbose") {
      options.verbosity = Verbosity::Requests;
      continue;
    }

    // Both spellings are common: "--port 8080" and "--port=8080".
    std::optional<std::string_view> value;
    if (const std::size_t equals = name.find('='); equals != std::string_view::npos) {
      value = name.substr(equals + 1);
      name = name.substr(0, equals);
    }
    if (!takes_value(name, options.task)) return refused(std::string(name), "unknown option; --help lists all of them");
    if (!value && at + 1 < arguments.size()) value = arguments[++at];
    if (!value || value->empty()) return refused(std::string(name), "needs a value; --help shows an example of each");
    TRY(read_valued_option(name, *value, options));
  }
  if (options.submission_api.empty() != options.token_endpoint.empty()) {
    return refused("--submission-api", "goes together with --token-endpoint: the gateway needs both addresses");
  }
  return options;
}

std::string_view options_help() { return kHelp; }

}  // namespace stadttor::city_server
