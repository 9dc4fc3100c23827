// What the city offers, as the client knows it at start: names and summaries for navigation. Details of one service,
// office or page come when they are opened (details.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "city/opening_hours.h"
#include "city/texts.h"
#include "foundation/json_reader.h"

namespace stadttor::city {

struct Language {
  std::string tag;        // BCP 47
  std::string name;       // in itself: "Türkçe"
  std::string direction;  // "ltr" or "rtl"
};

struct Situation {
  std::string id;
  std::string name;
  std::string summary;
  std::string language;  // empty: the interface's; else the one it falls back to
};

struct ServiceEntry {
  std::string id;
  std::string name;
  std::string summary;
  std::string letter;    // under which it stands in A to Z
  std::string language;  // as in Situation
  std::vector<std::string> situations;
  std::string form;      // id of the form with which it is applied for; empty where there is none
  std::int64_t zms = 0;  // what the booking of appointments calls it; 0 where none can be booked for it
};

struct PostalAddress {
  std::string street_line;  // street and house number
  std::string addition;
  std::string town_line;    // postal code and town
};

struct Office {
  std::string id;
  std::string name;
  std::string summary;
  std::string language;
  PostalAddress address;
  std::string phone;
  std::string email;
  double latitude = 0;
  double longitude = 0;
  WeeklyHours weekly;
  std::vector<HoursException> exceptions;
  std::vector<std::string> accessibility;  // ids of the office schema's enumeration
  std::int64_t zms = 0;  // what the booking of appointments calls it
};

struct AboutPage {
  std::string id;
  std::string title;
  std::string language;
};

struct CityFacts {
  std::string id;
  std::string name;
  std::string claim;
  std::string welcome;    // sentence under the start page's heading
  std::string crest;      // path of the picture
  std::string hero;       // path of the picture, decorative
  std::string time_zone;  // IANA
  std::string phone;
  std::string email;
  std::string address_lines;
  std::string map_tiles;  // file below the data path; empty: places stand on plain ground
};

// How applications are sent, where the city has a gateway for them.
struct SendingWay {
  std::string gateway;        // "/fit-connect"
  std::string issuer;         // what the delivery service calls itself in events
  std::string statement_key;  // JSON Web Key that vouches for the offices' keys
};

// Where appointments are booked, where the city has an interface for them.
struct AppointmentWay {
  std::string api;  // "/api/citizen"
};

// Where defects are reported, where the city has a GeoReport server.
struct ReportWay {
  std::string endpoint;      // "/open311/v2"
  std::string jurisdiction;  // empty where the server has only one
};

struct Catalogue {
  std::string language;
  std::string direction;
  CityFacts city;
  std::vector<Language> languages;
  std::vector<Situation> situations;
  std::vector<ServiceEntry> services;  // in the language's order
  std::vector<std::string> popular;    // ids of services
  std::vector<Office> offices;
  std::vector<AboutPage> about_pages;
  bool has_figures = false;  // there is a pack of figures (figures.h)
  bool has_market = false;   // and one of the weekly market (market.h)
  std::optional<SendingWay> sending;
  std::optional<AppointmentWay> appointments;
  std::optional<ReportWay> reports;
  Texts texts;

  const ServiceEntry* find_service(std::string_view id) const;
  const Situation* find_situation(std::string_view id) const;
  const Office* find_office(std::string_view id) const;
  const AboutPage* find_about_page(std::string_view id) const;
  std::string_view direction_of(std::string_view language_tag) const;
};

// From start.json as portal/authoring writes it.
Result<Catalogue> read_catalogue(std::string_view json, std::string where);

}  // namespace stadttor::city
