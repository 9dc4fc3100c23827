// An office with the ZMS citizen API, in memory: reserves, books and cancels as the contract says, and answers badly where a test wants it.
#pragma once

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "platform/clock.h"
#include "platform/http_client.h"

namespace stadttor::testing {

// In the order in which a booking makes them.
enum class OfficeCall { Offer, Challenge, Verify, Days, Reserve, Update, Preconfirm, Confirm, Look, Cancel };
inline constexpr int kOfficeCalls = 10;

struct BookingOffice {
  using Json = nlohmann::json;
  using Answer = Result<platform::HttpResponse>;
  static constexpr std::int64_t kMain = 10;    // Bürgerbüro
  static constexpr std::int64_t kBranch = 20;  // Nebenstelle
  static constexpr std::int64_t kDog = 1001;
  static constexpr std::int64_t kMove = 1002;

  struct Fault {
    std::function<Answer()> answer;
    bool happens_before = true;  // the office has not done it
    int times = 1;               // -1: always
  };
  struct Process {
    std::string status;
    std::int64_t slot = 0;
    std::int64_t office = 0;
    std::string name, email;
    Json services;
  };

  explicit BookingOffice(platform::Clock& used) : clock(used) {}

  platform::Clock& clock;
  std::map<std::int64_t, std::set<std::int64_t>> free;  // slots by office
  std::map<std::int64_t, Process> processes;
  std::map<OfficeCall, Fault> faults;
  std::map<OfficeCall, int> calls;
  bool wants_proof = false;
  bool wants_email = true;
  std::string good_token = "token-1";
  int tokens = 0;

  int standing() const {
    int count = 0;
    for (const auto& [id, process] : processes) count += process.status == "confirmed" || process.status == "preconfirmed" ? 1 : 0;
    return count;
  }

  Answer answer(const platform::HttpRequest& request) {
    const OfficeCall call = call_of(request);
    ++calls[call];
    const auto found = faults.find(call);
    if (found == faults.end() || found->second.times == 0) return right_answer(call, request);
    if (found->second.times > 0) --found->second.times;
    if (!found->second.happens_before) (void)right_answer(call, request);
    return found->second.answer();
  }

  static Answer refusal(const char* code, int status, const char* retry_after = "") {
    const Json error = {{"errorCode", code}, {"errorMessage", "no"}, {"statusCode", status}, {"errorType", "error"}};
    return platform::HttpResponse{status, Json{{"errors", {error}}}.dump(), retry_after};
  }

 private:
  static OfficeCall call_of(const platform::HttpRequest& request) {
    const auto has = [&request](const char* part) { return request.url.find(part) != std::string::npos; };
    if (has("/offices-and-services/")) return OfficeCall::Offer;
    if (has("/captcha-challenge/")) return OfficeCall::Challenge;
    if (has("/captcha-verify/")) return OfficeCall::Verify;
    if (has("/available-calendar/")) return OfficeCall::Days;
    if (has("/reserve-appointment/")) return OfficeCall::Reserve;
    if (has("/update-appointment/")) return OfficeCall::Update;
    if (has("/preconfirm-appointment/")) return OfficeCall::Preconfirm;
    if (has("/confirm-appointment/")) return OfficeCall::Confirm;
    return has("/cancel-appointment/") ? OfficeCall::Cancel : OfficeCall::Look;
  }

  Json scope() const { return {{"emailRequired", wants_email}, {"reservationDuration", 15}, {"captchaActivatedRequired", wants_proof}}; }

  Json offer() const {
    return {{"offices", {{{"id", kMain}, {"name", "Bürgerbüro"}, {"scope", scope()}}, {{"id", kBranch}, {"name", "Nebenstelle"}, {"scope", scope()}}}},
            {"services",
             {{{"id", kDog}, {"name", "Hund"}, {"maxQuantity", 2}, {"combinable", {{"1", {{std::to_string(kMove), {kMain}}}}}}},
              {{"id", kMove}, {"name", "Umzug"}, {"maxQuantity", 1}, {"combinable", {{"1", {{std::to_string(kDog), {kMain}}}}}}}}},
            {"relations",
             {{{"officeId", kMain}, {"serviceId", kDog}, {"slots", 1}, {"public", true}, {"maxQuantity", 2}},
              {{"officeId", kBranch}, {"serviceId", kDog}, {"slots", 1}, {"public", true}, {"maxQuantity", 2}},
              {{"officeId", kMain}, {"serviceId", kMove}, {"slots", 1}, {"public", true}, {"maxQuantity", 1}}}}};
  }

  static std::string parameter(const std::string& url, const std::string& name) {
    const std::size_t at = url.find(name + "=");
    if (at == std::string::npos) return {};
    const std::size_t begin = at + name.size() + 1;
    return url.substr(begin, url.find('&', begin) - begin);
  }

  Answer days(const std::string& url) const {
    if (wants_proof && parameter(url, "captchaToken") != good_token) return refusal("captchaInvalid", 400);
    const std::string from = parameter(url, "startDate"), until = parameter(url, "endDate"), slots_from = parameter(url, "slotsStartDate"), slots_until = parameter(url, "slotsEndDate");
    const std::string offices = "," + parameter(url, "officeIds") + ",";
    std::map<std::string, Json> found;
    for (const auto& [office, slots] : free) {
      if (offices.find("," + std::to_string(office) + ",") == std::string::npos) continue;
      for (const std::int64_t slot : slots) {
        // The city is an hour ahead in winter; no test's slot is near midnight.
        const std::string date = text_from_date(date_from_days(static_cast<long>((slot + 3600) / 86'400)));
        if (date < from || date > until) continue;
        Json& day = found[date];
        if (day.is_null()) day = {{"date", date}, {"providerIDs", ""}, {"offices", Json::array()}};
        std::string ids = day["providerIDs"];
        if (("," + ids + ",").find("," + std::to_string(office) + ",") == std::string::npos) ids += (ids.empty() ? "" : ",") + std::to_string(office);
        day["providerIDs"] = ids;
        if (date < slots_from || date > slots_until) continue;
        if (day["offices"].empty() || day["offices"].back()["officeId"] != std::to_string(office)) day["offices"].push_back({{"officeId", std::to_string(office)}, {"appointments", Json::array()}});
        day["offices"].back()["appointments"].push_back(slot);
      }
    }
    if (found.empty()) return refusal("noAppointmentForThisScope", 404);
    Json list = Json::array();
    for (const auto& [date, day] : found) list.push_back(day);
    return ok({{"availableDays", list}, {"prevBookableDate", nullptr}, {"nextBookableDate", nullptr}});
  }

  Json thinned(std::int64_t id) const {
    const Process& process = processes.at(id);
    return {{"processId", id},         {"timestamp", std::to_string(process.slot)}, {"authKey", "key" + std::to_string(id)}, {"familyName", process.name}, {"email", process.email},
            {"officeId", process.office}, {"officeName", process.office == kMain ? "Bürgerbüro" : "Nebenstelle"},
            {"scope", scope()},        {"serviceId", process.services.at(0)},       {"serviceCount", 1},                     {"displayNumber", "B" + std::to_string(id)},
            {"status", process.status}};
  }

  static Answer ok(const Json& body) { return platform::HttpResponse{200, body.dump(), {}}; }

  Answer reserve(const Json& body) {
    if (wants_proof && body.value("captchaToken", "") != good_token) return refusal("captchaInvalid", 400);
    const std::int64_t slot = std::stoll(body["timestamp"].get<std::string>());
    const std::int64_t office = body["officeId"];
    if (free[office].erase(slot) == 0) return refusal("appointmentNotAvailable", 404);
    const std::int64_t id = 100 + static_cast<std::int64_t>(processes.size());
    processes[id] = {"reserved", slot, office, {}, {}, body["serviceId"]};
    return ok(thinned(id));
  }

  Answer change(OfficeCall call, const Json& body) {
    const std::int64_t id = std::stoll(body["processId"].get<std::string>());
    const auto found = processes.find(id);
    if (found == processes.end()) return refusal("appointmentNotFound", 404);
    if (body["authKey"] != "key" + std::to_string(id)) return refusal("authKeyMismatch", 406);
    Process& process = found->second;
    if (call == OfficeCall::Update) {
      if (process.status != "reserved") return refusal("processNotReservedAnymore", 409);
      process.name = body["familyName"];
      process.email = body.value("email", "");
      if (wants_email && process.email.empty()) return refusal("emailIsRequired", 406);
    }
    if (call == OfficeCall::Preconfirm) {
      if (process.status != "reserved" && process.status != "preconfirmed") return refusal("processNotReservedAnymore", 409);
      process.status = "preconfirmed";
    }
    if (call == OfficeCall::Confirm) {
      if (process.status != "preconfirmed" && process.status != "confirmed") return refusal("processNotPreconfirmedAnymore", 409);
      process.status = "confirmed";
    }
    if (call == OfficeCall::Cancel) {
      if (process.status == "deleted") return refusal("appointmentNotFound", 404);
      process.status = "deleted";
      free[process.office].insert(process.slot);
    }
    return ok(thinned(id));
  }

  Answer right_answer(OfficeCall call, const platform::HttpRequest& request) {
    if (call == OfficeCall::Offer) return ok(offer());
    if (call == OfficeCall::Days) return days(request.url);
    if (call == OfficeCall::Challenge) {
      return ok({{"parameters", {{"algorithm", "SHA-256"}, {"nonce", "5808c72a"}, {"salt", "d065c7a2"}, {"cost", 1}, {"keyLength", 32}, {"keyPrefix", "0"}}}, {"signature", "s"}});
    }
    if (call == OfficeCall::Verify) {
      good_token = "token-" + std::to_string(++tokens);
      return ok({{"meta", {{"success", true}}}, {"data", {{"valid", true}}}, {"token", good_token}});
    }
    if (call == OfficeCall::Look) {
      const std::int64_t id = std::stoll(parameter(request.url, "processId"));
      if (processes.count(id) == 0) return refusal("appointmentNotFound", 404);
      return ok(thinned(id));
    }
    const Json body = Json::parse(request.body, nullptr, false);
    return call == OfficeCall::Reserve ? reserve(body) : change(call, body);
  }
};

}  // namespace stadttor::testing
