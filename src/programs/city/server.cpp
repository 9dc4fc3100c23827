#include "programs/city/server.h"

#include <httplib.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include "programs/city/api/problem.h"
#include "programs/city/event_log.h"
#include "programs/city/http_edge.h"

namespace stadttor::city_server {
namespace {

constexpr std::size_t kThreads = 64;  // a browser holds up to six connections, each one a thread while it is open
constexpr std::size_t kPathLimit = 2048;  // bytes; also keeps the library's pattern matching from deep recursion
constexpr std::size_t kRequestsPerConnection = 1000;
constexpr int kWaitingConnections = 1024;
constexpr int kIdleSeconds = 2;  // a clean stop waits at most this long for idle connections

Error port_refusal(const std::string& host, int port, int cause) {
  std::string detail;
  if (cause == EADDRINUSE) {
    detail = "port " + std::to_string(port) + " is taken by another program; choose another with --port " +
             std::to_string(port < 65535 ? port + 1 : 8080) + ", or stop the other program";
  } else if (cause == EACCES) {
    detail = "port " + std::to_string(port) + " needs more rights; choose one from 1024 upwards, like --port 8080";
  } else {
    detail = std::string("cannot listen here (") + std::strerror(cause) + "); check --host and --port";
  }
  return Error{ErrorKind::NotSupported, host + ":" + std::to_string(port), std::move(detail), NextStep::CorrectInput};
}

}  // namespace

struct Server::Library {
  Library(Site site_value, ApiRoutes apis_value, SecurityPolicy policy_value)
      : site(std::move(site_value)), apis(std::move(apis_value)), policy(std::move(policy_value)) {}

  void answer(const httplib::Request& request, httplib::Response& response, IncomingRequest incoming) const {
    send(request, response, answer_to(std::move(incoming)));
  }

  const ServerPart* find_part(std::string_view path) const {
    const auto found = std::find_if(parts.begin(), parts.end(), [path](const ServerPart& part) { return part.owns(path); });
    return found == parts.end() ? nullptr : &*found;
  }

  BodyRules body_rules(const httplib::Request& request) const {
    if (const ServerPart* part = find_part(request.path)) return {part->body_limit, part->files};
    return {apis.body_limit(request.method, request.path)};
  }

  Answer answer_to(IncomingRequest incoming) const {
    if (const ServerPart* part = find_part(incoming.path)) return part->answer(incoming);
    return apis.owns(incoming.path) ? apis.answer(std::move(incoming)) : site.answer(incoming);
  }

  // A part says it in its own words.
  Answer too_large_answer(const httplib::Request& request, std::size_t limit) const {
    const ServerPart* part = find_part(request.path);
    if (part == nullptr) return content_too_large_answer(limit);
    IncomingRequest incoming = incoming_from(request);
    incoming.body_state = BodyState::TooLarge;
    return part->answer(incoming);
  }

  void send(const httplib::Request& request, httplib::Response& response, Answer answer,
            AfterAnswer after = AfterAnswer::KeepOpen) const {
    add_security_headers(answer, policy, transport_of(request));
    keep_answer_as_written(request);
    write_answer(std::move(answer), after, response);
  }

  httplib::Server::HandlerResponse route(const httplib::Request& request, httplib::Response& response) const;
  void receive(const httplib::Request& request, httplib::Response& response,
               const httplib::ContentReader& content) const;
  void refuse_for_library(const httplib::Request& request, httplib::Response& response) const;
  void set_up(Verbosity verbosity);

  Site site;
  ApiRoutes apis;
  std::vector<ServerPart> parts;
  SecurityPolicy policy;
  httplib::Server http;
  int listening_socket = -1;
  std::atomic<bool> finished = false;
};

// Requests without a body end here; the others go on to receive().
httplib::Server::HandlerResponse Server::Library::route(const httplib::Request& request,
                                                        httplib::Response& response) const {
  using Next = httplib::Server::HandlerResponse;
  if (request.path.size() > kPathLimit) {
    send(request, response, protocol_failure_answer(414), AfterAnswer::Close);
    return Next::Handled;
  }
  if (may_have_body(request.method)) return Next::Unhandled;
  if (announces_body(request)) {
    // Because: the library would take the body of a GET for the next request of the connection.
    send(request, response, protocol_failure_answer(400), AfterAnswer::Close);
    return Next::Handled;
  }
  answer(request, response, incoming_from(request));
  return Next::Handled;
}

void Server::Library::receive(const httplib::Request& request, httplib::Response& response,
                              const httplib::ContentReader& content) const {
  IncomingRequest incoming = incoming_from(request);
  const BodyRest rest = read_body(request, content, body_rules(request), incoming);
  send(request, response, answer_to(std::move(incoming)), rest == BodyRest::Unread ? AfterAnswer::Close : AfterAnswer::KeepOpen);
}

void Server::Library::refuse_for_library(const httplib::Request& request, httplib::Response& response) const {
  if (response.has_header("Content-Type")) return;  // one of our own answers
  send(request, response, protocol_failure_answer(response.status), AfterAnswer::Close);
}

void Server::Library::set_up(Verbosity verbosity) {
  http.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
  http.set_keep_alive_max_count(kRequestsPerConnection);
  http.set_keep_alive_timeout(kIdleSeconds);
  http.set_tcp_nodelay(true);  // header and body are two writes; without this the second one waits for the client
  http.set_socket_options([this](int socket) {
    // Because: the library's default shares the port (SO_REUSEPORT), and two servers would take turns unnoticed.
    const int on = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    listening_socket = socket;
  });
  http.set_payload_max_length(kLongestBody);

  http.set_pre_routing_handler([this](const auto& request, auto& response) { return route(request, response); });
  const std::string any_path = R"([\s\S]*)";
  const httplib::Server::HandlerWithContentReader with_body =
      [this](const auto& request, auto& response, const auto& content) { receive(request, response, content); };
  const httplib::Server::Handler without_body = [this](const auto& request, auto& response) {
    answer(request, response, incoming_from(request));
  };
  http.Post(any_path, with_body).Put(any_path, with_body).Patch(any_path, with_body).Delete(any_path, with_body);
  http.Delete(any_path, without_body);

  http.set_expect_100_continue_handler([this](const httplib::Request& request, httplib::Response& response) {
    const std::size_t limit = body_rules(request).limit;
    if (announced_body_size(request) <= limit) return 100;
    send(request, response, too_large_answer(request, limit), AfterAnswer::Close);
    return 413;
  });
  http.set_error_handler(httplib::Server::Handler(
      [this](const auto& request, auto& response) { refuse_for_library(request, response); }));
  http.set_exception_handler([this](const auto& request, auto& response, std::exception_ptr) {
    log_event(LogLevel::Failure, "request_failed", {{"method", request.method}, {"path", request.path}});
    send(request, response, server_failure_answer(), AfterAnswer::Close);
  });
  if (verbosity == Verbosity::Requests) {
    http.set_logger([](const auto& request, const auto& response) {
      log_event(LogLevel::Info, "request",
                {{"method", request.method}, {"path", request.path}, {"status", std::to_string(response.status)}});
    });
  }
}

Server::Server(Site site, ApiRoutes apis, SecurityPolicy policy, Verbosity verbosity)
    : library_(std::make_unique<Library>(std::move(site), std::move(apis), std::move(policy))) {
  library_->set_up(verbosity);
}

Server::~Server() = default;

void Server::add_part(ServerPart part) { library_->parts.push_back(std::move(part)); }

Result<int> Server::bind(const std::string& host, int port) {
  errno = 0;
  const int bound = port == 0 ? library_->http.bind_to_any_port(host)
                    : library_->http.bind_to_port(host, port) ? port
                                                              : -1;
  if (bound <= 0) return port_refusal(host, port, errno);
  // Because: the library lets five connections wait; a sixth one is dropped and its browser tries again after a second.
  ::listen(library_->listening_socket, kWaitingConnections);
  return bound;
}

Outcome Server::serve() {
  const bool served = library_->http.listen_after_bind();
  library_->finished = true;
  if (served) return Done{};
  return Error{ErrorKind::ServerFailed, "listening", "the network connection of the server broke", NextStep::TryAgain};
}

void Server::stop() {
  // Because: the library ignores a stop that comes before it listens.
  while (!library_->http.is_running() && !library_->finished) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  library_->http.stop();
}

}  // namespace stadttor::city_server
