// A GeoReport server over a database of its own, with three kinds of report, asked as the city's server asks it.
#pragma once

#include <doctest/doctest.h>

#include "foundation/json_reader.h"
#include "foundation/url.h"
#include "programs/city/open311/georeport.h"
#include "programs/city/open311/posted_report.h"
#include "programs/city/open311/report_desk.h"
#include "programs/city/open311/report_schema.h"
#include "programs/city/temporary_folder.h"

namespace stadttor::city_server::open311 {

inline constexpr const char* kCatalogue = R"({
  "jurisdiction": "kleinstadt", "contact": "stadt@kleinstadt.example",
  "area": [{"latitude": 51.4, "longitude": 9.8}, {"latitude": 51.4, "longitude": 9.9}, {"latitude": 51.5, "longitude": 9.9}, {"latitude": 51.5, "longitude": 9.8}],
  "texts": {"de": {"received": "Danke. Ihre Worte werden erst geprüft.", "withheld": "Wird noch geprüft."}, "en": {"received": "Thank you.", "withheld": "Being checked."}},
  "services": [
    {"code": "laterne", "agency": "Stadtwerke", "days": 5,
     "texts": {"de": {"name": "Straßenbeleuchtung", "description": "Eine Laterne ist dunkel.", "group": "Straße", "keywords": ["Licht", "Lampe"]},
               "en": {"name": "Street lighting", "description": "A lamp is dark.", "group": "Street"}},
     "attributes": [
       {"code": "stoerung", "datatype": "singlevaluelist", "required": true, "texts": {"de": {"question": "Was ist mit ihr?"}, "en": {"question": "What about it?"}},
        "values": [{"key": "dunkel", "texts": {"de": {"name": "Sie ist dunkel"}, "en": {"name": "It is dark"}}}, {"key": "flackert", "texts": {"de": {"name": "Sie flackert"}}}]},
       {"code": "nummer", "datatype": "string", "texts": {"de": {"question": "Nummer", "hint": "Am Mast"}}},
       {"code": "hoehe", "datatype": "number", "texts": {"de": {"question": "Höhe"}}},
       {"code": "seit", "datatype": "datetime", "texts": {"de": {"question": "Seit wann?"}}},
       {"code": "schaden", "datatype": "multivaluelist", "texts": {"de": {"question": "Schäden"}}, "values": [{"key": "glas", "texts": {"de": {"name": "Glas"}}}, {"key": "mast", "texts": {"de": {"name": "Mast"}}}]}]},
    {"code": "muell", "agency": "Stadtreinigung", "texts": {"de": {"name": "Wilder Müll & <Unrat>", "description": "Da liegt etwas.", "group": "Sauberkeit"}}},
    {"code": "tiere", "agency": "Ordnungsamt", "type": "batch", "texts": {"de": {"name": "Tiere", "description": "Ein Tier.", "group": "Ordnung"}}}
  ]})";

inline constexpr const char* kPlace = "&lat=51.430812&long=9.871234";

class ReportWorld {
 public:
  explicit ReportWorld(GeoReportSettings settings = {})
      : connection(Connection::open(folder.path() / "reports.sqlite", report_schema()).value()), catalogue(parse_catalogue(kCatalogue, "test").value()) {
    catalogue.languages = {"de", "en"};
    server = std::make_unique<GeoReport>(connection, catalogue, std::move(settings), [this] { return now; });
  }

  // "/requests.json?status=open", below /open311/v2
  Answer get(const std::string& address, const std::string& language = {}) { return get_at("/open311/v2" + address, language); }
  Answer get_at(const std::string& address, const std::string& language = {}) {
    IncomingRequest request = request_to("GET", address);
    request.accept_language = language;
    return server->answer(request);
  }

  Answer post(const std::string& fields, const std::string& key = {}) {
    IncomingRequest request = request_to("POST", "/open311/v2/requests.json");
    request.content_type = "application/x-www-form-urlencoded";
    request.body_state = BodyState::Read;
    request.body = fields;
    request.idempotency_key = key;
    return server->answer(request);
  }

  Answer post_with_photo(const std::string& photo, const std::string& type = "image/jpeg") {
    IncomingRequest request = request_to("POST", "/open311/v2/requests.json");
    request.content_type = "multipart/form-data; boundary=x";
    request.body_state = BodyState::Read;
    request.parts = {{"service_code", {}, {}, "muell"}, {"lat", {}, {}, "51.43"}, {"long", {}, {}, "9.87"}, {"description", {}, {}, "Sofa"}, {"media", "foto.jpg", type, photo}};
    return server->answer(request);
  }

  std::int64_t number_of(const Answer& receipt) { return std::stoll(text_in(receipt, "service_request_id")); }

  // Of the first entry of a list.
  static std::string text_in(const Answer& answer, const char* name) {
    Result<JsonDocument> document = JsonDocument::parse(answer.body, "answer");
    if (!CHECK_MESSAGE(document.ok(), answer.body)) return {};
    const JsonValue value = document.value().root().at(0).value_of(name);
    return value.is(JsonKind::Text) ? value.as_text() : text_from_json(value);
  }

  static std::size_t count_in(const Answer& answer) {
    Result<JsonDocument> document = JsonDocument::parse(answer.body, "answer");
    return document.ok() ? document.value().root().size() : 9999;
  }

  static IncomingRequest request_to(const std::string& method, std::string address) {
    IncomingRequest request;
    request.method = method;
    request.host = "kleinstadt.example";
    request.client_address = "192.0.2.1";
    if (const std::size_t mark = address.find('?'); mark != std::string::npos) {
      std::string query = address.substr(mark + 1) + "&";
      for (std::size_t begin = 0, end = query.find('&'); end != std::string::npos; begin = end + 1, end = query.find('&', begin)) {
        const std::string pair = query.substr(begin, end - begin);
        request.query.emplace_back(pair.substr(0, pair.find('=')), percent_decoded(pair.substr(pair.find('=') + 1)));
      }
      address.resize(mark);
    }
    request.path = std::move(address);
    return request;
  }

  TemporaryFolder folder;
  mutable Connection connection;
  ServiceCatalogue catalogue;
  std::int64_t now = 1795680000;  // 2026-11-26T08:00:00Z
  std::unique_ptr<GeoReport> server;
};

inline bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace stadttor::city_server::open311
