#include "programs/city/fit_connect/destination_import.h"

#include <algorithm>
#include <map>

#include "forms/definition.h"
#include "foundation/json_reader.h"
#include "programs/city/event_log.h"
#include "programs/city/site/file_text.h"

namespace stadttor::city_server {
namespace {

namespace files = std::filesystem;

// Where the packs of the present version lie, in the city's first language.
struct PackPlace {
  files::path folder;  // <site>/daten/<version>/de
  std::string ars;
};

Result<PackPlace> pack_place_of(const files::path& site) {
  const files::path file = site / "daten" / "portal.json";
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(find_file_text(file).value_or(""), file.string()));
  JsonReader root = document.root();
  PackPlace place;
  std::string language;
  root.each("languages", [&language](JsonReader entry) {
    if (language.empty()) language = entry.required_text("tag");
  });
  place.folder = site / "daten" / root.required_text("version") / language;
  place.ars = root.optional_text("ars");
  TRY(document.finish());
  return place;
}

std::map<std::string, std::string> office_names_in(const files::path& folder) {
  std::map<std::string, std::string> names;
  Result<JsonDocument> start = JsonDocument::parse(find_file_text(folder / "start.json").value_or(""), "start.json");
  if (!start.ok()) return names;
  start.value().root().each("offices", [&names](JsonReader office) { names[office.optional_text("id")] = office.optional_text("name"); });
  return names;
}

std::vector<files::path> form_files_in(const files::path& folder) {
  std::vector<files::path> forms;
  std::error_code failure;
  for (files::directory_iterator at(folder / "antraege", failure), end; !failure && at != end; at.increment(failure)) {
    if (at->path().extension() == ".json") forms.push_back(at->path());
  }
  std::sort(forms.begin(), forms.end());
  return forms;
}

void complain(const files::path& file, const std::string& problem) {
  log_event(LogLevel::Warning, "form_left_out", {{"file", file.filename().string()}, {"problem", problem}});
}

OfferedService service_of(const forms::Definition& form, const std::string& ars) {
  const std::string schema = form.schema_uri.empty() ? "urn:stadttor:form:" + form.id : form.schema_uri;
  return {form.service_identifier(), form.id, "DE" + ars, schema, "application/json"};
}

}  // namespace

std::vector<DestinationRecord> destinations_from_site(const files::path& site) {
  const Result<PackPlace> place = pack_place_of(site);
  if (!place.ok()) return {};  // the manifest's own reading has said why
  const std::map<std::string, std::string> names = office_names_in(place.value().folder);
  std::map<std::string, DestinationRecord> destinations;
  for (const files::path& file : form_files_in(place.value().folder)) {
    const Result<forms::Definition> form = forms::read_definition(find_file_text(file).value_or(""), file.string());
    if (!form.ok()) {
      complain(file, text_from_error(form.error()));
      continue;
    }
    const std::string& id = form.value().destination;
    if (id.empty() || form.value().is_only_precheck()) continue;
    DestinationRecord& destination = destinations[id];
    if (!destination.office_id.empty() && destination.office_id != form.value().office) {
      complain(file, "names the destination of another office");
      continue;
    }
    const auto name = names.find(form.value().office);
    destination.destination_id = id;
    destination.office_id = form.value().office;
    destination.office_name = name == names.end() ? form.value().office : name->second;
    destination.status = "active";
    destination.services.push_back(service_of(form.value(), place.value().ars));
  }
  std::vector<DestinationRecord> list;
  for (auto& [id, destination] : destinations) list.push_back(std::move(destination));
  return list;
}

std::string subscribing_scope(const std::vector<DestinationRecord>& destinations) {
  std::string scope;
  for (const DestinationRecord& destination : destinations) {
    scope.append(scope.empty() ? "" : " ").append("subscribe:destination:").append(destination.destination_id);
  }
  return scope;
}

std::string sending_scope(const std::vector<DestinationRecord>& destinations) {
  std::vector<std::string> regions;
  for (const DestinationRecord& destination : destinations) {
    for (const OfferedService& service : destination.services) regions.push_back(service.region);
  }
  std::sort(regions.begin(), regions.end());
  regions.erase(std::unique(regions.begin(), regions.end()), regions.end());
  std::string scope;
  for (const std::string& region : regions) scope.append(scope.empty() ? "" : " ").append("send:region:").append(region);
  return scope;
}

Outcome import_destinations(Connection& connection, std::vector<DestinationRecord> destinations, const DestinationKeys& keys) {
  return connection.transact([&]() -> Outcome {
    TRY_ASSIGN(const std::vector<DestinationRecord> known, read_destinations(connection));
    for (const DestinationRecord& old : known) {
      const bool is_named = std::any_of(destinations.begin(), destinations.end(),
                                        [&old](const DestinationRecord& one) { return one.destination_id == old.destination_id; });
      if (!is_named) TRY(set_destination_status(connection, old.destination_id, "inactive"));
    }
    for (DestinationRecord& destination : destinations) {
      destination.encryption_key_id = keys.encryption_key_id;
      TRY(store_destination(connection, destination));
      TRY(store_destination_key(connection, destination.destination_id, keys.encryption_key_id, keys.encryption_jwk));
      TRY(store_destination_key(connection, destination.destination_id, keys.signing_key_id, keys.signing_jwk));
    }
    return Done{};
  });
}

}  // namespace stadttor::city_server
