#include "portal/authoring/pack_compile.h"

#include <utility>

#include "portal/authoring/appointments_json.h"
#include "portal/authoring/booking_numbers.h"
#include "portal/authoring/content_hash.h"
#include "portal/authoring/details_json.h"
#include "portal/authoring/discovery_json.h"
#include "portal/authoring/form_content.h"
#include "portal/authoring/icons_json.h"
#include "portal/authoring/plan_shapes.h"
#include "portal/authoring/reports_json.h"
#include "portal/authoring/theme_css.h"

namespace stadttor::portal::authoring {

namespace {

using Files = std::map<std::string, std::string>;

Json without_schema(Json content) {
  content.erase("$schema");
  return content;
}

class PackCompiling {
 public:
  PackCompiling(const PackSource& source, const CompileInputs& inputs)
      : source_(source), pack_(pack_from_source(source)), inputs_(inputs) {
    std::vector<Problem> already_named_by_check;
    std::vector<std::string> wanted = pack_.city.languages;
    wanted.emplace_back(kFallbackLanguage);
    language_files_ = read_language_files(inputs.languages, wanted, already_named_by_check);
    for (const std::string& tag : pack_.city.languages) {
      const InterfaceTexts interface = interface_texts_from(language_files_, tag);
      languages_.push_back({{"tag", tag}, {"name", interface.name}, {"direction", interface.direction}});
    }
    add("theme.json", theme_json_from(source.theme.content));
    add("zeichen.json", icons_json_from(source));
    std::string map = inputs.map_archive ? inputs.map_archive(source) : std::string();
    if (!inputs.passphrase_words.empty()) files_.emplace("passwort-woerter.txt", inputs.passphrase_words);
    if (!map.empty()) files_.emplace("karte.pmtiles", std::move(map));
  }

  CompiledPack compile() {
    for (const std::string& language : pack_.city.languages) add_language(language);
    if (source_.streets.content.is_object()) add("strassen.json", without_schema(source_.streets.content));
    if (source_.appointments.content.is_object()) add("termine.json", appointments_json_from(source_.appointments.content, pack_));
    if (Json words = report_words_json_from(source_); words.is_object()) add("meldungen-woerter.json", std::move(words));
    for (const auto& [file, plan] : source_.form_plans) {
      if (find_plan_size(plan.content)) add(form_plan_path(file), plan_background_from(plan.content));
    }
    if (source_.reports.content.is_object()) add("meldungen.json", reports_json_from(source_, pack_));
    if (pack_.city.is_demonstration && source_.sample_reports.content.is_object()) add("meldungen-beispiele.json", without_schema(source_.sample_reports.content));
    if (pack_.market.plan.width > 0) add(kMarketPlanFile, pack_.market.plan_background);
    Json portal = {{"id", pack_.city.facts.id},
                   {"name", pack_.city.facts.name},
                   {"languages", languages_},
                   {"connect", pack_.city.connect},
                   {"embed_origins", pack_.city.embed_origins}};
    if (!pack_.city.ars.empty()) portal["ars"] = pack_.city.ars;
    if (pack_.city.is_demonstration) portal["demonstration"] = true;
    if (!pack_.city.presentation.empty()) portal["presentation"] = pack_.city.presentation;
    Files hashed = files_;
    hashed.emplace("portal.json", json_text_from_value(portal));
    CompiledPack compiled;
    compiled.version = content_hash_of(hashed);
    compiled.report_endpoint = text_of(member_of(source_.manifest, "reports"), "endpoint");
    portal["version"] = compiled.version;
    compiled.files.emplace("daten/portal.json", json_text_from_value(portal));
    for (auto& [path, bytes] : files_)
      compiled.files.emplace("daten/" + compiled.version + "/" + path, std::move(bytes));
    return compiled;
  }

 private:
  void add(const std::string& path, const Json& content) { files_.emplace(path, json_text_from_value(content)); }

  void add_language(const std::string& language) {
    const AlphabetOrder order(language);
    const InterfaceTexts interface = interface_texts_from(language_files_, language);
    const std::string folder = language + "/";
    Json start = catalogue_json_from({pack_, language, interface, languages_, order, inputs_.picture_address});
    if (const Json& reports = member_of(source_.manifest, "reports"); reports.is_object()) start["reports"] = reports;
    if (inputs_.sending.is_object()) start["sending"] = inputs_.sending;
    add_booking_numbers(source_, start);
    add(folder + "start.json", start);
    for (const ServiceContent& service : pack_.services) {
      add(folder + "leistungen/" + service.id + ".json", service_json_from(service, language));
    }
    for (const OfficeContent& office : pack_.offices) {
      add(folder + "aemter/" + office.facts.id + ".json", office_json_from(office, pack_, language, order));
    }
    for (const FormContent& form : pack_.forms) add(folder + "antraege/" + form.id + ".json", form_json_from(form.source, language));
    for (const PageContent& page : pack_.pages)
      add(folder + "seiten/" + page.id + ".json", page_json_from(page, language));
    add(folder + "aktuelles.json", whats_on_json_from(pack_, language));
    add(folder + "stadt/orte.json", places_json_from(pack_, language, order));
    if (!pack_.figures.empty()) add(folder + "stadt/zahlen.json", figures_json_from(pack_, language));
    if (!pack_.market.empty()) add(folder + "stadt/wochenmarkt.json", market_json_from(pack_.market, language));
    if (inputs_.search_index) files_.emplace(folder + "suche.bin", inputs_.search_index(pack_, interface, language));
  }

  const PackSource& source_;
  const Pack pack_;
  const CompileInputs& inputs_;
  PackFiles language_files_;
  Json languages_ = Json::array();
  Files files_;  // by path below the version
};

}  // namespace

CompiledPack compile_pack(const PackSource& source, const CompileInputs& inputs) {
  CompiledPack compiled = PackCompiling(source, inputs).compile();
  compiled.theme_css = theme_css_from(source.theme.content);
  return compiled;
}

}  // namespace stadttor::portal::authoring
