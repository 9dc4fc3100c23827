// The specification's own examples, the three of them that are not valid JSON and one that is not XML among them.
#include "protocols/open311/date_time.h"
#include "protocols/open311/requests.h"
#include "protocols/open311/services.h"
#include "support/wycheproof.h"

using namespace stadttor;
using namespace stadttor::protocols::open311;

namespace {

std::string example(const std::string& name) {
  std::string text = testing::text_of_file(testing::vectors_folder() / "open311/examples" / name);
  if (text.empty()) MESSAGE("skipped: no " << name << " beside the repository");
  return text;
}

Format format_of(const std::string& name) { return name.find(".xml") == std::string::npos ? Format::Json : Format::Xml; }

}  // namespace

TEST_SUITE("protocols") {
  TEST_CASE("a service list is read from XML, keywords apart from each other") {
    const std::string xml = example("GeoReport_v2_index__get-service-list__04.xml");
    if (xml.empty()) return;
    const auto types = parse_service_types(Format::Xml, xml, "services");
    if (!CHECK(types.ok())) return;
    if (!CHECK(types.value().size() == 3)) return;
    CHECK(types.value()[0].code == "001");
    CHECK(types.value()[0].has_definition);
    CHECK(types.value()[1].name == "Construction plate shifted");
    CHECK(types.value()[2].keywords == std::vector<std::string>{"lorem", "ipsum", "dolor"});
    CHECK(types.value()[2].group == "street");
  }

  TEST_CASE("a service definition is the same from XML and from JSON with numbers as keys") {
    for (const char* name : {"GeoReport_v2_index__get-service-definition__06.xml", "GeoReport_v2_index__get-service-definition__07.json"}) {
      const std::string text = example(name);
      if (text.empty()) return;
      const auto definition = parse_service_definition(format_of(name), text, name);
      if (!CHECK(definition.ok())) continue;
      CHECK(definition.value().service_code == "DMV66");
      if (!CHECK(definition.value().attributes.size() == 1)) continue;
      const Attribute& attribute = definition.value().attributes[0];
      CHECK(attribute.code == "WHISHETN");
      CHECK(attribute.kind == AttributeKind::OneOfList);
      CHECK(attribute.is_required);
      CHECK(attribute.hint.empty());
      if (CHECK(attribute.values.size() == 2)) CHECK(attribute.values[1].key == "124");
    }
  }

  TEST_CASE("published reports are read with numbers as ids and without the space behind an address") {
    const std::string xml = example("GeoReport_v2_index__get-service-requests__12.xml");
    const std::string json = example("GeoReport_v2_Extensions__implementing-endpoints__03.json");
    if (xml.empty() || json.empty()) return;
    const auto two = parse_requests(Format::Xml, xml, "requests");
    if (CHECK(two.ok()) && CHECK(two.value().size() == 2)) {
      CHECK(two.value()[0].id == "638344");
      CHECK(two.value()[0].status == RequestStatus::Closed);
      CHECK(two.value()[1].status == RequestStatus::Open);
      CHECK(two.value()[0].media_url == "http://city.gov.s3.amazonaws.com/requests/media/638344.jpg");
      CHECK(text_from_instant(two.value()[0].requested_at.value_or(0)) == "2010-04-14T14:37:38Z");
      if (CHECK(two.value()[0].position.has_value())) CHECK(two.value()[0].position->longitude == -122.4651145);
    }
    const auto one = parse_requests(Format::Json, json, "requests");
    if (CHECK(one.ok()) && CHECK(one.value().size() == 1)) CHECK(one.value()[0].service_code == "518d5892601827e3880000c5");
  }

  TEST_CASE("receipts and tokens are read from both formats") {
    for (const char* name : {"GeoReport_v2_index__post-service-request__08.xml", "GeoReport_v2_index__post-service-request__09.json",
                             "GeoReport_v2_index__get-service-request-id-from-a-token__10.xml", "GeoReport_v2_index__get-service-request-id-from-a-token__11.json"}) {
      const std::string text = example(name);
      if (text.empty()) return;
      const auto receipt = parse_receipt(format_of(name), text, name);
      if (!CHECK(receipt.ok())) continue;
      const bool is_token = std::string(name).find("token") != std::string::npos;
      CHECK(receipt.value().id == (is_token ? "638344" : "293944"));
      CHECK(receipt.value().token == (is_token ? "12345" : ""));
      if (!is_token) CHECK(receipt.value().service_notice.rfind("The City will inspect", 0) == 0);
    }
  }

  TEST_CASE("the specification's invalid examples are refused with the line and the remedy") {
    const std::pair<const char*, const char*> faults[] = {
        {"GeoReport_v2_index__get-service-list__05.INVALID.json", "line 3: a number with zeros before it; codes are text, in quotation marks"},
        {"GeoReport_v2_index__get-service-requests__13.INVALID.json", "line 7: a number with zeros before it; codes are text, in quotation marks"},
        {"GeoReport_v2_index__get-service-request__15.INVALID.json", "line 7: a number with zeros before it; codes are text, in quotation marks"},
        {"GeoReport_bulk__json-support__02.INVALID.json", "line 9: a name without a value; a colon belongs between them"},
        {"GeoReport_bulk__json-support__01.xml", "line 7: </updated_datetime> closes <closed_datetime>"},
    };
    for (const auto& fault : faults) {
      const std::string text = example(fault.first);
      if (text.empty()) return;
      const auto message = parse_message(format_of(fault.first), text, fault.first);
      if (CHECK_FALSE(message.ok())) CHECK(message.error().detail == fault.second);
    }
  }

  TEST_CASE("other faults of JSON are named, too") {
    const auto detail = [](const char* text) { return parse_message(Format::Json, text, "test").error().detail; };
    CHECK(detail("[1,\n]") == "line 2: a comma behind the last value; it does not belong there");
    CHECK(detail("<html>") == "line 1: a web page or XML instead of JSON");
    CHECK(detail("[{\"a\":\n1") == "line 2: the end is missing; perhaps it was cut off");
    CHECK(detail("[{\"a\":1]}") == "line 1: a bracket that closes another one");
    CHECK_FALSE(detail("").empty());
  }

  TEST_CASE("what the interface requires is missed with its pointer") {
    const auto types = parse_service_types(Format::Json, R"([{"service_code":"1","service_name":"a"},{"service_code":"2"}])", "services.json");
    if (CHECK_FALSE(types.ok())) CHECK(types.error().where == "services.json#/1/service_name");
    const auto large = parse_requests(Format::Json, R"([{"service_request_id":12345678901234567890}])", "requests.json");
    if (CHECK_FALSE(large.ok())) CHECK(large.error().detail == "a number with too many digits: ids are text, in quotation marks");
    const auto kind = parse_service_definition(Format::Json, R"({"service_code":"1","attributes":[{"code":"a","datatype":"colour"}]})", "definition");
    if (CHECK_FALSE(kind.ok())) CHECK(kind.error().where == "definition#/attributes/0/datatype");
    CHECK_FALSE(parse_service_definition(Format::Json, R"({"service_code":"1","attributes":[{"code":"a","datatype":"singlevaluelist"}]})", "definition").ok());
    CHECK_FALSE(parse_receipt(Format::Json, "[]", "requests").ok());
  }

  TEST_CASE("names of real servers are understood beside the standard's") {
    const auto read = parse_requests(Format::Json, R"([{"service_request_id":"12504-2026","title":"Ampel","lat":"50.86","long":"6.97","address_string":"Amselweg 3","status_note":"in Arbeit","status":"inprocess"},
                                                       {"service_request_id":7,"lat":0,"long":0,"status":"CLOSED"},{"service_request_id":8,"lat":91,"long":0}])", "requests");
    if (!CHECK(read.ok())) return;
    const auto& requests = read.value();
    CHECK(requests[0].address == "Amselweg 3");
    CHECK(requests[0].status_notes == "in Arbeit");
    CHECK(requests[0].status == RequestStatus::Open);
    CHECK(requests[0].position->latitude == 50.86);
    CHECK(requests[1].status == RequestStatus::Closed);
    CHECK_FALSE(requests[1].position.has_value());
    CHECK_FALSE(requests[2].position.has_value());
  }

  TEST_CASE("discovery chooses a production endpoint over https, with JSON where there is one") {
    const char* json = R"({"contact":"c","endpoints":[
      {"specification":"http://wiki.open311.org/GeoReport_v2","url":"https://a.example/test","type":"test","formats":["application/json"]},
      {"specification":"http://wiki.open311.org/georeport_v2","url":"http://a.example/plain","type":"production","formats":["application/json"]},
      {"specification":"http://wiki.open311.org/GeoReport_v2","url":"https://a.example/xml/","type":"production","formats":["text/xml"]},
      {"specification":"http://wiki.open311.org/GeoReport_v2","url":"https://a.example/v2//","type":"production","formats":["text/xml","application/json"]}]})";
    const auto discovery = parse_discovery(Format::Json, json, "discovery");
    if (!CHECK(discovery.ok())) return;
    const auto endpoint = choose_endpoint(discovery.value(), "discovery");
    if (CHECK(endpoint.ok())) CHECK(endpoint.value().url == "https://a.example/v2");
    const char* xml = "<discovery><endpoints><endpoint><specification>http://wiki.open311.org/GeoReport_v2</specification><url>https://a.example/x</url><type>production</type>"
                      "<formats><format>text/xml</format></formats></endpoint></endpoints></discovery>";
    const auto from_xml = parse_discovery(Format::Xml, xml, "discovery");
    if (CHECK(from_xml.ok())) CHECK(choose_endpoint(from_xml.value(), "discovery").value().formats[0] == Format::Xml);
    CHECK_FALSE(choose_endpoint({}, "discovery").ok());
  }

  TEST_CASE("moments have a zone, also on leap days and in the hour that comes twice") {
    CHECK(text_from_instant(parse_date_time("2028-02-29T23:30:00-01:00").value_or(0)) == "2028-03-01T00:30:00Z");
    CHECK(parse_date_time("2026-10-25T02:30:00+01:00").value_or(0) - parse_date_time("2026-10-25T02:30:00+02:00").value_or(0) == 3'600'000);
    CHECK(parse_date_time("2026-11-26T02:00:00.250+0100").has_value());
    CHECK(text_from_instant(-1000) == "1969-12-31T23:59:59Z");
    for (const char* text : {"", "2026-11-26", "2026-11-26T02:00:00", "2026-02-29T00:00:00Z", "2026-11-26T25:00:00Z", "2026-11-26T02:00:00+25:00", "2026-11-26T02:00:0xZ"}) {
      CHECK_FALSE_MESSAGE(parse_date_time(text).has_value(), text);
    }
  }
}
