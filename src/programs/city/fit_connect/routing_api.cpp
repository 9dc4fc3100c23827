// FIT-Connect's routing call (Routing API 2.0.0): which destination is responsible for a service in a place, and which places there
// are. Without a token, for a city that knows itself alone.
#include <algorithm>

#include "foundation/json_writer.h"
#include "programs/city/fit_connect/delivery_service.h"
#include "programs/city/fit_connect/destination_records.h"
#include "programs/city/fit_connect/submission_json.h"

namespace stadttor::city_server {
namespace {

constexpr std::string_view kLeika = "urn:de:fim:leika:leistung:";
constexpr const char* kProblems = "https://schema.fitko.de/fit-connect/routing-api/problems/malformed-request";

bool is_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

bool has_length(std::string_view text, std::initializer_list<std::size_t> lengths) {
  return is_digits(text) && std::find(lengths.begin(), lengths.end(), text.size()) != lengths.end();
}

Answer malformed_route_answer(std::string detail) { return problem_answer({400, kProblems, "Fehlerhafte Anfrage", std::move(detail)}); }

// ARS 12 digits: Land 2, Regierungsbezirk 1, Kreis 2, Gemeindeverband 4, Gemeinde 3; the AGS leaves the Gemeindeverband out.
std::string ags_of(std::string_view ars) { return std::string(ars.substr(0, 5)).append(ars.substr(std::min<std::size_t>(9, ars.size()))); }

// Whether a region ("DE" and an ARS) lies in the place asked for, which is named by exactly one of the three.
bool lies_in(std::string_view region, const IncomingRequest& request) {
  const std::string_view ars = region.substr(2);
  if (const std::string_view wanted = value_of(request.query, "ars"); !wanted.empty()) return ars.substr(0, wanted.size()) == wanted;
  if (const std::string_view wanted = value_of(request.query, "ags"); !wanted.empty()) {
    return ags_of(ars).compare(0, wanted.size(), wanted) == 0;
  }
  return ars == value_of(request.query, "areaId");
}

std::optional<Answer> find_route_refusal(const IncomingRequest& request) {
  const std::string_view leika = value_of(request.query, "leikaKey");
  if (!has_length(leika, {14}) || leika.substr(0, 2) != "99") return malformed_route_answer("leikaKey hat 14 Ziffern und beginnt mit 99.");
  const std::string_view ars = value_of(request.query, "ars");
  const std::string_view ags = value_of(request.query, "ags");
  const std::string_view area = value_of(request.query, "areaId");
  if (int{!ars.empty()} + int{!ags.empty()} + int{!area.empty()} != 1) return malformed_route_answer("Genau eines von ars, ags und areaId ist anzugeben.");
  const bool is_sound = ars.empty() ? (ags.empty() ? is_digits(area) : has_length(ags, {2, 3, 5, 8})) : has_length(ars, {2, 3, 5, 9, 12});
  if (!is_sound) return malformed_route_answer("Der Schlüssel des Gebiets hat nicht die verlangte Länge.");
  return std::nullopt;
}

// Signed by the delivery service, which vouches for the destinations it knows; in the field the self-service portal does.
Result<std::string> destination_signature(DeliveryService& service, const DestinationRecord& destination) {
  JsonWriter json;
  json.begin_object().member("submissionHost", service.keys.issuer).member("iss", service.keys.issuer).name("services").begin_list();
  for (const OfferedService& offered : destination.services) {
    json.begin_object().name("gebietIDs").begin_list();
    json.text("urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:" + offered.region.substr(2)).end_list();
    json.name("leistungIDs").begin_list().text(offered.identifier).end_list().end_object();
  }
  json.end_list().member("destinationId", destination.destination_id).name("iat").number(service.now()).end_object();
  return signed_token(service.keys.signing, "jwt", json.take());
}

struct List {
  std::string items;
  std::int64_t count = 0;
  std::int64_t total = 0;

  void add(const ListRange& range, const std::string& item) {
    if (total++ < range.offset || count == range.limit) return;
    items.append(items.empty() ? "" : ",").append(item);
    ++count;
  }
  Answer answer(const ListRange& range, const char* name) const {
    JsonWriter json;
    json.begin_object().name("count").number(count).name("offset").number(range.offset).name("totalCount").number(total);
    return json_answer(200, json.take() + ",\"" + name + "\":[" + items + "]}");
  }
};

Result<Answer> routes_answer(DeliveryService& service, const IncomingRequest& request) {
  if (std::optional<Answer> refusal = find_route_refusal(request)) return *std::move(refusal);
  const ListRange range = list_range_of(request);
  const std::string wanted = std::string(kLeika).append(value_of(request.query, "leikaKey"));
  TRY_ASSIGN(const std::vector<DestinationRecord> destinations, read_destinations(service.connection));
  List routes;
  for (const DestinationRecord& destination : destinations) {
    const bool is_responsible = destination.status == "active" &&
                                std::any_of(destination.services.begin(), destination.services.end(), [&](const OfferedService& offered) {
                                  return offered.identifier == wanted && lies_in(offered.region, request);
                                });
    if (!is_responsible) continue;
    TRY_ASSIGN(const std::string signature, destination_signature(service, destination));
    JsonWriter json;
    json.begin_object().member("destinationId", destination.destination_id).member("destinationSignature", signature);
    json.member("destinationName", destination.office_name).end_object();
    routes.add(range, json.take());
  }
  return routes.answer(range, "routes");
}

// The one area there is goes by its key: the packs name the city to people, and people read pages.
Result<Answer> areas_answer(DeliveryService& service, const IncomingRequest& request) {
  std::string_view wanted = value_of(request.query, "areaSearchexpression");
  if (wanted.size() < 2) return malformed_route_answer("areaSearchexpression hat mindestens zwei Zeichen.");
  const bool is_prefix = wanted.back() == '*';
  if (is_prefix) wanted.remove_suffix(1);
  TRY_ASSIGN(const std::vector<DestinationRecord> destinations, read_destinations(service.connection));
  std::vector<std::string> keys;
  for (const DestinationRecord& destination : destinations) {
    for (const OfferedService& offered : destination.services) keys.push_back(offered.region.substr(2));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  List areas;
  const ListRange range = list_range_of(request);
  for (const std::string& key : keys) {
    const bool is_found = is_prefix ? key.compare(0, wanted.size(), wanted) == 0 : key == wanted;
    if (!is_found) continue;
    JsonWriter json;
    json.begin_object().member("id", key).member("name", key).member("type", "Gemeinde").end_object();
    areas.add(range, json.take());
  }
  return areas.answer(range, "areas");
}

Result<Answer> version_answer(DeliveryService&, const IncomingRequest&) { return json_answer(200, R"({"version":{"major":2,"minor":0,"patch":0}})"); }

}  // namespace

void add_routing_routes(ApiRoutes& routes, const std::shared_ptr<DeliveryService>& service) {
  routes.add({"GET", "/routing-api/v1/routes", "application/json", served(service, routes_answer)});
  routes.add({"GET", "/routing-api/v1/areas", "application/json", served(service, areas_answer)});
  routes.add({"GET", "/routing-api/v1/info", "application/json", served(service, version_answer)});
}

}  // namespace stadttor::city_server
