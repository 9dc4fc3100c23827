// start.json: what the client knows at once in one language (read by city/catalogue.cpp).
#pragma once

#include <functional>
#include <string>

#include "portal/authoring/alphabet_order.h"
#include "portal/authoring/interface_texts.h"
#include "portal/authoring/pack_content.h"

namespace stadttor::portal::authoring {

// The site's address of a picture of the pack ("bilder/wappen.svg" -> "/assets/wappen.3f2a.svg").
using PictureAddress = std::function<std::string(const std::string& picture)>;

struct CatalogueParts {
  const Pack& pack;
  const std::string& language;
  const InterfaceTexts& interface_texts;
  const Json& languages;  // [{"tag","name","direction"}]
  const AlphabetOrder& order;
  const PictureAddress& picture_address;
};

Json catalogue_json_from(const CatalogueParts& parts);

}  // namespace stadttor::portal::authoring
