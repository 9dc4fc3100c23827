#include <initializer_list>

#include "city/address.h"
#include "portal/authoring/markdown_blocks.h"
#include "portal/authoring/pack_checks.h"
#include "portal/authoring/schema_messages.h"

namespace stadttor::portal::authoring {

namespace {

void report_finding(const MarkdownFinding& finding, const std::string& pointer, ProblemLog log) {
  const std::string excerpt = quoted_value(finding.excerpt);
  switch (finding.flaw) {
    case MarkdownFlaw::Html:
      return log.error(pointer,
                       "Im Text steht HTML: " + excerpt + ". Es wird nicht ausgeführt, sondern als Text gezeigt.",
                       "Schreiben Sie ohne HTML: **fett**, *betont*, - Liste, [Text](https://…).");
    case MarkdownFlaw::Picture:
      return log.error(pointer, "Im Text steht ein Bild: " + excerpt + ". Gezeigt wird nur seine Beschreibung.",
                       "Beschreiben Sie im Text, was zu sehen ist, und löschen Sie das Bild.");
    case MarkdownFlaw::RefusedLink:
      return log.error(pointer, "Der Verweis auf " + excerpt + " ist nicht erlaubt. Gezeigt wird nur sein Text.",
                       "Erlaubt sind https://…, mailto:…, tel:… und Seiten dieses Portals (/de/…).");
    case MarkdownFlaw::TooDeep:
      return log.error(pointer, "Der Text ist zu tief verschachtelt. Die inneren Ebenen werden zusammengezogen.",
                       "Verwenden Sie höchstens zwei Ebenen von Listen.");
    case MarkdownFlaw::TooLong:
      return log.error(pointer, "Der Text ist länger als 64 KB. Er erscheint ohne Absätze und Verweise.",
                       "Teilen Sie den Text auf.");
  }
}

class FormattedTextCheck {
 public:
  FormattedTextCheck(const PackSource& source, Problems& problems) : source_(source), problems_(problems) {}

  // Looks at these members of each language of the entry.
  void check(const Json& entry, const std::string& pointer, const std::string& file,
             std::initializer_list<const char*> members) {
    const ProblemLog log(problems_, file);
    for (const auto& language : object_of(member_of(entry, "texts")).items()) {
      const std::string place = pointer_to(pointer_to(pointer, "texts"), language.key());
      for (const char* member : members) check_text(text_of(language.value(), member), pointer_to(place, member), log);
    }
  }

 private:
  void check_text(const std::string& markdown, const std::string& pointer, ProblemLog log) {
    const MarkdownText text = markdown_text_from(markdown);
    for (const MarkdownFinding& finding : text.findings) report_finding(finding, pointer, log);
    for (const std::string& link : text.links) {
      if (link[0] == '/' && !leads_somewhere(link)) {
        log.error(pointer, "Der Verweis „" + link + "“ führt auf keine Seite dieses Portals.",
                  "Prüfen Sie die Adresse: /de/leistungen/<Kennung>, /de/aemter/<Kennung>, /de/seiten/<Kennung>.");
      }
    }
  }

  bool leads_somewhere(const std::string& link) const {
    const city::Address address = city::parse_address(link, "de");
    if (address.page == city::PageKind::Service) return source_.services.count(address.id) > 0;
    if (address.page == city::PageKind::Office) return source_.offices.count(address.id) > 0;
    if (address.page == city::PageKind::About) return source_.pages.count(address.id) > 0;
    return address.page != city::PageKind::NotFound;
  }

  const PackSource& source_;
  Problems& problems_;
};

}  // namespace

void check_formatted_texts(const PackSource& source, Problems& problems) {
  FormattedTextCheck check(source, problems);
  for (const auto& entry : source.services) {
    check.check(entry.second.content, "", entry.second.name, {"description", "who", "online"});
  }
  for (const auto& entry : source.offices) {
    check.check(entry.second.content, "", entry.second.name, {"description", "accessibility", "directions"});
  }
  for (const auto& entry : source.pages) check.check(entry.second.content, "", entry.second.name, {"body"});
  check.check(source.market.content, "", source.market.name, {"description"});
  const Json& stalls = list_of(member_of(source.market.content, "stalls"));
  for (std::size_t i = 0; i < stalls.size(); ++i) check.check(stalls[i], pointer_to("/stalls", i), source.market.name, {"about"});
  const Json& events = list_of(member_of(source.whats_on.content, "events"));
  for (std::size_t i = 0; i < events.size(); ++i) {
    check.check(events[i], pointer_to("/events", i), source.whats_on.name, {"description"});
  }
}

}  // namespace stadttor::portal::authoring
