#include "portal/authoring/plural_forms.h"

#include <unicode/plurrule.h>

#include <algorithm>
#include <array>
#include <memory>

namespace stadttor::portal::authoring {

std::set<std::string> plural_forms_of(const std::string& language) {
  std::set<std::string> forms = {"other"};
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(language, status);
  const std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(locale, status));
  if (U_FAILURE(status) || !rules) return forms;
  const std::unique_ptr<icu::StringEnumeration> keywords(rules->getKeywords(status));
  while (const char* form = keywords ? keywords->next(nullptr, status) : nullptr) forms.insert(form);
  return forms;
}

std::string_view plural_form_in(std::string_view key) {
  constexpr std::array<std::string_view, 6> kForms = {"zero", "one", "two", "few", "many", "other"};
  const std::size_t dot = key.rfind('.');
  if (dot == std::string_view::npos) return {};
  const std::string_view last = key.substr(dot + 1);
  return std::find(kForms.begin(), kForms.end(), last) != kForms.end() ? last : std::string_view{};
}

std::string stem_without_form(std::string_view key) { return std::string(key.substr(0, key.rfind('.'))); }

}  // namespace stadttor::portal::authoring
