// The city's forms as the built site has them, so that the inbox shows an application in the same words it was asked in; with the
// interface's German words and the site's style sheets.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "city/texts.h"
#include "forms/definition.h"

namespace stadttor::city_server::authority {

class FormShelf {
 public:
  // What is missing or broken is left out and named in the log: an application can be opened without its form, only less well.
  static FormShelf open(const std::filesystem::path& site);

  // By schema first, then by service and destination; null where the city has no such form. Lives as long as the shelf.
  const forms::Definition* find(std::string_view schema_uri, std::string_view service_identifier, std::string_view destination_id) const;

  const city::Texts& texts() const { return texts_; }
  const std::string& city_name() const { return city_name_; }
  // Lines of the site's head that say how pages look.
  const std::string& style_links() const { return style_links_; }

 private:
  void read_start(const std::filesystem::path& file);
  void read_forms(const std::filesystem::path& folder);

  std::vector<std::unique_ptr<const forms::Definition>> forms_;
  city::Texts texts_;
  std::string city_name_;
  std::string style_links_;
};

}  // namespace stadttor::city_server::authority
