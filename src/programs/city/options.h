// What the operator chose on the command line. Every refusal says what is wrong and what to write instead.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"

namespace stadttor::city_server {

enum class Verbosity : unsigned char { Events, Requests };
enum class Task : unsigned char { Serve, MakeKeys, KeepClerks, ShowHelp };
enum class ClerkTask : unsigned char { List, Add, ChangePassword, Remove };

struct Options {
  Task task = Task::Serve;
  std::filesystem::path site = ".build/site";
  std::filesystem::path database = ".build/city/city.sqlite";
  std::filesystem::path keys = ".build/city/keys";
  std::string issuer;  // of the delivery service's events; empty: kDeliveryServiceIssuer
  std::string revoked_key;  // id of the key that is to be revoked; empty: none
  std::vector<std::string> portal_origins;  // that may call the gateway, besides its own
  std::string public_address;               // where links in mails lead; empty: the address printed at start
  std::string submission_api;               // of a delivery service elsewhere; empty: this server's own
  std::string token_endpoint;
  int calls_per_minute = 300;               // of one client at the gateway
  int appointment_calls_per_minute = 60;    // likewise at the appointment server
  int reports_per_hour = 20;                // from one client
  ClerkTask clerk_task = ClerkTask::List;
  std::string clerk;                        // whose account; empty for the list
  std::string host = "127.0.0.1";
  int port = 8080;  // 0: any free port, printed at start
  std::vector<std::string> embed_origins;
  Verbosity verbosity = Verbosity::Events;
};

Result<Options> parse_options(const std::vector<std::string_view>& arguments);

std::string_view options_help();

}  // namespace stadttor::city_server
