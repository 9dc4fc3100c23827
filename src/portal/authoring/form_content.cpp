#include "portal/authoring/form_content.h"

#include "city/places.h"
#include "forms/form_fault.h"
#include "portal/authoring/details_json.h"
#include "portal/authoring/form_schema.h"
#include "portal/authoring/plan_shapes.h"
#include "portal/authoring/translations.h"

namespace stadttor::portal::authoring {

namespace {

// Members whose values are not ours: rules and schemas may call something "texts", too.
bool is_foreign(const std::string& member) {
  return member == "schema" || member == "when" || member == "required" || member == "value" || member == "rule";
}

void add_texts(Json& target, const Json& texts, const std::string& language) {
  for (const auto& text : object_of(member_of(texts, kFallbackLanguage)).items()) target[text.key()] = text.value();
  for (const auto& text : object_of(member_of(texts, language)).items()) {
    if (text.value().is_string() && !text.value().get_ref<const std::string&>().empty()) target[text.key()] = text.value();
  }
}

// Where options stand on a scene, as scenes name it.
Json drawn_place_from(const std::string& member, const Json& value) {
  if (member == "shape") return shape_text_from(plan_points_of(value));
  const Json& latitude = member_of(value, "latitude");
  const Json& longitude = member_of(value, "longitude");
  if (!latitude.is_number() || !longitude.is_number()) return "";
  return city::text_from_position({latitude.get<double>(), longitude.get<double>()});
}

bool is_drawn_place(const std::string& member, const Json& value) {
  return (member == "shape" && value.is_array()) || (member == "position" && value.is_object());
}

Json in_language(const Json& source, const std::string& language) {
  if (source.is_array()) {
    Json list = Json::array();
    for (const Json& entry : source) list.push_back(in_language(entry, language));
    return list;
  }
  if (!source.is_object()) return source;
  Json object = Json::object();
  for (const auto& member : source.items()) {
    if (member.key() == "texts") continue;
    if (is_drawn_place(member.key(), member.value())) {
      object[member.key()] = drawn_place_from(member.key(), member.value());
      continue;
    }
    object[member.key()] = is_foreign(member.key()) ? member.value() : in_language(member.value(), language);
  }
  add_texts(object, member_of(source, "texts"), language);
  return object;
}

// Scenes name the compiled plan and its size; one whose plan is not there goes, and its options are a list.
void resolve_scenes(Json& place, const PackSource& source) {
  for (Json& part : place) {
    if (part.is_structured()) resolve_scenes(part, source);
  }
  if (!place.is_object() || !place.contains("scene")) return;
  const std::string file = text_of(place["scene"], "background");
  if (file.empty()) return;
  const auto plan = source.form_plans.find(file);
  const auto size = plan == source.form_plans.end() ? std::nullopt : find_plan_size(plan->second.content);
  if (size) {
    place["scene"] = {{"kind", "plan"}, {"source", form_plan_path(file)}, {"extent", "0,0," + std::to_string(size->width) + "," + std::to_string(size->height)}};
  } else {
    place.erase("scene");
  }
}

// Easy German reads German as its own: a form's helps may be all that is easy.
std::string language_of(const Json& source, const std::string& reader_language) {
  const bool has_own = !text_of(member_of(member_of(source, "texts"), reader_language), "title").empty();
  return has_own || reader_language == "de-simple" ? reader_language : kFallbackLanguage;
}

}  // namespace

Json form_json_from(const Json& source, const std::string& reader_language) {
  Json form = in_language(source, reader_language);
  form.erase("$schema");
  const std::string language = language_of(source, reader_language);
  if (language != reader_language) form["language"] = language;
  return form;
}

std::string form_plan_path(const std::string& file) {
  const std::size_t slash = file.rfind('/');
  return "plan/formular-" + (slash == std::string::npos ? file : file.substr(slash + 1));
}

std::vector<FormContent> forms_from_source(const PackSource& source) {
  std::vector<FormContent> forms;
  for (const auto& [id, file] : source.forms) {
    FormContent form{id, text_of(file.content, "service"), file.content};
    if (!form.source.is_object()) continue;
    form.source["id"] = id;
    resolve_scenes(form.source, source);
    const auto schema = source.form_schemas.find(text_of(form.source, "schema"));
    form.source.erase("schema");
    const auto read = forms::read_form(json_text_from_value(form_json_from(form.source, kFallbackLanguage)), file.name);
    if (!read.ok() || !read.value().faults.empty()) continue;
    const bool has_schema = schema != source.form_schemas.end() && schema->second.content.is_object();
    form.source["schema"] = has_schema ? schema->second.content : form_schema_from(read.value().definition);
    forms.push_back(std::move(form));
  }
  return forms;
}

}  // namespace stadttor::portal::authoring
