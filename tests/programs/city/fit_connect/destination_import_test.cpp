#include "programs/city/fit_connect/destination_import.h"

#include "programs/city/small_authority.h"

namespace stadttor::city_server {
namespace {

// A built site with one form for each entry: id, office, and what else its JSON has.
struct FormOfSite {
  std::string id;
  std::string office;
  std::string more;
};

std::vector<DestinationRecord> destinations_of(const std::vector<FormOfSite>& forms) {
  const TemporaryFolder site;
  site.write("daten/portal.json", R"({"version":"p1","ars":"990000000001","languages":[{"tag":"de"}]})");
  site.write("daten/p1/de/start.json", R"({"offices":[{"id":"buergerbuero","name":"Bürgerbüro"}]})");
  for (const FormOfSite& form : forms) {
    site.write("daten/p1/de/antraege/" + form.id + ".json",
               R"({"id":")" + form.id + R"(","title":"T","office":")" + form.office + "\"," + form.more +
                   R"("steps":[{"id":"s","title":"S","questions":[{"id":"a","kind":"text","label":"A"}]}]})");
  }
  return destinations_from_site(site.path());
}

std::string with_destination(const char* id) { return std::string(R"("destination":")") + id + "\","; }

}  // namespace

TEST_SUITE("programs/city") {
  TEST_CASE("an office's forms share its destination, and forms without one have none") {
    const auto destinations = destinations_of({{"umzug", "buergerbuero", with_destination(kDestination) + R"("leika":"99115005000000",)"},
                                               {"ausweis", "buergerbuero", with_destination(kDestination) + R"("schema_uri":"urn:fim:S1:1",)"},
                                               {"papier", "buergerbuero", ""},
                                               {"hund", "steueramt", with_destination(kForeignDestination)}});
    if (!CHECK(destinations.size() == 2)) return;
    const DestinationRecord& office = destinations[0];
    CHECK(office.office_name == "Bürgerbüro");
    CHECK(destinations[1].office_name == "steueramt");
    if (!CHECK(office.services.size() == 2)) return;
    CHECK(office.services[0].identifier == "urn:stadttor:leistung:ausweis");
    CHECK(office.services[0].schema_uri == "urn:fim:S1:1");
    CHECK(office.services[1].identifier == kService);
    CHECK(office.services[1].schema_uri == "urn:stadttor:form:umzug");
    CHECK(office.services[1].region == "DE990000000001");
    CHECK(sending_scope(destinations) == "send:region:DE990000000001");
    CHECK(subscribing_scope(destinations) == std::string("subscribe:destination:") + kDestination + " subscribe:destination:" + kForeignDestination);
  }

  TEST_CASE("a form that sends to another office's destination is left out, and one that cannot be read") {
    const auto destinations = destinations_of({{"a", "buergerbuero", with_destination(kDestination)},
                                               {"b", "steueramt", with_destination(kDestination)},
                                               {"c", "buergerbuero", "nonsense"}});
    if (!CHECK(destinations.size() == 1)) return;
    CHECK(destinations[0].services.size() == 1);
  }

  TEST_CASE("a destination no pack names any more takes nothing new, and its keys stay for old events") {
    SmallAuthority authority;
    authority.send();
    CHECK(import_destinations(authority.connection, {}, read_destination_keys(test_keys()).value()).ok());
    CHECK(find_destination(authority.connection, kDestination).value().value().status == "inactive");
    CHECK(authority.announce().status == 422);
    CHECK(find_destination_key(authority.connection, kDestination, authority.keys.signing.key_id).value().has_value());
  }
}
}  // namespace stadttor::city_server
