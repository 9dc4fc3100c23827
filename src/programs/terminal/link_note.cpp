#include "programs/terminal/link_note.h"

#include "foundation/url.h"
#include "semantics/page.h"

namespace stadttor::terminal {

using semantics::Appearance;
using semantics::State;

namespace {

struct Scheme {
  std::string_view prefix;
  LinkTarget target;
};

constexpr Scheme kSchemes[] = {{"tel:", LinkTarget::Phone}, {"mailto:", LinkTarget::Mail}, {"https://", LinkTarget::OtherSite}};

const Scheme* scheme_of(std::string_view href) {
  for (const Scheme& scheme : kSchemes) {
    if (href.substr(0, scheme.prefix.size()) == scheme.prefix) return &scheme;
  }
  return nullptr;
}

// What the texts of a target begin with.
std::string_view name_of(LinkTarget target) {
  switch (target) {
    case LinkTarget::Phone: return "terminal.link_phone";
    case LinkTarget::Mail: return "terminal.link_mail";
    case LinkTarget::Portal:
    case LinkTarget::OtherSite: return "terminal.link_site";
  }
  return {};
}

}  // namespace

LinkTarget target_of_link(std::string_view href) {
  const Scheme* scheme = scheme_of(href);
  return scheme == nullptr ? LinkTarget::Portal : scheme->target;
}

std::string written_target(std::string_view href) {
  const Scheme* scheme = scheme_of(href);
  if (scheme == nullptr) return std::string(href);
  href.remove_prefix(scheme->prefix.size());
  if (scheme->target != LinkTarget::Mail) return std::string(href);
  // A subject or a text is nothing to write down.
  return percent_decoded(href.substr(0, href.find('?')));
}

NoteAnswer show_link_note(const city::Texts& texts, const std::string& language, const std::string& direction, std::string_view href,
                          const semantics::ActionQueue& actions, semantics::Tree& tree) {
  semantics::Page page(tree, actions);
  const std::string name(name_of(target_of_link(href)));
  const std::string title(texts(name + "_title"));
  page.set_document(title, language, direction);
  auto dialog = page.dialog("link", 2, title, {.states = State::Expanded | State::Modal});
  page.paragraph(texts(name + "_text"));
  page.paragraph(written_target(href), {.look = Appearance::Lead});
  auto cluster = page.block(Appearance::Cluster);
  const bool closes = page.button("close", texts("terminal.link_close"), {.look = Appearance::Primary}).pressed();
  return closes ? NoteAnswer::Close : NoteAnswer::None;
}

}  // namespace stadttor::terminal
