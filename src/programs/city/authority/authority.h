// The authority's inbox at /behoerde/: who may see what, and which request does what. It has its own database and its own keys, apart
// from gateway and delivery service, and talks to the latter as any authority would.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "platform/clock.h"
#include "platform/secure_random.h"
#include "programs/city/authority/form_shelf.h"
#include "programs/city/authority/login_limit.h"
#include "programs/city/authority/pages/login_page.h"
#include "programs/city/authority/posted_fields.h"
#include "programs/city/authority/sessions.h"
#include "programs/city/authority/submission_source.h"
#include "programs/city/database/connection.h"
#include "programs/city/exchange.h"
#include "programs/city/keys/key_folder.h"
#include "programs/city/open311/report_office.h"

namespace stadttor::city_server::authority {

// What an inbox works with. All of it outlives the inbox.
struct AuthorityParts {
  const FormShelf& shelf;
  Connection& connection;  // of inbox_schema()
  SubmissionSource& source;
  std::string issuer;  // what the delivery service calls itself
  // Read anew for each application, so that keys lie in memory only while they are used.
  std::function<Result<AuthorityKeys>()> read_keys;
  const platform::Clock& clock;
  platform::SecureRandom& random;
  std::optional<DemoAccount> demo = {};
  open311::ReportOffice* reports = nullptr;  // null: the city takes none
};

class Authority {
 public:
  explicit Authority(AuthorityParts parts);

  static bool owns(std::string_view path);

  // May be called from several threads.
  Answer answer(const IncomingRequest& request);

 private:
  struct Asked;

  // Nothing for sessions of an account that is gone or has another password since.
  std::optional<Session> find_session(const IncomingRequest& request);
  std::int64_t now() const { return parts_.clock.now() / 1000; }
  Answer answer_to(Asked& asked);
  Answer answer_to_post(Asked& asked);
  Answer log_in(const Asked& asked);
  Answer log_out(const Asked& asked);
  Answer show_list(const Asked& asked);
  Answer show_audit_log(const Asked& asked);
  Answer answer_about_application(const Asked& asked);
  std::string collect();

  AuthorityParts parts_;
  Sessions sessions_;
  LoginLimit limit_;
  std::mutex collecting_;
  std::int64_t collected_at_ = 0;
};

}  // namespace stadttor::city_server::authority
