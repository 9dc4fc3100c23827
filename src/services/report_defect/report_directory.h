// What the city's GeoReport server says to everybody: what can be reported, what it asks about it, and what has been reported. Asked for as a
// whole, never for a place or a word that the citizen has entered; and only where a page shows it.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "platform/clock.h"
#include "protocols/open311/report_client.h"

namespace stadttor::services::report_defect {

enum class Progress : unsigned char { NotAsked, Asking, There, Failed };

template <class Value>
struct Asked {
  Progress progress = Progress::NotAsked;
  Value value{};  // what was there last, also where asking again has failed
};

class ReportDirectory {
 public:
  // `changed` is called when something has come, or could not be had; never inside a call.
  ReportDirectory(platform::HttpClient& http, platform::Clock& clock, const std::string& endpoint, const std::string& jurisdiction, std::function<void()> changed);
  ~ReportDirectory();
  ReportDirectory(const ReportDirectory&) = delete;
  ReportDirectory& operator=(const ReportDirectory&) = delete;

  // BCP 47, the page's. What is there in another language stays until it has come in this one.
  void speak(const std::string& language);

  // Each asks where that has not been done yet.
  const Asked<std::vector<protocols::open311::ServiceType>>& types();
  const Asked<protocols::open311::ServiceDefinition>& definition(const std::string& service_code);
  // Of every kind, once the kinds are there: a report can then be written without a network, and nobody hears which kind it is about.
  void ask_all_definitions();
  // Of the last 90 days, the newest first.
  const Asked<std::vector<protocols::open311::ServiceRequest>>& published();

  // The same without asking, for pages that may not start anything.
  const protocols::open311::ServiceType* find_type(std::string_view code) const;

  // What has failed is asked for again when next wanted.
  void forget_failures();
  // What is asked of a kind of report is looked up anew.
  void forget_definition(const std::string& service_code);

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace stadttor::services::report_defect
