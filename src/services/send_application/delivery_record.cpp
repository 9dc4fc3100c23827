#include "services/send_application/delivery_record.h"

#include <array>

#include "foundation/json_reader.h"
#include "foundation/json_writer.h"

namespace stadttor::services::send_application {

using protocols::fit_connect::SealedSubmission;

namespace {

// In the order of DeliveryState.
constexpr std::array<std::string_view, 7> kStates = {"ready", "announced", "submitting", "sent", "accepted", "rejected", "stopped"};

void write_parts(JsonWriter& json, const SealedSubmission& parts) {
  json.name("parts").begin_object().member("metadata", parts.metadata).member("data", parts.data).name("attachments").begin_list();
  for (const auto& attachment : parts.attachments) json.begin_object().member("id", attachment.id).member("jwe", attachment.jwe).end_object();
  json.end_list().end_object();
}

SealedSubmission read_parts(JsonReader reader) {
  SealedSubmission parts;
  parts.metadata = reader.required_text("metadata");
  parts.data = reader.required_text("data");
  parts.tags.metadata = protocols::jose::authentication_tag_of(parts.metadata);
  parts.tags.data = protocols::jose::authentication_tag_of(parts.data);
  reader.each("attachments", [&parts](JsonReader attachment) {
    parts.attachments.push_back({attachment.required_text("id"), attachment.required_text("jwe")});
    parts.tags.attachments[parts.attachments.back().id] = protocols::jose::authentication_tag_of(parts.attachments.back().jwe);
  });
  return parts;
}

DeliveryState read_state(JsonReader reader) {
  const std::string state = reader.required_text("state");
  for (std::size_t i = 0; i < kStates.size(); ++i) {
    if (state == kStates[i]) return static_cast<DeliveryState>(i);
  }
  reader.report("state", "unknown");
  return DeliveryState::Stopped;
}

}  // namespace

std::string json_from_delivery(const Delivery& delivery) {
  JsonWriter json;
  json.begin_object().member("state", kStates[static_cast<std::size_t>(delivery.state)]);
  json.name("readySince").number(delivery.ready_since).name("uploaded").number(static_cast<std::int64_t>(delivery.uploaded));
  json.name("attempts").number(delivery.attempts).name("notBefore").number(delivery.not_before);
  json.optional_member("submission", delivery.announced.submission_id).optional_member("case", delivery.announced.case_id);
  json.optional_member("refusal", delivery.refusal);
  const auto& announcement = delivery.content->announcement;
  json.name("announcement").begin_object().member("destination", announcement.destination_id);
  json.member("serviceName", announcement.service_name).member("service", announcement.service_identifier);
  json.optional_member("region", announcement.region).optional_member("case", announcement.case_id).name("attachments").begin_list();
  for (const std::string& id : announcement.attachment_ids) json.text(id);
  json.end_list().end_object();
  write_parts(json, delivery.content->parts);
  json.name("events").begin_list();
  for (const kept_data::ReceiptStep& step : delivery.steps) kept_data::write_step(json, step);
  json.end_list();
  return json.end_object().take();
}

Result<Delivery> parse_delivery(std::string_view text) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(text, "delivery"));
  JsonReader reader = document.root();
  Delivery delivery;
  delivery.state = read_state(reader);
  delivery.is_uncertain = delivery.state == DeliveryState::Submitting;
  delivery.ready_since = static_cast<Instant>(reader.required_number("readySince"));
  delivery.uploaded = static_cast<std::size_t>(reader.required_number("uploaded"));
  delivery.attempts = static_cast<unsigned>(reader.required_number("attempts"));
  delivery.not_before = static_cast<Instant>(reader.required_number("notBefore"));
  delivery.announced = {reader.optional_text("submission"), reader.optional_text("case")};
  delivery.refusal = reader.optional_text("refusal");
  JsonReader announced = reader.member("announcement");
  DeliveryContent content{read_parts(reader.member("parts")), {}};
  content.announcement = {announced.required_text("destination"), announced.required_text("serviceName"), announced.required_text("service"),
                          announced.optional_text("region"), announced.texts("attachments"), announced.optional_text("case")};
  reader.each("events", [&delivery](JsonReader step) { delivery.steps.push_back(kept_data::read_step(step)); });
  delivery.content = std::make_shared<const DeliveryContent>(std::move(content));
  TRY(document.finish());
  return delivery;
}

}  // namespace stadttor::services::send_application
