#include "programs/city/open311/posted_report.h"

#include <algorithm>

#include "attachments/clean_file.h"
#include "city/town_limits.h"
#include "platform/native/openssl_primitives.h"
#include "programs/city/open311/posted_answers.h"
#include "programs/city/open311/posted_numbers.h"
#include "protocols/jose/base64url.h"

namespace stadttor::city_server::open311 {
namespace {

constexpr std::size_t kLongestDescription = 4000;  // characters, as GeoReport has it

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string text_field(const PostedForm& form, const char* name, std::size_t most, Faults& faults) {
  std::string value = form.value(name);
  if (count_characters(value) > most) faults.push_back({400, std::string(name) + " ist zu lang; erlaubt sind " + std::to_string(most) + " Zeichen."});
  return value;
}

std::optional<Position> read_position(const PostedForm& form, const ServiceCatalogue& catalogue, Faults& faults) {
  const std::string latitude = form.value("lat");
  const std::string longitude = form.value("long");
  if (latitude.empty() && longitude.empty()) return std::nullopt;
  const auto north = find_number_in(latitude);
  const auto east = find_number_in(longitude);
  if (!north || !east || *north < -90 || *north > 90 || *east < -180 || *east > 180) {
    faults.push_back({400, "lat und long müssen zusammen in Grad (WGS84) angegeben sein, zum Beispiel lat=51.4308 und long=9.8712."});
    return std::nullopt;
  }
  const Position position{*north, *east};
  if (!city::lies_within(catalogue.area, {position.latitude, position.longitude})) {
    faults.push_back({400, "Diese Stelle liegt außerhalb der Stadt. Bitte wählen Sie eine Stelle im Stadtgebiet, oder wenden Sie sich an die Gemeinde, in der sie liegt."});
  }
  return position;
}

// What is kept has nothing in it that the picture does not show; whoever sends is not trusted to have seen to that.
std::optional<ReportPhoto> read_photo(const FormPart& part, Faults& faults) {
  if (part.bytes.size() > kLargestPhoto) {
    faults.push_back({413, "Das Foto ist zu groß. Bitte verkleinern Sie es auf höchstens 5 MiB."});
    return std::nullopt;
  }
  const std::string media_type(attachments::media_type_of(part.bytes));
  if (media_type != "image/jpeg" && media_type != "image/png" && media_type != "image/webp") {
    faults.push_back({415, "Das Foto muss ein JPEG, PNG oder WebP sein. Bitte wandeln Sie es um oder senden Sie die Meldung ohne Foto."});
    return std::nullopt;
  }
  const Result<attachments::CleanedFile> cleaned = attachments::clean_file(part.bytes, media_type);
  if (!cleaned.ok() || cleaned.value().may_hold_more) {
    faults.push_back({400, "Das Foto ist beschädigt. Bitte nehmen Sie ein anderes oder senden Sie die Meldung ohne Foto."});
    return std::nullopt;
  }
  return ReportPhoto{cleaned.value().media_type, cleaned.value().bytes.reveal<"kept until a clerk has looked at it">()};
}

// Of names, values and file, with their lengths between them, so that nothing can move from one to the next unseen.
std::string hash_of_content(const PostedForm& form) {
  std::string all;
  const auto append = [&all](std::string_view text) { all.append(std::to_string(text.size())).append(":").append(text); };
  for (const auto& [name, value] : form.fields) {
    append(name);
    append(value);
  }
  if (form.photo) append(form.photo->bytes);
  const Result<std::string> hash = platform::hash_of(platform::HashKind::Sha256, all);
  return hash.ok() ? protocols::jose::base64url_from_bytes(hash.value()) : std::string();
}

ReportContact read_contact(const PostedForm& form, Faults& faults) {
  ReportContact contact;
  contact.first_name = Personal<std::string>(text_field(form, "first_name", 100, faults));
  contact.last_name = Personal<std::string>(text_field(form, "last_name", 100, faults));
  contact.email = Personal<std::string>(text_field(form, "email", 200, faults));
  contact.phone = Personal<std::string>(text_field(form, "phone", 60, faults));
  return contact;
}

void check_jurisdiction(const PostedForm& form, const ServiceCatalogue& catalogue, Faults& faults) {
  const std::string given = form.value("jurisdiction_id");
  if (given.empty() || given == catalogue.jurisdiction) return;
  faults.push_back({404, "Diese jurisdiction_id gibt es hier nicht. Sie heißt " + catalogue.jurisdiction + " und darf auch fehlen."});
}

}  // namespace

std::optional<PostedReport> read_posted_report(const IncomingRequest& request, const ServiceCatalogue& catalogue, Faults& faults) {
  const std::optional<PostedForm> form = read_posted_form(request, faults);
  if (!form) return std::nullopt;
  check_jurisdiction(*form, catalogue, faults);
  PostedReport posted;
  const std::string code = form->value("service_code");
  posted.service = catalogue.find(code);
  if (posted.service == nullptr) {
    faults.push_back(code.empty() ? Fault{400, "service_code fehlt. Die Arten von Meldungen stehen unter /services."}
                                  : Fault{404, "Diese Art von Meldung (service_code) gibt es nicht. Die Arten stehen unter /services."});
    return std::nullopt;
  }
  NewReport& report = posted.report;
  report.service_code = code;
  report.agency = posted.service->agency;
  report.is_published = !posted.service->gives_token;
  report.position = read_position(*form, catalogue, faults);
  report.address = text_field(*form, "address_string", 300, faults);
  report.address_id = text_field(*form, "address_id", 100, faults);
  if (!report.position && report.address.empty() && report.address_id.empty() && faults.empty()) {
    faults.push_back({400, "Eine Meldung braucht eine Stelle: lat und long, oder address_string, oder address_id."});
  }
  report.description = Personal<std::string>(text_field(*form, "description", kLongestDescription, faults));
  report.answers = read_answers(*form, *posted.service, faults);
  report.contact = read_contact(*form, faults);
  if (!form->value("media_url").empty()) {
    faults.push_back({400, "media_url wird nicht angenommen, weil Bilder von anderswo hier nicht gezeigt werden. Bitte senden Sie das Foto selbst als Feld media (multipart/form-data)."});
  }
  if (form->photo) report.photo = read_photo(*form->photo, faults);
  if (!faults.empty()) return std::nullopt;
  posted.content_hash = hash_of_content(*form);
  return posted;
}

}  // namespace stadttor::city_server::open311
