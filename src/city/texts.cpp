#include "city/texts.h"

#include <algorithm>

namespace stadttor::city {

void Texts::read(JsonReader object) {
  entries_.clear();
  object.each_member({}, [this](const std::string& key, JsonReader value) { entries_.emplace_back(key, value.as_text()); });
  std::sort(entries_.begin(), entries_.end());
}

const std::string* Texts::find(std::string_view key) const {
  const auto found = std::lower_bound(entries_.begin(), entries_.end(), key,
                                      [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
  return found == entries_.end() || found->first != key ? nullptr : &found->second;
}

bool Texts::has(std::string_view key) const { return find(key) != nullptr; }

std::string_view Texts::operator()(std::string_view key) const {
  if (const std::string* text = find(key)) return *text;
  missing_ = "[" + std::string(key) + "]";
  return missing_;
}

std::string Texts::operator()(std::string_view key, std::initializer_list<Replacement> replacements) const {
  std::string text((*this)(key));
  for (const auto& [name, value] : replacements) {
    const std::string placeholder = "{" + std::string(name) + "}";
    for (std::size_t at = text.find(placeholder); at != std::string::npos; at = text.find(placeholder, at + value.size())) {
      text.replace(at, placeholder.size(), value);
    }
  }
  return text;
}

std::string Texts::counted(std::string_view key, long count, const platform::Locale& locale) const {
  std::string form = std::string(key) + "." + std::string(locale.plural_category(count));
  if (!has(form)) form = std::string(key) + ".other";
  return (*this)(form, {{"count", locale.number(count)}});
}

}  // namespace stadttor::city
