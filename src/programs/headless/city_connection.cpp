#include "programs/headless/city_connection.h"

#include <filesystem>
#include <optional>

#include "foundation/json_reader.h"
#include "platform/native/http_client_native.h"
#include "programs/headless/pack_http_client.h"
#include "programs/headless/site_builder.h"

namespace stadttor::headless {

namespace {

Outcome read_entry(const std::string& json, const std::string& where, CityConnection& connection) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json, where));
  JsonReader root = document.root();
  connection.data_path = "/daten/" + root.required_text("version") + "/";
  root.each("languages", [&](JsonReader language) { connection.languages.push_back(language.required_text("tag")); });
  return document.finish();
}

Result<CityConnection> connect_to_url(std::string origin) {
  while (!origin.empty() && origin.back() == '/') origin.pop_back();
  auto http = std::make_unique<platform::NativeHttpClient>(origin);
  std::optional<Result<platform::HttpResponse>> answer;
  const auto handle = http->send({"GET", "/daten/portal.json", {}, {}},
                                 [&](Result<platform::HttpResponse> response) { answer.emplace(std::move(response)); });
  while (!answer && http->poll(100)) {
  }
  if (!answer) return Error{ErrorKind::NetworkUnreachable, origin, "no answer", NextStep::TryAgain};
  TRY_ASSIGN(platform::HttpResponse response, std::move(*answer));
  if (response.status != 200) {
    return Error{ErrorKind::NotFound, origin + "/daten/portal.json", "HTTP status " + std::to_string(response.status) + "; is this a Stadttor city?", NextStep::CorrectInput};
  }
  CityConnection connection;
  TRY(read_entry(response.body, origin + "/daten/portal.json", connection));
  connection.poll = [client = http.get()] { return client->poll(50); };
  connection.http = std::move(http);
  return connection;
}

}  // namespace

Result<CityConnection> connect_to_city(const std::string& city, const std::string& interface_languages) {
  if (city.compare(0, 7, "http://") == 0 || city.compare(0, 8, "https://") == 0) return connect_to_url(city);
  if (!std::filesystem::exists(std::filesystem::path(city) / "portal.json")) {
    return Error{ErrorKind::NotFound, city, "no portal.json there; give a data pack's folder or a city's URL after --city", NextStep::CorrectInput};
  }
  const CompiledCity compiled = compile_city(city, interface_languages);
  CityConnection connection;
  TRY(read_entry(compiled.pack.files.at("daten/portal.json"), city, connection));
  auto files = compiled.pack.files;
  files.insert(compiled.pictures.begin(), compiled.pictures.end());
  auto http = std::make_unique<PackHttpClient>(std::move(files));
  connection.poll = [client = http.get()] { return client->poll(); };
  connection.http = std::move(http);
  return connection;
}

}  // namespace stadttor::headless
