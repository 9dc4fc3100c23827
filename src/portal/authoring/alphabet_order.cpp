#include "portal/authoring/alphabet_order.h"

#include <unicode/alphaindex.h>
#include <unicode/coll.h>

namespace stadttor::portal::authoring {

struct AlphabetOrder::Rules {
  std::unique_ptr<icu::Collator> collator;
  std::unique_ptr<icu::AlphabeticIndex::ImmutableIndex> letters;
};

namespace {

icu::UnicodeString unicode_from(const std::string& text) { return icu::UnicodeString::fromUTF8(text); }

}  // namespace

AlphabetOrder::AlphabetOrder(const std::string& language) : rules_(std::make_unique<Rules>()) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(language, status);
  rules_->collator.reset(icu::Collator::createInstance(locale, status));
  icu::AlphabeticIndex index(locale, status);
  index.addLabels(icu::Locale::getGerman(), status);  // untranslated entries keep their German names
  rules_->letters.reset(index.buildImmutableIndex(status));
}

AlphabetOrder::~AlphabetOrder() = default;

bool AlphabetOrder::comes_before(const std::string& left, const std::string& right) const {
  if (!rules_->collator) return left < right;
  UErrorCode status = U_ZERO_ERROR;
  return rules_->collator->compareUTF8(left, right, status) == UCOL_LESS;
}

std::string AlphabetOrder::letter_of(const std::string& name) const {
  if (!rules_->letters) return "#";
  UErrorCode status = U_ZERO_ERROR;
  const auto* bucket = rules_->letters->getBucket(rules_->letters->getBucketIndex(unicode_from(name), status));
  if (U_FAILURE(status) || bucket == nullptr || bucket->getLabelType() != U_ALPHAINDEX_NORMAL) return "#";
  std::string letter;
  return bucket->getLabel().toUTF8String(letter);
}

}  // namespace stadttor::portal::authoring
