// All answers before they are handed in: each can be changed, and from there one comes back to here.
#include "services/apply/form_page_parts.h"

namespace stadttor::services::apply {

using city::PageKind;
using semantics::Appearance;

bool show_check(const FormPage& view) {
  view.application.has_seen_all = true;
  show_form_head(view, view.screen.text("form.check.title"));
  view.page.paragraph(view.screen.text("form.check.lead"), {.look = Appearance::Lead});
  show_other_tab(view);
  show_answers(view, AnswerLinks::ToChange);
  show_remembering(view);
  auto ways = view.page.block("ways", {.look = Appearance::Stack});
  {
    auto on = view.page.block("on", {.look = Appearance::Cluster});
    const bool can_be_sent = view.screen.city.sending && !view.definition().destination.empty();
    if (can_be_sent) {
      view.page.link("send", view.screen.text("send.continue"), view.screen.path(PageKind::FormDisclosure, view.definition().id), {.look = Appearance::Primary});
    }
    view.page.link("hand-in", view.screen.text(can_be_sent ? "send.on_paper" : "form.check.continue"), view.screen.path(PageKind::FormCopy, view.definition().id),
                   {.look = can_be_sent ? Appearance::Secondary : Appearance::Primary});
  }
  return show_deletion(view);
}

}  // namespace stadttor::services::apply
