// How reports, kinds of reports and receipts look to callers, in their language.
#pragma once

#include "programs/city/open311/message_text.h"
#include "programs/city/open311/report_records.h"
#include "programs/city/open311/service_catalogue.h"

namespace stadttor::city_server::open311 {

// What a caller sees the answers with.
struct Reading {
  const ServiceCatalogue& catalogue;
  std::string language;
  std::string base;            // "https://portal.example/open311/v2", for addresses of photos
  bool has_extensions = false;  // "extensions=true" was asked for
};

JsonValue service_list(const Reading& reading);
JsonValue service_definition(const Reading& reading, const OfferedService& service);

// `notes` only where they are told.
JsonValue request_message(const Reading& reading, const PublicReport& report, const std::vector<ReportNote>& notes);

JsonValue receipt_message(const Reading& reading, const OfferedService& service, const Receipt& receipt);

}  // namespace stadttor::city_server::open311
