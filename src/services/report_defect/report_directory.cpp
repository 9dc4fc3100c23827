#include "services/report_defect/report_directory.h"

#include <algorithm>
#include <set>

namespace stadttor::services::report_defect {

using protocols::RetryAdvice;
using protocols::open311::Access;
using protocols::open311::Format;
using protocols::open311::ReportClient;
using protocols::open311::RequestFilter;
using protocols::open311::ServiceDefinition;
using protocols::open311::ServiceRequest;
using protocols::open311::ServiceType;

namespace {

// The longest span the standard allows.
constexpr platform::Instant kSpan = platform::Instant{90} * 24 * 60 * 60'000;
constexpr std::size_t kMostPublished = 10'000;
// Where there are more, only what is wanted is asked for.
constexpr std::size_t kMostAskedAhead = 60;

bool is_there(const std::vector<ServiceType>& types) { return !types.empty(); }
bool is_there(const ServiceDefinition& definition) { return !definition.service_code.empty(); }

}  // namespace

struct ReportDirectory::State : std::enable_shared_from_this<ReportDirectory::State> {
  platform::Clock& clock;
  ReportClient client;
  std::function<void()> changed;
  Asked<std::vector<ServiceType>> types{};
  std::map<std::string, Asked<ServiceDefinition>> definitions{};
  Asked<std::vector<ServiceRequest>> published{};
  std::vector<ServiceRequest> arriving{};
  std::set<std::string> known{};
  platform::Instant until = 0;
  std::string language{};
  unsigned turn = 0;  // counts languages: answers in an earlier one are dropped

  State(platform::HttpClient& http, platform::Clock& used, const std::string& endpoint, const std::string& jurisdiction, std::function<void()> tell)
      : clock(used), client(http, endpoint, Format::Json, Access{jurisdiction, {}}), changed(std::move(tell)) {}

  template <class Value>
  std::function<void(Result<Value>, RetryAdvice)> into(Asked<Value>& asked) {
    asked.progress = Progress::Asking;
    return [weak = weak_from_this(), &asked, asked_in = turn](Result<Value> result, const RetryAdvice&) {
      const auto state = weak.lock();
      if (!state || state->turn != asked_in) return;
      // In another language is better than not at all.
      asked.progress = result.ok() || is_there(asked.value) ? Progress::There : Progress::Failed;
      if (result.ok()) asked.value = std::move(result).value();
      state->changed();
    };
  }

  // Servers give some hundred at a time; those that don't know pages give the same again, which ends it.
  void ask_published(unsigned page) {
    RequestFilter filter;
    filter.from = until - kSpan;
    filter.until = until;
    filter.page = page;
    client.request_reports(filter, [weak = weak_from_this(), page, asked_in = turn](Result<std::vector<ServiceRequest>> result, const RetryAdvice&) {
      const auto state = weak.lock();
      if (state && state->turn == asked_in) state->take_published(std::move(result), page);
    });
  }

  void take_published(Result<std::vector<ServiceRequest>> result, unsigned page) {
    std::size_t fresh = 0;
    if (result.ok()) {
      for (ServiceRequest& request : result.value()) {
        if (arriving.size() >= kMostPublished || request.id.empty() || !known.insert(request.id).second) continue;
        arriving.push_back(std::move(request));
        ++fresh;
      }
      if (fresh > 0 && arriving.size() < kMostPublished) return ask_published(page + 1);
    }
    // Some of them are better than none.
    published.progress = result.ok() || !arriving.empty() ? Progress::There : Progress::Failed;
    std::stable_sort(arriving.begin(), arriving.end(), [](const ServiceRequest& a, const ServiceRequest& b) { return a.requested_at.value_or(0) > b.requested_at.value_or(0); });
    if (published.progress == Progress::There) published.value = std::move(arriving);
    arriving.clear();
    known.clear();
    changed();
  }
};

ReportDirectory::ReportDirectory(platform::HttpClient& http, platform::Clock& clock, const std::string& endpoint, const std::string& jurisdiction, std::function<void()> changed)
    : state_(std::make_shared<State>(http, clock, endpoint, jurisdiction, std::move(changed))) {}
ReportDirectory::~ReportDirectory() = default;

void ReportDirectory::speak(const std::string& language) {
  if (state_->language == language) return;
  state_->language = language;
  state_->client.speak(language);
  ++state_->turn;
  state_->types.progress = Progress::NotAsked;
  state_->published.progress = Progress::NotAsked;
  state_->arriving.clear();
  state_->known.clear();
  for (auto& entry : state_->definitions) entry.second.progress = Progress::NotAsked;
}

const Asked<std::vector<ServiceType>>& ReportDirectory::types() {
  if (state_->types.progress == Progress::NotAsked) state_->client.request_service_types(state_->into(state_->types));
  return state_->types;
}

const Asked<ServiceDefinition>& ReportDirectory::definition(const std::string& service_code) {
  Asked<ServiceDefinition>& asked = state_->definitions[service_code];
  if (asked.progress != Progress::NotAsked) return asked;
  const ServiceType* type = find_type(service_code);
  if (type != nullptr && !type->has_definition) {
    asked.progress = Progress::There;
    return asked;
  }
  state_->client.request_definition(service_code, state_->into(asked));
  return asked;
}

void ReportDirectory::ask_all_definitions() {
  if (state_->types.progress != Progress::There || state_->types.value.size() > kMostAskedAhead) return;
  for (const ServiceType& type : state_->types.value) (void)definition(type.code);
}

const Asked<std::vector<ServiceRequest>>& ReportDirectory::published() {
  if (state_->published.progress == Progress::NotAsked) {
    state_->published.progress = Progress::Asking;
    state_->until = state_->clock.now();
    state_->ask_published(1);
  }
  return state_->published;
}

const ServiceType* ReportDirectory::find_type(std::string_view code) const {
  const auto& types = state_->types.value;
  const auto found = std::find_if(types.begin(), types.end(), [code](const ServiceType& one) { return one.code == code; });
  return found == types.end() ? nullptr : &*found;
}

void ReportDirectory::forget_failures() {
  const auto forget = [](auto& asked) {
    if (asked.progress == Progress::Failed) asked.progress = Progress::NotAsked;
  };
  forget(state_->types);
  forget(state_->published);
  for (auto& entry : state_->definitions) forget(entry.second);
}

void ReportDirectory::forget_definition(const std::string& service_code) {
  const auto found = state_->definitions.find(service_code);
  if (found != state_->definitions.end() && found->second.progress != Progress::Asking) found->second.progress = Progress::NotAsked;
}

}  // namespace stadttor::services::report_defect
