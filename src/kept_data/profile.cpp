#include "kept_data/profile.h"

#include <algorithm>

#include "foundation/json_reader.h"

namespace stadttor::kept_data {

const Personal<std::string>& Person::value(std::string_view name) const {
  static const Personal<std::string> kNothing;
  const auto found = values.find(name);
  return found == values.end() ? kNothing : found->second;
}

void Person::set(std::string_view name, Personal<std::string> value) {
  if (value.is_empty()) {
    if (const auto found = values.find(name); found != values.end()) values.erase(found);
    return;
  }
  values[std::string(name)] = std::move(value);
}

Person& Profile::add(std::string_view relation) {
  int number = 1;
  while (find(std::to_string(number)) != nullptr) ++number;
  people.push_back({std::to_string(number), std::string(relation), {}});
  return people.back();
}

void Profile::remove(std::string_view person) {
  people.erase(std::remove_if(people.begin(), people.end(), [person](const Person& one) { return one.id == person; }), people.end());
}

Person* Profile::find(std::string_view person) {
  const auto found = std::find_if(people.begin(), people.end(), [person](const Person& one) { return one.id == person; });
  return found == people.end() ? nullptr : &*found;
}

const Person* Profile::find(std::string_view person) const { return const_cast<Profile*>(this)->find(person); }

Personal<std::string> text_from_profile(const Profile& profile) {
  std::vector<JsonValue> people;
  for (const Person& person : profile.people) {
    std::vector<JsonValue::Member> values;
    for (const auto& [name, value] : person.values) values.emplace_back(name, JsonValue::text(value.reveal<"put into the citizen's own profile">()));
    people.push_back(JsonValue::object({{"id", JsonValue::text(person.id)},
                                        {"relation", JsonValue::text(person.relation)},
                                        {"values", JsonValue::object(std::move(values))}}));
  }
  return Personal<std::string>(text_from_json(
      JsonValue::object({{"schema", JsonValue::number(kProfileSchema)}, {"people", JsonValue::list(std::move(people))}})));
}

Result<Profile> read_profile(const Personal<std::string>& text) {
  TRY_ASSIGN(auto document, JsonDocument::parse(text.reveal<"read back from the citizen's own profile">(), "profile"));
  Profile profile;
  document.root().each("people", [&profile](JsonReader entry) {
    Person& person = profile.add(entry.text_or("relation", "other"));
    if (const std::string id = entry.optional_text("id"); !id.empty() && profile.find(id) == nullptr) person.id = id;
    entry.each_member("values", [&person](const std::string& name, JsonReader value) {
      if (value.is_text()) person.set(name, Personal<std::string>(value.as_text()));
    });
  });
  TRY(document.finish());
  return profile;
}

}  // namespace stadttor::kept_data
