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
  return *missing_.insert("[" + std::string(key) + "]").first;
}

std::string Texts::operator()(std::string_view key, std::initializer_list<Replacement> replacements) const {
  const std::string_view form = (*this)(key);
  std::string text;
  // One pass, so that what is put in is never looked into: a citizen may have typed "{count}".
  for (std::size_t at = 0; at < form.size();) {
    const Replacement* found = nullptr;
    for (const Replacement& replacement : replacements) {
      const std::string_view name = replacement.first;
      if (form[at] == '{' && form.substr(at + 1, name.size()) == name && form.substr(at + 1 + name.size(), 1) == "}") found = &replacement;
    }
    if (found == nullptr) {
      text.push_back(form[at++]);
      continue;
    }
    text.append(found->second);
    at += found->first.size() + 2;
  }
  return text;
}

std::string Texts::counted(std::string_view key, long count, const platform::Locale& locale) const {
  std::string form = std::string(key) + "." + std::string(locale.plural_category(count));
  if (!has(form)) form = std::string(key) + ".other";
  return (*this)(form, {{"count", locale.number(count)}});
}

}  // namespace stadttor::city
