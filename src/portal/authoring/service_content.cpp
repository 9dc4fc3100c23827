// Services, situations and pages of a pack.
#include "foundation/url.h"
#include "portal/authoring/content_reading.h"

namespace stadttor::portal::authoring {

namespace {

ServiceText read_service_text(const Json& place) {
  ServiceText text;
  text.name = text_of(place, "name");
  text.summary = text_of(place, "summary");
  text.description = text_of(place, "description");
  text.who = text_of(place, "who");
  text.online = text_of(place, "online");
  text.prerequisites = texts_of(place, "prerequisites");
  text.documents = texts_of(place, "documents");
  text.steps = texts_of(place, "steps");
  for (const Json& cost : list_of(member_of(place, "costs"))) {
    const city::Cost read{text_of(cost, "label"), text_of(cost, "amount")};
    if (!read.label.empty() && !read.amount.empty()) text.costs.push_back(read);
  }
  text.deadline = text_of(place, "deadline");
  text.duration = text_of(place, "duration");
  text.words = texts_of(place, "words");
  return text;
}

SituationText read_situation_text(const Json& place) { return {text_of(place, "name"), text_of(place, "summary")}; }

PageText read_page_text(const Json& place) { return {text_of(place, "title"), text_of(place, "body")}; }

std::vector<city::LegalBasis> legal_basis_of(const Json& entry) {
  std::vector<city::LegalBasis> bases;
  for (const Json& place : list_of(member_of(entry, "legal_basis"))) {
    city::LegalBasis basis{text_of(place, "name"), text_of(place, "url")};
    if (!is_allowed_url(basis.url)) basis.url.clear();
    if (!basis.name.empty()) bases.push_back(std::move(basis));
  }
  return bases;
}

}  // namespace

std::vector<SituationContent> situations_from_source(const PackSource& source) {
  std::vector<SituationContent> situations;
  for (const Json& entry : list_of(member_of(source.manifest, "situations"))) {
    SituationContent situation{text_of(entry, "id"), translations_of(entry, &SituationText::name, read_situation_text)};
    const bool is_new = ids_of(situations).count(situation.id) == 0;
    if (is_new && is_pack_id(situation.id) && has_german(situation.texts)) situations.push_back(std::move(situation));
  }
  return situations;
}

std::vector<ServiceContent> services_from_source(const PackSource& source) {
  std::vector<ServiceContent> services;
  for (const auto& [id, file] : source.services) {
    ServiceContent service;
    service.id = id;  // the file's name, whatever is written inside: it is unique
    service.leika = text_of(file.content, "leika");
    const Json& is_about_defects = member_of(file.content, "defects");
    service.is_about_defects = is_about_defects.is_boolean() && is_about_defects.get<bool>();
    service.situations = texts_of(file.content, "situations");
    service.offices = texts_of(file.content, "offices");
    service.related = texts_of(file.content, "related");
    service.legal_basis = legal_basis_of(file.content);
    service.texts = translations_of(file.content, &ServiceText::name, read_service_text);
    if (has_german(service.texts)) services.push_back(std::move(service));
  }
  return services;
}

std::vector<PageContent> pages_from_source(const PackSource& source) {
  std::vector<PageContent> pages;
  for (const std::string& id : texts_of(source.manifest, "pages")) {
    const auto file = source.pages.find(id);
    if (file == source.pages.end() || ids_of(pages).count(id) > 0) continue;
    PageContent page{id, translations_of(file->second.content, &PageText::title, read_page_text)};
    if (has_german(page.texts)) pages.push_back(std::move(page));
  }
  return pages;
}

}  // namespace stadttor::portal::authoring
