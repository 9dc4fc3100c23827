// What is written against FIT-Connect's own schema, where it lies beside the repository.
#include "protocols/fit_connect/metadata.h"

#include <regex>

#include "protocols/fit_connect/dialect.h"
#include "support/wycheproof.h"

using namespace stadttor::protocols::fit_connect;
using Json = nlohmann::json;

namespace {

// The part of JSON Schema that the metadata schema uses: types, required and known members, patterns, enums, references.
class SchemaCheck {
 public:
  explicit SchemaCheck(const Json& root) : root_(root) {}

  std::string fault(const Json& schema, const Json& value, const std::string& where = "") const {
    if (schema.contains("$ref")) {
      return fault(root_.at(Json::json_pointer(schema["$ref"].get<std::string>().substr(1))), value, where);
    }
    if (schema.contains("enum") && std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end()) return where + ": not in enum";
    if (schema.contains("pattern") && !std::regex_search(value.get<std::string>(), std::regex(schema["pattern"].get<std::string>()))) return where + ": pattern";
    if (value.is_array() && schema.contains("items")) {
      for (std::size_t i = 0; i < value.size(); ++i) {
        if (const std::string found = fault(schema["items"], value[i], where + "/" + std::to_string(i)); !found.empty()) return found;
      }
    }
    if (!value.is_object()) return "";
    for (const Json& name : schema.value("required", Json::array())) {
      if (!value.contains(name.get<std::string>())) return where + ": lacks " + name.get<std::string>();
    }
    for (const auto& [name, member] : value.items()) {
      if (!schema.contains("properties") || !schema["properties"].contains(name)) return where + ": has no " + name;
      if (const std::string found = fault(schema["properties"][name], member, where + "/" + name); !found.empty()) return found;
    }
    return "";
  }

 private:
  const Json& root_;
};

Metadata full_metadata() {
  Metadata metadata;
  metadata.data_hash = std::string(128, 'a');
  metadata.data_schema = {"https://schema.musterstadt.example/hund/1.0", "application/json"};
  metadata.attachments.push_back({"0f6a3e52-8a57-4b71-a9c1-0b1f3f5b8e21", std::string(128, 'b'), "application/pdf", "impfpass.pdf", "Impfpaß von \"Wotan\""});
  metadata.reply_address = "erika@mustermann.example";
  metadata.sender_reference = "HUND-2026-7";
  metadata.application_date = "2026-11-25";
  metadata.payment = PaymentMetadata{"t-17", "r-17", "INVOICE", "INITIAL"};
  return metadata;
}

}  // namespace

TEST_SUITE("protocols") {
  TEST_CASE("metadata are what schema 2.1.0 asks for, with everything in them and with the least") {
    const Json schema = stadttor::testing::vectors_in("fit-connect/metadata-2.1.0.schema.json");
    if (schema.is_null()) return;
    const SchemaCheck check(schema);
    CHECK(check.fault(schema, Json::parse(json_from_metadata(full_metadata()))) == "");
    Metadata least;
    least.data_hash = std::string(128, '0');
    least.data_schema = {"https://schema.musterstadt.example/hund/1.0", "application/xml"};
    const Json written = Json::parse(json_from_metadata(least));
    CHECK(check.fault(schema, written) == "");
    CHECK_FALSE(written.contains("replyChannel"));

    // The check itself can fail.
    Metadata wrong = full_metadata();
    wrong.attachments[0].hash = "short";
    CHECK(check.fault(schema, Json::parse(json_from_metadata(wrong))).find("pattern") != std::string::npos);
    Json unknown = written;
    unknown["antrag"] = 1;
    CHECK(check.fault(schema, unknown) == ": has no antrag");
  }

  TEST_CASE("the two versions of the interface differ in paths, names and statuses") {
    Announcement announcement{"4f2c9f6e-0f4b-4a55-9c42-9a0e2f6d3c11", "Hund anmelden", "urn:de:fim:leika:leistung:99102013104000", "DE09372126", {"a", "b"}};
    CHECK(Json::parse(dialect_v1().announcement_body(announcement)) ==
          Json::parse(R"({"destinationId":"4f2c9f6e-0f4b-4a55-9c42-9a0e2f6d3c11","announcedAttachments":["a","b"],
                          "serviceType":{"name":"Hund anmelden","identifier":"urn:de:fim:leika:leistung:99102013104000"}})"));
    const Json v2 = Json::parse(dialect_v2().announcement_body(announcement));
    CHECK(v2["publicService"]["name"] == "Hund anmelden");
    CHECK(v2["region"] == "DE09372126");
    CHECK_FALSE(v2.contains("serviceType"));
    CHECK(dialect_v1().events_path({"s", "c"}, 500) == "/v1/cases/c/events?limit=500&offset=500");
    CHECK(dialect_v2().events_path({"s", "c"}, 0) == "/v2/submissions/s/events?limit=500&offset=0");
    CHECK(dialect_v1().submitted_status() == 202);
    CHECK(dialect_v2().submitted_status() == 200);
    CHECK(dialect_v2().attachment_path("s", "a") == "/v2/submissions/s/attachments/a");
  }
}
